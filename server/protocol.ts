import type { Location, Position, Range } from 'vscode-languageserver';
import type { Outcome } from './core/commitments.ts';
import type { Severity } from './core/finding.ts';
import type { Language } from './core/rules/run.ts';

/** What a client may tell the server at the start. All of it may be left out. */
export interface InitializationOptions {
  /** Of messages, hovers and completions; Chinese unless told otherwise. */
  language?: Language;
  /** Address of a rule's page, with `{rule}` for its id. */
  rulePage?: string;
  /** Address of the folder of the readers' bundles, without slash at its end: a worker cannot know it. */
  readers?: string;
  /** The client answers `heshu/readFile` and `heshu/listFolder`. */
  servesFiles?: boolean;
  /** URI of the folder of packaged fact files. */
  seeds?: string;
  /** URIs of folders that the user let `heshu.json` name although they lie beyond the folders that are open. */
  allowedFolders?: readonly string[];
  /** The client listens to `heshu/checked` and tells its user itself what a check could not do. */
  showsChecks?: boolean;
  /** The client has the commands of `reviewCommands`, which ask for reason, paper and name and send `heshu/decide`. */
  reviews?: boolean;
}

/** Server → client: the bytes of a file in base64, null where there is none. */
export const readFileRequest = 'heshu/readFile';
/** Server → client: the names of the files in a folder, null where there is no such folder. */
export const listFolderRequest = 'heshu/listFolder';
export interface UriParams {
  uri: string;
}
/** Server → client: puts bytes (base64) in the place of a file's; null, or why that could not be. */
export const writeFileRequest = 'heshu/writeFile';
export interface WriteFileParams extends UriParams {
  content: string;
}

/** Client → server: the user chose a folder; server → client: the user allowed one when asked. Either way it may be read from now on. */
export const allowFolderNotification = 'heshu/allowFolder';

/** Client → server: checks a document anew and says what came of it; null where it is no draft. */
export const checkRequest = 'heshu/check';
export interface CheckSummary {
  /** `348个数据：一致152 · …` */
  coverage: string;
  /** What the check could not do, one line each. */
  outside: string[];
}

/** Server → client: a document was checked anew; what is shown of it may be asked for again. */
export const checkedNotification = 'heshu/checked';

/** Client → server: all that the views and the report show of a draft; null where it is no draft. */
export const overviewRequest = 'heshu/overview';
export interface Overview {
  /** The name of the file. */
  name: string;
  title: string | null;
  region: string | null;
  year: number | null;
  /** `348个数据：一致152 · …` */
  coverage: string;
  counts: { figures: number; agree: number; conflict: number; notComparable: number; withoutEvidence: number };
  /** What the check could not do, one line each. */
  outside: string[];
  /** What could not be read of the papers and data sheets that it is held against, one line each. */
  unread: string[];
  /** Whether the text looks like one that was opened in a wrong encoding. */
  garbled: boolean;
  /** Where no earlier paper speaks of the region: what to do, or what of the papers could not be read, in one sentence. */
  start: string | null;
  findings: SectionItems<FindingItem>[];
  /** Findings that a person set aside. */
  setAside: SetAsideItem[];
  unevidenced: SectionItems<FigureItem>[];
  sources: SourceItem[];
  headline: HeadlineItem[];
  /** Last year's targets, with what the draft reports on each. */
  commitments: CommitmentItem[];
}
/** What belongs to one section of the draft, in reading order. */
export interface SectionItems<Item> {
  /** The section's heading; empty before the first. */
  title: string;
  items: Item[];
}
/** Something that stands in the draft. */
export interface Placed {
  range: Range;
  /** In words: `“一”第2段`. */
  place: string;
}
export interface FindingItem extends Placed {
  key: string;
  rule: string;
  severity: Severity;
  /** Three short lines. */
  message: string;
}
export interface SetAsideItem extends FindingItem {
  reason: string;
  by: string;
  /** `2026-01-12` */
  on: string;
}
export interface FigureItem extends Placed {
  name: string;
  printed: string;
}
export interface SourceItem {
  title: string;
  /** `2024 · 报告` */
  description: string;
  facts: number;
  /** The paper or fact file; null where it is not at hand. */
  uri: string | null;
}
/** A target of last year. Values as printed. */
export interface CommitmentItem {
  name: string;
  target: string;
  /** Where it was set. */
  source: string;
  outcome: Outcome;
  outcomeName: string;
  /** The draft's figure, empty where there is none; a guess at which one it is says so. */
  reported: string;
  /** Per cent of the target, empty where that is no amount. */
  done: string;
  placed: Placed | null;
  /** Of what the draft does not speak of: where the target was set, if that paper is at hand. */
  origin: Location | null;
  /** Words to insert where the draft does not speak of it; `$1` is the place of the figure. */
  frame: string | null;
}
/** A headline indicator. Values as printed, empty where unknown. */
export interface HeadlineItem {
  name: string;
  /** As the last report printed it. */
  lastYear: { value: string; growth: string };
  /** What its value was revised to since. */
  revised: string;
  target: string;
  thisYear: { value: string; growth: string };
  sheet: string;
  nextTarget: string;
  verdict: 'agree' | 'conflict' | 'notComparable' | 'none';
  /** Values of two years in one unit, for a chart. */
  chart: { last: number; now: number } | null;
  /** Where the draft states this year's. */
  placed: Placed | null;
}

