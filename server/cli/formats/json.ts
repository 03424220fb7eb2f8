import type { CheckResult } from '../../core/check.ts';
import type { Finding, Related } from '../../core/finding.ts';
import { LineTable } from '../../core/text/lines.ts';
import { uriOf } from './uri.ts';

const outside = (fact: Related['fact'], elsewhere: Related['elsewhere']): object => {
  if (!elsewhere) return { line: 1, column: 1, endLine: 1, endColumn: 1, uri: `heshu-fact:${fact?.id ?? ''}` };
  const { paper, ...at } = elsewhere;
  return { ...at, uri: uriOf(paper) };
};

/** The result of one file as DESIGN §7 lays it down; `all` adds what was set aside, each with by whom, when and why. */
export const jsonFile = (path: string, result: CheckResult, { all }: { all: boolean }): unknown => {
  const lines = new LineTable(result.document.text);
  const findingOf = (finding: Finding) => ({
    key: finding.key,
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    ...lines.span(finding.range),
    related: finding.related.map(({ message, range, fact, elsewhere }) => ({
      message,
      ...(range ? lines.span(range) : outside(fact, elsewhere)),
    })),
    ...(finding.fix && {
      fix: { title: finding.fix.title, edits: finding.fix.edits.map((edit) => ({ ...lines.span(edit), newText: edit.newText })) },
    }),
  });
  const { outline } = result.document;
  return {
    path,
    region: outline.region,
    year: outline.year,
    characters: result.coverage.characters,
    figures: result.coverage.figures,
    compared: result.coverage.compared,
    findings: result.findings.map(findingOf),
    ...(all && {
      setAside: result.setAside.map(({ finding, decision: { reason, by, on } }) => ({ ...findingOf(finding), reason, by, on })),
    }),
  };
};
