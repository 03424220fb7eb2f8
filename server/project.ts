import type { Fact, Source } from './core/baseline/fact.ts';
import { parseFacts, parseSources } from './core/baseline/fact-file.ts';
import { authorityOf, factsOf } from './core/baseline/facts-of.ts';
import { readDocument } from './core/document.ts';
import { catalogue } from './core/generated/catalogue.ts';
import { catalogueWith, makeVocabulary, type OwnIndicator, type Vocabulary } from './core/indicators/vocabulary.ts';
import type { OriginOptions } from './core/outline/origin.ts';

export const sourcesName = 'sources.csv';

/**
 * The vocabulary of the catalogue and a workspace's own indicators. An entry of a known id adds its names to those of
 * the catalogue and changes whatever else it gives.
 */
export const vocabularyWith = (own: readonly OwnIndicator[]): Vocabulary => {
  if (own.length === 0) return defaultVocabulary();
  return makeVocabulary(catalogueWith(catalogue, own));
};

let shared: Vocabulary | undefined;
const defaultVocabulary = (): Vocabulary => {
  shared ??= makeVocabulary(catalogue);
  return shared;
};

/** The facts that Heshu brings along. */
export const packagedFacts = async (vocabulary: Vocabulary): Promise<Fact[]> => {
  const { seeds } = await import('./data/seeds.ts');
  const { sources } = parseSources(seeds[sourcesName] ?? []);
  return Object.entries(seeds).flatMap(([name, rows]) => (name === sourcesName ? [] : parseFacts(rows, sources, vocabulary).facts));
};

/** The facts of a paper; `options` say whose it is where the paper does not. */
export const factsOfText = (id: string, text: string, vocabulary: Vocabulary, options: OriginOptions = {}, title?: string): Fact[] => {
  const document = readDocument(text, vocabulary, options);
  const source: Source = {
    id,
    title: title ?? document.outline.title ?? id,
    region: document.outline.region ?? '',
    year: document.outline.year,
    date: document.outline.date ?? '',
    authority: authorityOf(document),
    covers: '',
  };
  return factsOf(document, source);
};
