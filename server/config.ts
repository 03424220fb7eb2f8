import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { type Severity, severities } from './core/finding.ts';
import { catalogue } from './core/generated/catalogue.ts';
import { rules } from './core/generated/rules.ts';
import type { Indicator } from './core/indicators/indicator.ts';
import type { OwnIndicator } from './core/indicators/vocabulary.ts';
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
  problems: string[];
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

const readConfig = (bytes: Uint8Array): { config: Config; problems: string[] } => {
  const decoded = bytes.length > sizeLimit ? { error: '太大，不像配置，没有读' } : decode(bytes);
  return 'error' in decoded ? { config: emptyConfig, problems: [`${configName}：${decoded.error}`] } : parseConfig(decoded.text);
};

/** What each setting must be, and how it is taken over; false where the value is of the wrong kind. */
const settings: Record<string, { expected: string; read(value: unknown, config: Config, problems: string[]): boolean }> = {
  $schema: { expected: '网址', read: () => true },
  region: {
    expected: '地区名',
    read(value, config) {
      if (typeof value !== 'string') return false;
      config.region = value;
      return true;
    },
  },
  year: {
    expected: '年份',
    read(value, config) {
      if (typeof value !== 'number' || !Number.isInteger(value) || value < 1900 || value > 2200) return false;
      config.year = value;
      return true;
    },
  },
  baseline: {
    expected: '文件夹',
    read(value, config) {
      if (typeof value !== 'string') return false;
      config.baseline = value;
      return true;
    },
  },
  data: {
    expected: '文件夹',
    read(value, config) {
      if (typeof value !== 'string') return false;
      config.data = value;
      return true;
    },
  },
  drafts: {
    expected: '通配符列表',
    read(value, config) {
      if (!isStrings(value)) return false;
      config.drafts = value;
      return true;
    },
  },
  rules: {
    expected: '规则与级别',
    read(value, config, problems) {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
      config.severities = readSeverities(value as Record<string, unknown>, problems);
      return true;
    },
  },
  departments: {
    expected: '指标与部门',
    read(value, config) {
      if (typeof value !== 'object' || value === null || !isStrings(Object.values(value))) return false;
      config.departments = value as Departments;
      return true;
    },
  },
  indicators: {
    expected: '指标列表',
    read(value, config, problems) {
      if (!Array.isArray(value)) return false;
      config.indicators = value.flatMap((item, index) => readIndicator(item, index, problems));
      return true;
    },
  },
};

/** Reads the text of a `heshu.json`: each bad entry is named, the rest holds. */
export const parseConfig = (text: string): { config: Config; problems: string[] } => {
  const errors: ParseError[] = [];
  let value: unknown;
  try {
    value = parse(text, errors, { allowTrailingComma: true });
  } catch {
    // The parser calls itself for each level.
    return { config: emptyConfig, problems: [`${configName}：JSON 写法有误（括号嵌套太深）`] };
  }
  const problems = errors
    .slice(0, 1)
    .map(
      (error) =>
        `${configName} 第${text.slice(0, error.offset).split('\n').length}行：JSON 写法有误（${printParseErrorCode(error.error)}）`,
    );
  const config: Config = { ...emptyConfig };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    if (problems.length === 0) problems.push(`${configName}：应为一个对象`);
    return { config, problems };
  }
  for (const [key, entry] of Object.entries(value)) {
    const setting = Object.hasOwn(settings, key) ? settings[key] : undefined;
    if (!setting) problems.push(`${configName}：不认识的设置 ${key}`);
    else if (!setting.read(entry, config, problems)) problems.push(`${configName}：${key} 应为${setting.expected}`);
  }
  return { config, problems };
};

const isStrings = (value: unknown): value is string[] => Array.isArray(value) && value.every((item) => typeof item === 'string');

const readSeverities = (entry: Record<string, unknown>, problems: string[]): Severities => {
  const result: Record<string, Severity | 'off'> = {};
  for (const [id, level] of Object.entries(entry)) {
    if (!rules.some((rule) => rule.id === id)) problems.push(`${configName}：没有规则 ${id}`);
    else if (level !== 'off' && !severities.includes(level as Severity))
      problems.push(`${configName}：${id} 的级别应为 ${severities.join('、')} 或 off`);
    else result[id] = level as Severity | 'off';
  }
  return result;
};

const nameLists = ['aliases', 'abbreviations', 'outdated', 'not'] as const;

/** An entry of the catalogue's own id needs only what it changes; a new one needs name and units. */
const readIndicator = (item: unknown, index: number, problems: string[]): OwnIndicator[] => {
  const entry = (typeof item === 'object' && item !== null ? item : {}) as Partial<Indicator>;
  const complain = (message: string): OwnIndicator[] => {
    problems.push(`${configName}：indicators 第${index + 1}项${message}`);
    return [];
  };
  const { id } = entry;
  if (typeof id !== 'string' || id === '') return complain('要有 id');
  const isKnown = catalogue.some((indicator) => indicator.id === id);
  if (!isKnown && (typeof entry.name !== 'string' || !isStrings(entry.units)))
    return complain('要有 name、units（目录里已有的指标只写 id 和要改的）');
  const wrong = [...nameLists, 'units' as const].find((key) => entry[key] !== undefined && !isStrings(entry[key]));
  if (wrong) return complain(`的 ${wrong} 应为字符串列表`);
  if (entry.name !== undefined && (typeof entry.name !== 'string' || entry.name === '')) return complain('的 name 应为名称');
  return [{ ...entry, id }];
};
