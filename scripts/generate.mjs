#!/usr/bin/env node
// Makes all that is derived: the rule index, the catalogue and seeds as compiled in, docs/rules, the schema of
// heshu.json and the manifest's contributions. With --check writes nothing and fails where something is stale.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import Papa from 'papaparse';
import { pinyin } from 'pinyin-pro';
import { parse } from 'yaml';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const check = process.argv.includes('--check');
const core = join(root, 'server/core');
const stale = [];
const banner = '// Made by `npm run generate`; do not edit.\n';

const write = (path, content) => {
  const file = join(root, path);
  const old = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  if (old === content) return;
  if (check) stale.push(path);
  else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    console.log(`wrote ${path}`);
  }
};

/** Bundles a module of the core and imports it. */
async function importModule(path) {
  const scratch = join(root, '.tsbuild', `generate-${process.pid}-${basename(path, '.ts')}.mjs`);
  mkdirSync(dirname(scratch), { recursive: true });
  await build({ entryPoints: [path], bundle: true, format: 'esm', platform: 'neutral', outfile: scratch, logLevel: 'warning' });
  const module = await import(pathToFileURL(scratch).href);
  rmSync(scratch);
  return module;
}

/** Data as a module: a JSON text parses faster than an object literal. */
const dataModule = (imports, name, type, value) =>
  `${banner}${imports}\nexport const ${name}: ${type} = JSON.parse(${quote(JSON.stringify(value))}) as ${type};\n`;
const quote = (text) =>
  `'${text
    .replace(/\\/g, '\\\\')
    .replace(/'/g, "\\'")
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')}'`;

// ---- catalogue ------------------------------------------------------------------------------------------------------
const catalogueFolder = join(core, 'indicators/catalogue');
const entries = readdirSync(catalogueFolder)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .flatMap((name) => parse(readFileSync(join(catalogueFolder, name), 'utf8')).map((entry) => ({ entry, name })));
const fields = new Set([
  'id',
  'name',
  'english',
  'aliases',
  'abbreviations',
  'outdated',
  'not',
  'units',
  'basis',
  'sample',
  'kind',
  'flow',
  'direction',
  'limit',
  'department',
  'relations',
  'reads',
  'must-not-read',
]);
const owners = new Map();
const ids = new Set(entries.map(({ entry }) => entry.id));
const complain = (name, entry, what) => {
  throw new Error(`${name}: ${entry.id ?? JSON.stringify(entry)}: ${what}`);
};
// Names are matched against folded text.
const { fold } = await importModule(join(core, 'text/fold.ts'));
const folded = (words) => words.map((word) => fold(word));
const catalogue = entries.map(({ entry: written, name }) => {
  const entry = { ...written };
  for (const field of ['aliases', 'abbreviations', 'outdated', 'not']) if (entry[field]) entry[field] = folded(entry[field]);
  entry.name = fold(entry.name);
  for (const field of Object.keys(entry)) if (!fields.has(field)) complain(name, entry, `unknown field ${field}`);
  for (const field of ['id', 'name', 'english', 'units', 'basis', 'kind', 'direction', 'department', 'reads'])
    if (entry[field] === undefined) complain(name, entry, `no ${field}`);
  for (const word of [entry.name, ...(entry.aliases ?? [])]) {
    if (owners.has(word)) complain(name, entry, `${word} is a name of ${owners.get(word)} too`);
    owners.set(word, entry.id);
  }
  for (const word of [...(entry.abbreviations ?? []), ...(entry.outdated ?? [])])
    if (!(entry.aliases ?? []).includes(word)) complain(name, entry, `${word} is not among its aliases`);
  for (const relation of entry.relations ?? [])
    for (const id of [relation.of, relation.by, ...(relation.parts ?? [])].filter(Boolean))
      if (!ids.has(id)) complain(name, entry, `relation to unknown ${id}`);
  const { aliases = [], abbreviations = [], outdated = [], not = [], sample = false, relations = [] } = entry;
  const limit = entry.limit === undefined ? {} : { limit: entry.limit };
  return {
    id: entry.id,
    name: entry.name,
    aliases,
    abbreviations,
    outdated,
    not,
    units: entry.units,
    basis: entry.basis,
    sample,
    kind: entry.kind,
    direction: entry.direction,
    ...limit,
    department: entry.department,
    relations,
  };
});
if (ids.size !== entries.length) throw new Error('an indicator id stands twice');
write(
  'server/core/generated/catalogue.ts',
  dataModule("import type { Indicator } from '../indicators/indicator.ts';\n", 'catalogue', 'Indicator[]', catalogue),
);

