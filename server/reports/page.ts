import { conflictNames, conflictsAmong } from '../core/baseline/conflicts.ts';
import type { Source } from '../core/baseline/fact.ts';
import type { CheckResult } from '../core/check.ts';
import { formatPeriod } from '../core/claims/period.ts';
import type { Commitment } from '../core/commitments.ts';
import { coverageLine, outsideLine } from '../core/coverage.ts';
import { placeAt } from '../core/outline/place.ts';
import { unnamed } from '../core/printed.ts';
import { citeFact } from '../core/rules/support.ts';
import { worksheetOf } from '../core/worksheet.ts';
import { commitmentsTable } from '../tables/commitments.ts';
import { severityNames } from '../tables/findings.ts';
import { cellText, type Table } from '../tables/table.ts';
import { escapeXml } from '../writers/xml.ts';
import { htmlPage, htmlTable, section } from './html.ts';
import { markedText } from './marked-text.ts';
import { styles } from './styles.ts';

export interface ReportOptions {
  /** The draft's file, and when and by what it was checked, in words. */
  name: string;
  time: string;
  /** A random word that lets the page's own style in, and nothing else. */
  nonce: string;
}

/** A check report for the screen and for paper: no script, nothing from elsewhere, numbers in the margin that match a list. */
export const reportPage = (check: CheckResult, commitments: readonly Commitment[], { name, time, nonce }: ReportOptions): string => {
  const { document, findings, coverage } = check;
  const { title, region, year } = document.outline;
  const heading = `核对报告：${title ?? name}`;
  const body = `<header>
<h1>${escapeXml(heading)}</h1>
<p>${escapeXml([region ?? '地区不明', year === null ? '年份不明' : `${year}年`, name, time].join(' · '))}</p>
<p class="coverage">${escapeXml(coverageLine(coverage))}</p>
${outsideLine(check)
  .map((line) => `<p>${escapeXml(line)}</p>`)
  .join('\n')}
<p>来源：${escapeXml(sourcesOf(check).join('；') || '没有，只作文内核对')}</p>
</header>
${section(`问题（${findings.length}条）`, findings.length === 0 ? '<p>没有发现问题。</p>' : `<ol class="findings">\n${findings.map((_, i) => findingItem(check, i)).join('\n')}\n</ol>`)}
${section('已搁置', setAsideList(check))}
${section('去年目标兑现', commitments.length === 0 ? '' : tableXml(commitmentsTable(commitments, document)))}
${section('来源之间对不上的数', conflictsTable(check))}
${section('没有依据、须由人核对的数据', withoutEvidence(check))}
${section('正文', `<div class="draft">\n${markedText(document.text, findings)}\n</div>`)}`;
  return htmlPage({ language: 'zh-CN', title: heading, nonce, styles }, body);
};

const sourcesOf = ({ baseline }: CheckResult): string[] => {
  const counts = new Map<Source, number>();
  for (const { source } of baseline.facts) counts.set(source, (counts.get(source) ?? 0) + 1);
  return [...counts].map(([{ title, date }, count]) => `《${title}》${date && `（${date}）`}${count}条`);
};

const findingItem = ({ document, findings }: CheckResult, i: number): string => {
  const { severity, message, range, rule } = findings[i] as CheckResult['findings'][number];
  const [what = '', ...more] = message.split('\n');
  const words = document.text.slice(range.start, range.end).replace(/\s+/g, '');
  return `<li class="${severity}" id="f${i + 1}"><b class="number">${i + 1}</b><div><p class="what"><span class="severity">${severityNames[severity]}</span> ${escapeXml(what)}</p>
${more.map((line) => `<p>${escapeXml(line)}</p>`).join('\n')}
<p class="place">${escapeXml(`${placeAt(document, range.start)}“${words.length > 24 ? `${words.slice(0, 23)}…` : words}”　规则 ${rule}`)}</p></div></li>`;
};

/** Who found why that these need not be settled. */
const setAsideList = ({ document, setAside }: CheckResult): string => {
  if (setAside.length === 0) return '';
  const items = setAside.map(({ finding: { message, range }, decision: { reason, by, on } }) => {
    const [what = ''] = message.split('\n');
    return `<li>${escapeXml(`${what}　${placeAt(document, range.start)}　${reason}（${by}，${on}）`)}</li>`;
  });
  return `<ul>\n${items.join('\n')}\n</ul>`;
};

const tableXml = ({ columns, rows }: Table): string =>
  htmlTable(
    columns.map(({ head }) => head),
    rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeXml(cellText(cell))}</td>`).join('')}</tr>`),
  );

/** Only what contradicts itself: what another scope, rounding or time explains is for `heshu baseline conflicts`. */
const conflictsTable = ({ baseline, document }: CheckResult): string => {
  const conflicts = conflictsAmong(baseline.facts).filter(
    ({ kind, a }) => kind === 'contradiction' && a.region === document.outline.region,
  );
  if (conflicts.length === 0) return '';
  return tableXml({
    name: '',
    columns: ['指标', '时期', '一处', '出处', '另一处', '出处', '说明'].map((head) => ({ head, width: 0 })),
    rows: conflicts.map(({ a, b, kind }) => [
      a.claim.name,
      formatPeriod(a.claim.period) ?? '',
      a.printed,
      citeFact(a),
      b.printed,
      citeFact(b),
      conflictNames.zh[kind],
    ]),
  });
};

const withoutEvidence = (check: CheckResult): string => {
  const rows = worksheetOf(check).filter(({ standing }) => standing === 'withoutEvidence');
  if (rows.length === 0) return '';
  return `<ul class="figures">${rows
    .map(({ entry, name }) => `<li>${escapeXml(`${placeAt(check.document, entry.start)} ${name || unnamed.zh} ${entry.printed}`)}</li>`)
    .join('\n')}</ul>`;
};
