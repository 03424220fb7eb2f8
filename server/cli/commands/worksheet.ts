import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { append } from '../../core/lists.ts';
import { draftIdentity } from '../../core/reviewed.ts';
import { LineTable } from '../../core/text/lines.ts';
import { answersOf, confirmAnswers, findingsOfAnswers } from '../../core/worksheet-answers.ts';
import type { Files } from '../../files.ts';
import { type Worksheet, workbookOf, worksheetFor, worksheetParts } from '../../outputs.ts';
import { today } from '../../reviewed-file.ts';
import { answersSummary, answersTable } from '../../tables/answers.ts';
import { returnedRows } from '../../tables/returned.ts';
import type { Table } from '../../tables/table.ts';
import { sentOf, worksheetTables } from '../../tables/worksheet.ts';
import { version } from '../../version.ts';
import { chooseFormat } from '../format.ts';
import { formatSheet, formatSheets } from '../formats/table.ts';
import { emit, mayWrite, type OutputValues, outputOptions, writeOutput } from '../output.ts';
import { checkDraft, type Draft, decide, Projects, projectOptions } from '../project.ts';
import { readTableFile } from '../read.ts';
import { type Terminal, UsageError } from '../usage.ts';

const usage = '用法：heshu worksheet 文稿 --out 核数单.xlsx，或 heshu worksheet read 退回的核数单… --draft 文稿 [--confirm]';

export const worksheet = async (args: string[], files: Files, terminal: Terminal): Promise<number> => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      ...projectOptions,
      ...outputOptions,
      format: { type: 'string' },
      by: { type: 'string' },
      draft: { type: 'string' },
      confirm: { type: 'boolean', default: false },
    },
  });
  const [first, ...rest] = positionals;
  if (!first) throw new UsageError(usage);
  const projects = await Projects.open(files, terminal, values);
  if (first === 'read') {
    if (rest.length === 0 || values.draft === undefined) throw new UsageError(usage);
    return readBack(rest, await projects.draft(values.draft), files, terminal, values);
  }
  if (rest.length > 0 || values.draft !== undefined || values.confirm) throw new UsageError(usage);
  if (values.by !== undefined && values.by !== 'department') throw new UsageError(`--by ${values.by}：只有 department`);
  const format = chooseFormat(values, ['table', 'md', 'csv', 'xlsx']);
  const sheet = sheetOf(await projects.draft(first));
  const write = async (out: string | undefined, tables: [Table, ...Table[]]): Promise<void> => {
    if (format === 'xlsx') await writeOutput(terminal, out as string, await workbookOf(...tables), values.force);
    // Of a CSV file's only table, the figures.
    else
      await emit(terminal, { out, force: values.force }, format === 'csv' ? formatSheet(format, tables[0]) : formatSheets(format, tables));
  };
  if (values.by === undefined) {
    await write(values.out, worksheetTables(sheet.rows, sheet.check, sheet.commitments));
    return 0;
  }
  const { out } = values;
  if (out === undefined) throw new UsageError('--by department 要用 --out 指定文件名，各部门的加在后面');
  const parts = worksheetParts(basename(out), sheet).map(({ name, tables }) => ({ path: join(dirname(out), name), tables }));
  for (const { path } of parts) await mayWrite(terminal, path, values.force);
  for (const { path, tables } of parts) await write(path, tables);
  return 0;
};

const sheetOf = (draft: Draft): Worksheet => worksheetFor(checkDraft(draft), draft.config.departments);

const readBack = async (
  paths: readonly string[],
  draft: Draft,
  files: Files,
  terminal: Terminal,
  values: OutputValues & { format?: string | undefined; confirm: boolean },
): Promise<number> => {
  const format = chooseFormat(values, ['table', 'md', 'csv', 'json', 'xlsx']);
  const returned: ReturnType<typeof returnedRows> = [];
  for (const path of paths) {
    const found = returnedRows(basename(path), await readTableFile(files, terminal.cwd, path));
    if (found.length === 0) throw new UsageError(`${path}：不是核数单，找不到“编号”“核定数”两栏`);
    append(returned, found);
  }
  const { rows, check } = sheetOf(draft);
  const answers = answersOf(returned, rows, sentOf);
  const findings = findingsOfAnswers(answers);
  const status = findings.length > 0 ? 1 : 0;
  const confirmed = answers.filter(({ kind }) => kind === 'confirmed').length;
  if (values.confirm && confirmed > 0) {
    const identity = draftIdentity(check.document);
    await decide(draft, (known) => confirmAnswers(known, identity, answers, check.index, today()));
    terminal.err(`已记下${confirmed}个核定的数`);
  }
  if (format === 'json') {
    const lines = new LineTable(check.document.text);
    const shown = answers.map(({ kind, returned: item, row }) => ({
      ...item,
      outcome: kind,
      ...(row && { indicator: row.name, printed: row.entry.printed, ...lines.at(row.entry.start) }),
    }));
    await emit(
      terminal,
      values,
      JSON.stringify({ version, answers: shown, findings: findings.map(({ key, message }) => ({ key, message })) }),
    );
    return status;
  }
  const table = answersTable(answers, check);
  if (format === 'xlsx') await writeOutput(terminal, values.out as string, await workbookOf(table), values.force);
  else
    await emit(
      terminal,
      values,
      format === 'csv' ? formatSheet(format, table) : `${formatSheet(format, table)}\n\n${answersSummary(answers)}`,
    );
  return status;
};
