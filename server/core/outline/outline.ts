import { type Period, yearPeriod } from '../claims/period.ts';
import { CharacterSet, isDigit } from '../text/characters.ts';
import { fold } from '../text/fold.ts';
import { type Block, readBlocks } from './blocks.ts';
import { type HeadingMark, readHeadingMark } from './heading.ts';
import { joinYears, type Origin, type OriginOptions, readOrigin } from './origin.ts';
import { makePassage, type Passage, passageLimit } from './passage.ts';
import { type Setting, settingOf, turnOf } from './section.ts';
import { type CellRole, readTables } from './table.ts';

/** Where a passage stands, in words that a reader can follow: section labels from the outermost, paragraph from 1. */
export interface Place {
  section: string[];
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

export interface Outline extends Origin {
  passages: OutlinePassage[];
  /** Where the body ends and name explanations or attachments begin; the document's length where there are none. */
  bodyEnd: number;
}

const appendix = /^(?:附件|附表|附录|附:|名词解释|《?政府工作报告》?名词解释|有关名词解释|名词注释|注释)[\d一二三四五:]*/;
const terminators = new CharacterSet('。!?');
const closers = new CharacterSet('”’」』)》"');

/** Reads the outline of a document; `options` win over what the document says of itself. */
export const readOutline = (document: string, options: OriginOptions = {}): Outline => {
  const text = fold(document);
  const blocks = readBlocks(text);
  const origin = readOrigin(text, blocks, options);
  const roles = readTables(text, blocks, origin);
  const passages: OutlinePassage[] = [];
  const initial: Setting =
    origin.year === null ? { period: null, status: 'actual' } : { period: yearPeriod(origin.year - 1), status: 'actual' };
  const state = new SectionState(text, initial, origin);
  let bodyEnd = text.length;
  blocks.forEach((block, index) => {
    const role = roles.get(block);
    if (
      bodyEnd === text.length &&
      block.kind === 'text' &&
      block.end - block.start < 40 &&
      appendix.test(text.slice(block.start, block.end))
    ) {
      bodyEnd = block.start;
    }
    const next = blocks[index + 1];
    if (block.kind === 'text') state.openBlock(block, next?.start ?? text.length);
    let opens = true;
    for (const { start, end } of sentencesOf(text, block)) {
      const passage = makePassage(text, start, end, block.kind === 'cell');
      if (!passage.text) continue;
      const heading = block.kind === 'text' && opens ? readHeadingMark(passage.text) : undefined;
      if (!opens && block.kind === 'text') state.openInline(passage.text);
      const { text: read, offsets } = passage;
      passages.push({
        start,
        end,
        text: read,
        offsets,
        setting: role?.setting ?? state.setting,
        place: role ? { section: state.labels(), paragraph: role.place } : { section: state.labels(), paragraph: state.paragraph },
        heading,
        opens,
        cell: role,
      });
      opens = false;
    }
  });
  return { ...origin, passages, bodyEnd };
};

/** Cuts a block of the folded text into sentences; one that is too long at its last clause within the limit. */
const sentencesOf = function* (text: string, block: Block): Generator<{ start: number; end: number }> {
  let start = block.start;
  for (let i = block.start; i < block.end; i++) {
    const tooLong = i + 1 - start >= passageLimit;
    if ((!terminators.has(text.charCodeAt(i)) || isInsideFigure(text, i)) && !tooLong) continue;
    let end = i + 1;
    if (tooLong) {
      const clause = Math.max(...[';', ',', '、'].map((mark) => text.lastIndexOf(mark, i)));
      if (clause > start) end = clause + 1;
      else if (isHighSurrogate(text.charCodeAt(end - 1))) end--;
    } else {
      while (end < block.end && (closers.has(text.charCodeAt(end)) || terminators.has(text.charCodeAt(end)))) end++;
    }
    yield { start, end };
    start = end;
    i = end - 1;
  }
  if (start < block.end) yield { start, end: block.end };
};

/** 5。2%, ?%: a slip of the keyboard or a blank, no end of a sentence. */
const isInsideFigure = (text: string, index: number): boolean =>
  text[index] === '。'
    ? isDigit(text.charCodeAt(index - 1)) && /^\d+(?:%|个?百分点|[万亿]?[元吨亩人户])/.test(text.slice(index + 1, index + 12))
    : text[index] === '?' && /^\?*(?:%|[万亿]?元|亿|个百分点)/.test(text.slice(index + 1, index + 8));

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;

/** Follows the headings: what the passages under them speak of, and how their place is named. */
class SectionState {
  setting: Setting;
  paragraph = 0;
  private path: HeadingMark[] = [];
  private knowsPlan = false;

