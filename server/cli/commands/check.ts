import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { emptyConfig, loadConfig } from '../../config.ts';
import type { Baseline } from '../../core/baseline/baseline.ts';
import { checkDocument } from '../../core/check.ts';
import { readDocument } from '../../core/document.ts';
import { type Severity, severities } from '../../core/finding.ts';
import { rules } from '../../core/generated/rules.ts';
import type { Severities } from '../../core/rules/run.ts';
import type { Files } from '../../files.ts';
import { loadBaseline, packagedBaseline, vocabularyWith } from '../../project.ts';
import { jsonFile } from '../formats/json.ts';
import { prettyFile } from '../formats/pretty.ts';
import { readText } from '../read.ts';
import { type Terminal, UsageError } from '../usage.ts';
import { version } from '../version.ts';
import { parseYear } from '../year.ts';

export const check = async (args: string[], files: Files, terminal: Terminal): Promise<number> => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      baseline: { type: 'string' },
      region: { type: 'string' },
      year: { type: 'string' },
      format: { type: 'string', default: 'pretty' },
      'fail-on': { type: 'string', default: 'error' },
      rule: { type: 'string', multiple: true, default: [] },
      all: { type: 'boolean', default: false },
    },
  });
  if (positionals.length === 0) throw new UsageError('没有指定文稿：heshu check 文稿.txt');
  const { format } = values;
  if (format !== 'pretty' && format !== 'json') throw new UsageError(`--format ${format}：只有 pretty、json`);
  const failOn = values['fail-on'];
  if (failOn !== 'never' && !severities.includes(failOn as Severity))
    throw new UsageError(`--fail-on ${failOn}：只有 ${severities.join('、')}、never`);
  const overrides = parseRules(values.rule);
  const year = parseYear(values.year);
  if (values.baseline !== undefined && (await files.list(resolve(terminal.cwd, values.baseline))) === undefined)
    throw new UsageError(`--baseline ${values.baseline}：没有这个文件夹`);

  let status = 0;
  const reports: unknown[] = [];
  const baselines = new Map<string, { baseline: Baseline; problems: string[] }>();
  const said = new Set<string>();
  const say = (line: string): void => {
    if (!said.has(line)) terminal.err(line);
    said.add(line);
  };
  for (const path of positionals) {
    try {
      const { text, highlights, note } = await readText(files, terminal.cwd, path);
      if (note !== undefined) say(`${path}：${note}`);
      const loaded = await loadConfig(files, dirname(resolve(terminal.cwd, path))).catch(() => ({
        config: emptyConfig,
        folder: undefined,
        problems: [],
      }));
      for (const problem of loaded.problems) say(problem);
      const { config } = loaded;
      const vocabulary = vocabularyWith(config.indicators);
      const options = { ...pick('region', values.region ?? config.region), ...pick('year', year ?? config.year) };
      const folder =
        values.baseline !== undefined
          ? resolve(terminal.cwd, values.baseline)
          : config.baseline && loaded.folder
            ? resolve(loaded.folder, config.baseline)
            : undefined;
      const cacheKey = `${folder}|${options.region}|${loaded.folder}`;
      const base =
        baselines.get(cacheKey) ??
        (folder === undefined
          ? { baseline: packagedBaseline(vocabulary), problems: [] }
          : await loadBaseline(files, folder, vocabulary, pick('region', options.region)));
      baselines.set(cacheKey, base);
      for (const problem of base.problems) say(problem);
      const document = readDocument(text, vocabulary, { ...options, highlights });
      const result = checkDocument(document, base.baseline, rules, { severities: { ...config.severities, ...overrides } });
      if (format === 'json') reports.push(jsonFile(path, result));
      else terminal.out(`${prettyFile(path, result, terminal, { all: values.all })}\n`);
      if (
        failOn !== 'never' &&
        result.findings.some((finding) => severities.indexOf(finding.severity) <= severities.indexOf(failOn as Severity))
      )
        status = Math.max(status, 1);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      terminal.err(error.message);
      status = 2;
    }
  }
  if (format === 'json') terminal.out(JSON.stringify({ version, files: reports }));
  return status;
};

const pick = <Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } =>
  (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };

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
