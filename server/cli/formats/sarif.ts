import type { CheckResult } from '../../core/check.ts';
import type { Range, Related, Severity } from '../../core/finding.ts';
import { pages } from '../../core/generated/rule-pages.ts';
import { rules } from '../../core/generated/rules.ts';
import { LineTable } from '../../core/text/lines.ts';
import { version } from '../../version.ts';
import { uriOf } from './uri.ts';

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

/** Results of several files as SARIF 2.1.0. */
export const sarifLog = (results: readonly object[]): object => ({
  $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
  version: '2.1.0',
  runs: [
    {
      tool: {
        driver: {
          name: 'heshu',
          version,
          language: 'zh-CN',
          rules: rules.map(({ id, title, severity }) => ({
            id,
            shortDescription: { text: title.zh },
            fullDescription: { text: pages[id]?.why.zh },
            defaultConfiguration: { level: levels[severity] },
          })),
        },
      },
      // Columns count UTF-16 units, from 1.
      columnKind: 'utf16CodeUnits',
      results,
    },
  ],
});

/** A file's findings as SARIF's results; a finding's key is its fingerprint. */
export const sarifFile = (path: string, { document, findings }: CheckResult): object[] => {
  const lines = new LineTable(document.text);
  const location = (range: Range, text?: string): object => ({
    physicalLocation: physicalLocation(path, lines.span(range)),
    ...(text !== undefined && { message: { text } }),
  });
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

const elsewhere = (place: Related['elsewhere']): object => (place ? { physicalLocation: physicalLocation(place.paper, place) } : {});

const physicalLocation = (path: string, { line, column, endLine, endColumn }: ReturnType<LineTable['span']>): object => ({
  artifactLocation: { uri: uriOf(path) },
  region: { startLine: line, startColumn: column, endLine, endColumn },
});
