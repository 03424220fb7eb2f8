import { noTime, type Period, readPeriod, yearPeriod } from '../claims/period.ts';
import type { Block } from './blocks.ts';
import { type HeadingMark, readHeadingMark } from './heading.ts';
import { joinYears, type Origin } from './origin.ts';
import { type Setting, sameSetting, settingOf, turnOf } from './section.ts';
import { type CellRole, type TableHead, TableReader } from './table.ts';

/** Where among the headings a place stands, and what the passages there speak of. Values: a change makes a new one. */
export interface SectionState {
  readonly setting: Setting;
  readonly paragraph: number;
  readonly path: readonly HeadingMark[];
  /** Of the path: 一, （二）. */
  readonly labels: readonly string[];
  /** Whether the part that plans has begun. */
  readonly knowsPlan: boolean;
  /** The head of the table here or above. */
  readonly head: TableHead | undefined;
  /** Whether any cell down to here tells of progress. */
  readonly hasProgress: boolean;
  /** Whether the body has ended. */
  readonly inAppendix: boolean;
}

export const sameState = (a: SectionState, b: SectionState): boolean =>
  a === b ||
  (a.paragraph === b.paragraph &&
    a.knowsPlan === b.knowsPlan &&
    a.head?.words === b.head?.words &&
    a.hasProgress === b.hasProgress &&
    a.inAppendix === b.inAppendix &&
    sameSetting(a.setting, b.setting) &&
    a.path.length === b.path.length &&
    a.path.every(({ level, label }, i) => b.path[i]?.level === level && b.path[i]?.label === label));

/** The state above the first heading. */
export const initialState = (origin: Origin): SectionState => ({
  setting: { period: partInTitle(origin) ?? (origin.year === null ? null : yearPeriod(origin.year - 1)), status: 'actual' },
  paragraph: 0,
  path: [],
  labels: [],
  knowsPlan: false,
  head: undefined,
  hasProgress: false,
  inAppendix: false,
});

const ofTime = /(?:19|20)\d\d年|今年|五年|十[一二三四五]五|(?:过去|新的?|这|上|下)一年/;
const partEnd = /(?:回顾|总结|情况|安排|任务|目标|部署|建议|打算|要求|思路|重点|工作)$/;
const partStart = /^(?:回顾|总结|展望)[^,]{4,12}$/;

/** 云溪区2025年前三季度经济运行情况 */
const partInTitle = ({ title, isReport }: Origin): Period | null => {
  const at = isReport ? -1 : (title?.search(/(?:19|20)\d\d年(?!度?[工国经主])/) ?? -1);
  const mention = at < 0 ? undefined : readPeriod(title as string, at, noTime);
  return (mention?.partial && mention.periods[0]) || null;
};

const appendix = /^(?:附件|附表|附录|附:|名词解释|《?政府工作报告》?名词解释|有关名词解释|名词注释|注释)[\d一二三四五:]*/;

/** How far below a heading its text is looked at, in characters. */
export const reachBelow = 1500;

/** Follows headings and tables: what the passages under them speak of, and how their place is named. */
export class Headings {
  /** End of the text that was looked at below the last block opened; 0 where none was. */
  lookedTo = 0;
  private readonly tables: TableReader;

  constructor(
    private readonly text: string,
    private readonly origin: Origin,
    public state: SectionState,
  ) {
    this.tables = new TableReader(text, origin);
  }

  /** Opens a row of a table and gives its cells their roles. */
  openRow(row: readonly Block[]): CellRole[] {
    const { roles, head } = this.tables.readRow(row, this.state.head);
    this.set({ head, hasProgress: this.state.hasProgress || roles.some(({ kind }) => kind === 'progress') });
    return roles;
  }

  /** Opens a block of text; `next` is where the next block begins. */
  openBlock(block: Block, next: number): void {
    this.lookedTo = 0;
    if (block.end - block.start < 40 && appendix.test(this.text.slice(block.start, block.end))) this.set({ inAppendix: true });
    const content = joinYears(this.text.slice(block.start, Math.min(block.end, block.start + 120)).trim());
    const mark = readHeadingMark(content);
    const turn =
      mark && mark.level < 3 ? undefined : turnOf(content.slice(mark?.length ?? 0).trimStart(), this.state.setting, this.origin.year);
    if (turn) this.set({ setting: turn });
    const isLine = block.end - block.start <= 60 && !/[。；;]/.test(content);
    const named = isLine && !(mark && mark.level < 3) && block.start > this.origin.bodyStart ? this.settingNamed(content, mark) : undefined;
    if (named) {
      this.set({ setting: named, paragraph: 0, ...along([]) });
      return;
    }
    if (mark) {
      this.set({ paragraph: isLine ? 0 : 1, ...along([...this.state.path.filter((above) => above.level < mark.level), mark]) });
      const title = content.slice(mark.length).split(isLine ? /[。:]/ : /[。: (]/)[0] as string;
      if (mark.level <= 2 && (mark.level === 1 || /(?:19|20)\d\d年|十[一二三四五]五/.test(title))) this.enter(title, mark, next);
      return;
    }
    this.set({ paragraph: this.state.paragraph + 1 });
  }

  /** Headings inside a running text: 一、2023年重点工作推进情况 (一)… */
  openInline(passage: string): void {
    const mark = readHeadingMark(passage);
    if (!mark || mark.level > 1) return;
    const title = passage.slice(mark.length, mark.length + 40);
    if (/(?:19|20)\d\d年|下一步|今年|明年/.test(title)) this.enter(title.split(/[ (。,:]/)[0] as string, mark, -1);
  }

  private set(change: Partial<SectionState>): void {
    this.state = { ...this.state, ...change };
  }

  private enter(title: string, mark: HeadingMark, next: number): void {
    const setting =
      settingOf(title, this.origin.year, mark.level === 1) ?? (mark.level === 1 && next >= 0 ? this.settingOfBody(next, mark) : undefined);
    if (!setting) return;
    // 三、加强政府自身建设 and other level-1 headings after the plan began stay plans.
    if (this.state.knowsPlan && mark.level === 1 && setting.status === 'actual' && !/回顾|总结/.test(title)) return;
    this.set({ setting, knowsPlan: this.state.knowsPlan || setting.status === 'target' });
  }

  /** A line without a number, or with one of those that items have, that heads a part: 2024年工作回顾, 【展望新的一年】. */
  private settingNamed(line: string, mark: HeadingMark | undefined): Setting | undefined {
    const title = line.slice(mark?.length ?? 0).replace(/^[【〖《[\s]+|[】〗》\]\s]+$/g, '');
    const isHead = title.length >= 4 && ofTime.test(title) && (partEnd.test(title) || partStart.test(title));
    return isHead ? settingOf(title, this.origin.year) : undefined;
  }

  /** Where a heading is a slogan, the text under it says whether it plans. */
  private settingOfBody(from: number, mark: HeadingMark): Setting | undefined {
    const { year } = this.origin;
    if (mark.ordinal === 1 || year === null) return undefined;
    this.lookedTo = from + reachBelow;
    const body = joinYears(this.text.slice(from, from + reachBelow));
    if (new RegExp(`预期目标|(?:今年|${year}年).{0,16}(?:工作|目标|总体要求)|做好今年|重点(?:抓好|做好|任务)`).test(body)) {
      return { period: yearPeriod(year), status: 'target' };
    }
    return undefined;
  }
}

const along = (path: readonly HeadingMark[]): Pick<SectionState, 'path' | 'labels'> => ({ path, labels: path.map(({ label }) => label) });
