import type { IndexedClaim } from '../claims/claim-index.ts';
import { samePeriod } from '../claims/period.ts';
import { speakOfSame } from '../claims/subject.ts';
import { describePlace } from '../outline/place.ts';
import { matchesIn } from '../text/matches.ts';
import { type PassageContext, passageRule, type Report, type RulePage } from './rule.ts';
import { relateClaim, shortName } from './support.ts';

/** A number with full-width digits: １８.４％ is one, and a comma that no digits follow is the sentence's. */
const fullWidth = /(?:\d+(?:[.,]\d+)*[.．]?)?[０-９](?:[\d０-９\u200d]|\p{M}|[.．,，](?=[\d０-９]))*％?/gu;
/** 3千5百: only 万 and 亿 may stand behind digits. */
const mixed = /\d[\d.]*千\d+百?(?:\d+十?)?|\d+百\d+十?|(?<!万)\d[\d.]*千(?=[个名人家户亩元次件套条项吨辆台张所座])/y;
/** Groups of other than three digits. */
const badGroups = /(?<![\d.,])\d{1,3}(?:,\d{3})*,(?:\d{1,2}|\d{4,})(?![\d,])(?=[万亿元个家人户吨亩]|平方|公里|千瓦|立方)/g;

type Messages = 'fullWidth' | 'mixed' | 'groups' | 'decimals' | 'fix';

export const page: RulePage = {
  why: {
    zh: 'GB/T 15835：阿拉伯数字用半角；“千”“百”“十”不与阿拉伯数字混写（3420，不写3千4百20）；千分撇每三位一节；同一数据的小数位数前后一致。',
    en: 'GB/T 15835: half-width digits; no 千, 百, 十 behind digits; groups of three; the same number of decimals wherever a value stands.',
  },
  setAside: { zh: '引用原文或名称中的写法。', en: 'As written in a quotation or a name.' },
  examples: {
    wrong: { draft: '新增高技能人才3千4百20名。' },
    right: { draft: '新增高技能人才3420名。' },
  },
};

export default passageRule<Messages>({
  id: 'digit-style',
  title: { zh: '数字写法不规范', en: 'Digits written in an uncommon way' },
  severity: 'hint',
  needs: 'text',
  messages: {
    fullWidth: {
      zh: '“{phrase}”：用了全角数字\n阿拉伯数字用半角\n建议改为“{suggestion}”',
      en: '“{phrase}”: full-width digits\nDigits are half-width\nSuggested: “{suggestion}”',
    },
    mixed: {
      zh: '“{phrase}”：阿拉伯数字与“千”“百”混写\n只有“万”“亿”可以跟在阿拉伯数字后面\n建议改为“{suggestion}”',
      en: '“{phrase}”: digits mixed with 千 or 百\nOnly 万 and 亿 may follow digits\nSuggested: “{suggestion}”',
    },
    groups: {
      zh: '“{phrase}”：千分撇位置不对\n每三位一节，疑多写或漏写数字\n请核位数',
      en: '“{phrase}”: groups of other than three digits\nA digit may be missing or too many\nCheck the digits',
    },
    decimals: {
      zh: '{name}“{phrase}”：与前文“{suggestion}”小数位数不一\n同一个数在{place}写作“{suggestion}”\n建议全文写法一致',
      en: '{name} “{phrase}”: other decimals than “{suggestion}” before\n{place} prints the same number as “{suggestion}”\nPrint it alike throughout',
    },
    fix: { zh: '改为“{suggestion}”', en: 'Change to “{suggestion}”' },
  },
  *check(context) {
    const { passage } = context.passage;
    const { source } = context;
    // Full-width digits are folded in the passage's text; the document still has them.
    if (/[０-９]/.test(source)) {
      for (const match of matchesIn(source, fullWidth)) {
        const start = passage.start + match.index;
        const suggestion = halfWidth(match[0]);
        yield {
          range: { start, end: start + match[0].length },
          message: 'fullWidth',
          values: { phrase: match[0], suggestion },
          fix: { title: 'fix', values: { suggestion }, newText: suggestion },
        };
      }
    }
    for (const entry of context.claims) {
      yield* otherDecimals(context, entry);
      mixed.lastIndex = entry.claim.start;
      const match = mixed.exec(passage.text);
      const [value] = entry.claim.values;
      if (!match || value === undefined || entry.claim.values.length > 1) continue;
      const suggestion = String(Number((value * factorOf(entry.claim.unit)).toPrecision(12)));
      yield {
        range: context.locate(match.index, match.index + match[0].length),
        claim: entry,
        message: 'mixed',
        values: { phrase: match[0], suggestion },
        fix: { title: 'fix', values: { suggestion }, newText: suggestion },
      };
    }
    if (passage.text.includes(',')) {
      for (const match of matchesIn(passage.text, badGroups)) {
        const { start } = context.locate(match.index, match.index + 1);
        // Folding made one of 第1，7家: a comma of the sentence.
        if (!source.slice(start - passage.start, start - passage.start + match[0].length).includes(',')) continue;
        yield {
          range: context.locate(match.index, match.index + match[0].length),
          message: 'groups',
          values: { phrase: match[0] },
        };
      }
    }
  },
});

/** 5% here and 5.0% there of one indicator and period: the same number in two prints. */
const otherDecimals = function* (context: PassageContext, entry: IndexedClaim): Generator<Report<Messages>> {
  const { claim } = entry;
  if (claim.unit !== '%' || claim.values.length > 1 || claim.period === null || claim.bound !== 'exact') return;
  const other = context.index
    .about(entry)
    .find(
      (before) =>
        before.order < entry.order &&
        before.claim.bound === 'exact' &&
        before.claim.status === claim.status &&
        before.claim.values.length === 1 &&
        before.claim.values[0] === claim.values[0] &&
        before.claim.step !== claim.step &&
        samePeriod(before.claim.period, claim.period) &&
        speakOfSame(before.claim, claim),
    );
  if (!other) return;
  yield {
    claim: entry,
    against: other.printed,
    message: 'decimals',
    values: { name: shortName(claim), phrase: entry.printed, suggestion: other.printed, place: describePlace(other.passage.passage) },
    related: [relateClaim(other)],
    // A zero that was printed says how exact the number is: it is added, never taken off.
    fix: other.claim.step < claim.step ? { title: 'fix', values: { suggestion: other.printed }, newText: other.printed } : undefined,
  };
};

const halfWidth = (text: string): string => text.replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));

/** 3千名: the magnitude is part of the unit as written. */
const factorOf = (unit: string): number => (unit.startsWith('千') && !/^千(?:瓦|克|米|伏)/.test(unit) ? 1000 : 1);