// ---- pinyin: one reading per character, and whole names where a character reads otherwise -------------------------------
const letters = (text) =>
  pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' }).map((syllable) => syllable.toLowerCase());
const common = new TextDecoder('gb18030');
const bySyllable = new Map();
for (let high = 0xb0; high <= 0xf7; high++) {
  for (let low = 0xa1; low <= 0xfe; low++) {
    const character = common.decode(new Uint8Array([high, low]));
    if (!/^\p{Script=Han}$/u.test(character)) continue;
    const [syllable] = letters(character);
    if (!/^[a-z]+$/.test(syllable)) continue;
    bySyllable.set(syllable, (bySyllable.get(syllable) ?? '') + character);
  }
}
const single = new Map([...bySyllable].flatMap(([syllable, characters]) => [...characters].map((character) => [character, syllable])));
const exceptions = {};
for (const word of owners.keys()) {
  const read = letters(word);
  const plain = [...word].map((character) => single.get(character) ?? character.toLowerCase());
  if ([...word].length === read.length && read.some((syllable, i) => syllable !== plain[i])) exceptions[word] = read.join(' ');
}
write(
  'server/core/generated/pinyin.ts',
  `${dataModule('', 'syllables', 'Record<string, string>', Object.fromEntries([...bySyllable].sort()))}\n/** Names that a character-by-character reading gets wrong. */\nexport const readings: Record<string, string> = JSON.parse(${quote(JSON.stringify(exceptions))}) as Record<string, string>;\n`,
);

// ---- seeds --------------------------------------------------------------------------------------------------------------
const rowsOf = (path) => Papa.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, ''), { skipEmptyLines: true }).data;
const seedFolder = join(root, 'seeds');
const files = readdirSync(seedFolder)
  .filter((name) => name.endsWith('.csv'))
  .sort();
const seeds = Object.fromEntries(files.map((name) => [name, rowsOf(join(seedFolder, name))]));
write('server/core/generated/seeds.ts', dataModule('', 'seeds', 'Record<string, string[][]>', seeds));

// ---- rules --------------------------------------------------------------------------------------------------------------
const ruleFiles = readdirSync(join(core, 'rules'))
  .filter((name) => name.endsWith('.ts') && !['rule.ts', 'run.ts', 'support.ts'].includes(name))
  .sort();
const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
const moduleNames = ruleFiles.map((name) => name.slice(0, -3));
write(
  'server/core/generated/rules.ts',
  `${banner}${moduleNames.map((name) => `import ${camel(name)} from '../rules/${name}.ts';\n`).join('')}import type { Rule } from '../rules/rule.ts';\n\nexport const rules: readonly Rule[] = [\n${moduleNames.map((name) => `  ${camel(name)},\n`).join('')}];\n`,
);
// Beside the rules, not in them: what is not imported is not bundled.
write(
  'server/core/generated/rule-pages.ts',
  `${banner}${moduleNames.map((name) => `import { page as ${camel(name)} } from '../rules/${name}.ts';\n`).join('')}import type { RulePage } from '../rules/rule.ts';\n\n/** By rule. */\nexport const pages: Readonly<Record<string, RulePage>> = {\n${moduleNames.map((name) => `  ${name.includes('-') ? `'${name}': ${camel(name)}` : name},\n`).join('')}};\n`,
);
const { rules } = await importModule(join(core, 'generated/rules.ts'));
const { pages } = await importModule(join(core, 'generated/rule-pages.ts'));
for (const [i, rule] of rules.entries()) if (rule.id !== moduleNames[i]) throw new Error(`rules/${ruleFiles[i]} holds rule ${rule.id}`);

