import type { TextChange } from '../text/change.ts';
import { CharacterSet, isDigit, isMark } from '../text/characters.ts';
import { fold } from '../text/fold.ts';
import { type Block, readBlocks } from './blocks.ts';
import { type HeadingMark, readHeadingMark } from './heading.ts';
import { Headings, initialState, type SectionState } from './headings.ts';
import { type Origin, type OriginOptions, readOrigin } from './origin.ts';
import { makePassage, type Passage, passageLimit } from './passage.ts';
import { Reuse } from './reuse.ts';
import type { Setting } from './section.ts';
import { type CellRole, rowAt } from './table.ts';

/** Where a passage stands, in words that a reader can follow: section labels from the outermost, paragraph from 1. */
export interface Place {
  section: readonly string[];
  paragraph: number;
}

/** A passage with what the outline knows of it. */
export interface OutlinePassage extends Passage {
  setting: Setting;
  place: Place;
  /** The mark of a heading that the passage starts with. */
  heading: HeadingMark | undefined;
  /** First passage of its paragraph or cell: no subject is carried into it. */
  opens: boolean;
  cell: CellRole | undefined;
  /** Whether its paragraph is an item of a list set off by dashes. */
  listed: boolean;
  /** Whether it stands behind the body. */
  inAppendix: boolean;
}

/** A passage whose place is kept within its block, so that an edit elsewhere moves the block alone. */
export class BlockPassage implements OutlinePassage {
  constructor(
    private block: Block,
    private from: number,
    private to: number,
    readonly text: string,
    readonly offsets: readonly number[] | undefined,
    readonly marks: ReadonlyMap<number, number> | undefined,
    readonly setting: Setting,
    readonly place: Place,
    readonly heading: HeadingMark | undefined,
    readonly opens: boolean,
    readonly cell: CellRole | undefined,
    readonly listed: boolean,
    readonly inAppendix: boolean,
  ) {}

  get start(): number {
    return this.block.start + this.from;
  }

  get end(): number {
    return this.block.start + this.to;
  }

  /** Takes the place of a passage that is the same. */
  replace({ block, from, to }: BlockPassage): void {
    Object.assign(this, { block, from, to });
  }
}

/** A block with what was read in it, and what its reading rested on. */
export interface BlockReading extends Block {
  passages: BlockPassage[];
  before: SectionState;
  after: SectionState;
  /** How far behind its start the text was looked at; 0 where only the block was. */
  reach: number;
}

export interface Outline extends Origin {
  passages: readonly OutlinePassage[];
  /** Where the body ends and name explanations or attachments begin; the document's length where there are none. */
  bodyEnd: number;
  /** Whether it has a table that tells of progress. */
  hasProgress: boolean;
  /** The folded text and its blocks, for the reading after an edit. */
  folded: string;
  blocks: readonly BlockReading[];
  /** How many passages stayed those of the outline before. */
  kept: Ends;
}

/** Numbers of items at both ends of a list. */
export interface Ends {
  readonly atStart: number;
  readonly atEnd: number;
}

export const none: Ends = { atStart: 0, atEnd: 0 };

const terminators = new CharacterSet('。!?');
const closers = new CharacterSet('”’」』)》"');

/**
 * Reads the outline of a document; `options` win over what the document says of itself. After an edit, give the outline
 * before it and what changed: what stays the same is taken over, moved to its new place, and the outline before is used up.
 */
export const readOutline = (document: string, options: OriginOptions = {}, before?: Outline, change?: TextChange): Outline => {
  const text = before && change ? refold(document, before.folded, change) : fold(document);
  const reuse = before && change && new Reuse(before, text, change);
  const blocks = reuse?.blocks ?? readBlocks(text);
  const origin = readOrigin(text, blocks, options);
  const old = reuse?.holdsFor(origin) ? reuse : undefined;
  const headings = new Headings(text, origin, old?.stateAbove ?? initialState(origin));
  const readings: BlockReading[] = [];
  let index = old?.atStart ?? 0;
  while (index < blocks.length && !old?.goesOn(index, headings.state)) {
    const block = blocks[index] as Block;
    if (block.kind === 'text') readings.push(readText(text, block, blocks[index + 1]?.start ?? text.length, headings));
    else readings.push(...readRow(text, rowAt(blocks, index), headings));
    index = (old?.atStart ?? 0) + readings.length;
  }
  const joined = old?.join(readings, index) ?? {
    blocks: readings,
    passages: readings.flatMap(({ passages }) => passages),
    kept: none,
    bodyEnd: bodyEndIn(readings) ?? text.length,
  };
  const hasProgress = joined.blocks.at(-1)?.after.hasProgress ?? false;
  return { ...origin, ...joined, hasProgress, folded: text };
};

