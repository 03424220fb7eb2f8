import { describe, expect, it } from 'vitest';
import { Baseline } from '../../server/core/baseline/baseline.ts';
import { type CheckResult, checkDocument } from '../../server/core/check.ts';
import { confirmationOf } from '../../server/core/confirmation.ts';
import { readDocument } from '../../server/core/document.ts';
import { pages } from '../../server/core/generated/rule-pages.ts';
import { rules } from '../../server/core/generated/rules.ts';
import {
  confirm,
  confirmFigure,
  decisionsOn,
  draftIdentity,
  emptyReviewed,
  formatReviewed,
  parseReviewed,
  prune,
  type Reviewed,
  restore,
  setAside,
  setAsideOf,
  staleIn,
  withdraw,
} from '../../server/core/reviewed.ts';
import type { Example } from '../../server/core/rules/rule.ts';
import { readSheet } from '../../server/core/sheets/read-sheet.ts';
import { factsOfText, vocabularyWith } from '../../server/project.ts';
import { inBoth } from '../in-both.ts';
import { checkExample } from './example.ts';
import { inReview } from './marked.ts';

const vocabulary = vocabularyWith([]);
const lastYear = (body: string): string =>
  `政府工作报告\n\n2024年1月16日在青川县第九届人民代表大会第三次会议上\n\n一、2023年工作回顾\n\n${body}`;
const by = { by: '综合科', on: '2025-01-12' };

interface Papers {
  base?: string;
  /** Of 财政总收入 in 亿元. */
  sheet?: string;
}

const check = (body: string, reviewed: Reviewed, { base = '财政总收入248亿元。', sheet }: Papers = {}): CheckResult => {
  const table = {
    name: '表.csv',
    rows: [
      ['指标', '单位', '本年数'],
      ['财政总收入', '亿元', sheet ?? ''],
    ],
  };
  const sheets = sheet === undefined ? [] : (readSheet(table, vocabulary, { region: '青川县', year: 2024 })?.facts ?? []);
  const baseline = new Baseline([...factsOfText('上年报告', lastYear(base), vocabulary), ...sheets]);
  return checkDocument(readDocument(inReview(body), vocabulary), baseline, rules, { reviewed });
};

const draft = '财政总收入262亿元，增长4.8%。新增停车泊位2000个。';
const rulesOf = ({ findings }: CheckResult): string[] => findings.map(({ rule }) => rule);
const unevidenced = ({ standings }: CheckResult): string[] =>
  [...standings].flatMap(([{ printed }, { standing }]) => (standing === 'withoutEvidence' ? [printed] : []));

/** Every finding of a draft, set aside, through the file and back. */
const allSetAside = (body: string, papers?: Papers): Reviewed => {
  const { document, findings } = check(body, emptyReviewed, papers);
  expect(findings.length).toBeGreaterThan(0);
  const identity = draftIdentity(document);
  return reread(
    findings.reduce((reviewed, finding) => setAside(reviewed, identity, setAsideOf(finding, { reason: '同口径', ...by })), emptyReviewed),
  );
};

/** A figure of a draft, confirmed, through the file and back. */
const confirmed = (body: string, printed: string, paper = '核定表'): Reviewed => {
  const { document, index } = check(body, emptyReviewed);
  const entry = index.claims.find((claim) => claim.printed === printed)!;
  return reread(confirm(emptyReviewed, draftIdentity(document), confirmationOf(entry, { paper, by: '统计局', on: '2025-01-12' })));
};

const reread = (reviewed: Reviewed): Reviewed => {
  const { reviewed: read, problems } = parseReviewed(formatReviewed(reviewed));
  expect(problems).toEqual([]);
  return read!;
};

