import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { CheckResult } from '../../core/check.ts';
import { type Severity, severities } from '../../core/finding.ts';
import { rules } from '../../core/generated/rules.ts';
import type { Severities } from '../../core/rules/run.ts';
import type { Files } from '../../files.ts';
import { mayBeDraft, mayBeTables } from '../../folders.ts';
import { commentedDocx, printedReport } from '../../outputs.ts';
import { isUnreadable } from '../../readers/unreadable.ts';
import { type CheckCall, type CheckedFiles, Checker, type FileAt, reaches } from '../checker.ts';
import { chooseFormat } from '../format.ts';
import { type JoinedFormat, joinedFormats, joinPieces } from '../formats/pieces.ts';
import { emit, mayWrite, type OutputValues, outputOptions, writeOutput } from '../output.ts';
import { projectOptions } from '../project.ts';
import { type Terminal, UsageError } from '../usage.ts';

const formats = ['pretty', 'json', 'docx', 'html', 'sarif', 'github'] as const;
const isJoined = (format: (typeof formats)[number]): format is JoinedFormat => (joinedFormats as readonly string[]).includes(format);

/** @param onThreads Checks lists of files on all cores; where there is none, one after the other. */
export const check = async (
  args: string[],
  files: Files,
  terminal: Terminal,
  onThreads?: (call: CheckCall, lists: readonly FileAt[][]) => Promise<CheckedFiles[]>,
): Promise<number> => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      ...projectOptions,
      ...outputOptions,
      format: { type: 'string' },
      'fail-on': { type: 'string', default: 'error' },
      rule: { type: 'string', multiple: true, default: [] },
      all: { type: 'boolean', default: false },
      index: { type: 'boolean', default: false },
    },
  });
  if (positionals.length === 0) throw new UsageError('没有指定文稿：heshu check 文稿.txt');
  const format = chooseFormat(values, formats);
  const failOn = values['fail-on'];
  if (failOn !== 'never' && !severities.includes(failOn as Severity))
    throw new UsageError(`--fail-on ${failOn}：只有 ${severities.join('、')}、never`);
  if ((format === 'docx' || format === 'html') && positionals.length > 1) throw new UsageError(`--format ${format} 一次只能写一份文稿`);
  if (values.out !== undefined) await mayWrite(terminal, values.out, values.force);
  let status = 0;
  const tell = (error: unknown): void => {
    if (!(error instanceof UsageError)) throw error;
    terminal.err(error.message);
    status = 2;
  };
  const paths: string[] = [];
  const tables: string[] = [];
  for (const named of positionals)
    await papersAt(named, files, terminal).then((found) => {
      paths.push(...found.papers);
      tables.push(...found.tables);
    }, tell);
  // Beside drafts a workbook is their table; alone it is read as a draft is.
  if (paths.some((path) => !mayBeTables(path)))
    for (const path of paths.filter(mayBeTables)) tables.push(...paths.splice(paths.indexOf(path), 1));
  const call: CheckCall = {
    values: { ...values },
    format: isJoined(format) ? format : 'pretty',
    severities: parseRules(values.rule),
    failOn: failOn as CheckCall['failOn'],
    terminal: { colour: terminal.colour && values.out === undefined, columns: terminal.columns, cwd: terminal.cwd },
    tables,
  };
  const checker = await Checker.open(files, call);
  const list = paths.map((path, position): FileAt => ({ path, position }));
  if (isJoined(format)) {
    const { checked, lines, failed } = await checkAll(list, checker, onThreads && ((lists) => onThreads(call, lists)));
    for (const { line } of lines) terminal.err(line);
    status = Math.max(status, failed ? 2 : 0, checked.some(({ isBad }) => isBad) ? 1 : 0);
    const text = joinPieces(
      format,
      checked.map(({ piece }) => piece),
    );
    if (format === 'pretty' && text !== '' && values.out === undefined) terminal.out(`${text}\n`);
    else if (text !== '' || values.out !== undefined) await Promise.resolve(emit(terminal, values, text)).catch(tell);
    return status;
  }
  const { checked, failed } = await checker.results(list);
  for (const { line } of checker.takeLines()) terminal.err(line);
  const [first] = checked;
  status = Math.max(status, failed ? 2 : 0, first && reaches(first.result, call.failOn) ? 1 : 0);
  if (first) await writeOne(format, first.path, first.result, files, terminal, values).catch(tell);
  return status;
};