/** The folded text after an edit: only what was put in is folded. */
const refold = (document: string, folded: string, { start, end, delta }: TextChange): string =>
  folded.slice(0, start) + fold(document.slice(start, end + delta)) + folded.slice(end);

/** Where the body ends, if in these blocks. */
export const bodyEndIn = (readings: readonly BlockReading[]): number | undefined =>
  readings.find(({ before, after }) => after.inAppendix && !before.inAppendix)?.start;

const readText = (text: string, block: Block, next: number, headings: Headings): BlockReading => {
  const before = headings.state;
  headings.openBlock(block, next);
  const reach = headings.lookedTo > 0 ? headings.lookedTo - block.start : 0;
  const reading = startReading(block, before, before, reach);
  let listed = false;
  for (const { start, end } of sentencesOf(text, block)) {
    const { text: words, offsets, marks } = makePassage(text, start, end);
    if (!words) continue;
    const opens = reading.passages.length === 0;
    const heading = opens ? readHeadingMark(words) : undefined;
    if (opens) listed = isListed(words);
    else headings.openInline(words);
    const { setting, labels, paragraph, inAppendix } = headings.state;
    const [from, to] = [start - block.start, end - block.start];
    const place = { section: labels, paragraph };
    reading.passages.push(
      new BlockPassage(reading, from, to, words, offsets, marks, setting, place, heading, opens, undefined, listed, inAppendix),
    );
  }
  reading.after = headings.state;
  return reading;
};

/** Field by field: spreading a block takes longer than all the rest of its reading. */
const startReading = (
  { start, end, kind, row, column }: Block,
  before: SectionState,
  after: SectionState,
  reach: number,
): BlockReading => ({ start, end, kind, row, column, passages: [], before, after, reach });

const isListed = (opening: string): boolean => /^[—-]{2}/.test(opening);

const readRow = (text: string, row: readonly Block[], headings: Headings): BlockReading[] => {
  const before = headings.state;
  const roles = headings.openRow(row);
  const after = headings.state;
  const { labels, inAppendix } = after;
  return row.map((block, index) => {
    const role = roles[index] as CellRole;
    const place = { section: labels, paragraph: role.place };
    const reading = startReading(block, before, after, 0);
    let listed = false;
    for (const { start, end } of sentencesOf(text, block)) {
      const { text: words, offsets, marks } = makePassage(text, start, end, true);
      if (!words) continue;
      const opens = reading.passages.length === 0;
      if (opens) listed = isListed(words);
      const [from, to] = [start - block.start, end - block.start];
      reading.passages.push(
        new BlockPassage(reading, from, to, words, offsets, marks, role.setting, place, undefined, opens, role, listed, inAppendix),
      );
    }
    return reading;
  });
};

/** Cuts a block of the folded text into sentences; one that is too long at its last clause within the limit. */
const sentencesOf = function* (text: string, block: Block): Generator<{ start: number; end: number }> {
  let start = block.start;
  for (let i = block.start; i < block.end; i++) {
    const tooLong = i + 1 - start >= passageLimit;
    if ((!terminators.has(text.charCodeAt(i)) || isInsideFigure(text, i)) && !tooLong) continue;
    let end = i + 1;
    if (tooLong) {
      const sentence = text.slice(start, end);
      const clause = Math.max(...[';', ',', '、'].map((mark) => sentence.lastIndexOf(mark)));
      if (clause > 0) end = start + clause + 1;
      else if (isHighSurrogate(text.charCodeAt(end - 1))) end--;
    } else {
      while (end < block.end && endsWith(text.charCodeAt(end))) end++;
    }
    yield { start, end };
    start = end;
    i = end - 1;
  }
  if (start < block.end) yield { start, end: block.end };
};

/** What belongs to a sentence behind the sign that ends it. */
const endsWith = (code: number): boolean => closers.has(code) || terminators.has(code) || isMark(code);

/** 5。2%, ?%: a slip of the keyboard or a blank, no end of a sentence. */
const isInsideFigure = (text: string, index: number): boolean =>
  text[index] === '。'
    ? isDigit(text.charCodeAt(index - 1)) && /^\d+(?:%|个?百分点|[万亿]?[元吨亩人户])/.test(text.slice(index + 1, index + 12))
    : text[index] === '?' && /^\?*(?:%|[万亿]?元|亿|个百分点)/.test(text.slice(index + 1, index + 8));

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