describe('a finding that was set aside', () => {
  const aside = allSetAside(draft);

  it('is no longer among the open ones, and tells by whom and why', () => {
    const result = check(draft, aside);
    expect(rulesOf(result)).toEqual([]);
    expect(result.setAside.map(({ decision }) => decision)).toMatchObject([
      { rule: 'growth-rate', message: '财政总收入262亿元、增长4.8%：两数对不上', reason: '同口径', by: '综合科', on: '2025-01-12' },
    ]);
    expect(result.coverage).toMatchObject({ conflict: 0, withoutEvidence: 1 });
  });

  it.each([
    ['text before and behind it', `新的一年快到了。\n${draft}规上企业新增18家。`],
    ['another figure of the document', draft.replace('2000', '2100')],
  ])('stays so after an edit of %s', (_, body) => {
    expect(rulesOf(check(body, aside))).toEqual([]);
  });

  it.each([
    ['its figure', draft.replace('4.8', '4.7'), {}],
    ['the level that it follows from', draft.replace('262亿', '263亿'), {}],
    ['its base', draft, { base: '财政总收入247亿元。' }],
    ['the words around it', draft.replace('，增长', '，同比增长'), {}],
  ])('comes back when %s changes', (_, body, papers) => {
    expect(rulesOf(check(body, aside, papers))).toEqual(['growth-rate']);
  });

  it('comes back when its sheet changes, and not before', () => {
    const body = '财政总收入267亿元。';
    const onSheet = allSetAside(body, { sheet: '261.7' });
    expect(rulesOf(check(body, onSheet, { sheet: '261.7' }))).toEqual([]);
    expect(rulesOf(check(body, onSheet, { sheet: '261.9' }))).toContain('source-value');
  });

  it('holds for this region, year and kind of paper alone', () => {
    const { document } = check(draft, emptyReviewed);
    const elsewhere = { ...draftIdentity(document), region: '白水县' };
    const [entry] = decisionsOn(aside, draftIdentity(document)).setAside.values();
    expect(rulesOf(check(draft, setAside(emptyReviewed, elsewhere, entry!)))).toEqual(['growth-rate']);
  });

  it('is taken up again', () => {
    const { document, setAside: found } = check(draft, aside);
    expect(rulesOf(check(draft, restore(aside, draftIdentity(document), found[0]!.finding.key)))).toEqual(['growth-rate']);
  });
});

describe.each(Object.entries(pages))('%s', (id, { examples: { wrong } }) => {
  it('has another key where any number that its message tells is another', () => {
    const reported = (example: Example) => checkExample(example).findings.find(({ rule }) => rule === id);
    const before = reported(wrong)!;
    for (const paper of ['base', 'sheet', 'confirmed', 'draft'] as const) {
      const text = wrong[paper] ?? '';
      for (const { 0: digit, index } of text.matchAll(/\d/g)) {
        const changed = text.slice(0, index) + ((Number(digit) + 1) % 10) + text.slice(index + 1);
        const after = reported({ ...wrong, [paper]: changed });
        if (after && after.message !== before.message) expect(after.key, `${after.message}\n${changed}`).not.toBe(before.key);
      }
    }
  });
});

