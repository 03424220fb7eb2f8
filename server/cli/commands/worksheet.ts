import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type CheckResult, checkDocument } from '../../core/check.ts';
import { rules } from '../../core/generated/rules.ts';
import { placeAt } from '../../core/outline/place.ts';
import { LineTable } from '../../core/text/lines.ts';
import { type Answer, type AnswerKind, answersOf, findingsOfAnswers } from '../../core/worksheet-answers.ts';
import type { Files } from '../../files.ts';
import { type Worksheet, workbookOf, worksheetFor, worksheetParts } from '../../outputs.ts';
import { returnedRows } from '../../tables/returned.ts';
import type { Table } from '../../tables/table.ts';
import { sentOf, worksheetTables } from '../../tables/worksheet.ts';
import { version } from '../../version.ts';
import { chooseFormat } from '../format.ts';
import { formatSheet, formatSheets } from '../formats/table.ts';
import { emit, mayWrite, outputOptions, writeOutput } from '../output.ts';
import { Projects, projectOptions } from '../project.ts';
import { readTableFile } from '../read.ts';
import { type Terminal, UsageError } from '../usage.ts';

const usage = '用法：heshu worksheet 文稿 --out 核数单.xlsx，或 heshu worksheet read 退回的核数单… --draft 文稿';

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
    },
  });
  const [first, ...rest] = positionals;
  if (!first) throw new UsageError(usage);
  const projects = await Projects.open(files, terminal, values);
  if (first === 'read') {
    if (rest.length === 0 || values.draft === undefined) throw new UsageError(usage);
    return readBack(rest, await sheetOf(projects, values.draft), files, terminal, values);
  }
  if (rest.length > 0 || values.draft !== undefined) throw new UsageError(usage);
  if (values.by !== undefined && values.by !== 'department') throw new UsageError(`--by ${values.by}：只有 department`);
  const format = chooseFormat(values, ['table', 'md', 'csv', 'xlsx']);
  const sheet = await sheetOf(projects, first);
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

const sheetOf = async (projects: Projects, path: string): Promise<Worksheet> => {
  const { document, baseline, config, reviewed } = await projects.draft(path);
  const check = checkDocument(document, baseline, rules, { severities: config.severities, reviewed });
  return worksheetFor(check, config.departments);
};

const kindNames: Record<AnswerKind, string> = {
  differs: '与核定数不同',
  unclear: '请人看',
  remarked: '只有意见',
  gone: '稿中已没有',
  confirmed: '已核定',
  pending: '未填',
};

const readBack = async (
  paths: readonly string[],
  { rows, check }: Worksheet,
  files: Files,
  terminal: Terminal,
  values: { format?: string | undefined; out?: string | undefined; force: boolean },
): Promise<number> => {
  const format = chooseFormat(values, ['table', 'md', 'csv', 'json', 'xlsx']);
  const returned = [];
  for (const path of paths) {
    const found = returnedRows(basename(path), await readTableFile(files, terminal.cwd, path));
    if (found.length === 0) throw new UsageError(`${path}：不是核数单，找不到“编号”“核定数”两栏`);
    returned.push(...found);
  }
  const answers = answersOf(returned, rows, sentOf);
  const findings = findingsOfAnswers(answers);
  const status = findings.length > 0 ? 1 : 0;
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
  if (format === 'xlsx') await writeOutput(terminal, resolve(terminal.cwd, values.out as string), await workbookOf(table), values.force);
  else await emit(terminal, values, format === 'csv' ? formatSheet(format, table) : `${formatSheet(format, table)}\n\n${summary(answers)}`);
  return status;
};

/** What a person must look at first; of confirmed and empty rows only the summary tells. */
const answersTable = (answers: readonly Answer[], { document }: CheckResult): Table => ({
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

const summary = (answers: readonly Answer[]): string =>
  `${answers.length}行：${(Object.keys(kindNames) as AnswerKind[])
    .map((kind) => ({ kind, count: answers.filter((answer) => answer.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${kindNames[kind]}${count}`)
    .join(' · ')}`;
