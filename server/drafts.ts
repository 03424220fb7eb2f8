import { type CancellationToken, ResponseError } from 'vscode-jsonrpc';
import type { Range as LspRange } from 'vscode-languageserver';
import { type TextDocumentContentChangeEvent as Change, TextDocument } from 'vscode-languageserver-textdocument';
import type { Attachments } from './attachments.ts';
import { type CheckResult, checkDocument } from './core/check.ts';
import { type DocumentOptions, readDocument } from './core/document.ts';
import type { Range } from './core/finding.ts';
import { rules } from './core/generated/rules.ts';
import type { Reviewed } from './core/reviewed.ts';
import type { Language } from './core/rules/run.ts';
import { LSPErrorCodes } from './rpc/kinds.ts';
import { TextDocuments } from './text-documents.ts';
import { schemeOf } from './uris.ts';
import type { Project, Workspace } from './workspace.ts';

/** A document that the client has opened: its text as of the last change, and the check of that text. */
export class OpenDocument {
  /** Where and when the last edit ended, and whether it took away only; undefined before the first edit. */
  lastEdit: { at: number; time: number; deleted: boolean } | undefined;
  check: Check | undefined;
  /** What it was held against beside its project. */
  attachments: Attachments | undefined;
  /** From the first to the last character that edits since the last `takeEdited` touched. */
  private edited: Range | undefined;

  constructor(readonly text: TextDocument) {}

  get uri(): string {
    return this.text.uri;
  }

  update(changes: Change[], given: number | null): this {
    // Checks are known by their version, which not every client counts up.
    const version = Math.max(Number(given) || 0, this.text.version + 1);
    for (const change of changes) {
      this.note(change);
      TextDocument.update(this.text, [change], version);
    }
    const last = changes.at(-1);
    if (last) {
      const at = 'range' in last ? this.text.offsetAt(last.range.start) + last.text.length : last.text.length;
      this.lastEdit = { at, time: Date.now(), deleted: last.text === '' };
    }
    return this;
  }

  /** What edits have touched since this was asked for the last time. */
  takeEdited(): Range | undefined {
    const { edited } = this;
    this.edited = undefined;
    return edited;
  }

  /** Keeps the place of a change that is about to be made, in offsets after it. */
  private note(change: Change): void {
    const length = this.text.getText().length;
    const start = 'range' in change ? this.text.offsetAt(change.range.start) : 0;
    const end = 'range' in change ? this.text.offsetAt(change.range.end) : length;
    const before = this.edited ?? { start, end: start };
    const moved = before.end <= start ? before.end : Math.max(before.end, end) + change.text.length - (end - start);
    this.edited = { start: Math.min(before.start, start), end: Math.max(moved, start + change.text.length) };
  }
}

/** What came of checking a document as of one version, under one project. */
export interface Check {
  document: TextDocument;
  version: number;
  project: Project;
  reviewed: Reviewed | undefined;
  result: CheckResult;
}

/** Offsets to lines and columns; only while the document is still the one checked. */
export const lspRange = ({ document }: Check, { start, end }: Range): LspRange => ({
  start: document.positionAt(start),
  end: document.positionAt(end),
});

/** The answer to a question about a text that has changed since. */
export const lateAnswer = (): ResponseError<void> => new ResponseError(LSPErrorCodes.ContentModified, 'the document has changed');

export const isLate = (error: unknown): boolean => error instanceof ResponseError && error.code === LSPErrorCodes.ContentModified;

/**
 * Checks a text as if it stood in a draft of the project. With the check of it `before` an edit, only what the edit touches
 * is checked; that check must not be used any more.
 */
export const checkText = (
  text: string,
  { config, vocabulary, baseline }: Project,
  language: Language,
  reviewed?: Reviewed | undefined,
  before?: CheckResult,
  given: DocumentOptions = {},
): CheckResult => {
  const origin = {
    ...given,
    ...(config.region !== undefined && { region: config.region }),
    ...(config.year !== undefined && { year: config.year }),
  };
  const document = readDocument(text, vocabulary, origin, before?.document);
  return checkDocument(document, baseline, rules, { severities: config.severities, language, reviewed }, before);
};

/** The open documents that are drafts, each checked once per version. */
export class Drafts {
  readonly documents = new TextDocuments<OpenDocument>({
    create: (uri, languageId, version, content) => new OpenDocument(TextDocument.create(uri, languageId, version, content)),
    update: (document, changes, version) => document.update(changes, version),
  });
  private readonly listeners: ((check: Check) => void)[] = [];

  constructor(
    private readonly workspace: Workspace,
    private readonly language: Language,
  ) {}

  /** Told of every check of a new text or under a new project. */
  onCheck(listener: (check: Check) => void): void {
    this.listeners.push(listener);
  }

  /**
   * The check of a document as it is now; undefined where it is no draft. Throws `lateAnswer` where the document
   * changed while its project was being read: the next request is under way by then.
   */
  async check(uri: string, token?: CancellationToken): Promise<Check | undefined> {
    const document = this.documents.get(uri);
    if (!document) return undefined;
    const { version } = document.text;
    const isDraft = await this.isDraft(document);
    const project = isDraft ? await this.workspace.projectOf(uri) : undefined;
    const reviewed = isDraft ? await this.workspace.reviewedOf(uri) : undefined;
    const attachments = isDraft ? await this.workspace.attachmentsOf(uri) : undefined;
    if (token?.isCancellationRequested || this.documents.get(uri) !== document || document.text.version !== version) throw lateAnswer();
    if (!project) return undefined;
    const { check } = document;
    if (check?.version !== version || check.project !== project || check.reviewed !== reviewed || document.attachments !== attachments) {
      document.check = undefined;
      document.attachments = attachments;
      const own = checkText(document.text.getText(), project, this.language, reviewed, check?.result);
      const severity = project.config.severities.restatement ?? 'error';
      const result = attachments?.check({ name: uri, check: own, severity, reviewed }) ?? own;
      document.check = { document: document.text, version, project, reviewed, result };
      for (const listener of this.listeners) listener(document.check);
    }
    return document.check;
  }

  /** Drafts by language or extension, and what `heshu.json` names; no other text. */
  private async isDraft({ text: { uri, languageId } }: OpenDocument): Promise<boolean> {
    if (languageId === 'policy-draft' || uri.endsWith('.zcg')) return true;
    if (schemeOf(uri) === 'untitled') return false;
    return this.workspace.isNamedDraft(await this.workspace.configOf(uri), uri);
  }
}
