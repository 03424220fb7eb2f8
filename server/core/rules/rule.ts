import type { Baseline } from '../baseline/baseline.ts';
import type { ClaimIndex, IndexedClaim } from '../claims/claim-index.ts';
import type { Confirmation } from '../confirmation.ts';
import type { PolicyDocument, ReadPassage } from '../document.ts';
import type { Edit, Range, Related, Severity } from '../finding.ts';

/** A text that users read: Chinese first, English second. */
export interface Text {
  zh: string;
  en: string;
}

/** A short draft for the documentation and the tests, with last year's paper where the rule needs one. */
export interface Example {
  /** Paragraphs of the report of 2024 (it reviews 2023 and plans 2024), under 一、2023年工作回顾 unless it has headings of its own. */
  base?: string;
  /** This year's data sheet, a row a line, cells between bars; of 2024 where it names no year. */
  sheet?: string;
  /** Sentences of the draft of 2025 whose figures a person confirmed before they read as in `draft`. */
  confirmed?: string;
  /** Paragraphs of the draft of 2025, likewise under 一、2024年工作回顾. */
  draft: string;
}

/** What a rule needs beside the text: last year's figures (or those of the text), a data sheet, what reviewers confirmed, or nothing. */
type Needs = 'text' | 'base' | 'sheet' | 'confirmed';

interface RuleMetadata<Messages extends string> {
  id: string;
  title: Text;
  /** The severity of a finding that the rule gives none of its own. */
  severity: Severity;
  needs: Needs;
  /** Rules whose findings on the same figures, its own and its related ones, say less of the same cause. */
  supersedes?: readonly string[];
  messages: Record<Messages, Text>;
}

/** What `heshu explain` and docs/rules say of a rule. Checks do without: the editor's bundles leave it out. */
export interface RulePage {
  /** Why: the standard, convention or experience behind it. */
  why: Text;
  /** When a finding may rightly be set aside. */
  setAside: Text;
  examples: { wrong: Example; right: Example };
}

/** What a rule found; `message` names one of its templates, `values` fills it. */
export type Report<Messages extends string = string> = Place & {
  message: Messages;
  values: Record<string, string>;
  /** What it was held against, for its key. */
  against?: string;
  /** Where other than the rule's. */
  severity?: Severity | undefined;
  related?: Related[];
  /** The right text where it is known: of the finding's place, or of others. The title is a message template. */
  fix?: ({ title: Messages; values: Record<string, string> } & ({ newText: string } | { edits: Edit[] })) | undefined;
};

/** The claim that a finding is about, for its key, and its place where that is another than the claim's. */
type Place = { claim: IndexedClaim; range?: Range } | { claim?: undefined; range: Range };

/** Claims that passed a check which could have failed. */
interface Agreement {
  agree: readonly IndexedClaim[];
}

export type Outcome<Messages extends string = string> = Report<Messages> | Agreement;

export interface RuleContext {
  document: PolicyDocument;
  index: ClaimIndex;
  baseline: Baseline;
  /** The document's region, empty where unknown. */
  region: string;
  /** The draft's year, null where unknown. */
  year: number | null;
  /** What reviewers confirmed of this draft. */
  confirmed: readonly Confirmation[];
}

/**
 * The check of a passage is kept until the passage, the baseline or what it looked up in the index changes. One that
 * reads other passages, all claims or the document's text is done again after every edit.
 */
export interface PassageContext extends RuleContext {
  passage: ReadPassage;
  /** The passage as the document has it. */
  source: string;
  /** The passage's claims. */
  claims: readonly IndexedClaim[];
  /** Document range of [start, end) in the passage's text. */
  locate(start: number, end: number): Range;
}

/** Sees one passage: its text and claims, and the evidence on them. Of scope `claims`: only passages that have some. */
export interface PassageRule<Messages extends string = string> extends RuleMetadata<Messages> {
  scope: 'passage' | 'claims';
  /** Also behind the body, in explanations of names and attachments. */
  everywhere?: boolean;
  check(context: PassageContext): Iterable<Outcome<Messages>>;
}

interface DocumentContext extends RuleContext {
  /** Those that the rule concerns, in reading order. */
  passages: readonly ReadPassage[];
}

/** Holds passages against each other; run anew after every edit. */
export interface DocumentRule<Messages extends string = string> extends RuleMetadata<Messages> {
  scope: 'document';
  /** Whether the rule wants to see a passage: the fewer it does, the faster. */
  concerns(passage: ReadPassage, document: PolicyDocument): boolean;
  check(context: DocumentContext): Iterable<Outcome<Messages>>;
}

export type Rule = PassageRule | DocumentRule;

/** Lets a rule's file check its message names against its reports, and forgets them outside. */
export const passageRule = <Messages extends string>(rule: Omit<PassageRule<Messages>, 'scope'>): PassageRule =>
  ({ ...rule, scope: 'passage' }) as unknown as PassageRule;

/** A rule on the claims of a passage: most passages have none, and most rules are such. */
export const claimsRule = <Messages extends string>(rule: Omit<PassageRule<Messages>, 'scope'>): PassageRule =>
  ({ ...rule, scope: 'claims' }) as unknown as PassageRule;

export const documentRule = <Messages extends string>(rule: Omit<DocumentRule<Messages>, 'scope'>): DocumentRule =>
  ({ ...rule, scope: 'document' }) as unknown as DocumentRule;
