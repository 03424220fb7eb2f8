import type { CheckResult } from '../../core/check.ts';
import type { Related, Severity } from '../../core/finding.ts';
import { rules } from '../../core/generated/rules.ts';
import { LineTable } from '../../core/text/lines.ts';
import { version } from '../version.ts';
import { uriOf } from './uri.ts';

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

/** Results of several files as SARIF 2.1.0; a finding's key is its fingerprint. */
export const sarifLog = (checked: readonly { path: string; result: CheckResult }[]): object => ({
  $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
  version: '2.1.0',
  runs: [
    {
      tool: {
        driver: {
          name: 'heshu',
          version,
          language: 'zh-CN',
          rules: rules.map(({ id, title, why, severity }) => ({
            id,
            shortDescription: { text: title.zh },
            fullDescription: { text: why.zh },
            defaultConfiguration: { level: levels[severity] },
          })),
        },
      },
      // Columns count UTF-16 units, from 1.
      columnKind: 'utf16CodeUnits',
      results: checked.flatMap(({ path, result }) => resultsOf(path, result)),
    },
  ],
});

const resultsOf = (path: string, { document, findings }: CheckResult): object[] => {
  const lines = new LineTable(document.text);
  const location = ({ start, end }: { start: number; end: number }, text?: string): object => {
    const [from, to] = [lines.at(start), lines.at(end)];
    return {
      physicalLocation: {
        artifactLocation: { uri: uriOf(path) },
        region: { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column },
      },
      ...(text !== undefined && { message: { text } }),
    };
  };
  return findings.map(({ key, rule, severity, message, range, related }) => ({
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level: levels[severity],
    message: { text: message },
    locations: [location(range)],
    relatedLocations: related.map((place) =>
      place.range ? location(place.range, place.message) : { ...elsewhere(place.elsewhere), message: { text: place.message } },
    ),
    partialFingerprints: { 'heshuKey/v1': key },
  }));
};

const elsewhere = (place: Related['elsewhere']): object => {
  if (!place) return {};
  const { paper, line, column, endLine, endColumn } = place;
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  return { physicalLocation: { artifactLocation: { uri: uriOf(paper) }, region } };
};
