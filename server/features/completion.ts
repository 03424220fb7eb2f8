import type { CompletionItem } from 'vscode-languageserver';
import type { Baseline } from '../core/baseline/baseline.ts';
import type { Fact } from '../core/baseline/fact.ts';
import { namedIndicators } from '../core/claims/named-indicators.ts';
import { yearOf } from '../core/claims/period.ts';
import { normalizeName, subjectKey } from '../core/claims/subject.ts';
import type { ReadPassage } from '../core/document.ts';
import type { Indicator } from '../core/indicators/indicator.ts';
import type { Vocabulary } from '../core/indicators/vocabulary.ts';
import { greatest } from '../core/lists.ts';
import { type History, historyOf, type YearRow } from '../core/lookup.ts';
import type { Language } from '../core/rules/run.ts';
import { citeFact } from '../core/rules/support.ts';
import { suggestAt } from '../core/suggest.ts';
import { type Check, lateAnswer, lspRange } from '../drafts.ts';
import type { Feature } from '../feature.ts';
import { escapeMarkdown } from '../markdown.ts';
import { CompletionItemKind, InsertTextFormat, MarkupKind } from '../rpc/kinds.ts';
import type { Project } from '../workspace.ts';

/** Names offered at a time; the list is asked for anew with every character. */
const limit = 40;
/** The least that must be typed: one character of Chinese fits half the catalogue. */
const least = 2;

/**
 * Indicator names inside running Chinese, by the characters before the caret or by pinyin typed there; behind a name its
 * value, units or a frame to fill in; behind 增长 and 同比 the rate that follows from the level before.
 */
export default {
  // Editors ask by themselves where a word is begun; these characters end words that a figure follows, or are its begin.
  capabilities: () => ({
    completionProvider: { completionItem: { labelDetailsSupport: true }, triggerCharacters: [...'年比长降高达为0123456789'] },
  }),
  start({ connection, client, drafts, language }) {
    const { snippetSupport } = client.textDocument?.completion?.completionItem ?? {};
    const hasLabelDetails = client.textDocument?.completion?.completionItem?.labelDetailsSupport === true;
    const indexes = new WeakMap<Project, Map<string, NameIndex>>();
    const indexOf = async ({ project, result }: Check): Promise<NameIndex> => {
      const { pinyinOf } = await import('../data/pinyin.ts');
      const region = result.document.outline.region ?? '';
      const ofProject = indexes.get(project) ?? new Map<string, NameIndex>();
      indexes.set(project, ofProject);
      const index = ofProject.get(region) ?? new NameIndex(project.vocabulary, project.baseline, region, pinyinOf);
      ofProject.set(region, index);
      return index;
    };
    // The table of pinyin is there before the first letter is typed: an editor that waited would not ask again by itself.
    if (client.textDocument?.completion)
      drafts.onCheck((check) => {
        // What goes wrong is told where it is asked for.
        if (!indexes.has(check.project)) setTimeout(() => indexOf(check).catch(() => undefined), 0);
      });
    connection.onRequest('textDocument/completion', async ({ textDocument: { uri }, position }, token) => {
      const check = await drafts.check(uri, token);
      if (!check) return null;
      const index = await indexOf(check);
      const { document, version } = check;
      if (document.version !== version) throw lateAnswer();
      const offset = document.offsetAt(position);
      const suggestions = suggestAt(check.result, offset, language).flatMap(({ text, label, basis, typed }, order): CompletionItem[] => {
        const isFrame = text.includes('$');
        if (isFrame && !snippetSupport) return [];
        return [
          {
            label,
            kind: isFrame ? CompletionItemKind.Snippet : CompletionItemKind.Value,
            ...(basis && { detail: basis, ...(hasLabelDetails && { labelDetails: { description: basis } }) }),
            ...(typed > 0 && { filterText: document.getText({ start: document.positionAt(offset - typed), end: position }) }),
            sortText: sortText(order),
            ...(isFrame && { insertTextFormat: InsertTextFormat.Snippet }),
            textEdit: { range: { start: document.positionAt(offset - typed), end: position }, newText: text },
          },
        ];
      });
      const line = document.getText({ start: { line: position.line, character: 0 }, end: position });
      const { typed, names } = index.find(line);
      const range = lspRange(check, { start: offset - typed.length, end: offset });
      const ranked = rank(names, check, offset);
      return {
        isIncomplete: true,
        items: [
          ...suggestions,
          ...ranked
            .slice(0, limit)
            .map((candidate, order) => itemOf(candidate, suggestions.length + order, range, hasLabelDetails, texts[language])),
        ],
      };
    });
  },
} satisfies Feature;