describe('a confirmed figure', () => {
  const once = confirmed(draft, '2000个');

  it('counts as checked', () => {
    expect(unevidenced(check(draft, emptyReviewed))).toEqual(['2000个']);
    const result = check(draft, once);
    expect(unevidenced(result)).toEqual([]);
    expect(result.coverage.agree).toBe(1);
  });

  it('stays so after edits elsewhere, in its sentence and of the order', () => {
    expect(unevidenced(check('全县新增停车泊位2000个。财政总收入260亿元，增长4.8%。', once))).toEqual([]);
  });

  it('comes back when it is edited: who confirmed what, when and by which paper', () => {
    const { findings } = check(draft.replace('2000个', '2100个'), once);
    expect(findings.find(({ rule }) => rule === 'confirmed-value')).toMatchObject({
      severity: 'warning',
      message:
        '停车泊位2100个：核定后又有改动\n2025年1月12日统计局据《核定表》核定为2000个\n请核改动依据；若已有新文件，请据新文件重新核定',
    });
  });

  it('is settled by a newer confirmation, the older of which is left for pruning', () => {
    const body = draft.replace('2000个', '2100个');
    const { document, index } = check(body, once);
    const entry = index.claims.find(({ printed }) => printed === '2100个')!;
    const again = confirm(once, draftIdentity(document), confirmationOf(entry, { paper: '新表', by: '统计局', on: '2025-01-15' }));
    const result = check(body, again);
    expect(rulesOf(result)).not.toContain('confirmed-value');
    expect(staleIn(decisionsOn(again, draftIdentity(document)), result).confirmed.map(({ value }) => value)).toEqual(['2000个']);
  });

  it('confirmed anew after an edit, says what was confirmed last, on the same day too', () => {
    const body = draft.replace('2000个', '2100个');
    const { document, index } = check(body, once);
    const entry = index.claims.find(({ printed }) => printed === '2100个')!;
    const again = confirmFigure(once, draftIdentity(document), entry, index, { paper: '新表', by: '统计局', on: '2025-01-12' });
    expect(decisionsOn(again, draftIdentity(document)).confirmed.map(({ value }) => value)).toEqual(['2100个']);
    const [finding] = check(draft.replace('2000个', '2200个'), again).findings.filter(({ rule }) => rule === 'confirmed-value');
    expect(finding?.message).toContain('据《新表》核定为2100个');
  });

  it('a bound is part of what was confirmed, and so is the direction', () => {
    const bounded = confirmed('新增停车泊位超2000个。', '2000个');
    expect(rulesOf(check('新增停车泊位超2000个。', bounded))).toEqual([]);
    expect(rulesOf(check('新增停车泊位近2000个。', bounded))).toEqual(['confirmed-value']);
    const fallen = confirmed('一般公共预算收入下降3.1%。', '3.1%');
    expect(rulesOf(check('一般公共预算收入增长3.1%。', fallen))).toContain('confirmed-value');
  });

  it('a name that could stand for many things is told by its sentence', () => {
    const body = '启动重点项目12个。完成其他项目30个，服务企业40家。';
    const one = confirmed(body, '30个');
    expect(unevidenced(check(body, one))).toEqual(['12个', '40家']);
    expect(rulesOf(check(body.replace('12个', '13个'), one))).toEqual([]);
    expect(rulesOf(check(body.replace('30个', '31个'), one))).toEqual(['confirmed-value']);
  });

  it('says nothing where it is not clear which of several places was confirmed', () => {
    const body = '财政总收入262亿元。';
    const said = confirmed(body, '262亿元');
    expect(rulesOf(check('财政总收入达到263亿元。据快报，财政总收入264亿元。', said))).not.toContain('confirmed-value');
  });

  it('is taken back', () => {
    const { document } = check(draft, once);
    const identity = draftIdentity(document);
    const [entry] = decisionsOn(once, identity).confirmed;
    expect(unevidenced(check(draft, withdraw(once, identity, entry!)))).toEqual(['2000个']);
  });
});

describe('pruning', () => {
  it('takes out what no longer matches, and nothing else', () => {
    const { document } = check(draft, emptyReviewed);
    const identity = draftIdentity(document);
    let both = allSetAside(draft);
    for (const entry of decisionsOn(confirmed(draft, '2000个'), identity).confirmed) both = confirm(both, identity, entry);
    const stale = (body: string) => staleIn(decisionsOn(both, identity), check(body, both));
    expect(stale(draft)).toEqual({ setAside: [], confirmed: [] });
    const left = stale('新增停车泊位2000个。');
    expect([left.setAside.length, left.confirmed.length]).toEqual([1, 0]);
    const pruned = prune(both, identity, left);
    expect(decisionsOn(pruned, identity)).toMatchObject({ setAside: new Map(), confirmed: [{ value: '2000个' }] });
    expect(stale('财政总收入262亿元，增长4.8%。').confirmed).toHaveLength(1);
  });
});

