import { CharacterSet, isDigit, isMark } from '../text/characters.ts';
import { fold } from '../text/fold.ts';
import { type Block, readBlocks } from './blocks.ts';
import { type HeadingMark, readHeadingMark } from './heading.ts';
import { Headings, initialState, type SectionState, sameState } from './headings.ts';
import { type Origin, type OriginOptions, readOrigin } from './origin.ts';
import { makePassage, type Passage, passageLimit } from './passage.ts';
import { Reuse, type TextChange } from './reuse.ts';
import type { Setting } from './section.ts';
import { type CellRole, readTables } from './table.ts';

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
}

/** A block with what was read in it, and what its reading rested on. */
export interface BlockReading extends Block {
  role: CellRole | undefined;
  isAppendix: boolean;
  passages: OutlinePassage[];
  before: SectionState;
  after: SectionState;
  /** End of the text below it that was looked at; 0 where none was. */
  lookedTo: number;
}

export interface Outline extends Origin {
  passages: readonly OutlinePassage[];
  /** Where the body ends and name explanations or attachments begin; the document's length where there are none. */
  bodyEnd: number;
  /** The folded text and its blocks, for the reading after an edit. */
  folded: string;
  blocks: readonly BlockReading[];
}

const appendix = /^(?:附件|附表|附录|附:|名词解释|《?政府工作报告》?名词解释|有关名词解释|名词注释|注释)[\d一二三四五:]*/;
const terminators = new CharacterSet('。!?');
const closers = new CharacterSet('”’」』)》"');

/**
 * Reads the outline of a document; `options` win over what the document says of itself. After an edit, give the outline
 * before it and what changed: the passages that stay the same are taken over, moved to their new places, and the outline
 * before is used up.
 */
export const readOutline = (document: string, options: OriginOptions = {}, before?: Outline, change?: TextChange): Outline => {
  const text = before && change ? refold(document, before.folded, change) : fold(document);
  const blocks = readBlocks(text);
  const origin = readOrigin(text, blocks, options);
  const roles = readTables(text, blocks, origin);
  const reuse = before && change && Reuse.of(before, origin, change, blocks, roles);
  const headings = new Headings(text, origin, initialState(origin));
  const readings: BlockReading[] = reuse?.head() ?? [];
  headings.state = readings.at(-1)?.after ?? headings.state;
  for (let i = readings.length; i < blocks.length; i++) {
    const known = reuse?.tailAt(i);
    if (known && sameState(known.before, headings.state)) {
      for (const reading of reuse?.takeTail(i) ?? []) readings.push(reading);
      break;
    }
    const block = blocks[i] as Block;
    readings.push(readBlock(text, block, blocks[i + 1]?.start ?? text.length, roles.get(block), headings));
  }
  reuse?.keepPassages(readings);
  const passages: OutlinePassage[] = [];
  for (const reading of readings) for (const passage of reading.passages) passages.push(passage);
  const bodyEnd = readings.find(({ isAppendix }) => isAppendix)?.start ?? text.length;
  return { ...origin, passages, bodyEnd, folded: text, blocks: readings };
};

/** The folded text after an edit: only what was put in is folded. */
const refold = (document: string, folded: string, { start, end, delta }: TextChange): string =>
  folded.slice(0, start) + fold(document.slice(start, end + delta)) + folded.slice(end);

const readBlock = (text: string, block: Block, next: number, role: CellRole | undefined, headings: Headings): BlockReading => {
  const before = headings.state;
  const isText = block.kind === 'text';
  if (isText) headings.openBlock(block, next);
  const lookedTo = isText ? headings.lookedTo : 0;
  const passages: OutlinePassage[] = [];
  let opens = true;
  for (const { start, end } of sentencesOf(text, block)) {
    const passage = makePassage(text, start, end, !isText);
    if (!passage.text) continue;
    const heading = isText && opens ? readHeadingMark(passage.text) : undefined;
    if (!opens && isText) headings.openInline(passage.text);
    const { setting, labels, paragraph } = headings.state;
    passages.push({
      ...passage,
      setting: role?.setting ?? setting,
      place: { section: labels, paragraph: role ? role.place : paragraph },
      heading,
      opens,
      cell: role,
    });
    opens = false;
  }
  const isAppendix = isText && block.end - block.start < 40 && appendix.test(text.slice(block.start, block.end));
  // Nobody else holds the block; to copy it takes longer than all the rest.
  return Object.assign(block, { role, isAppendix, passages, before, after: headings.state, lookedTo });
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