/** The client's commands that code actions name, and their arguments. */
export const reviewCommands = {
  /** uri, key, first line of the message */
  setAside: 'heshu.setAside',
  /** uri, position, figure as `FigureItem` has it */
  confirm: 'heshu.confirm',
  withdraw: 'heshu.withdraw',
  /** uri, id of the fact, what it says */
  reviseBase: 'heshu.reviseBase',
  correctBase: 'heshu.correctBase',
} as const;

/** Client → server: records a reviewer's decision on a draft; null, or one line that says why that could not be. */
export const decideRequest = 'heshu/decide';
export type DecideParams = UriParams & Decision;
export type Decision =
  | { action: 'setAside'; key: string; reason: string; by: string }
  | { action: 'restore'; key: string }
  | { action: 'confirm'; position: Position; printed: string; paper: string; by: string }
  | { action: 'withdraw'; position: Position; printed: string };

/** Client → server: puts a row that corrects a fact into the file of corrections: a revised value, or the fact itself to be corrected there. */
export const correctRequest = 'heshu/correct';
export interface CorrectParams extends UriParams {
  /** The fact's id. */
  fact: string;
  revised?: { value: string; paper: string; by: string };
}
/** Where the row stands, or one line that says why it could not be written. */
export type Corrected = { uri: string; line: number } | { problem: string };

/** Client → server: the URIs of the sheets in the folder of data sheets that holds for a document. */
export const dataSheetsRequest = 'heshu/dataSheets';
/** Client → server: what a new version of a data sheet changes in a draft. */
export const dataDiffRequest = 'heshu/dataDiff';
export interface DataDiffParams extends UriParams {
  /** URIs of the old and the new sheet. */
  before: string;
  after: string;
}
/** A document in Markdown, or one line where there is nothing to show or something cannot be read. */
export type MarkdownAnswer = { markdown: string } | { nothing: string };
export type DataDiff = MarkdownAnswer;

/** Client → server: a paper made of the check of a draft that is open, or of a paper that lies at the address. */
export const makePaperRequest = 'heshu/makePaper';
/** `departments`: the worksheet split by who answers for its rows. */
export type PaperKind = 'docx' | 'worksheet' | 'departments' | 'report';
export interface MakePaperParams extends UriParams {
  paper: PaperKind;
}
/** Names for the files and their bytes in base64, or why there are none. */
export type MadePaper = { files: { name: string; content: string }[] } | { problem: string };

/** Client → server: the words of a Word document or another paper that no text editor shows. */
export const paperTextRequest = 'heshu/paperText';
/** `note` is one line on what the text does not show of the paper. */
export type PaperText = { text: string; note: string | null } | { problem: string };

/** Of addresses under which a client that asks for such texts (`workspace/textDocumentContent`) shows papers that no text editor opens. */
export const paperScheme = 'heshu-paper';

/** Client → server: what worksheets that came back say of a draft; with `confirm` what they confirm is recorded. */
export const readWorksheetsRequest = 'heshu/readWorksheets';
export interface ReadWorksheetsParams extends UriParams {
  /** Their URIs. */
  sheets: string[];
  confirm: boolean;
}
/** `confirmed`: how many figures they confirm. */
export type ReadWorksheets = { markdown: string; confirmed: number } | { nothing: string };

/** Client → server: what a draft changes against an older version of it. */
export const draftDiffRequest = 'heshu/draftDiff';
export interface DraftDiffParams extends UriParams {
  /** URI of the older version. */
  before: string;
}

/** Client → server: the papers of a folder, checked one by one and against each other. */
export const checkFolderRequest = 'heshu/checkFolder';

/** Client → server: what the papers say of an indicator, in words; for language models. */
export const lookUpRequest = 'heshu/lookUp';
export interface LookUpParams {
  indicator: string;
  /** The draft whose baseline is meant. */
  uri: string;
}

/** Client → server: what does not hold in a passage that stands in no document, in words; for language models. */
export const checkPassageRequest = 'heshu/checkPassage';
export interface CheckPassageParams {
  text: string;
  /** The draft whose baseline, region and year are meant. */
  uri: string;
}