const severityNames = { error: '必核', warning: '请核', information: '提示', hint: '文字' };
const needNames = { text: '文本自身', base: '基期（或文中上年数）', sheet: '本年数据表', confirmed: '核定记录' };
const quoted = (text) => `> ${text.replace(/\n/g, '\n> ')}\n`;
const tabled = (text) => {
  const [head, ...rows] = text.split('\n').map((row) => `| ${row.split('|').join(' | ')} |`);
  return `${[head, head.replace(/[^|]+/g, ' --- '), ...rows].join('\n')}\n`;
};
const example = ({ base, sheet, confirmed, draft }) =>
  [
    ...(base ? [`上年报告：\n\n${quoted(base)}`] : []),
    ...(sheet ? [`数据表：\n\n${tabled(sheet)}`] : []),
    ...(confirmed ? [`核定时的文稿：\n\n${quoted(confirmed)}`] : []),
    ...(base || sheet || confirmed ? ['本年稿：\n'] : []),
    quoted(draft),
  ].join('\n');
for (const rule of rules) {
  const { why, setAside, examples } = pages[rule.id];
  write(
    `docs/rules/${rule.id}.md`,
    `<!-- Made by \`npm run generate\` from server/core/rules/${rule.id}.ts; do not edit. -->\n# ${rule.title.zh}\n\n\`${rule.id}\` · ${severityNames[rule.severity]} · 依据：${needNames[rule.needs]}\n\n## 为什么\n\n${why.zh}\n\n## 有问题\n\n${example(examples.wrong)}\n## 没问题\n\n${example(examples.right)}\n## 何时可以不理会\n\n${setAside.zh}\n\n---\n\n**${rule.title.en}.** ${why.en}\n\nSet aside when: ${setAside.en}\n`,
  );
}
write(
  'docs/rules/README.md',
  `<!-- Made by \`npm run generate\`; do not edit. -->\n# 规则\n\n| 规则 | 报告什么 | 级别 | 依据 |\n| --- | --- | --- | --- |\n${rules.map((rule) => `| [\`${rule.id}\`](${rule.id}.md) | ${rule.title.zh} | ${severityNames[rule.severity]} | ${needNames[rule.needs]} |\n`).join('')}`,
);
for (const name of existsSync(join(root, 'docs/rules')) ? readdirSync(join(root, 'docs/rules')) : []) {
  if (name === 'README.md' || moduleNames.includes(name.slice(0, -3))) continue;
  if (check) stale.push(`docs/rules/${name}`);
  else rmSync(join(root, 'docs/rules', name));
}

// ---- features of the language server ------------------------------------------------------------------------------------
const featureNames = readdirSync(join(root, 'server/features'))
  .map((name) => name.slice(0, -3))
  .sort();
write(
  'server/generated/features.ts',
  `${banner}import type { Feature } from '../feature.ts';\n${featureNames.map((name) => `import ${camel(name)} from '../features/${name}.ts';\n`).join('')}\nexport const features: readonly Feature[] = [\n${featureNames.map((name) => `  ${camel(name)},\n`).join('')}];\n`,
);

// ---- schema of heshu.json -----------------------------------------------------------------------------------------------
const severity = { enum: ['error', 'warning', 'information', 'hint', 'off'], enumDescriptions: ['必核', '请核', '提示', '文字', '不检查'] };
const indicatorSchema = {
  type: 'object',
  required: ['id'],
  additionalProperties: false,
  description: '自有指标，或给目录里已有的指标添名称；字段含义见 server/core/indicators/catalogue/README.md',
  properties: {
    id: { type: 'string' },
    name: { type: 'string' },
    aliases: { type: 'array', items: { type: 'string' } },
    abbreviations: { type: 'array', items: { type: 'string' } },
    outdated: { type: 'array', items: { type: 'string' } },
    not: { type: 'array', items: { type: 'string' } },
    units: { type: 'array', items: { type: 'string' } },
    basis: { enum: ['C', 'N', 'K', 'V', 'R', 'I', 'P'] },
    sample: { type: 'boolean' },
    kind: { enum: ['flow', 'stock', 'ratio', 'index', 'rank'] },
    direction: { enum: ['up', 'down', 'neutral', 'band', 'floor'] },
    limit: { type: 'number' },
    department: { type: 'string' },
  },
};
const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'heshu.json',
  description: '核数的配置：编辑器与命令行读同一份，离文稿最近的生效',
  type: 'object',
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    region: { type: 'string', description: '文稿所属地区，如 钱塘区；不写则由标题、通过日期行判断' },
    year: { type: 'integer', minimum: 1950, maximum: 2100, description: '报告的年份：回顾2024年、部署2025年的报告写 2025' },
    baseline: {
      type: 'string',
      description:
        '基期材料所在文件夹（上年报告等），相对于本文件；文稿旁边叫“基期”“上年”“往年材料”的文件夹不必写；在本文件所在文件夹和打开的文件夹之外的，要由本人允许才读',
    },
    data: { type: 'string', description: '本年数据表所在文件夹，相对于本文件；文稿旁边叫“数据表”“数据”的文件夹不必写' },
    drafts: { type: 'array', items: { type: 'string' }, description: '哪些纯文本、Markdown 文件是文稿（通配符，如 稿件/**/*.txt）' },
    rules: {
      type: 'object',
      description: '各规则的级别',
      additionalProperties: false,
      properties: Object.fromEntries(rules.map((rule) => [rule.id, { ...severity, description: rule.title.zh, default: rule.severity }])),
    },
    departments: {
      type: 'object',
      additionalProperties: { type: 'string' },
      description: '核数单上各指标由谁核：指标的 id、名称或名称里的词 → 部门，最长的算数；不写则用数据表所列单位，再用指标目录的部门',
    },
    indicators: { type: 'array', items: indicatorSchema, description: '本地区自有指标及别名' },
  },
};
write('docs/heshu.schema.json', `${JSON.stringify(schema, null, 2)}\n`);

// ---- schema of heshu.reviewed.json --------------------------------------------------------------------------------------
const words = (description) => ({ type: 'string', description });
const decision = {
  by: words('谁：姓名或单位'),
  on: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$', description: '哪天，如 2026-01-12' },
};
const listOf = (description, properties) => ({
  type: 'array',
  description,
  items: { type: 'object', required: Object.keys(properties), properties },
});
const { authorities } = await importModule(join(core, 'baseline/fact.ts'));
const reviewedSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'heshu.reviewed.json',
  description: '搁置的问题和核定的数据，按地区、年份、文种记，不按文件名；由编辑器和 heshu review 读写，不认识的字段照原样保留',
  type: 'object',
  properties: {
    drafts: {
      type: 'array',
      items: {
        type: 'object',
        required: ['region', 'year', 'kind'],
        properties: {
          region: words('文稿所属地区，不明为空'),
          year: { type: ['integer', 'null'], description: '报告年份' },
          kind: { enum: authorities, description: '文种' },
          setAside: listOf('搁置的问题；数据、基期或数据表一变，编号就变，问题重新列出', {
            key: words('问题的编号'),
            rule: words('规则'),
            message: words('问题的第一行，供人看'),
            reason: words('为什么搁置'),
            ...decision,
          }),
          confirmed: listOf('据文件核定的数据；数据再改，按请核列出', {
            region: words('哪个地区的数据'),
            indicator: words('指标编号或名称'),
            qualifier: words('限定：新增、其中、占比对象等'),
            kind: words('总量、增速等'),
            period: words('时期'),
            status: words('实绩、目标或预计'),
            scope: words('排名范围'),
            name: words('稿中的指标名称，供人看'),
            value: words('核定时的数'),
            words: words('所在句子去掉数据后的摘要，名称笼统时用来认出是哪一个'),
            paper: words('据哪份文件'),
            ...decision,
          }),
        },
      },
    },
  },
};
write('docs/heshu.reviewed.schema.json', `${JSON.stringify(reviewedSchema, null, 2)}\n`);

if (stale.length) {
  console.error(`stale, run \`npm run generate\`:\n${stale.map((path) => `  ${relative('.', path)}`).join('\n')}`);
  process.exit(1);
}