const sortText = (order: number): string => String(order).padStart(3, '0');

/** A name that may be written, and the words that lead to it. */
interface Name {
  /** What is inserted. */
  text: string;
  indicator: Indicator | undefined;
}

interface Match extends Name {
  /** The word that what was typed is the beginning of. */
  by: string;
}

interface Key {
  /** A name or alias, its pinyin or its initials. */
  word: string;
  name: Name;
}

/** The names of the catalogue and of the baseline's own indicators, by their beginnings. */
class NameIndex {
  private readonly chinese: Key[] = [];
  private readonly letters: Key[] = [];
  private readonly longest: number;

  constructor(
    vocabulary: Vocabulary,
    baseline: Baseline,
    region: string,
    private readonly pinyinOf: (name: string) => string[] | undefined,
  ) {
    for (const indicator of vocabulary.byId.values()) {
      this.add(indicator.name, { text: indicator.name, indicator });
      for (const alias of indicator.aliases) {
        // Short forms and old names lead to the standard name.
        const isStandard = !indicator.abbreviations.includes(alias) && !indicator.outdated.includes(alias);
        this.add(alias, { text: isStandard ? alias : indicator.name, indicator });
      }
    }
    const open = new Set<string>();
    for (const { claim, region: of } of baseline.facts) {
      const key = normalizeName(claim.name);
      if (claim.indicator || of !== region || !isOfferable(claim.name) || open.has(key)) continue;
      open.add(key);
      this.add(claim.name, { text: claim.name, indicator: undefined });
    }
    this.longest = greatest(this.chinese.map(({ word }) => word.length));
  }

  /** The names that the text before the caret begins, and how much of that text belongs to them. */
  find(before: string): { typed: string; names: Match[] } {
    const letters = /[A-Za-z]+$/.exec(before)?.[0] ?? '';
    if (letters.length >= least) {
      const names = this.startingWith(this.letters, letters.toLowerCase());
      if (names.length > 0) return { typed: letters, names };
    }
    for (let length = Math.min(before.length, this.longest); length >= least; length--) {
      const typed = before.slice(-length);
      // 268亿元 is a number with its unit, not the beginning of 亿元以上项目.
      if (/\d/.test(before[before.length - length - 1] ?? '')) continue;
      const names = this.startingWith(this.chinese, typed);
      // An indicator that stands there whole has its name; others may begin with it.
      const whole = new Set(names.flatMap(({ by, text, indicator }) => (by === typed && text === typed ? [indicator ?? text] : [])));
      if (names.length > 0) return { typed, names: names.filter(({ text, indicator }) => !whole.has(indicator ?? text)) };
    }
    return { typed: '', names: [] };
  }

  private startingWith(keys: readonly Key[], typed: string): Match[] {
    return keys.flatMap(({ word, name }) => (word.startsWith(typed) ? [{ ...name, by: word }] : []));
  }

  private add(word: string, name: Name): void {
    this.chinese.push({ word, name });
    const syllables = this.pinyinOf(word);
    if (!syllables) return;
    this.letters.push({ word: syllables.join(''), name });
    this.letters.push({ word: syllables.map((syllable) => syllable[0]).join(''), name });
  }
}

/** A noun phrase, not half a sentence. */
const isOfferable = (name: string): boolean => name.length >= 3 && name.length <= 16 && !/[,.;:()，。；：、\s\d]/.test(name);

interface Candidate extends Match {
  history: History;
}

/** The paragraphs of the papers that speak of what the sentence at the caret has spoken of. */
const paragraphsAlike = ({ result: { index, baseline } }: Check, here: ReadPassage | undefined): Set<string> =>
  new Set(here ? index.in(here).flatMap(({ claim, region }) => baseline.about(region, claim).map(paragraphOf)) : []);

