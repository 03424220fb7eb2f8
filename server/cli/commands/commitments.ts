import { parseArgs } from 'node:util';
import type { Claim } from '../../core/claims/claim.ts';
import { ClaimIndex } from '../../core/claims/claim-index.ts';
import { normalizeName } from '../../core/claims/subject.ts';
import { type Commitment, commitmentsOf, isFall, type Outcome, outcomeNames } from '../../core/commitments.ts';
import type { PolicyDocument } from '../../core/document.ts';
import { describePlace } from '../../core/outline/place.ts';
import { citeFact, format } from '../../core/rules/support.ts';
import { LineTable } from '../../core/text/lines.ts';
import type { Files } from '../../files.ts';
import { parseTableFormat } from '../format.ts';
import { formatTable } from '../formats/table.ts';
import { Projects, projectOptions } from '../project.ts';
import { type Terminal, UsageError } from '../usage.ts';
import { version } from '../version.ts';

export const commitments = async (args: string[], files: Files, terminal: Terminal): Promise<number> => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { ...projectOptions, format: { type: 'string', default: 'table' } },
  });
  const [path, ...rest] = positionals;
  if (!path || rest.length > 0) throw new UsageError('heshu commitments 要一个文稿：heshu commitments 文稿.txt');
  const format = parseTableFormat(values.format);
  const projects = await Projects.open(files, terminal, values);
  const { document, baseline: all } = await projects.draft(path);
  const { region, year } = document.outline;
  if (region === null || year === null) throw new UsageError(`${path}：看不出是哪个地区、哪一年的文稿，请用 --region、--year 指定`);
  const { baseline } = all.of(region, year);
  const list = commitmentsOf(document, new ClaimIndex(document), baseline);
  if (format === 'json') {
    terminal.out(JSON.stringify({ version, path, region, year, commitments: list.map((item) => jsonOf(item, document)) }));
    return 0;
  }
  const rows = list.map((item, i) => [String(i + 1), ...cellsOf(item, document)]);
  terminal.out(formatTable(format, heads, rows));
  if (format !== 'csv') terminal.out(`\n${summary(list, year)}`);
  return 0;
};

const heads = ['序号', '上年目标', '目标值', '出处', '本稿', '位置', '完成', '结果'];

const cellsOf = ({ target, reported, outcome, mention, sure, done }: Commitment, document: PolicyDocument): string[] => {
  const place = reported ? describePlace(reported.passage.passage) : mention ? placeAt(document, mention.start) : '';
  return [
    `${target.claim.action && !target.claim.name.startsWith(target.claim.action) ? target.claim.action : ''}${target.claim.name}`,
    `${verbOf(target.claim)}${target.printed}${boundNames[target.claim.bound] ?? ''}`,
    citeFact(target),
    reported
      ? `${sure || sameName(target.claim, reported.claim) ? '' : `疑为“${reported.claim.name}”`}${verbOf(reported.claim)}${reported.printed}`
      : '',
    place,
    done === undefined ? '' : `${format(done)}%`,
    outcomeNames.zh[outcome],
  ];
};

const sameName = (a: Claim, b: Claim): boolean => normalizeName(a.name) === normalizeName(b.name);

const boundNames: Record<string, string> = { over: '以上', under: '以内', about: '左右' };

const verbOf = (claim: Claim): string =>
  claim.kind === 'change'
    ? isFall(claim)
      ? '下降'
      : '增长'
    : claim.kind === 'point_change'
      ? (claim.values[0] ?? 0) < 0
        ? '下降'
        : '提高'
      : '';

const placeAt = (document: PolicyDocument, offset: number): string => {
  const passage = document.passages.find(({ passage: at }) => at.start === offset);
  return passage ? describePlace(passage.passage) : '';
};

/** `87项：超额60 · 已完成12 · …` */
const summary = (list: readonly Commitment[], year: number): string => {
  if (list.length === 0) return `基期材料里没有${year - 1}年的量化目标`;
  const counts = (Object.keys(outcomeNames.zh) as Outcome[]).map((outcome) => ({
    outcome,
    count: list.filter((item) => item.outcome === outcome).length,
  }));
  return `${year - 1}年目标${list.length}项：${counts
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => `${outcomeNames.zh[outcome]}${count}`)
    .join(' · ')}；“疑为”的是名称相近的唯一候选，请人核`;
};

const jsonOf = ({ target, reported, outcome, mention, sure, done }: Commitment, document: PolicyDocument): unknown => {
  const lines = new LineTable(document.text);
  const at = reported ?? mention;
  const [from, to] = at ? [lines.at(at.start), lines.at(at.end)] : [];
  return {
    target: {
      id: target.id,
      indicator: target.claim.name,
      indicatorId: target.claim.indicator?.id ?? null,
      action: target.claim.action,
      kind: target.claim.kind,
      printed: target.printed,
      bound: target.claim.bound,
      source: target.source.title,
      place: target.place,
    },
    outcome,
    sure,
    done: done === undefined ? null : Number(done.toFixed(1)),
    reported: reported ? { indicator: reported.claim.name, printed: reported.printed } : null,
    ...(from && to && { line: from.line, column: from.column, endLine: to.line, endColumn: to.column }),
  };
};
