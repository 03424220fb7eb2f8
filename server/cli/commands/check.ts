import { parseArgs } from 'node:util';
import { checkDocument } from '../../core/check.ts';
import { type Severity, severities } from '../../core/finding.ts';
import { rules } from '../../core/generated/rules.ts';
import type { Severities } from '../../core/rules/run.ts';
import type { Files } from '../../files.ts';
import { jsonFile } from '../formats/json.ts';
import { prettyFile } from '../formats/pretty.ts';
import { Projects, projectOptions } from '../project.ts';
import { type Terminal, UsageError } from '../usage.ts';
import { version } from '../version.ts';

export const check = async (args: string[], files: Files, terminal: Terminal): Promise<number> => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      ...projectOptions,
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

  let status = 0;
  const reports: unknown[] = [];
  const projects = await Projects.open(files, terminal, values);
  for (const path of positionals) {
    try {
      const { document, baseline, config, reviewed } = await projects.draft(path);
      const result = checkDocument(document, baseline, rules, { severities: { ...config.severities, ...overrides }, reviewed });
      if (format === 'json') reports.push(jsonFile(path, result, { all: values.all }));
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
