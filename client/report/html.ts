import type { FindingItem, HeadlineItem, Overview, Placed, SectionItems } from '../../server/protocol.ts';
import { htmlPage, htmlTable, section } from '../../server/reports/html.ts';
import { escapeXml } from '../../server/writers/xml.ts';
import { chart } from './chart.ts';
import { styles } from './styles.ts';
import type { ReportTexts } from './texts.ts';

/** How a report is shown. */
export interface ReportShape {
  /** Allows the one style sheet and nothing else. */
  nonce: string;
  /** Address of a place in the draft; undefined where the report stands alone. */
  link: ((place: Placed) => string) | undefined;
  /** When the draft was checked, in words. */
  time: string;
}

/** A page without scripts, readable on paper, in the dark and by a screen reader. */
export const reportPage = (overview: Overview, text: ReportTexts, { nonce, link, time }: ReportShape): string => {
  const title = text.title(overview.title ?? overview.name);
  const subtitle = [overview.region ?? text.unknownRegion, text.year(overview.year), overview.name, time].join(' · ');
  const body = `<main>
<header>
<h1>${escapeXml(title)}</h1>
<p class="subtitle">${escapeXml(subtitle)}</p>
${counts(overview, text)}
${overview.outside.map((line) => `<p class="outside">${escapeXml(line)}</p>`).join('\n')}
</header>
${section(text.findings, findings(overview, text, link) || paragraph(text.none))}
${section(text.setAside, setAside(overview, link))}
${section(text.headline, headline(overview, text, link))}
${section(text.commitments, commitments(overview, text, link))}
${section(text.unevidenced, unevidenced(overview, text, link) || paragraph(text.none))}
${section(text.sources, sources(overview) || paragraph(text.noSources))}
</main>`;
  return htmlPage({ language: text.language, title, nonce, styles }, body);
};

const paragraph = (text: string): string => `<p>${escapeXml(text)}</p>`;

const counts = ({ counts: of }: Overview, text: ReportTexts): string =>
  `<dl class="counts">${(['figures', 'agree', 'conflict', 'notComparable', 'withoutEvidence'] as const)
    .map((key) => `<div class="${key}"><dt>${escapeXml(text.counts[key])}</dt><dd>${of[key]}</dd></div>`)
    .join('')}</dl>`;

/** Words that lead to a place of the draft. */
const anchor = (words: string, place: Placed | null, link: ReportShape['link']): string =>
  place && link ? `<a href="${escapeXml(link(place))}">${escapeXml(words)}</a>` : escapeXml(words);

const groups = <Item>(sections: readonly SectionItems<Item>[], text: ReportTexts, show: (items: readonly Item[]) => string): string =>
  sections.map(({ title, items }) => `<h3>${escapeXml(title || text.beforeFirst)}</h3>\n${show(items)}`).join('\n');

const findings = (overview: Overview, text: ReportTexts, link: ReportShape['link']): string =>
  groups(overview.findings, text, (items) => `<ol class="findings">${items.map((item) => finding(item, text, link)).join('\n')}</ol>`);

/** Who found why that these need not be settled. */
const setAside = (overview: Overview, link: ReportShape['link']): string => {
  if (overview.setAside.length === 0) return '';
  const items = overview.setAside.map((item) => {
    const decision = `<span class="place">${escapeXml(`${item.reason}（${item.by}，${item.on}）`)}</span>`;
    return `<li>${anchor(item.message.split('\n')[0] as string, item, link)} ${decision}</li>`;
  });
  return `<ul>${items.join('\n')}</ul>`;
};

const finding = (item: FindingItem, text: ReportTexts, link: ReportShape['link']): string => {
  const [first = '', ...more] = item.message.split('\n');
  return `<li class="${item.severity}"><p class="what"><span class="severity">${escapeXml(text.severity[item.severity])}</span> ${anchor(first, item, link)}</p>
${more.map((line) => `<p>${escapeXml(line)}</p>`).join('\n')}<p class="place">${escapeXml(item.place)}</p></li>`;
};

const unevidenced = (overview: Overview, text: ReportTexts, link: ReportShape['link']): string =>
  groups(
    overview.unevidenced,
    text,
    (items) =>
      `<ul class="figures">${items.map((item) => `<li>${anchor(`${item.name} ${item.printed}`, item, link)}</li>`).join('\n')}</ul>`,
  );

const sources = (overview: Overview): string =>
  overview.sources.length === 0
    ? ''
    : `<ul>${overview.sources.map(({ title, description }) => `<li>${escapeXml(title)} <span class="place">${escapeXml(description)}</span></li>`).join('\n')}</ul>`;

const headline = (overview: Overview, text: ReportTexts, link: ReportShape['link']): string => {
  if (overview.headline.length === 0) return '';
  const [last = '', now = '', next = ''] = [2, 1, 0].map((back) => text.year(overview.year === null ? null : overview.year - back));
  const hasSheet = overview.headline.some(({ sheet }) => sheet !== '');
  // The verdict stands before what scrolls away in a narrow place.
  const columns = [text.indicator, text.result, last, text.target(now), now, ...(hasSheet ? [text.sheet] : []), text.target(next)];
  const bars = overview.headline.flatMap(({ name, chart: values, lastYear, revised, thisYear }) =>
    values ? [{ name, ...values, lastPrinted: revised || lastYear.value, nowPrinted: thisYear.value }] : [],
  );
  const rows = overview.headline.map((item) => headlineRow(item, hasSheet, text, link));
  return `<div class="wide">${htmlTable(columns, rows)}</div>\n${chart(bars, { title: text.chart, last, now })}`;
};

const commitments = (overview: Overview, text: ReportTexts, link: ReportShape['link']): string => {
  if (overview.commitments.length === 0) return '';
  const rows = overview.commitments.map(({ name, target, source, reported, done, outcome, outcomeName, placed }) => {
    const cells = [target, source, reported, done].map((cell) => `<td>${escapeXml(cell)}</td>`).join('');
    return `<tr><th scope="row">${anchor(name, placed, link)}</th>${cells}<td class="${outcome}">${escapeXml(outcomeName)}</td></tr>`;
  });
  return htmlTable(text.commitmentColumns, rows);
};

const headlineRow = (item: HeadlineItem, hasSheet: boolean, text: ReportTexts, link: ReportShape['link']): string => {
  const both = ({ value, growth }: HeadlineItem['thisYear']): string[] => [value && growth ? `${value}，` : value, growth];
  const cells = [
    [...both(item.lastYear), item.revised && text.revised(item.revised)],
    [item.target],
    both(item.thisYear),
    ...(hasSheet ? [[item.sheet]] : []),
    [item.nextTarget],
  ].map((parts) => `<td>${parts.map((part) => part && `<span>${escapeXml(part)}</span>`).join('<wbr>')}</td>`);
  const verdict = `<td class="${item.verdict}"><span>${escapeXml(text.verdict[item.verdict])}</span></td>`;
  return `<tr><th scope="row">${anchor(item.name, item.placed, link)}</th>${verdict}${cells.join('')}</tr>`;
};
