import type { Coverage } from '../server/core/coverage.ts';
import type { Range, Severity } from '../server/core/finding.ts';
import type { Language } from '../server/core/rules/run.ts';

/** What a file is to the check: a draft or what belongs to it (附表, 名词解释), one of last year's papers, a data sheet of this year, or `heshu.json` and the like. */
export const roles = ['draft', 'paper', 'sheet', 'setting'] as const;
export type Role = (typeof roles)[number];

export interface InputFile {
  name: string;
  role: Role;
  bytes: Uint8Array;
}

/** All that a check needs; what the drafts themselves say need not be given. */
export interface CheckInput {
  files: readonly InputFile[];
  region: string;
  year: number | undefined;
  language: Language;
}

export interface CheckAnswer {
  drafts: DraftResult[];
  /** What could not be read, one line each, beginning with the file's name where it is about one. */
  problems: string[];
}

/** What a check says of one draft, as the page shows it. */
export interface DraftResult {
  name: string;
  title: string | null;
  region: string | null;
  year: number | null;
  text: string;
  coverage: Coverage;
  /** What is known of its region: last year's papers, data sheets, or nothing. */
  known: 'papers' | 'sheets' | undefined;
  /** Papers of the same year or a later one. */
  leftOut: string[];
  findings: FindingView[];
  setAside: (FindingView & { decision: string })[];
  commitments: TableView;
  unevidenced: TableView;
  sources: { title: string; date: string; facts: number }[];
}

export interface FindingView {
  rule: string;
  severity: Severity;
  /** Three short lines. */
  message: string;
  /** What it rests on. */
  evidence: string[];
  /** What a fix would do; empty where the rule knows none. */
  fix: string;
  range: Range;
  /** The sentence that it stands in. */
  sentence: Range;
  /** In words. */
  place: string;
}

/** A table whose rows may lead to a sentence of the text. */
export interface TableView {
  heads: string[];
  /** The column whose words lead there. */
  place: number;
  rows: { cells: string[]; sentence: Range | undefined }[];
}

/** The papers that can be saved. */
export type Paper = 'docx' | 'worksheet' | 'departments' | 'report';

/** View → worker, each answered by one `Answer` of the same number. */
export type Request = { id: number } & (
  | { ask: 'sort'; files: readonly { name: string; bytes: Uint8Array }[] }
  | { ask: 'check'; input: CheckInput }
  | { ask: 'paper'; draft: number; paper: Paper; hasIndex: boolean }
);
/** What each request is answered with. */
export interface Answers {
  sort: Role[];
  check: CheckAnswer;
  paper: Uint8Array;
}
/** Worker → view; `problem` is one line for people. */
export type Answer = { id: number } & ({ value: Answers[keyof Answers] } | { problem: string });
