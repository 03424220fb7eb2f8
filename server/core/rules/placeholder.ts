import { readUnit } from '../figures/units.ts';
import { matchesIn } from '../text/matches.ts';
import { passageRule, type RulePage } from './rule.ts';

const blank =
  /[×✕Ⅹ□■＿_]{2,}|(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])(?=[亿万元个家%人户吨亩项名]|平方|公里|.{0,2}(?:亿|万|%|个))|(?<![A-Za-z\d*])\*{2,}(?=[亿万元个家%人户吨亩项名])|(?<![\d.])[?？]{1,3}(?=%|[万亿]?元|亿|个百分点)|\((?:数据?)?(?:待(?:核|定|补|查|确认|更新|填|统计|提供|报)|暂缺|暂定|未核[实定对]?|数据?待|请.{0,6}(?:核|补|填|确认|提供))[^()]{0,16}\)|[[【](?:数据?)?(?:待(?:核|定|补|查|确认|更新|填|统计|提供|报)|暂缺|未核[实定对]?|数据?待|请.{0,6}(?:核|补|填|确认|提供))[^\]】]{0,16}[\]】]|(?:数据?)(?:待核实?|待定|待补充?|待更新|待确认|暂缺)|待(?:核实?|补充?|填报?)(?=[,。;)]|$)|TODO|TBD/g;

export const page: RulePage = {
  why: {
    zh: '起草时先留空（××、XX亿元、待核），或者标上颜色待核，定稿时忘了补，是会上最难堪的差错之一。',
    en: 'Blanks left while drafting (××, XX亿元, 待核) and figures marked with colour, then forgotten, are among the most embarrassing slips.',
  },
  setAside: { zh: '隐去名称，不是数据空缺。', en: 'A name left out on purpose, no missing figure.' },
  examples: {
    wrong: { draft: '预计全年服务业增加值××亿元。' },
    right: { draft: '“××村”等村名均为化名。' },
  },
};

export default passageRule({
  id: 'placeholder',
  title: { zh: '空缺的数据', en: 'A figure still to be filled in' },
  severity: 'warning',
  needs: 'text',
  messages: {
    blank: {
      zh: '“{phrase}”：数据空缺\n此处还没有填数，或注明待核\n请填数；送审前清零',
      en: '“{phrase}”: a figure is missing\nNothing has been filled in here, or it waits for confirmation\nFill it in before the draft goes out',
    },
    marked: {
      zh: '“{phrase}”：标色的数据，尚未核定\n文稿里用颜色标出的数据，多是待核的\n请核定后去掉颜色；若只为醒目，可不理会',
      en: '“{phrase}”: marked with colour, not yet confirmed\nFigures that a draft marks so mostly wait for confirmation\nConfirm it and take the mark away; let it stand if it only stresses',
    },
    markedTogether: {
      zh: '“{phrase}”等{count}个标色的数据，尚未核定\n文稿里用颜色标出的数据，多是待核的\n请核定后去掉颜色；若只为醒目，可不理会',
      en: '“{phrase}” and others, {count} figures: marked with colour, not yet confirmed\nFigures that a draft marks so mostly wait for confirmation\nConfirm them and take the mark away; let it stand if it only stresses',
    },
  },
  *check(context) {
    const { text, start: passageStart, end: passageEnd } = context.passage.passage;
    for (const match of matchesIn(text, blank)) {
      const end = match.index + match[0].length;
      // ××村, ××同志: a name left out.
      if (/^[×✕Ⅹ□Xx]/.test(match[0]) && /^(?:村|镇|县|市|区|省|乡|街|路|厂|公司|同志|先生|女士|某|局|学校|小区|社区)/.test(text.slice(end)))
        continue;
      const unit = readUnit(text, end);
      if (/^[_＿]+$/.test(match[0]) && match[0].length < 3) continue;
      yield {
        range: context.locate(match.index, end),
        against: match[0],
        message: 'blank',
        values: { phrase: text.slice(match.index, unit?.known ? unit.end : end + 3) },
      };
    }
    // One finding for all figures under one stroke of the marker.
    for (const mark of context.document.highlights) {
      if (mark.end <= passageStart || mark.start >= passageEnd) continue;
      const marked = context.claims.filter(({ claim, start, end }) => claim.kind !== 'threshold' && start < mark.end && end > mark.start);
      const [first] = marked;
      const last = marked.at(-1);
      if (!first || !last) continue;
      yield {
        range: { start: first.start, end: last.end },
        against: marked.map(({ printed }) => printed).join(),
        message: marked.length === 1 ? 'marked' : 'markedTogether',
        values: { phrase: first.printed, count: String(marked.length) },
      };
    }
  },
});
