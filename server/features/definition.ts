import type { Location } from 'vscode-languageserver';
import type { Fact } from '../core/baseline/fact.ts';
import { historyOf } from '../core/lookup.ts';
import { factsBehind, figureAt } from '../core/mentions.ts';
import { type Check, lspRange } from '../drafts.ts';
import type { Feature } from '../feature.ts';
import { indicatorAt } from '../places.ts';

/** From a figure or indicator to what the earlier papers say of it: the original sentence, else the row of the fact file. */
export default {
  capabilities: () => ({ definitionProvider: true }),
  start({ connection, client, drafts }) {
    const takesLinks = client.textDocument?.definition?.linkSupport === true;
    connection.onRequest('textDocument/definition', async ({ textDocument: { uri }, position }, token) => {
      const check = await drafts.check(uri, token);
      if (!check) return null;
      const { range, facts } = factsAt(check, check.document.offsetAt(position)) ?? { facts: [] };
      const found = await Promise.all(facts.map(({ id }) => check.project.papers.locate(id)));
      const places = distinct(found.filter((place): place is Location => place !== undefined));
      if (!takesLinks || !range) return places;
      const origin = lspRange(check, range);
      return places.map((place) => ({
        originSelectionRange: origin,
        targetUri: place.uri,
        targetRange: place.range,
        targetSelectionRange: place.range,
      }));
    });
  },
} satisfies Feature;

const factsAt = ({ result }: Check, offset: number): { range: { start: number; end: number }; facts: Fact[] } | undefined => {
  const { index, baseline, document } = result;
  const figure = figureAt(index, offset);
  if (figure) return { range: figure, facts: factsBehind(figure, baseline) };
  const named = indicatorAt(result, offset);
  if (!named) return undefined;
  const { actual, targets } = historyOf(baseline, document.outline.region ?? '', {
    name: named.indicator.name,
    indicator: named.indicator,
  });
  const facts = [...actual.slice(0, 1), ...targets.slice(0, 1)].map((row) => row.value ?? row.growth);
  return { range: named, facts: facts.filter((fact) => fact !== undefined) };
};

const distinct = (places: readonly Location[]): Location[] => [
  ...new Map(places.map((place) => [`${place.uri} ${place.range.start.line} ${place.range.start.character}`, place])).values(),
];
