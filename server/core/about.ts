import type { Text } from './rules/rule.ts';

/** What is said of something that has a name, in both languages. */
export const about = (name: string, { zh, en }: Text): Text => ({ zh: `${name}：${zh}`, en: `${name}: ${en}` });