describe('the file', () => {
  const full = formatReviewed(confirm(allSetAside(draft), draftIdentity(check(draft, emptyReviewed).document), firstOf('2000个')));

  function firstOf(printed: string) {
    const { document } = check(draft, emptyReviewed);
    return decisionsOn(confirmed(draft, printed), draftIdentity(document)).confirmed[0]!;
  }

  it('has one order, whoever wrote first', () => {
    const identity = draftIdentity(check(draft, emptyReviewed).document);
    const { findings } = check(draft, emptyReviewed);
    const entry = setAsideOf(findings[0]!, { reason: '同口径', ...by });
    const other = setAsideOf({ ...findings[0]!, key: 'f', message: '另一条' }, { reason: '口径不同', ...by });
    const [a, b] = [firstOf('2000个'), firstOf('262亿元')];
    const one = confirm(confirm(setAside(setAside(emptyReviewed, identity, entry), identity, other), identity, a), identity, b);
    const two = setAside(confirm(setAside(confirm(emptyReviewed, identity, b), identity, other), identity, a), identity, entry);
    expect(formatReviewed(one)).toBe(formatReviewed(two));
  });

  it('keeps what it does not know', () => {
    const more = full
      .replace('"reason"', '"seen": ["x"],\n "reason"')
      .replace('{', '{ "note": { "a": 1 },')
      .replace('"kind"', '"mine": 1, "kind"');
    const { reviewed, problems } = parseReviewed(more);
    expect(problems).toEqual([]);
    const { document, findings } = check(draft, emptyReviewed);
    const [finding] = findings;
    const again = setAside(reviewed!, draftIdentity(document), setAsideOf(finding!, { reason: '新理由', ...by }));
    expect(JSON.parse(formatReviewed(again))).toMatchObject({
      note: { a: 1 },
      drafts: [{ mine: 1, setAside: [{ seen: ['x'], reason: '新理由' }] }],
    });
  });

  it('names bad rows, keeps them, and lets the rest hold', () => {
    const content = JSON.parse(full);
    content.drafts[0].setAside.unshift({ key: 3 }, 'x');
    content.drafts[0].confirmed.push({ ...content.drafts[0].confirmed[0], on: '昨天' });
    content.drafts.unshift({ region: '青川县', year: '2025', kind: 'report' });
    const { reviewed, problems } = parseReviewed(JSON.stringify(content));
    expect(problems).toEqual([
      inBoth(
        'heshu.reviewed.json：第1份文稿要有 region（地区）、year（年份或 null）、kind（sheet、report、bulletin、plan、table、press 之一）',
      ),
      inBoth('heshu.reviewed.json：第2份文稿的 setAside 第1项的 key 应为文字'),
      inBoth('heshu.reviewed.json：第2份文稿的 setAside 第2项应为对象'),
      inBoth('heshu.reviewed.json：第2份文稿的 confirmed 第2项的 on 应为日期，如 2026-01-12'),
    ]);
    expect(rulesOf(check(draft, reviewed!))).toEqual([]);
    const identity = draftIdentity(check(draft, emptyReviewed).document);
    const written = JSON.parse(formatReviewed(restore(reviewed!, identity, 'none')));
    expect(written.drafts.map(({ year }: { year: unknown }) => year).sort()).toEqual(['2025', 2025].sort());
    expect(written.drafts.find(({ year }: { year: unknown }) => year === 2025).setAside).toHaveLength(3);
  });

  it('joins two sections of one draft that a merge left', () => {
    const content = JSON.parse(full);
    const [section] = content.drafts;
    content.drafts = [
      { ...section, confirmed: [] },
      { ...section, setAside: [] },
    ];
    const { reviewed } = parseReviewed(JSON.stringify(content));
    expect(unevidenced(check(draft, reviewed!))).toEqual([]);
    const identity = draftIdentity(check(draft, emptyReviewed).document);
    expect(formatReviewed(restore(reviewed!, identity, 'none'))).toBe(full);
  });

  it.each([
    ['no JSON', '{ "drafts": [', 'JSON 写法有误'],
    ['a list', '[]', '应为一个对象'],
    ['drafts of a wrong type', '{ "drafts": {} }', 'drafts 为列表'],
    ['marks of a merge', full.replace('      "setAside"', '<<<<<<< HEAD\n      "setAside"'), '第7行：有没合并完的冲突标记'],
    ['10 MB', `{ "drafts": [], "x": "${'x'.repeat(10_000_000)}" }`, '太大'],
  ])('%s is said, and nothing may be written over it', (_, text, message) => {
    const { reviewed, problems } = parseReviewed(text);
    expect(reviewed).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toEqual(inBoth(new RegExp(message)));
  });

  it('stays readable whatever stands in it', () => {
    for (const hostile of [
      'null',
      '1',
      '""',
      '{"drafts":[null,[],1,{"__proto__":{}}]}',
      '{"drafts":[{"region":"","year":null,"kind":"report","setAside":{}}]}',
      `{"drafts":[${'[],'.repeat(5000)}1]}`,
      `${'['.repeat(50_000)}`,
    ])
      expect(parseReviewed(hostile).problems.length).toBeLessThanOrEqual(6);
    expect(parseReviewed('').reviewed).toEqual(emptyReviewed);
  });
});