/** Files that are checked together: enough to be worth handing to a thread, few enough to be kept in memory. */
const listLength = 25;

type Together = (lists: readonly FileAt[][]) => Promise<CheckedFiles[]>;

/** Checks files list by list, then anew what another list holds a paper of the same congress to. */
const checkAll = async (files: readonly FileAt[], checker: Checker, onThreads: Together | undefined): Promise<CheckedFiles> => {
  const lists: FileAt[][] = [];
  for (let i = 0; i < files.length; i += listLength) lists.push(files.slice(i, i + listLength));
  const together = onThreads && lists.length > 1 ? onThreads : inTurn(checker);
  const results = await together(lists);
  const again = splitCongresses(results);
  const { checked: anew } = again.length > 0 ? await checker.check(again) : { checked: [] };
  const byPosition = new Map(anew.map((file) => [file.position, file]));
  const said = new Set<string>();
  return {
    checked: results.flatMap(({ checked }) => checked.map((file) => byPosition.get(file.position) ?? file)),
    lines: results
      .flatMap(({ lines }) => lines)
      .filter(({ line, once }) => {
        const isNew = !once || !said.has(line);
        if (once) said.add(line);
        return isNew;
      }),
    failed: results.some(({ failed }) => failed),
  };
};

const inTurn =
  (checker: Checker): Together =>
  async (lists) => {
    const results: CheckedFiles[] = [];
    for (const list of lists) results.push(await checker.check(list));
    return results;
  };

/** Papers of one congress, several of them by their titles, that stand in more than one list. */
const splitCongresses = (results: readonly CheckedFiles[]): FileAt[] => {
  const congresses = new Map<string, { files: FileAt[]; titles: Set<string | null>; lists: Set<CheckedFiles> }>();
  for (const list of results) {
    for (const { congress, title, path, position } of list.checked) {
      if (congress === undefined || title === null) continue;
      const known = congresses.get(congress) ?? { files: [], titles: new Set(), lists: new Set() };
      congresses.set(congress, known);
      known.files.push({ path, position });
      known.titles.add(title);
      known.lists.add(list);
    }
  }
  return [...congresses.values()].flatMap(({ files, titles, lists }) => (titles.size > 1 && lists.size > 1 ? files : []));
};

/** A file as named; of a folder all that may be papers, and the tables that lie beside them. */
const papersAt = async (path: string, files: Files, terminal: Terminal): Promise<{ papers: string[]; tables: string[] }> => {
  const names = await files.list(resolve(terminal.cwd, path)).catch(() => undefined);
  if (!names) return { papers: [path], tables: [] };
  const papers = names.filter(mayBeDraft);
  if (papers.length === 0) throw new UsageError(`${path}：文件夹里没有文稿（docx、txt、md、zcg、html、pdf）`);
  const within = (name: string): string => join(path, name);
  return { papers: papers.map(within), tables: names.filter(mayBeTables).map(within) };
};

/** Formats that are a file of their own for one draft. */
const writeOne = async (
  format: 'docx' | 'html',
  path: string,
  result: CheckResult,
  files: Files,
  terminal: Terminal,
  values: OutputValues & { index: boolean },
): Promise<void> => {
  if (format === 'html') return emit(terminal, values, printedReport(basename(path), result));
  const bytes = await files.read(resolve(terminal.cwd, path));
  if (!bytes) return;
  const content = await commentedDocx(path, bytes, result, { hasIndex: values.index }).catch((error: unknown) => {
    throw isUnreadable(error) ? new UsageError(`${path}：${error.message}`) : error;
  });
  return writeOutput(terminal, values.out as string, content, values.force);
};

const parseRules = (list: string[]): Severities => {
  const overrides: Record<string, Severity | 'off'> = {};
  for (const item of list) {
    const [id = '', level = ''] = item.split('=');
    if (!rules.some((rule) => rule.id === id)) throw new UsageError(`--rule ${item}：没有规则 ${id}（heshu rules 列出全部）`);
    if (level !== 'off' && !severities.includes(level as Severity))
      throw new UsageError(`--rule ${item}：级别应为 ${severities.join('、')} 或 off`);
    overrides[id] = level as Severity | 'off';
  }
  return overrides;
};
