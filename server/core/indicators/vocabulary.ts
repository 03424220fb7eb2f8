import { lexiconWords, WordClass } from '../text/lexicon.ts';
import { Trie } from '../text/trie.ts';
import type { Indicator } from './indicator.ts';

/** What a run of characters is to the reader: its word classes and, of an indicator's name, the indicator. */
export interface Word {
  classes: number;
  indicator: Indicator | undefined;
}

/** The lexicon and the names of a catalogue in one dictionary, so that the longest of all words wins. */
export interface Vocabulary {
  words: Trie<Word>;
  byId: Map<string, Indicator>;
  /** The indicator of exactly this name (folded, without blanks), or undefined. */
  byName: Map<string, Indicator>;
  /** Finds short forms and former names of indicators, which a formal report does not use. */
  improper: RegExp;
}

export const makeVocabulary = (catalogue: readonly Indicator[]): Vocabulary => {
  const words = new Trie<Word>();
  const byId = new Map<string, Indicator>();
  const byName = new Map<string, Indicator>();
  for (const [word, classes] of lexiconWords) words.set(word, { classes, indicator: undefined });
  for (const indicator of catalogue) {
    byId.set(indicator.id, indicator);
    for (const phrase of indicator.not) words.set(phrase, { classes: WordClass.noun, indicator: undefined }, keepFirst);
  }
  for (const indicator of catalogue) {
    for (const name of [indicator.name, ...indicator.aliases]) {
      byName.set(name, indicator);
      words.set(name, { classes: WordClass.noun, indicator });
    }
  }
  return { words, byId, byName, improper: anyOf(catalogue.flatMap(({ abbreviations, outdated }) => [...abbreviations, ...outdated])) };
};

const anyOf = (names: readonly string[]): RegExp =>
  new RegExp(names.map((name) => name.replace(/[^\w\u4e00-\u9fff]/g, '\\$&')).join('|') || '(?!)');

const keepFirst = (old: Word): Word => old;

/** An indicator that a workspace adds, or what it changes of one of the catalogue's. */
export type OwnIndicator = Partial<Indicator> & Pick<Indicator, 'id'>;

const blank: Omit<Indicator, 'id' | 'name'> = {
  aliases: [],
  abbreviations: [],
  outdated: [],
  not: [],
  units: [],
  basis: 'N',
  sample: false,
  kind: 'flow',
  direction: 'neutral',
  department: '',
  relations: [],
};

/** The catalogue with a workspace's own entries: names are added, whatever else an entry gives is changed. */
export const catalogueWith = (catalogue: readonly Indicator[], own: readonly OwnIndicator[]): Indicator[] => {
  const byId = new Map(catalogue.map((indicator) => [indicator.id, indicator]));
  for (const entry of own) {
    const known: Indicator = byId.get(entry.id) ?? { ...blank, id: entry.id, name: entry.name ?? entry.id };
    const joined = (...keys: ('aliases' | 'abbreviations' | 'outdated' | 'not')[]): string[] => [
      ...new Set(keys.flatMap((key) => [...known[key], ...(entry[key] ?? [])])),
    ];
    const names = {
      aliases: joined('aliases', 'abbreviations', 'outdated'),
      abbreviations: joined('abbreviations'),
      outdated: joined('outdated'),
      not: joined('not'),
    };
    byId.set(entry.id, { ...known, ...entry, ...names });
  }
  return [...byId.values()];
};
