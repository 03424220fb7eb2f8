import { type CancellationToken, ResponseError } from 'vscode-jsonrpc';
import type { Diagnostic, DiagnosticRelatedInformation } from 'vscode-languageserver';
import type { Finding, Range, Related, Severity } from '../core/finding.ts';
import { type Check, isLate, lateAnswer, lspRange, type OpenDocument } from '../drafts.ts';
import type { Feature, Session } from '../feature.ts';
import { DiagnosticSeverity, DocumentDiagnosticReportKind, LSPErrorCodes } from '../rpc/kinds.ts';

/** How long a number that is being typed stays unjudged. */
const typingPause = 1000;
/** How long a text must rest before diagnostics are pushed. */
const pushDelay = 200;

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What a diagnostic carries for the code action: the finding, whose places are looked up as they are then. */
export interface DiagnosticData {
  key: string;
}

export default {
  capabilities: (client) =>
    client.textDocument?.diagnostic
      ? { diagnosticProvider: { identifier: 'heshu', interFileDependencies: true, workspaceDiagnostics: false } }
      : {},
  start(session) {
    if (session.client.textDocument?.diagnostic) answerPulls(session);
    else push(session);
  },
} satisfies Feature;

const answerPulls = (session: Session): void => {
  const { connection, client, drafts } = session;
  /** The last answer for each document; most keystrokes change nothing of it. */
  const answers = new Map<string, { resultId: string; content: string }>();
  let count = 0;
  drafts.documents.onDidClose(({ document: { uri } }) => void answers.delete(uri));
  connection.onRequest('textDocument/diagnostic', async ({ textDocument: { uri }, previousResultId }, token) => {
    try {
      const document = drafts.documents.get(uri);
      // Meanwhile the client shows what it has; a further edit cancels this request and asks anew.
      if (document) await pause(restOf(document), token);
      const check = await drafts.check(uri, token);
      if (!check) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      const items = await diagnosticsOf(check, session);
      const content = JSON.stringify(items);
      const last = answers.get(uri);
      const isSame = last?.content === content && !touchesFinding(document?.takeEdited(), check);
      const resultId = isSame ? last.resultId : String(++count);
      answers.set(uri, { resultId, content });
      if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
    } catch (error) {
      if (!isLate(error)) throw error;
      return new ResponseError(LSPErrorCodes.ServerCancelled, 'the document has changed', { retriggerRequest: true });
    }
  });
  if (client.workspace?.diagnostics?.refreshSupport) session.onStale(() => connection.tryRequest('workspace/diagnostic/refresh'));
};

/** Whether an edit lies at a finding: an editor moves its marks with the text, and must be told where they belong. */
const touchesFinding = (edited: Range | undefined, { result }: Check): boolean =>
  edited !== undefined &&
  result.findings.some(({ range, related }) =>
    [range, ...related.flatMap((place) => place.range ?? [])].some(({ start, end }) => start <= edited.end && end >= edited.start),
  );

/** For clients that cannot pull. */
const push = (session: Session): void => {
  const { connection, drafts } = session;
  const timers = new Map<string, unknown>();
  const publish = async (uri: string): Promise<void> => {
    timers.delete(uri);
    try {
      const check = await drafts.check(uri);
      if (!check) return;
      const diagnostics = await diagnosticsOf(check, session);
      await connection.sendNotification('textDocument/publishDiagnostics', { uri, version: check.version, diagnostics });
    } catch (error) {
      // The change that made the answer late has set a timer of its own.
      if (!isLate(error)) connection.logError(uri, error);
    }
  };
  const publishSoon = (document: OpenDocument): void => {
    clearTimeout(timers.get(document.uri));
    const timer = setTimeout(() => void publish(document.uri), Math.max(pushDelay, restOf(document)));
    timers.set(document.uri, timer);
  };
  drafts.documents.onDidChangeContent(({ document }) => publishSoon(document));
  drafts.documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(timers.get(uri));
    timers.delete(uri);
    void connection.sendNotification('textDocument/publishDiagnostics', { uri, diagnostics: [] });
  });
  session.onStale(() => drafts.documents.all().forEach(publishSoon));
};

/** How long a document must rest before it is judged: while the caret stands at a number that may go on (4, 4., 1270, 709亿). */
const restOf = ({ text, lastEdit }: OpenDocument): number => {
  if (!lastEdit) return 0;
  const content = text.getText();
  const before = content.slice(Math.max(0, lastEdit.at - 6), lastEdit.at);
  const isTyping = /[\d０-９][.．]?[十百千万亿]{0,2}$/.test(before) || (lastEdit.deleted && /[\d０-９]/.test(content[lastEdit.at] ?? ''));
  return isTyping ? Math.max(0, lastEdit.time + typingPause - Date.now()) : 0;
};

const pause = async (milliseconds: number, token: CancellationToken): Promise<void> => {
  if (milliseconds === 0) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    token.onCancellationRequested(() => {
      clearTimeout(timer);
      resolve();
    });
  });
};

const diagnosticsOf = async (check: Check, session: Session): Promise<Diagnostic[]> => {
  // Places are taken at once; reading the papers that they lead to may take until the next edit.
  const diagnostics = await Promise.all(check.result.findings.map((finding) => diagnosticOf(finding, check, session)));
  if (check.document.version !== check.version) throw lateAnswer();
  return diagnostics;
};

const diagnosticOf = async (finding: Finding, check: Check, { client, rulePage }: Session): Promise<Diagnostic> => {
  const capabilities = client.textDocument?.diagnostic ?? client.textDocument?.publishDiagnostics;
  const diagnostic: Diagnostic = {
    range: lspRange(check, finding.range),
    severity: severities[finding.severity],
    code: finding.rule,
    ...(rulePage !== undefined &&
      capabilities?.codeDescriptionSupport && { codeDescription: { href: rulePage.replace('{rule}', finding.rule) } }),
    source: '核数',
    message: finding.message,
    data: { key: finding.key } satisfies DiagnosticData,
  };
  const related = finding.related.filter(({ range }) => !range || !isBeside(range, finding.range, check.result.document.text));
  if (related.length > 0)
    diagnostic.relatedInformation = await Promise.all(related.map((place) => relatedInformation(place, finding, check)));
  return diagnostic;
};

/** In the same sentence: the reader sees it, and in VS Code's hover each place takes room from the table below. */
const isBeside = (a: Range, b: Range, text: string): boolean =>
  !/[。；\n]/.test(text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start)));

/** A place in the document or in a paper; what has neither is told at the finding itself. */
const relatedInformation = async (
  { message, range, fact }: Related,
  finding: Finding,
  check: Check,
): Promise<DiagnosticRelatedInformation> => {
  const here = { uri: check.document.uri, range: lspRange(check, range ?? finding.range) };
  const paper = fact && !range ? await check.project.papers.locate(fact.id) : undefined;
  return { message, location: paper ? { uri: paper.uri, range: paper.range } : here };
};
