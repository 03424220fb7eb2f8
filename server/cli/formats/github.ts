import type { CheckResult } from '../../core/check.ts';
import type { Severity } from '../../core/finding.ts';
import { LineTable } from '../../core/text/lines.ts';

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

/** A file's findings as workflow commands, which GitHub shows at the lines of a change. */
export const githubFile = (path: string, { document, findings }: CheckResult): string[] => {
  const lines = new LineTable(document.text);
  return findings.map(({ rule, severity, message, range }) => {
    const { line, column, endLine, endColumn } = lines.span(range);
    const properties = {
      file: path,
      line,
      endLine,
      ...(line === endLine && { col: column, endColumn }),
      title: `heshu ${rule}`,
    };
    return `::${commands[severity]} ${Object.entries(properties)
      .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
      .join(',')}::${escapeData(message)}`;
  });
};

const escapeData = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const escapeProperty = (text: string): string => escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
