import { expect, it } from 'vitest';
import { ClaimIndex } from '../../server/core/claims/claim-index.ts';
import { readDocument } from '../../server/core/document.ts';
import { diffSheets } from '../../server/core/sheets/diff.ts';
import { readSheet } from '../../server/core/sheets/read-sheet.ts';
import { vocabularyWith } from '../../server/project.ts';

const draft = `政府工作报告

2025年1月16日在青川县第九届人民代表大会第四次会议上

一、2024年工作回顾

财政总收入261.5亿元，增长4.8%；一般公共预算收入133.4亿元，其中税收收入118.6亿元，税收占比88.9%。
技术交易额112亿元，增长17.9%，增速比上年加快2.1个百分点。
新增停车泊位7136个，比上年少1292个。引进校友经济项目172个，为年度计划的114.7%。
全年财政总收入超260亿元。

二、2025年工作安排

技术交易额达到125亿元。`;

const sheetOf = (rows: string): ReturnType<typeof readSheet> =>
  readSheet(
    { name: '2024年数据表.csv', rows: `指标|单位|本年数|上年数\n${rows}`.split('\n').map((line) => line.split('|')) },
    vocabularyWith([]),
    { region: '青川县' },
  );

it('a new sheet: what it changes, where that stands and what it drags along', () => {
  const document = readDocument(draft, vocabularyWith([]));
  const before = sheetOf(
    '财政总收入|亿元|261.5|249.6\n税收收入|亿元|118.6|112\n技术交易额|亿元|112|95\n新增停车泊位|个|7136|8428\n校友经济项目|个|172|150\n村集体经济总收入|亿元|3.5|3.2',
  );
  const after = sheetOf(
    '财政总收入|亿元|262.44|249.6\n税收收入|亿元|119.2|112\n技术交易额|亿元|113.4|95\n新增停车泊位|个|7150|8428\n校友经济项目|个|175|150\n民间投资|亿元|80|70',
  );
  const { changes, added, removed } = diffSheets(before?.facts ?? [], after?.facts ?? [], new ClaimIndex(document), document.text);
  expect(
    changes.map(({ before: old, after: now, places, dragged }) => [
      `${now.claim.name} ${old.printed} ${now.printed}`,
      ...places.map(({ entry, state, restated }) => `${entry.printed} ${state} ${restated ?? ''}`),
      ...dragged.map(({ entry, dependence, recomputed }) => `${entry.printed} ${dependence} ${recomputed ?? ''}`),
    ]),
  ).toEqual([
    ['财政总收入 261.5亿元 262.44亿元', '261.5亿元 stale 262.4亿元', '260亿元 current ', '4.8% growth 5.1%'],
    ['税收收入 118.6亿元 119.2亿元', '118.6亿元 stale 119.2亿元', '88.9% share '],
    ['技术交易额 112亿元 113.4亿元', '112亿元 stale 113亿元', '17.9% growth 19.4%', '2.1个百分点 points ', '125亿元 target '],
    ['停车泊位 7136个 7150个', '7136个 stale 7150个', '1292个 difference '],
    ['校友经济项目 172个 175个', '172个 stale 175个', '114.7% completion '],
  ]);
  expect(added.map(({ printed }) => printed)).toEqual(['80亿元', '70亿元']);
  expect(removed.map(({ printed }) => printed)).toEqual(['3.5亿元', '3.2亿元']);
});
