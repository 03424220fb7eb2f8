import type { CheckResult } from '../core/check.ts';
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

/** What a person must look at first; of confirmed and empty rows only the summary tells. */
export const answersTable = (answers: readonly Answer[], { document }: CheckResult): Table => ({
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
      kindNames[kind],
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
export const answersSummary = (answers: readonly Answer[]): string =>
  `${answers.length}行：${(Object.keys(kindNames) as AnswerKind[])
    .map((kind) => ({ kind, count: answers.filter((answer) => answer.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${kindNames[kind]}${count}`)
    .join(' · ')}`;

/** The same as a list in Markdown, for a narrow page. */
export const answersList = (answers: readonly Answer[], check: CheckResult): string =>
  answersTable(answers, check)
    .rows.map((row) => {
      const [kind = '', place = '', name = '', own = '', settled = '', opinion = '', ...from] = row.map((cell) =>
        escapeMarkdown(cellText(cell)),
      );
      const values = [own && `本稿${own}`, settled && `核定${settled}`, opinion && `意见：${opinion}`].filter(Boolean).join('，');
      return `- ${kind} ${[place, name && `**${name}**`].filter(Boolean).join(' ')}：${values}（${from.filter(Boolean).join('，')}）`;
    })
    .join('\n');
