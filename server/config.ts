import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { about } from './core/about.ts';
import { type Severity, severities } from './core/finding.ts';
import { catalogue } from './core/generated/catalogue.ts';
import { rules } from './core/generated/rules.ts';
import type { Indicator } from './core/indicators/indicator.ts';
import type { OwnIndicator } from './core/indicators/vocabulary.ts';
import type { Text } from './core/rules/rule.ts';
import type { Severities } from './core/rules/run.ts';
import type { Departments } from './core/worksheet.ts';
import type { Files } from './files.ts';
import { decode } from './readers/decode.ts';

/** `heshu.json`, as far as it could be read. */
export interface Config {
  region?: string;
  year?: number;
  /** Folder of last year's papers, as written. */
  baseline?: string;
  /** Folder of this year's data sheets, as written. */
  data?: string;
  /** Globs of plain-text and Markdown files that are drafts. */
  drafts: string[];
  severities: Severities;
  /** Who answers for a figure, by indicator. */
  departments: Departments;
  indicators: OwnIndicator[];
}

export interface LoadedConfig {
  config: Config;
  /** The file it was read from; undefined where there is none. */
  path: string | undefined;
  /** Its folder: relative paths in it start there. */
  folder: string | undefined;
  /** What is wrong with the file, one line each; what is right still holds. */
  problems: Text[];
}

export const configName = 'heshu.json';
export const emptyConfig: Config = { drafts: [], severities: {}, departments: {}, indicators: [] };

/** Finds the nearest `heshu.json` from a folder upward and reads it. */
export const loadConfig = async (files: Files, folder: string | undefined): Promise<LoadedConfig> => {
  for (let at = folder; at !== undefined; at = files.parent(at)) {
    const path = files.join(at, configName);
    const bytes = await files.read(path);
    if (bytes) return { ...readConfig(bytes), path, folder: at };
  }
  return { config: emptyConfig, path: undefined, folder: undefined, problems: [] };
};

/** No settings are nearly as large. */
const sizeLimit = 1_000_000;

const readConfig = (bytes: Uint8Array): { config: Config; problems: Text[] } => {
  const decoded =
    bytes.length > sizeLimit ? { error: { zh: '太大，不像配置，没有读', en: 'too large for settings, not read' } } : decode(bytes);
  return 'error' in decoded ? { config: emptyConfig, problems: [about(configName, decoded.error)] } : parseConfig(decoded.text);
};

/** What each setting must be, and how it is taken over; false where the value is of the wrong kind. */
const settings: Record<string, { expected: Text; read(value: unknown, config: Config, problems: Text[]): boolean }> = {
  $schema: { expected: { zh: '网址', en: 'an address' }, read: () => true },
  region: {
    expected: { zh: '地区名', en: 'the name of a region' },
    read(value, config) {
      if (typeof value !== 'string') return false;
      config.region = value;
      return true;
    },
  },
  year: {
    expected: { zh: '年份', en: 'a year' },
    read(value, config) {
      if (typeof value !== 'number' || !Number.isInteger(value) || value < 1900 || value > 2200) return false;
      config.year = value;
      return true;
    },
  },
  baseline: {
    expected: { zh: '文件夹', en: 'a folder' },
    read(value, config) {
      if (typeof value !== 'string') return false;
      config.baseline = value;
      return true;
    },
  },
  data: {
    expected: { zh: '文件夹', en: 'a folder' },
    read(value, config) {
      if (typeof value !== 'string') return false;
      config.data = value;
      return true;
    },
  },
  drafts: {
    expected: { zh: '通配符列表', en: 'a list of patterns' },
    read(value, config) {
      if (!isStrings(value)) return false;
      config.drafts = value;
      return true;
    },
  },
  rules: {
    expected: { zh: '规则与级别', en: 'severities by rule' },
    read(value, config, problems) {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
      config.severities = readSeverities(value as Record<string, unknown>, problems);
      return true;
    },
  },
  departments: {
    expected: { zh: '指标与部门', en: 'departments by indicator' },
    read(value, config) {
      if (typeof value !== 'object' || value === null || !isStrings(Object.values(value))) return false;
      config.departments = value as Departments;
      return true;
    },
  },
  indicators: {
    expected: { zh: '指标列表', en: 'a list of indicators' },
    read(value, config, problems) {
      if (!Array.isArray(value)) return false;
      config.indicators = value.flatMap((item, index) => readIndicator(item, index, problems));
      return true;
    },
  },
};

