import { claimsRule, type RulePage } from './rule.ts';

const before = /(?:超过|超|突破|逾|约|大约|近|将近|不足|不到|至少|最多|不少于|不低于|高于|多于)$/;
const after = /^(?:以上|左右|上下|以内|以下)/;
/** Which words before and behind a number say the same twice, or contradict each other. */
const clashes: Record<string, RegExp> = {
  超过: /以上|左右|上下|以[内下]/,
  超: /以上|左右|上下|以[内下]/,
  突破: /以上|左右|上下/,
  逾: /以上|左右|上下/,
  约: /左右|上下|以[上内下]/,
  大约: /左右|上下|以[上内下]/,
  近: /左右|上下|以[上内下]/,
  将近: /左右|上下|以[上内下]/,
  不足: /左右|上下|以[上内下]/,
  不到: /左右|上下|以[上内下]/,
  至少: /以上|左右/,
  最多: /以[内下]|左右/,
  不少于: /以上|左右/,
  不低于: /以上|左右/,
  高于: /以上|左右/,
  多于: /以上|左右/,
};
const moreClash = /^(?:近|将近|约|大约|不足|不到)$/;

export const page: RulePage = {
  why: {
    zh: '“约”与“左右”、“超”与“以上”、“近”与“余”同用，语义重复或相互矛盾；公文中概数词只用一个。',
    en: '约 with 左右, 超 with 以上, 近 with 余 say the same twice or contradict each other; one is enough.',
  },
  setAside: { zh: '引用原文，不便改动。', en: 'A quotation that must stand as it is.' },
  examples: {
    wrong: { draft: '带动汽车、家电等销售近56亿元左右。' },
    right: { draft: '带动汽车、家电等销售近56亿元。' },
  },
};

export default claimsRule({
  id: 'approximation',
  title: { zh: '概数词重复或矛盾', en: 'Approximation said twice' },
  severity: 'hint',
  needs: 'text',
  messages: {
    twice: {
      zh: '“{phrase}”：概数词重复\n“{first}”与“{second}”只用一个\n建议改为“{suggestion}”',
      en: '“{phrase}”: approximation said twice\nUse either {first} or {second}\nSuggested: “{suggestion}”',
    },
    fix: { zh: '改为“{suggestion}”', en: 'Change to “{suggestion}”' },
  },
  *check(context) {
    const text = context.passage.passage.text;
    for (const entry of context.claims) {
      const { claim } = entry;
      if (claim.kind === 'threshold' || claim.kind === 'streak' || claim.kind === 'rank') continue;
      const doubled = /^(?:(?:以[上内下])(?:左右|上下)|(?:左右|上下)以[上内下])/.exec(text.slice(claim.end, claim.end + 4))?.[0];
      if (doubled) {
        const [one, other] = [doubled.slice(0, 2), doubled.slice(2)];
        const suggestion = text.slice(claim.start, claim.end) + one;
        yield {
          range: context.locate(claim.start, claim.end + 4),
          claim: entry,
          message: 'twice',
          values: { phrase: text.slice(claim.start, claim.end + 4), first: one, second: other, suggestion },
          fix: { title: 'fix', values: { suggestion }, edits: [{ ...context.locate(claim.end + 2, claim.end + 4), newText: '' }] },
        };
        continue;
      }
      const first = before.exec(text.slice(Math.max(0, claim.start - 3), claim.start))?.[0];
      if (!first) continue;
      const figure = text.slice(claim.start, claim.end);
      const second = after.exec(text.slice(claim.end, claim.end + 2))?.[0];
      const more = /[余多](?=[^\d]*$)/.exec(figure)?.[0];
      const clash = second && clashes[first]?.test(second) ? second : more && moreClash.test(first) ? more : undefined;
      if (!clash) continue;
      const end = second === clash ? claim.end + clash.length : claim.end;
      const phrase = text.slice(claim.start - first.length, end);
      const suggestion = clash === second ? first + figure : figure;
      const edit = clash === second ? context.locate(claim.end, end) : context.locate(claim.start - first.length, claim.start);
      yield {
        range: context.locate(claim.start - first.length, end),
        claim: entry,
        message: 'twice',
        values: { phrase, first, second: clash, suggestion },
        fix: { title: 'fix', values: { suggestion }, edits: [{ ...edit, newText: '' }] },
      };
    }
  },
});
