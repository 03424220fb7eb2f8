import { about } from './about.ts';
import { authorities } from './baseline/fact.ts';
import { authorityOf } from './baseline/facts-of.ts';
import type { CheckResult } from './check.ts';
import type { ClaimIndex, IndexedClaim } from './claims/claim-index.ts';
import { type Confirmation, confirmationOf, type Decision, followConfirmed, identityFields, sameClaim } from './confirmation.ts';
import type { PolicyDocument } from './document.ts';
import type { Finding } from './finding.ts';
import type { Text } from './rules/rule.ts';

export const reviewedName = 'heshu.reviewed.json';
/** Far more than an office decides in a year: something else. In UTF-16 units. */
const lengthLimit = 4_000_000;
const problemsShown = 5;

/** A finding that a person set aside. It comes back when its figure, its base or its sheet changes, since its key does. */
export interface SetAside extends Decision {
  key: string;
  rule: string;
  /** The first line of the finding's message, for readers. */
  message: string;
  reason: string;
}

/** Which draft a decision is about: never by file name, since drafts are renamed every night. */
export interface DraftIdentity {
  region: string;
  year: number | null;
  /** What kind of paper it is: a report, a plan, … */
  kind: string;
}

/** What was decided on one draft. */
export interface Decisions {
  /** By the finding's key. */
  setAside: ReadonlyMap<string, SetAside>;
  confirmed: readonly Confirmation[];
}

export const noDecisions: Decisions = { setAside: new Map(), confirmed: [] };

type Row = Record<string, unknown>;

/** What `heshu.reviewed.json` holds, as read: fields and rows that are not understood are kept as they are. */
export interface Reviewed {
  content: Row;
  /** By `draftKey`. */
  decisions: ReadonlyMap<string, Decisions>;
}

/** A file that says nothing yet. */
export const emptyReviewed: Reviewed = { content: {}, decisions: new Map() };

/** `problems` are lines for people; where `reviewed` is undefined nothing holds and nothing may be written over the file. */
export interface ReviewedReading {
  reviewed: Reviewed | undefined;
  problems: Text[];
}

export const draftIdentity = (document: PolicyDocument): DraftIdentity => ({
  region: document.outline.region ?? '',
  year: document.outline.year,
  kind: authorityOf(document),
});

const draftKey = ({ region, year, kind }: DraftIdentity): string => JSON.stringify([region, year, kind]);

export const decisionsOn = (reviewed: Reviewed | undefined, draft: DraftIdentity): Decisions =>
  reviewed?.decisions.get(draftKey(draft)) ?? noDecisions;

export const tooLargeForDecisions: Text = {
  zh: '太大，不像搁置与核定记录，没有读；请移走或恢复原文件',
  en: 'too large for decisions, not read: move it away or restore it',
};

const untilThen: Text = {
  zh: '在此之前搁置和核定不起作用，文件也不改动',
  en: 'until then nothing is set aside or confirmed, and the file stays as it is',
};

/** Reads the text of a `heshu.reviewed.json`: each bad row is named, the rest holds. */
export const parseReviewed = (text: string): ReviewedReading => {
  const refuse = (problem: Text): ReviewedReading => ({ reviewed: undefined, problems: [problem] });
  if (text.length > lengthLimit) return refuse(about(reviewedName, tooLargeForDecisions));
  const marker = /^(?:<{7}|={7}|>{7})/m.exec(text);
  if (marker) {
    const line = lineAt(text, marker.index);
    return refuse({
      zh: `${reviewedName} 第${line}行：有没合并完的冲突标记，请先合并；${untilThen.zh}`,
      en: `${reviewedName} line ${line}: marks of an unfinished merge; ${untilThen.en}`,
    });
  }
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\ufeff/, '').trim() || '{}');
  } catch {
    return refuse(
      about(reviewedName, {
        zh: `JSON 写法有误，请改好或恢复原文件；${untilThen.zh}`,
        en: `no valid JSON: mend it or restore the file; ${untilThen.en}`,
      }),
    );
  }
  if (!isRow(content) || (content.drafts !== undefined && !Array.isArray(content.drafts)))
    return refuse(
      about(reviewedName, {
        zh: `应为一个对象，drafts 为列表；${untilThen.zh}`,
        en: `should be an object whose drafts are a list; ${untilThen.en}`,
      }),
    );
  const problems: Text[] = [];
  const reviewed = withDecisions(content, problems);
  const more = problems.length - problemsShown;
  const others = about(reviewedName, { zh: `另有${more}处写法有误`, en: `${more} more entries are wrong` });
  return { reviewed, problems: more > 0 ? [...problems.slice(0, problemsShown), others] : problems };
};

