import type { Text } from '../core/rules/rule.ts';

/** What is wrong with a file, and as what it should be saved. */
export const saveAs = ({ zh, en }: Text, format: string, formatInEnglish: string): Text => ({
  zh: `${zh}，请另存为 ${format}`,
  en: `${en}: save it as ${formatInEnglish}`,
});
