/** A table as GitHub's Markdown has it. */
export const markdownTable = (heads: readonly string[], rows: readonly (readonly string[])[]): string => {
  const line = (row: readonly string[]): string => `| ${row.map((cell) => cell.replace(/[\\|]/g, '\\$&')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
};