  constructor(
    private readonly text: string,
    initial: Setting,
    private readonly origin: Origin,
  ) {
    this.setting = initial;
  }

  labels(): string[] {
    return this.path.map((mark) => mark.label);
  }

  openBlock(block: Block, next: number): void {
    const content = joinYears(this.text.slice(block.start, Math.min(block.end, block.start + 120)).trim());
    const mark = readHeadingMark(content);
    const turn = mark && mark.level < 3 ? undefined : turnOf(content.slice(mark?.length ?? 0).trimStart(), this.setting, this.origin.year);
    if (turn) this.setting = turn;
    const isLine = block.end - block.start <= 60 && !/[。；;]/.test(content);
    if (mark) {
      this.path = [...this.path.filter((above) => above.level < mark.level), mark];
      this.paragraph = isLine ? 0 : 1;
      const title = content.slice(mark.length).split(isLine ? /[。:]/ : /[。: (]/)[0] as string;
      if (mark.level <= 2 && (mark.level === 1 || /(?:19|20)\d\d年|十[一二三四五]五/.test(title))) this.enter(title, mark, next);
      return;
    }
    if (isLine && !mark && content.length >= 4) {
      const setting =
        /(?:19|20)\d\d年|今年|五年|十[一二三四五]五/.test(content) && /[回顾安排任务目标部署]$/.test(content)
          ? settingOf(content, this.origin.year)
          : undefined;
      if (setting && block.start > this.origin.bodyStart) {
        this.setting = setting;
        this.path = [];
        this.paragraph = 0;
        return;
      }
    }
    this.paragraph++;
  }

  /** Headings inside a running text: 一、2023年重点工作推进情况 (一)… */
  openInline(passage: string): void {
    const mark = readHeadingMark(passage);
    if (!mark || mark.level > 1) return;
    const title = passage.slice(mark.length, mark.length + 40);
    if (/(?:19|20)\d\d年|下一步|今年|明年/.test(title)) this.enter(title.split(/[ (。,:]/)[0] as string, mark, -1);
  }

  private enter(title: string, mark: HeadingMark, next: number): void {
    const setting = settingOf(title, this.origin.year) ?? (mark.level === 1 && next >= 0 ? this.settingOfBody(next, mark) : undefined);
    if (!setting) return;
    // 三、加强政府自身建设 and other level-1 headings after the plan began stay plans.
    if (this.knowsPlan && mark.level === 1 && setting.status === 'actual' && !/回顾|总结/.test(title)) return;
    if (setting.status === 'target') this.knowsPlan = true;
    this.setting = setting;
  }

  /** Where a heading is a slogan, the text under it says whether it plans. */
  private settingOfBody(from: number, mark: HeadingMark): Setting | undefined {
    const { year } = this.origin;
    if (mark.ordinal === 1 || year === null) return undefined;
    const body = joinYears(this.text.slice(from, from + 1500));
    if (new RegExp(`预期目标|(?:今年|${year}年).{0,16}(?:工作|目标|总体要求)|做好今年|重点(?:抓好|做好|任务)`).test(body)) {
      return { period: yearPeriod(year), status: 'target' };
    }
    return undefined;
  }
}

export const sectionPeriodYear = (period: Period | null): number | null => (period ? Math.floor(period.to / 12) : null);
