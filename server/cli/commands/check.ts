import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type CheckResult, checkDocument } from '../../core/check.ts';
import { acrossPapers, type Paper } from '../../core/congress.ts';
import { type Finding, type Severity, severities } from '../../core/finding.ts';
import { rules } from '../../core/generated/rules.ts';
import { figuresOfTables } from '../../core/own-tables.ts';
import type { Severities } from '../../core/rules/run.ts';
import type { Files } from '../../files.ts';
import { mayBeDraft } from '../../folders.ts';
import { commentedDocx, printedReport } from '../../outputs.ts';
import { isUnreadable } from '../../readers/unreadable.ts';
import { version } from '../../version.ts';
import { chooseFormat } from '../format.ts';
import { githubFile } from '../formats/github.ts';
import { jsonFile } from '../formats/json.ts';
import { prettyFile } from '../formats/pretty.ts';
import { sarifLog } from '../formats/sarif.ts';
import { emit, mayWrite, type OutputValues, outputOptions, writeOutput } from '../output.ts';
import { Projects, projectOptions } from '../project.ts';
import { type Terminal, UsageError } from '../usage.ts';

/** Reports that take several drafts, and those that are a file of their own for each. */
const formats = ['pretty', 'json', 'docx', 'html', 'sarif', 'github'] as const;

export const check = async (args: string[], files: Files, terminal: Terminal): Promise<number> => {
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
  const overrides = parseRules(values.rule);

  let status = 0;
  const read: (Checked & Omit<Paper, 'name' | 'check'>)[] = [];
  const projects = await Projects.open(files, terminal, values);
  const tell = (error: unknown): void => {
    if (!(error instanceof UsageError)) throw error;
    terminal.err(error.message);
    status = 2;
  };
  const paths: string[] = [];
  for (const named of positionals) await papersAt(named, files, terminal).then((found) => paths.push(...found), tell);
  for (const path of paths) {
    try {
      const { document, baseline, config, reviewed, vocabulary } = await projects.draft(path);
      const effective: Severities = { ...config.severities, ...overrides };
      const result = checkDocument(document, baseline, rules, { severities: effective, reviewed });
      const tables = figuresOfTables(document, vocabulary);
      read.push({ path, result, severity: effective.restatement ?? 'error', reviewed, tables });
    } catch (error) {
      tell(error);
    }
  }
  const results = acrossPapers(read.map(({ path, result, ...more }) => ({ name: path, check: result, ...more })));
  const checked = read.map(({ path }, i): Checked => ({ path, result: results[i] as CheckResult }));
  const isBad = ({ severity }: Finding): boolean =>
    failOn !== 'never' && severities.indexOf(severity) <= severities.indexOf(failOn as Severity);
  if (checked.some(({ result }) => result.findings.some(isBad))) status = Math.max(status, 1);
  await report(format, checked, files, terminal, values).catch(tell);
  return status;
};

/** A file as named; of a folder all that may be papers. */
const papersAt = async (path: string, files: Files, terminal: Terminal): Promise<string[]> => {
  const names = await files.list(resolve(terminal.cwd, path)).catch(() => undefined);
  if (!names) return [path];
  const papers = names.filter(mayBeDraft);
  if (papers.length === 0) throw new UsageError(`${path}：文件夹里没有文稿（docx、txt、md、zcg、html、pdf）`);
  return papers.map((name) => join(path, name));
};

interface Checked {
  path: string;
  result: CheckResult;
}

const report = async (
  format: (typeof formats)[number],
  checked: readonly Checked[],
  files: Files,
  terminal: Terminal,
  values: OutputValues & { all: boolean; index: boolean },
): Promise<void> => {
  const [first] = checked;
  switch (format) {
    case 'pretty': {
      const plain = { ...terminal, colour: false };
      if (values.out === undefined) for (const { path, result } of checked) terminal.out(`${prettyFile(path, result, terminal, values)}\n`);
      else await emit(terminal, values, checked.map(({ path, result }) => prettyFile(path, result, plain, values)).join('\n\n'));
      return;
    }
    case 'json':
      return emit(terminal, values, JSON.stringify({ version, files: checked.map(({ path, result }) => jsonFile(path, result, values)) }));
    case 'sarif': {
      return emit(terminal, values, JSON.stringify(sarifLog(checked)));
    }
    case 'github': {
      const lines = checked.flatMap(({ path, result }) => githubFile(path, result));
      return lines.length > 0 || values.out !== undefined ? emit(terminal, values, lines.join('\n')) : undefined;
    }
    case 'html': {
      return first && emit(terminal, values, printedReport(basename(first.path), first.result));
    }
    case 'docx': {
      const bytes = first && (await files.read(resolve(terminal.cwd, first.path)));
      if (!bytes) return;
      const content = await commentedDocx(first.path, bytes, first.result, { hasIndex: values.index }).catch((error: unknown) => {
        throw isUnreadable(error) ? new UsageError(`${first.path}：${error.message}`) : error;
      });
      return writeOutput(terminal, values.out as string, content, values.force);
    }
  }
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
