import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Baseline } from '../../server/core/baseline/baseline.ts';
import { checkDocument } from '../../server/core/check.ts';
import type { IndexedClaim } from '../../server/core/claims/claim-index.ts';
import { readDocument } from '../../server/core/document.ts';
import type { Edit } from '../../server/core/finding.ts';
import { rules } from '../../server/core/generated/rules.ts';
import { factsOfText, vocabularyWith } from '../../server/project.ts';

const folder = join(import.meta.dirname, 'moxi');
const read = (name: string): string => readFileSync(join(folder, `${name}.txt`), 'utf8');
const vocabulary = vocabularyWith([]);
const baseline = new Baseline(factsOfText('上年报告', read('report-2025'), vocabulary));
const clean = read('draft-2026-clean');
const check = (text: string) => checkDocument(readDocument(text, vocabulary), baseline, rules);
const { index, findings, document } = check(clean);

/** What is said of a text, without places; hints on wording tell nothing of a number. */
const saidOf = (all: typeof findings): Set<string> =>
  new Set(all.filter(({ severity }) => severity !== 'hint').map(({ rule, message }) => `${rule} ${message}`));
const said = saidOf(findings);
const isDetected = (edits: readonly Edit[]): boolean => {
  let text = clean;
  for (const { start, end, newText } of [...edits].sort((a, b) => b.start - a.start))
    text = text.slice(0, start) + newText + text.slice(end);
  return [...saidOf(check(text).findings)].some((finding) => !said.has(finding));
};

/** What stands at a figure, in Arabic digits. */
const printed = ({ start, end }: IndexedClaim): string => clean.slice(start, end);
const replaced = (entry: IndexedClaim, newText: string): Edit[] | undefined =>
  newText === printed(entry) ? undefined : [{ start: entry.start, end: entry.end, newText }];
/** 12.5 → 15.2: the first two unlike digits that stand side by side, the point aside. */
const swapDigits = (text: string): string =>
  text.replace(/([1-9])(\.?)(?!\1)([1-9])/, (_, a: string, point: string, b: string) => b + point + a);

const otherUnits: [RegExp, string][] = [
  [/美元$/, '元'],
  [/(?<=[万亿])元$/, '美元'],
  [/人次$/, '人'],
  [/平方米$/, '亩'],
  [/亩$/, '平方米'],
  [/个百分点$/, '%'],
  [/%$/, '个百分点'],
];
const otherWays: Record<string, string> = { 增长: '下降', 上涨: '下降', 提高: '降低', 下降: '增长', 降低: '提高' };

type Mutation = (entry: IndexedClaim, next: IndexedClaim | undefined) => Edit[] | undefined;

const mutations: Record<string, Mutation> = {
  末位改动: (entry) =>
    entry.claim.kind === 'level' && entry.claim.factor === 1
      ? undefined
      : replaced(
          entry,
          printed(entry).replace(/\d(?=\D*$)/, (digit) => String(digit === '9' ? 8 : Number(digit) + 1)),
        ),
  个数加一: (entry) =>
    /^(?:count|households|streak|rank)$/.test(entry.claim.dimension)
      ? replaced(
          entry,
          printed(entry).replace(/^(\D*)(\d+)(?=\D*$)/, (_, before: string, digits: string) => before + (Number(digits) + 1)),
        )
      : undefined,
  两位颠倒: (entry) => replaced(entry, swapDigits(printed(entry))),
  大十倍: (entry) =>
    replaced(
      entry,
      printed(entry).replace(/(\d+)\.(\d)|(\d+)(?!\d*\.)/, (_, a = '', b = '', c = '') => (a ? a + b : `${c}0`)),
    ),
  万亿互换: (entry) =>
    replaced(
      entry,
      printed(entry).replace(/[万亿]/, (magnitude) => (magnitude === '万' ? '亿' : '万')),
    ),
  换单位: (entry) => {
    const found = otherUnits.find(([unit]) => unit.test(printed(entry)));
    return found && replaced(entry, printed(entry).replace(...found));
  },
  升降相反: ({ start }) => {
    const word = clean.slice(start - 2, start);
    const newText = otherWays[word];
    return newText ? [{ start: start - 2, end: start, newText }] : undefined;
  },
  上年的数: (entry) => {
    const { claim, region } = entry;
    const fact = baseline.yearBefore(region, claim).find((candidate) => candidate.claim.unit === claim.unit);
    return fact && claim.status === 'actual' ? replaced(entry, fact.printed) : undefined;
  },
  邻数互换: (entry, next) =>
    next && next.passage === entry.passage && next.claim.kind === entry.claim.kind && next.claim.dimension === entry.claim.dimension
      ? replaced(entry, printed(next))?.concat(replaced(next, printed(entry)) ?? [])
      : undefined,
};

it('the share of changed figures that is noticed, by kind of change, as a person has read and approved', async () => {
  const figures = index.claims.filter(
    ({ claim, start, end }) => claim.kind !== 'threshold' && start < document.outline.bodyEnd && /^\D{0,2}\d/.test(clean.slice(start, end)),
  );
  const rows = Object.entries(mutations).map(([kind, mutate], k) => {
    const shareOf = (isPart: (entry: IndexedClaim) => boolean): string => {
      const edits = figures
        .flatMap((entry, i) => (isPart(entry) ? [mutate(entry, figures[i + 1]) ?? []] : []))
        .filter(({ length }) => length > 0)
        // Every third is enough to see a drop; each kind begins with another.
        .filter((_, i) => i % 3 === k % 3);
      const noticed = edits.filter(isDetected).length;
      return `${String(noticed).padStart(4)} / ${String(edits.length).padStart(3)} ${edits.length ? Math.round((noticed / edits.length) * 100) : 0}%`;
    };
    return `${kind}  回顾 ${shareOf(({ claim }) => claim.status !== 'target')}  目标 ${shareOf(({ claim }) => claim.status === 'target')}`;
  });
  const table = `${rows.join('\n')}\n`;
  console.log(table);
  await expect(table).toMatchFileSnapshot('moxi/mutations.txt');
}, 300_000);
