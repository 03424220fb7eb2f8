import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Fact, Source } from '../../core/baseline/fact.ts';
import { factColumns, factRow, parseSources, sourceColumns, sourceRow } from '../../core/baseline/fact-file.ts';
import type { Files } from '../../files.ts';
import { factsOfText, sourcesName, vocabularyWith } from '../../project.ts';
import { mayWrite, outputOptions, writeWhole } from '../output.ts';
import { readText } from '../read.ts';
import { type Terminal, UsageError } from '../usage.ts';
import { parseYear } from '../year.ts';

export const importSources = async (args: string[], files: Files, terminal: Terminal): Promise<number> => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { ...outputOptions, region: { type: 'string' }, title: { type: 'string' }, year: { type: 'string' } },
  });
  if (positionals.length === 0) throw new UsageError('没有指定材料：heshu import 上年报告.txt --out 依据表.csv');
  if (!values.out?.endsWith('.csv')) throw new UsageError('请用 --out 指定要写的 csv 文件，如 --out 依据表.csv');
  const year = parseYear(values.year);
  const out = resolve(terminal.cwd, values.out);
  if (!values.force && !(await isOwn(out))) await mayWrite(terminal, values.out, false);
  const facts: Fact[] = [];
  for (const path of positionals) {
    const { text, note } = await readText(files, terminal.cwd, path);
    if (note !== undefined) terminal.err(`${path}：${note.zh}`);
    const id = positionals.length === 1 ? basename(values.out, '.csv') : basename(path).replace(/\.[^.]+$/, '');
    facts.push(
      ...factsOfText(
        id,
        text,
        vocabularyWith([]),
        { ...(values.region !== undefined && { region: values.region }), ...(year !== undefined && { year }) },
        values.title,
      ),
    );
  }
  const { writeCsv } = await import('../../readers/csv.ts');
  await writeWhole(out, writeCsv([[...factColumns], ...facts.map(factRow)]));
  const sources = [...new Map(facts.map((fact) => [fact.source.id, fact.source])).values()];
  await extendSources(join(dirname(out), sourcesName), sources);
  for (const source of sources)
    terminal.out(
      `${source.title}（${source.region || '地区不明'}，${source.year === null ? '年份不明' : `${source.year}年`}）：${facts.filter((fact) => fact.source === source).length}条依据`,
    );
  if (facts.length === 0) terminal.err(`${positionals.join('、')}：没有读出数据`);
  return 0;
};

/** A fact file as it was imported, with no row that a person confirmed: importing again may write it anew. */
const isOwn = async (path: string): Promise<boolean> => {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return false;
  const { readCsv } = await import('../../readers/csv.ts');
  const [head = [], ...rows] = readCsv(text);
  return factColumns.every((column, i) => head[i] === column) && rows.every((row) => !row[factColumns.indexOf('confirmed')]);
};

/** Adds sources to the list beside a fact file; one of the same id is replaced, `covers` written by hand is kept. */
const extendSources = async (path: string, added: readonly Source[]): Promise<void> => {
  const { readCsv, writeCsv } = await import('../../readers/csv.ts');
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  const old = text === undefined ? [] : parseSources(readCsv(text)).sources;
  const byId = new Map(old.map((source) => [source.id, source]));
  for (const source of added) byId.set(source.id, { ...source, covers: source.covers || (byId.get(source.id)?.covers ?? '') });
  await writeWhole(path, writeCsv([[...sourceColumns], ...[...byId.values()].map(sourceRow)]));
};