/** As the file is written: sorted, a field a line, so that two people's changes merge. */
export const formatReviewed = ({ content }: Reviewed): string => `${JSON.stringify(content, undefined, 2)}\n`;

/** Sets a finding aside; an earlier decision on it is replaced. */
export const setAside = (reviewed: Reviewed, draft: DraftIdentity, entry: SetAside): Reviewed =>
  changed(reviewed, draft, 'setAside', (rows) => replace(rows, ({ key }) => key === entry.key, { ...entry }));

/** Takes a finding up again. */
export const restore = (reviewed: Reviewed, draft: DraftIdentity, key: string): Reviewed =>
  changed(reviewed, draft, 'setAside', (rows) => rows.filter((row) => row.key !== key));

/** Confirms a figure; an earlier confirmation of the same value is replaced. */
export const confirm = (reviewed: Reviewed, draft: DraftIdentity, entry: Confirmation): Reviewed =>
  changed(reviewed, draft, 'confirmed', (rows) => replace(rows, (row) => isSame(row, entry), { ...entry }));

/**
 * Confirms a figure of a draft as it stands now. What was confirmed of it before it was edited goes.
 * @param index The figures of the draft, `entry` among them.
 */
export const confirmFigure = (
  reviewed: Reviewed,
  draft: DraftIdentity,
  entry: IndexedClaim,
  index: ClaimIndex,
  by: Decision & { paper: string },
): Reviewed => {
  const old = followConfirmed(decisionsOn(reviewed, draft).confirmed, index).changed.get(entry);
  return confirm(old ? withdraw(reviewed, draft, old) : reviewed, draft, confirmationOf(entry, by));
};

/** Takes a confirmation back. */
export const withdraw = (reviewed: Reviewed, draft: DraftIdentity, entry: Confirmation): Reviewed =>
  changed(reviewed, draft, 'confirmed', (rows) => rows.filter((row) => !isSame(row, entry)));

/** The finding as it is set aside. */
export const setAsideOf = ({ key, rule, message }: Finding, { reason, by, on }: Decision & { reason: string }): SetAside => ({
  key,
  rule,
  message: message.split('\n')[0] as string,
  reason,
  by,
  on,
});

/** A finding that was set aside, with the decision. */
export interface FindingSetAside {
  finding: Finding;
  decision: SetAside;
}

/** Parts the findings that are open from those set aside. */
export const applySetAside = (findings: readonly Finding[], decisions: Decisions): { open: Finding[]; setAside: FindingSetAside[] } => {
  const open: Finding[] = [];
  const aside: FindingSetAside[] = [];
  for (const finding of findings) {
    const decision = decisions.setAside.get(finding.key);
    if (decision) aside.push({ finding, decision });
    else open.push(finding);
  }
  return { open, setAside: aside };
};

/** What no longer matches anything in a draft: set-aside keys of no finding, confirmations that no figure answers to. */
export interface Stale {
  setAside: SetAside[];
  confirmed: Confirmation[];
}

export const staleIn = (decisions: Decisions, { setAside: aside, index }: Pick<CheckResult, 'setAside' | 'index'>): Stale => {
  const known = new Set(aside.map(({ decision }) => decision.key));
  return {
    setAside: [...decisions.setAside.values()].filter(({ key }) => !known.has(key)),
    confirmed: followConfirmed(decisions.confirmed, index).idle,
  };
};

export const prune = (reviewed: Reviewed, draft: DraftIdentity, stale: Stale): Reviewed => {
  let result = reviewed;
  for (const { key } of stale.setAside) result = restore(result, draft, key);
  for (const entry of stale.confirmed) result = withdraw(result, draft, entry);
  return result;
};

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

const isSame = (row: Row, entry: Confirmation): boolean =>
  sameClaim(row as unknown as Confirmation, entry) && row.value === entry.value && row.words === entry.words;

/** The content with one list of one draft changed, all in order. Sections that a merge doubled become one. */
const changed = ({ content }: Reviewed, draft: DraftIdentity, list: 'setAside' | 'confirmed', change: (rows: Row[]) => Row[]): Reviewed => {
  const all = Array.isArray(content.drafts) ? (content.drafts as unknown[]) : [];
  const isOwn = (section: unknown): section is Row => identityIn(section) === draftKey(draft);
  const own = all.filter(isOwn);
  const rowsOf = (name: 'setAside' | 'confirmed'): unknown[] => own.flatMap((section) => section[name] ?? []);
  const rows = rowsOf(list);
  const section: Row = {
    ...Object.assign({ ...draft }, ...own),
    setAside: rowsOf('setAside'),
    confirmed: rowsOf('confirmed'),
    [list]: [...change(rows.filter(isRow)), ...rows.filter((row) => !isRow(row))].sort(inOrder),
  };
  const drafts = [...all.filter((other) => !isOwn(other)), section].sort(inOrder);
  return withDecisions({ ...content, drafts }, []);
};

