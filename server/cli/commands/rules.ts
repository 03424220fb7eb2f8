import { pages } from '../../core/generated/rule-pages.ts';
import { rules } from '../../core/generated/rules.ts';
import type { RulePage } from '../../core/rules/rule.ts';
import { severityNames } from '../../tables/findings.ts';
import { type Terminal, UsageError } from '../usage.ts';

export const listRules = (terminal: Terminal): number => {
  const width = Math.max(...rules.map((rule) => rule.id.length));
  for (const rule of rules) terminal.out(`${rule.id.padEnd(width)}  ${severityNames[rule.severity]}  ${rule.title.zh}`);
  return 0;
};

const needs = { text: '文本自身', base: '基期（或文中上年数）', sheet: '本年数据表', confirmed: '核定记录' };

export const explain = (args: string[], terminal: Terminal): number => {
  const [id, ...rest] = args;
  if (!id || rest.length > 0) throw new UsageError('heshu explain 要一条规则的名称（heshu rules 列出全部）');
  const rule = rules.find((candidate) => candidate.id === id);
  if (!rule) throw new UsageError(`没有规则 ${id}（heshu rules 列出全部）`);
  const { why, setAside, examples } = pages[rule.id] as RulePage;
  const { wrong, right } = examples;
  const indent = (text: string): string => text.replace(/^/gm, '    ');
  terminal.out(
    [
      `${rule.id}　${rule.title.zh}（${severityNames[rule.severity]}，依据：${needs[rule.needs]}）`,
      '',
      why.zh,
      '',
      ...(wrong.base ? ['上年报告：', indent(wrong.base)] : []),
      ...(wrong.confirmed ? ['核定时的文稿：', indent(wrong.confirmed)] : []),
      ...(wrong.sheet ? ['数据表：', indent(wrong.sheet)] : []),
      '有问题：',
      indent(wrong.draft),
      '没问题：',
      indent(right.draft),
      '',
      `何时可以不理会：${setAside.zh}`,
    ].join('\n'),
  );
  return 0;
};
