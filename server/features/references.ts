import type { Location } from 'vscode-languageserver';
import type { Fact } from '../core/baseline/fact.ts';
import { figureAt } from '../core/mentions.ts';
import type { Feature } from '../feature.ts';
import { locationOf, placesAlike } from '../places.ts';

/** Every mention of the same claim; asked for with its declaration, also where an earlier paper states it. */
export default {
  capabilities: () => ({ referencesProvider: true }),
  start({ connection, drafts }) {
    connection.onRequest('textDocument/references', async ({ textDocument: { uri }, position, context }, token) => {
      const check = await drafts.check(uri, token);
      if (!check) return null;
      const { result, project, document } = check;
      const offset = document.offsetAt(position);
      const here = placesAlike(result, offset).map((range) => locationOf(check, range));
      const figure = figureAt(result.index, offset);
      if (!figure || !context.includeDeclaration) return here;
      const facts: Fact[] = result.baseline.same(figure.region, figure.claim);
      const papers = await Promise.all(facts.map(({ id }) => project.papers.locate(id)));
      return [...here, ...papers.filter((place): place is Location => place !== undefined)];
    });
  },
} satisfies Feature;