const paragraphOf = ({ source, place }: Fact): string => `${source.id} ${place}`;

/**
 * One name per indicator: its standard name where that fits too. First what last year's papers report in such a section
 * and this draft does not mention yet (what stands beside the sentence's other figures before all), then what they
 * report at all, then the rest of the catalogue.
 */
const rank = (names: readonly Match[], check: Check, offset: number): Candidate[] => {
  const { baseline, document } = check.result;
  const region = document.outline.region ?? '';
  const here = document.passages.findLast(({ passage }) => passage.start < offset);
  const alike = paragraphsAlike(check, here);
  const isPlan = here?.passage.setting.status === 'target';
  const mentioned = new Set<string>();
  for (const passage of document.passages) {
    for (const claim of passage.claims) mentioned.add(subjectKey(claim));
    // A name at the caret, half written, is no mention.
    if (passage !== here) for (const { indicator } of namedIndicators(passage.passage, document.vocabulary)) mentioned.add(indicator.id);
  }
  const bySubject = new Map<string, Candidate & { tier: number }>();
  for (const name of names) {
    const subject = { name: name.text, indicator: name.indicator };
    const key = subjectKey(subject);
    const old = bySubject.get(key);
    if (old && (old.text === name.indicator?.name || name.text !== name.indicator?.name)) continue;
    const history = old?.history ?? historyOf(baseline, region, subject);
    const reported = isPlan ? history.targets : history.actual;
    const isBeside = reported.some(({ value, growth }) => alike.has(paragraphOf((value ?? growth) as Fact)));
    const known = history.actual.length + history.targets.length > 0;
    const tier = (isBeside ? 0 : reported.length > 0 ? 1 : known ? 4 : 6) + (mentioned.has(key) ? 2 : 0);
    bySubject.set(key, { ...name, history, tier });
  }
  return [...bySubject.values()].sort((a, b) => a.tier - b.tier || a.text.length - b.text.length || a.text.localeCompare(b.text, 'zh'));
};

interface Texts {
  year(year: number | undefined): string;
  goal: string;
  none: string;
}

const texts: Record<Language, Texts> = {
  zh: { year: (year) => `${year}年`, goal: '目标', none: '往年材料中没有' },
  en: { year: (year) => `${year} `, goal: 'target', none: 'not in the earlier papers' },
};

const itemOf = (
  { text, by, indicator, history }: Candidate,
  order: number,
  range: ReturnType<typeof lspRange>,
  hasLabelDetails: boolean,
  words: Texts,
): CompletionItem => {
  const [last] = history.actual;
  const detail = last ? summaryOf(last, words.year(yearOf(last.period))) : '';
  const lines = [
    ...history.targets.slice(0, 1).map((row) => lineOf(row, `${words.year(yearOf(row.period))}${words.goal}`)),
    ...history.actual.slice(0, 3).map((row) => lineOf(row, words.year(yearOf(row.period)))),
  ];
  const facts = indicator ? escapeMarkdown(`${indicator.units.join('、')} · ${indicator.department}`) : '';
  return {
    label: text,
    kind: CompletionItemKind.Value,
    ...(detail && { detail, ...(hasLabelDetails && { labelDetails: { description: detail } }) }),
    documentation: { kind: MarkupKind.Markdown, value: [...(lines.length > 0 ? lines : [words.none]), facts].filter(Boolean).join('\n\n') },
    filterText: by,
    sortText: sortText(order),
    textEdit: { range, newText: text },
  };
};

/** `2023年709亿元，+30.8%` */
const summaryOf = ({ value, growth }: YearRow, year: string): string => {
  const rate = growth && `${(growth.claim.values[0] ?? 0) < 0 ? '－' : '+'}${growth.printed}`;
  return `${year}${[value?.printed, rate].filter(Boolean).join('，')}`;
};

const lineOf = (row: YearRow, year: string): string => {
  const fact = row.value ?? row.growth;
  const source = fact && escapeMarkdown(`${citeFact(fact)}${fact.evidence && `：“${fact.evidence}”`}`);
  return `**${escapeMarkdown(summaryOf(row, year))}**${source ? `  \n${source}` : ''}`;
};
