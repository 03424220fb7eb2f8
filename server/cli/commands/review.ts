import { parseArgs } from 'node:util';
import type { CheckResult } from '../../core/check.ts';
import type { IndexedClaim } from '../../core/claims/claim-index.ts';
import { type Confirmation, confirmationOf, followConfirmed, sameClaim } from '../../core/confirmation.ts';
import type { Finding } from '../../core/finding.ts';
import { describePlace } from '../../core/outline/place.ts';
import {
  confirmFigure,
  type Decisions,
  decisionsOn,
  draftIdentity,
  prune,
  type Reviewed,
  restore,
  setAside,
  setAsideOf,
  staleIn,
  withdraw,
} from '../../core/reviewed.ts';
import { LineTable } from '../../core/text/lines.ts';
import type { Files } from '../../files.ts';
import { today } from '../../reviewed-file.ts';
import { severityNames } from '../../tables/findings.ts';
import { version } from '../../version.ts';
import { chooseFormat } from '../format.ts';
import { alignedTable } from '../formats/table.ts';
import { checkDraft, type Draft, decide, Projects, projectOptions } from '../project.ts';
import { type Terminal, UsageError } from '../usage.ts';

const options = {
  ...projectOptions,
  reason: { type: 'string' },
  by: { type: 'string' },
  paper: { type: 'string' },
  line: { type: 'string' },
  remove: { type: 'boolean', default: false },
  format: { type: 'string' },
} as const;

/** What a decision is made on. */
interface Case {
  path: string;
  draft: Draft;
  result: CheckResult;
  decisions: Decisions;
  values: ReturnType<typeof parse>['values'];
  terminal: Terminal;
  save(change: (reviewed: Reviewed) => Reviewed): Promise<void>;
}

const parse = (args: string[]) => parseArgs({ args, allowPositionals: true, options });

export const review = async (args: string[], files: Files, terminal: Terminal): Promise<number> => {
  const { values, positionals } = parse(args);
  const [action, path, what, ...rest] = positionals;
  const run = Object.hasOwn(actions, action ?? '') ? actions[action as string] : undefined;
  if (!run || !path || rest.length > 0 || (items[action as string] !== undefined) !== (what !== undefined))
    throw new UsageError(misused(action));
  const draft = await (await Projects.open(files, terminal, values)).draft(path);
  const decisions = decisionsOn(draft.reviewed, draftIdentity(draft.document));
  const save: Case['save'] = (change) => decide(draft, change);
  await run({ path, draft, result: checkDraft(draft), decisions, values, terminal, save }, what ?? '');
  return 0;
};

const list = async ({ path, result, decisions, values, terminal }: Case): Promise<void> => {
  const stale = staleIn(decisions, result);
  const { held, changed } = followConfirmed(decisions.confirmed, result.index);
  if (chooseFormat(values, ['table', 'json']) === 'json') {
    const open = result.findings.map(({ key, rule, severity, message }) => ({ key, rule, severity, message }));
    terminal.out(
      JSON.stringify({ version, path, open, setAside: [...decisions.setAside.values()], confirmed: decisions.confirmed, stale }),
    );
    return;
  }
  const state = (entry: Confirmation): string =>
    [...held.values()].includes(entry) ? '' : [...changed.values()].includes(entry) ? '核定后又有改动' : '稿中已没有';
  section(
    terminal,
    '待定',
    result.findings.map((finding) => findingRow(finding)),
  );
  section(
    terminal,
    '已搁置',
    [...decisions.setAside.values()].map((entry) => [
      entry.key,
      entry.message,
      entry.reason,
      `${entry.by}，${entry.on}`,
      stale.setAside.includes(entry) ? '稿中已没有' : '',
    ]),
  );
  section(
    terminal,
    '已核定',
    decisions.confirmed.map((entry) => [`${entry.name}${entry.value}`, entry.paper, `${entry.by}，${entry.on}`, state(entry)]),
  );
};

const findingRow = ({ key, severity, message, rule }: Finding): string[] => [
  key,
  severityNames[severity],
  message.split('\n')[0] as string,
  rule,
];

const section = (terminal: Terminal, title: string, [first, ...rows]: string[][]): void => {
  if (!first) terminal.out(`${title}：无`);
  else terminal.out(`${title}：\n${alignedTable(first, rows).replace(/^/gm, '  ')}`);
};

const setOneAside = async ({ draft, result, values, save, terminal }: Case, key: string): Promise<void> => {
  const finding = oneWith(key, [...result.findings, ...result.setAside.map(({ finding: aside }) => aside)]);
  const entry = setAsideOf(finding, { reason: needed(values.reason, '--reason 理由'), by: needed(values.by, '--by 谁'), on: today() });
  await save((reviewed) => setAside(reviewed, draftIdentity(draft.document), entry));
  terminal.out(`已搁置：${entry.message}`);
};

