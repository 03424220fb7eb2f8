import type { SemanticTokens } from 'vscode-languageserver';
import { namedIndicators } from '../core/claims/named-indicators.ts';
import type { Range } from '../core/finding.ts';
import { rangeOf } from '../core/outline/passage.ts';
import { type Check, lspRange } from '../drafts.ts';
import type { Feature } from '../feature.ts';

const types = ['figure', 'indicator'] as const;

/** Figures and indicators as they were read, over the grammar's guess at numbers. */
export default {
  capabilities: () => ({ semanticTokensProvider: { legend: { tokenTypes: [...types], tokenModifiers: [] }, full: true } }),
  start({ connection, client, drafts, onStale }) {
    connection.onRequest('textDocument/semanticTokens/full', async ({ textDocument: { uri } }, token) => {
      const check = await drafts.check(uri, token);
      return check ? encode(check) : { data: [] };
    });
    if (client.workspace?.semanticTokens?.refreshSupport) onStale(() => connection.tryRequest('workspace/semanticTokens/refresh'));
  },
} satisfies Feature;

interface Token extends Range {
  type: (typeof types)[number];
}

const tokensOf = ({ result: { document, index } }: Check): Token[] => {
  const figures = index.claims
    .filter(({ claim }) => claim.kind !== 'threshold')
    .map(({ start, end }): Token => ({ start, end, type: 'figure' }));
  const indicators = document.passages.flatMap(({ passage }) =>
    namedIndicators(passage, document.vocabulary).map(({ start, end }): Token => ({ ...rangeOf(passage, start, end), type: 'indicator' })),
  );
  return [...figures, ...indicators].sort((a, b) => a.start - b.start || a.end - b.end);
};

/** Five numbers a token, its place told from the one before; tokens stay within a line and overlap none. */
const encode = (check: Check): SemanticTokens => {
  const data: number[] = [];
  let [line, column, last] = [0, 0, 0];
  for (const token of tokensOf(check)) {
    if (token.start < last) continue;
    last = token.end;
    const { start, end } = lspRange(check, token);
    for (let at = start.line; at <= end.line; at++) {
      const from = at === start.line ? start.character : 0;
      const to = at === end.line ? end.character : lineLength(check, at);
      if (to <= from) continue;
      data.push(at - line, at === line ? from - column : from, to - from, types.indexOf(token.type), 0);
      [line, column] = [at, from];
    }
  }
  return { data };
};

const lineLength = ({ document }: Check, line: number): number =>
  document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } }).replace(/[\r\n]+$/, '').length;