/** A new row takes the place of the old ones and keeps what else they say. */
const replace = (rows: readonly Row[], isOld: (row: Row) => boolean, row: Row): Row[] => [
  ...rows.filter((other) => !isOld(other)),
  { ...rows.find(isOld), ...row },
];

const orderFields = ['region', 'year', 'kind', 'rule', 'message', 'indicator', 'period', 'status', 'qualifier', 'value', 'key'] as const;

/** By code units, the same on every machine. */
const inOrder = (a: unknown, b: unknown): number => {
  if (!isRow(a) || !isRow(b)) return Number(isRow(b)) - Number(isRow(a));
  for (const field of orderFields) {
    const [x, y] = [String(a[field] ?? ''), String(b[field] ?? '')];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
};

const identityIn = (row: unknown): string | undefined => {
  if (!isRow(row)) return undefined;
  const { region, year, kind } = row;
  const isGood = typeof region === 'string' && (year === null || Number.isInteger(year)) && authorities.some((name) => name === kind);
  return isGood ? draftKey({ region, year: year as number | null, kind: kind as string }) : undefined;
};

const setAsideFields = ['key', 'rule', 'message', 'reason', 'by', 'on'] as const;
const confirmedFields = [...identityFields, 'name', 'value', 'words', 'paper', 'by', 'on'] as const;
const mayBeEmpty = new Set<string>(['region', 'indicator', 'qualifier', 'period', 'scope', 'name', 'words', 'message']);

const withDecisions = (content: Row, problems: Text[]): Reviewed => {
  const decisions = new Map<string, { setAside: Map<string, SetAside>; confirmed: Confirmation[] }>();
  const sections = Array.isArray(content.drafts) ? (content.drafts as unknown[]) : [];
  sections.forEach((section, index) => {
    const where: Text = about(reviewedName, { zh: `第${index + 1}份文稿`, en: `draft ${index + 1}` });
    const key = identityIn(section);
    if (key === undefined || !isRow(section)) {
      problems.push({
        zh: `${where.zh}要有 region（地区）、year（年份或 null）、kind（${authorities.join('、')} 之一）`,
        en: `${where.en} needs region, year (or null) and kind (one of ${authorities.join(', ')})`,
      });
      return;
    }
    const here = decisions.get(key) ?? { setAside: new Map<string, SetAside>(), confirmed: [] };
    decisions.set(key, here);
    for (const row of goodRows(section, 'setAside', setAsideFields, where, problems)) here.setAside.set(row.key, row);
    here.confirmed.push(...goodRows(section, 'confirmed', confirmedFields, where, problems));
  });
  return { content, decisions };
};

const goodRows = <Field extends string>(
  section: Row,
  list: string,
  fields: readonly Field[],
  where: Text,
  problems: Text[],
): Record<Field, string>[] => {
  const rows = section[list] ?? [];
  if (!Array.isArray(rows)) {
    problems.push({ zh: `${where.zh}的 ${list} 应为列表`, en: `${where.en}: ${list} should be a list` });
    return [];
  }
  return rows.filter((row: unknown, index): row is Record<Field, string> => {
    const at: Text = { zh: `${where.zh}的 ${list} 第${index + 1}项`, en: `${where.en}: item ${index + 1} of ${list}` };
    const bad = isRow(row) ? fields.find((field) => !isGoodCell(field, row[field])) : '';
    if (bad === undefined) return true;
    const [zh, en] = bad === 'on' ? ['应为日期，如 2026-01-12', 'a date, such as 2026-01-12'] : ['应为文字', 'text'];
    problems.push(
      bad === ''
        ? { zh: `${at.zh}应为对象`, en: `${at.en} should be an object` }
        : { zh: `${at.zh}的 ${bad} ${zh}`, en: `${at.en}: ${bad} should be ${en}` },
    );
    return false;
  });
};

const isGoodCell = (field: string, value: unknown): boolean =>
  typeof value === 'string' && (field === 'on' ? /^\d{4}-\d\d-\d\d$/.test(value) : value !== '' || mayBeEmpty.has(field));

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