/** Reads the text of a `heshu.json`: each bad entry is named, the rest holds. */
export const parseConfig = (text: string): { config: Config; problems: Text[] } => {
  const errors: ParseError[] = [];
  let value: unknown;
  try {
    value = parse(text, errors, { allowTrailingComma: true });
  } catch {
    // The parser calls itself for each level.
    return {
      config: emptyConfig,
      problems: [about(configName, { zh: 'JSON 写法有误（括号嵌套太深）', en: 'no valid JSON (brackets nested too deep)' })],
    };
  }
  const problems = errors.slice(0, 1).map(({ offset, error }): Text => {
    const [line, what] = [text.slice(0, offset).split('\n').length, printParseErrorCode(error)];
    return { zh: `${configName} 第${line}行：JSON 写法有误（${what}）`, en: `${configName} line ${line}: no valid JSON (${what})` };
  });
  const config: Config = { ...emptyConfig };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    if (problems.length === 0) problems.push(about(configName, { zh: '应为一个对象', en: 'should be an object' }));
    return { config, problems };
  }
  for (const [key, entry] of Object.entries(value)) {
    const setting = Object.hasOwn(settings, key) ? settings[key] : undefined;
    if (!setting) problems.push(about(configName, { zh: `不认识的设置 ${key}`, en: `unknown setting ${key}` }));
    else if (!setting.read(entry, config, problems)) {
      const { zh, en } = setting.expected;
      problems.push(about(configName, { zh: `${key} 应为${zh}`, en: `${key} should be ${en}` }));
    }
  }
  return { config, problems };
};

const isStrings = (value: unknown): value is string[] => Array.isArray(value) && value.every((item) => typeof item === 'string');

const readSeverities = (entry: Record<string, unknown>, problems: Text[]): Severities => {
  const result: Record<string, Severity | 'off'> = {};
  for (const [id, level] of Object.entries(entry)) {
    if (!rules.some((rule) => rule.id === id)) problems.push(about(configName, { zh: `没有规则 ${id}`, en: `no rule ${id}` }));
    else if (level !== 'off' && !severities.includes(level as Severity))
      problems.push(
        about(configName, {
          zh: `${id} 的级别应为 ${severities.join('、')} 或 off`,
          en: `the severity of ${id} should be ${severities.join(', ')} or off`,
        }),
      );
    else result[id] = level as Severity | 'off';
  }
  return result;
};

const nameLists = ['aliases', 'abbreviations', 'outdated', 'not'] as const;

/** An entry of the catalogue's own id needs only what it changes; a new one needs name and units. */
const readIndicator = (item: unknown, index: number, problems: Text[]): OwnIndicator[] => {
  const entry = (typeof item === 'object' && item !== null ? item : {}) as Partial<Indicator>;
  const complain = (zh: string, en: string): OwnIndicator[] => {
    problems.push(about(configName, { zh: `indicators 第${index + 1}项${zh}`, en: `item ${index + 1} of indicators ${en}` }));
    return [];
  };
  const { id } = entry;
  if (typeof id !== 'string' || id === '') return complain('要有 id', 'needs an id');
  const isKnown = catalogue.some((indicator) => indicator.id === id);
  if (!isKnown && (typeof entry.name !== 'string' || !isStrings(entry.units)))
    return complain(
      '要有 name、units（目录里已有的指标只写 id 和要改的）',
      'needs name and units (one of the catalogue only its id and what is to change)',
    );
  const wrong = [...nameLists, 'units' as const].find((key) => entry[key] !== undefined && !isStrings(entry[key]));
  if (wrong) return complain(`的 ${wrong} 应为字符串列表`, `: ${wrong} should be a list of strings`);
  if (entry.name !== undefined && (typeof entry.name !== 'string' || entry.name === ''))
    return complain('的 name 应为名称', ': name should be a name');
  return [{ ...entry, id }];
};
