export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** A place in the document, UTF-16 offsets. */
export interface Range {
  start: number;
  end: number;
}

/** Whether two places have characters in common. */
export const touches = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;

/** Evidence of a finding: another place of the document, or a source. */
export interface Related {
  message: string;
  /** Of a place in the document. */
  range?: Range;
  /** Of a place in a source. */
  fact?: { source: string; id: string };
  /** Of a place in another paper that was checked along with this one; lines and columns from 1. */
  elsewhere?: { paper: string; line: number; column: number; endLine: number; endColumn: number };
}

export interface Edit extends Range {
  newText: string;
}

export interface Fix {
  title: string;
  edits: Edit[];
}

/** What a rule reports. `key` identifies it without any place (DESIGN §2). */
export interface Finding {
  key: string;
  rule: string;
  severity: Severity;
  range: Range;
  /** Three short lines: what does not hold; arithmetic and source; what to do. */
  message: string;
  related: Related[];
  fix?: Fix;
}

/** Whether it is 必核 or 请核. */
export const isSerious = ({ severity }: Pick<Finding, 'severity'>): boolean => severity === 'error' || severity === 'warning';

/** As people read: by place, then the worst first. */
export const inReadingOrder = (a: Finding, b: Finding): number =>
  a.range.start - b.range.start ||
  severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
  (a.rule < b.rule ? -1 : Number(a.rule > b.rule));
