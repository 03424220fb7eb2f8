import type { CheckResult } from '../core/check.ts';
import type { Language } from '../core/kept-report.ts';
import { placeAt } from '../core/outline/place.ts';
import type { Answer, AnswerKind } from '../core/worksheet-answers.ts';
import { escapeMarkdown } from '../markdown.ts';
import { cellText, type Table } from './table.ts';

const kindNames: Record<AnswerKind, string> = {
  differs: '与核定数不同',
  unclear: '请人看',
  remarked: '只有意见',
  gone: '稿中已没有',
  confirmed: '已核定',
  pending: '未填',
};

interface Texts {
  kinds: Record<AnswerKind, string>;
  rows(count: number): string;
  kind(name: string, count: number): string;
  own(value: string): string;
  settled(value: string): string;
  opinion(words: string): string;
  line(head: string, values: readonly string[], from: readonly string[]): string;
}

const texts: Record<Language, Texts> = {
  zh: {
    kinds: kindNames,
    rows: (count) => `${count}行：`,
    kind: (name, count) => `${name}${count}`,
    own: (value) => `本稿${value}`,
    settled: (value) => `核定${value}`,
    opinion: (words) => `意见：${words}`,
    line: (head, values, from) => `${head}：${values.join('，')}（${from.join('，')}）`,
  },
  en: {
    kinds: {
      differs: 'differs from what was confirmed',
      unclear: 'to be looked at',
      remarked: 'remark only',
      gone: 'no longer in the draft',
      confirmed: 'confirmed',
      pending: 'not filled in',
    },
    rows: (count) => `${count} rows: `,
    kind: (name, count) => `${count} ${name}`,
    own: (value) => `draft ${value}`,
    settled: (value) => `confirmed ${value}`,
    opinion: (words) => `remark: ${words}`,
    line: (head, values, from) => `${head}: ${values.join(', ')} (${from.join(', ')})`,
  },
};

/** What a person must look at first; of confirmed and empty rows only the summary tells. */
export const answersTable = (answers: readonly Answer[], { document }: CheckResult, language: Language = 'zh'): Table => ({
  name: '核数结果',
  columns: [
    { head: '结果', width: 12 },
    { head: '位置', width: 14 },
    { head: '指标', width: 24 },
    { head: '本稿', width: 12 },
    { head: '核定数', width: 12 },
    { head: '意见', width: 24 },
    { head: '部门', width: 12 },
    { head: '签名', width: 10 },
    { head: '见', width: 22 },
  ],
  rows: (Object.keys(kindNames) as AnswerKind[])
    .filter((kind) => kind !== 'pending')
    .flatMap((kind) => answers.filter((answer) => answer.kind === kind))
    .map(({ kind, row, returned }) => [
      texts[language].kinds[kind],
      row ? placeAt(document, row.entry.start) : '',
      row?.name ?? '',
      row?.entry.printed ?? '',
      returned.settled,
      returned.opinion,
      returned.department,
      returned.signed,
      returned.at,
    ]),
});

/** `4行：与核定数不同1 · 已核定2` */
export const answersSummary = (answers: readonly Answer[], language: Language = 'zh'): string =>
  `${texts[language].rows(answers.length)}${(Object.keys(kindNames) as AnswerKind[])
    .map((kind) => ({ kind, count: answers.filter((answer) => answer.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => texts[language].kind(texts[language].kinds[kind], count))
    .join(' · ')}`;

/** The same as a list in Markdown, for a narrow page. */
export const answersList = (answers: readonly Answer[], check: CheckResult, language: Language): string => {
  const text = texts[language];
  return answersTable(answers, check, language)
    .rows.map((row) => {
      const [kind = '', place = '', name = '', own = '', settled = '', opinion = '', ...from] = row.map((cell) =>
        escapeMarkdown(cellText(cell)),
      );
      const values = [own && text.own(own), settled && text.settled(settled), opinion && text.opinion(opinion)].filter(Boolean);
      return `- ${text.line([kind, place, name && `**${name}**`].filter(Boolean).join(' '), values, from.filter(Boolean))}`;
    })
    .join('\n');
};