const restoreOne = async ({ draft, decisions, save, terminal }: Case, key: string): Promise<void> => {
  const entry = oneWith(key, [...decisions.setAside.values()]);
  await save((reviewed) => restore(reviewed, draftIdentity(draft.document), entry.key));
  terminal.out(`已恢复：${entry.message}`);
};

const confirmOne = async ({ draft, result, values, save, terminal }: Case, printed: string): Promise<void> => {
  const figure = figureOf(result, printed, values.line);
  const by = { paper: needed(values.paper, '--paper 文件'), by: needed(values.by, '--by 谁'), on: today() };
  const entry = confirmationOf(figure, by);
  await save((reviewed) => confirmFigure(reviewed, draftIdentity(draft.document), figure, result.index, by));
  terminal.out(`已核定：${entry.name}${entry.value}`);
};

const withdrawOne = async ({ draft, result, decisions, values, save, terminal }: Case, printed: string): Promise<void> => {
  const entry = followConfirmed(decisions.confirmed, result.index).held.get(figureOf(result, printed, values.line));
  if (!entry) throw new UsageError(`“${printed}”没有核定过（heshu review list 文稿 列出全部）`);
  await save((reviewed) => withdraw(reviewed, draftIdentity(draft.document), entry));
  terminal.out(`已撤销核定：${entry.name}${entry.value}`);
};

const pruneAll = async ({ draft, result, decisions, values, save, terminal }: Case): Promise<void> => {
  const stale = staleIn(decisions, result);
  const lines = [
    ...stale.setAside.map(({ message, reason, by, on }) => `  搁置：${message}（${reason}；${by}，${on}）`),
    ...stale.confirmed.map(({ name, value, paper, by, on }) => `  核定：${name}${value}（${paper}；${by}，${on}）`),
  ];
  if (lines.length === 0) {
    terminal.out('没有要清理的：每条记录在这份稿里都还有对应');
    return;
  }
  terminal.out([`${lines.length}条记录在这份稿里已没有对应：`, ...lines].join('\n'));
  if (!values.remove) {
    terminal.out('确认不再需要的，加 --remove 清理');
    return;
  }
  await save((reviewed) => prune(reviewed, draftIdentity(draft.document), stale));
  terminal.out('已清理');
};

const actions: Record<string, (at: Case, what: string) => Promise<void>> = {
  list,
  'set-aside': setOneAside,
  restore: restoreOne,
  confirm: confirmOne,
  withdraw: withdrawOne,
  prune: pruneAll,
};

/** What those that are about one finding or figure want behind the draft. */
const items: Record<string, string> = { 'set-aside': '编号', restore: '编号', confirm: '数据', withdraw: '数据' };

const misused = (action: string | undefined): string => {
  if (action === undefined) return `要写明做什么：${Object.keys(actions).join('、')}（heshu review --help 列出用法）`;
  if (!Object.hasOwn(actions, action))
    return `没有 heshu review ${action}，只有 ${Object.keys(actions).join('、')}（heshu review --help 列出用法）`;
  return `用法：heshu review ${[action, '文稿', items[action]].filter(Boolean).join(' ')}（heshu review --help 列出选项）`;
};

const needed = (value: string | undefined, option: string): string => {
  if (!value?.trim()) throw new UsageError(`要写明 ${option}`);
  return value.trim();
};

/** What a key, or the beginning of one, stands for. */
const oneWith = <Item extends { key: string }>(key: string, items: readonly Item[]): Item => {
  const found = items.filter((item) => item.key.startsWith(key));
  if (key.length < 4 || !found[0]) throw new UsageError(`没有编号 ${key}（heshu review list 文稿 列出全部）`);
  if (found.length > 1) throw new UsageError(`编号 ${key} 开头的有${found.length}个，请多写几位`);
  return found[0];
};

/** The figure that is printed so, on a line where that is given. */
const figureOf = ({ index, document }: CheckResult, printed: string, line: string | undefined): IndexedClaim => {
  const lines = new LineTable(document.text);
  const found = index.claims.filter(
    (entry) =>
      entry.claim.kind !== 'threshold' && entry.printed === printed && (line === undefined || lines.at(entry.start).line === Number(line)),
  );
  const [first] = found;
  if (!first) throw new UsageError(`稿中${line === undefined ? '' : `第${line}行`}没有数据“${printed}”（heshu figures 文稿 列出全部）`);
  const places = found.map((entry) => `第${lines.at(entry.start).line}行${describePlace(entry.passage.passage)}${entry.claim.name}`);
  // Places that state the same are confirmed together.
  const record = (entry: IndexedClaim): Confirmation => confirmationOf(entry, { paper: '', by: '', on: '' });
  if (!found.every((entry) => sameClaim(record(entry), record(first))))
    throw new UsageError(`“${printed}”有${found.length}处，请用 --line 指定：${places.join('；')}`);
  return first;
};
