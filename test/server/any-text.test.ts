import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  DefinitionRequest,
  DidCloseTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentHighlightRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  type Position,
  PrepareRenameRequest,
  type Range,
  ReferencesRequest,
  RenameRequest,
  ResponseError,
  type SemanticTokens,
  SemanticTokensRequest,
} from 'vscode-languageserver-protocol/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { overviewRequest } from '../../server/protocol.ts';
import { anyText, bordersOf, runs } from '../any-text.ts';
import { type Editor, MemoryFiles, startEditor } from './client.ts';
import { draftOf, files, folder } from './papers.ts';

let editor: Editor;
beforeAll(async () => {
  editor = await startEditor({ files: new MemoryFiles(files()) }, { initializationOptions: { reviews: true } });
});
afterAll(() => editor.stop());

const isRange = (value: object): value is Range => 'start' in value && 'end' in value && isPosition(value.start) && isPosition(value.end);
const isPosition = (value: unknown): value is Position => typeof value === 'object' && value !== null && 'line' in value;

/** All ranges anywhere in an answer, those in other documents left out. */
const rangesIn = (answer: unknown, uri: string): Range[] => {
  if (typeof answer !== 'object' || answer === null) return [];
  if ('uri' in answer && answer.uri !== uri) return [];
  if ('targetUri' in answer && answer.targetUri !== uri) return [];
  return isRange(answer) ? [answer] : Object.values(answer).flatMap((part) => rangesIn(part, uri));
};

const tokensIn = ({ data }: SemanticTokens): Range[] => {
  const ranges: Range[] = [];
  let [line, character] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [down, along, length] = data.slice(i, i + 3) as [number, number, number];
    character = down === 0 ? character + along : along;
    line += down;
    ranges.push({ start: { line, character }, end: { line, character: character + length } });
  }
  return ranges;
};

/** The offset of a position, undefined where the document has no such line or column. */
const exactOffset = (document: TextDocument, position: Position): number | undefined => {
  const offset = document.offsetAt(position);
  const { line, character } = document.positionAt(offset);
  return line === position.line && character === position.character ? offset : undefined;
};

it('whatever stands in a document, all requests are answered with places in it and between its characters', async () => {
  let count = 0;
  const text = fc.tuple(fc.boolean(), anyText).map(([inReport, body]) => (inReport ? draftOf(body) : body));
  await fc.assert(
    fc.asyncProperty(text, fc.nat(), fc.nat(3), async (content, at, beyond) => {
      const document = editor.open(`${folder}/稿${++count}.zcg`, content);
      const { uri } = document;
      const textDocument = { uri };
      const borders = bordersOf(content);
      const { line, character } = document.positionAt([...borders][at % borders.size] as number);
      // Also where nothing stands: a client may lag behind.
      const position = { line: line + beyond, character };
      const whole = { start: { line: 0, character: 0 }, end: document.positionAt(content.length) };
      const here = { textDocument, position };
      const { connection } = editor;
      const ask = <Answer>(answer: Promise<Answer>): Promise<Answer | ResponseError<unknown>> =>
        answer.catch((error: unknown) => {
          // No figure to rename at the place: said in words, and nothing else may go wrong.
          if (error instanceof ResponseError && /光标处没有数据|请输入一个数|单位与原数/.test(error.message)) return error;
          throw error;
        });
      const answers = {
        diagnostics: await ask(connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument })),
        symbols: await ask(connection.sendRequest(DocumentSymbolRequest.type, { textDocument })),
        highlights: await ask(connection.sendRequest(DocumentHighlightRequest.type, here)),
        hover: await ask(connection.sendRequest(HoverRequest.type, here)),
        completion: await ask(connection.sendRequest(CompletionRequest.type, here)),
        definition: await ask(connection.sendRequest(DefinitionRequest.type, here)),
        references: await ask(connection.sendRequest(ReferencesRequest.type, { ...here, context: { includeDeclaration: true } })),
        prepared: await ask(connection.sendRequest(PrepareRenameRequest.type, here)),
        renamed: await ask(connection.sendRequest(RenameRequest.type, { ...here, newName: '268' })),
        hints: await ask(connection.sendRequest(InlayHintRequest.type, { textDocument, range: whole })),
        lenses: await ask(connection.sendRequest(CodeLensRequest.type, { textDocument })),
        actions: await ask(connection.sendRequest(CodeActionRequest.type, { textDocument, range: whole, context: { diagnostics: [] } })),
        overview: await ask(connection.sendRequest(overviewRequest, { uri })),
      };
      const tokens = tokensIn((await connection.sendRequest(SemanticTokensRequest.type, { textDocument })) ?? { data: [] });
      const all = [...Object.entries(answers), ['tokens', tokens] as const];
      for (const [what, answer] of all) {
        for (const { start, end } of rangesIn(answer, uri)) {
          const [from, to] = [exactOffset(document, start), exactOffset(document, end)];
          const told = `${what} ${JSON.stringify([start, end])}`;
          // A caret that stood nowhere is moved by the completion as the client gave it.
          if (what === 'completion' && beyond > 0) continue;
          expect(from !== undefined && to !== undefined && from <= to, told).toBe(true);
          const isEmpty = from === to;
          expect(isEmpty || (borders.has(from as number) && borders.has(to as number)), told).toBe(true);
        }
      }
      const folds = (await connection.sendRequest(FoldingRangeRequest.type, { textDocument })) ?? [];
      for (const { startLine, endLine } of folds) expect(startLine < endLine && endLine < document.lineCount).toBe(true);
      await connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument });
    }),
    runs(150),
  );
}, 240_000);
