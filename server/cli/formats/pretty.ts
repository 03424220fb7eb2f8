import { styleText } from 'node:util';
import { eastAsianWidth } from 'get-east-asian-width';
import type { CheckResult } from '../../core/check.ts';
import { coverageLine, outsideLine } from '../../core/coverage.ts';
import type { Finding, Severity } from '../../core/finding.ts';
import { append } from '../../core/lists.ts';
import { describePlace, passageAt } from '../../core/outline/place.ts';
import { unnamed } from '../../core/printed.ts';
import { severityNames } from '../../tables/findings.ts';
import type { Terminal } from '../usage.ts';

const severityStyles: Record<Severity, Parameters<typeof styleText>[0]> = {
  error: 'red',
  warning: 'yellow',
  information: 'cyan',
  hint: 'gray',
};

/** Columns that a text takes on a terminal. */
export const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + eastAsianWidth(character.codePointAt(0) as number, { ambiguousAsWide: true }), 0);

/** The findings of a file as a person reads them: place, sentence with the figure marked, message; then the coverage line. */
export const prettyFile = (
  path: string,
  result: CheckResult,
  terminal: Pick<Terminal, 'colour' | 'columns'>,
  options: { all: boolean },
): string => {
  const style = (format: Parameters<typeof styleText>[0], text: string): string =>
    terminal.colour ? styleText(format, text, { validateStream: false }) : text;
  const { outline } = result.document;
  if (result.coverage.characters === 0) return `${path}：没有文字，无可核对`;
  const lines = [
    style('bold', `${path}（${outline.region ?? '地区不明'}，${outline.year === null ? '年份不明' : `${outline.year}年`}）`),
    '',
  ];
  let place = '';
  for (const finding of result.findings) {
    const passage = passageAt(result.document, finding.range.start);
    const here = passage ? describePlace(passage) : '';
    if (here !== place) lines.push(style('bold', here));
    place = here;
    const { before, marked, after } = excerpt(
      result.document.text,
      finding,
      passage ?? { start: 0, end: result.document.text.length },
      terminal.columns - 4,
    );
    lines.push(
      `  ${before}${style('underline', marked)}${after}`,
      `  ${' '.repeat(widthOf(before))}${'~'.repeat(Math.max(1, widthOf(marked)))}`,
    );
    const [first = '', ...rest] = finding.message.split('\n');
    lines.push(
      `  ${style(severityStyles[finding.severity], severityNames[finding.severity])} ${first}  ${style('gray', finding.rule)}`,
      ...rest.map((line) => `       ${line}`),
      '',
    );
  }
  if (result.findings.length === 0) lines.push('没有发现问题', '');
  if (options.all && result.setAside.length > 0) lines.push(...setAside(result), '');
  if (options.all) append(lines, [...withoutEvidence(result), '']);
  const aside = result.setAside.length;
  if (aside > 0 && !options.all) lines.push(`另有${aside}个问题已搁置（--all 列出）`);
  lines.push(...outsideLine(result), coverageLine(result.coverage));
  return lines.join('\n');
};

/** The words around a finding that fit on one line. */
const excerpt = (
  text: string,
  finding: Finding,
  passage: { start: number; end: number },
  columns: number,
): { before: string; marked: string; after: string } => {
  const flat = (from: number, to: number): string => text.slice(from, to).replace(/\s+/g, ' ');
  const marked = flat(finding.range.start, finding.range.end);
  const room = Math.max(20, Math.min(columns, 100) - widthOf(marked));
  let from = finding.range.start;
  for (let left = Math.floor(room * 0.6); from > passage.start && left > 0; from--) left -= widthOf(text[from - 1] as string);
  let to = finding.range.end;
  for (let left = room - widthOf(flat(from, finding.range.start)); to < passage.end && left > 1; to++) left -= widthOf(text[to] as string);
  // Never half of a character beyond the basic plane.
  if (from > 0 && isLowSurrogate(text.charCodeAt(from))) from--;
  if (isLowSurrogate(text.charCodeAt(to))) to++;
  return {
    before: `${from > passage.start ? '…' : ''}${flat(from, finding.range.start).trimStart()}`,
    marked,
    after: `${flat(finding.range.end, to)}${to < passage.end ? '…' : ''}`.trimEnd(),
  };
};

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

const setAside = (result: CheckResult): string[] => [
  '已搁置：',
  ...result.setAside.flatMap(({ finding, decision: { reason, by, on } }) => [
    `  ${severityNames[finding.severity]} ${finding.message.split('\n')[0]}  ${finding.rule}`,
    `       ${reason}（${by}，${on}）`,
  ]),
];

const withoutEvidence = (result: CheckResult): string[] => {
  const rows = [...result.standings].flatMap(([entry, { standing }]) => (standing === 'withoutEvidence' ? [entry] : []));
  return [
    '没有依据可比、须由人核对的数据：',
    ...rows.map((entry) => `  ${describePlace(entry.passage.passage)}  ${entry.claim.name || unnamed.zh}  ${entry.printed}`),
  ];
};
