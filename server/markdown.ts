/** Words of a paper or a setting as they are: no picture, link or command comes of them. */
export const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]<>|#~!&]/g, '\\$&').replace(/\s+/g, ' ');

/** A table as GitHub's Markdown has it. */
export const markdownTable = (heads: readonly string[], rows: readonly (readonly string[])[]): string => {
  const line = (row: readonly string[]): string => `| ${row.map((cell) => escapeMarkdown(cell)).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
};
