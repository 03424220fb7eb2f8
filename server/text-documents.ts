import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { Connection } from './rpc/connection.ts';

/** How a document is made and kept. */
interface Configuration<Document> {
  create(uri: string, languageId: string, version: number, content: string): Document;
  /** Some clients give no version. */
  update(document: Document, changes: TextDocumentContentChangeEvent[], version: number | null): Document;
}

type Listener<Document> = (event: { document: Document }) => void;

/** The documents that the client has open, as it tells of them; used like the library's own, which only come with all of the protocol. */
export class TextDocuments<Document> {
  private readonly byUri = new Map<string, Document>();
  private readonly changeListeners: Listener<Document>[] = [];
  private readonly closeListeners: Listener<Document>[] = [];

  constructor(private readonly configuration: Configuration<Document>) {}

  get(uri: string): Document | undefined {
    return this.byUri.get(uri);
  }

  all(): Document[] {
    return [...this.byUri.values()];
  }

  /** Told of a document that was opened, too. */
  onDidChangeContent(listener: Listener<Document>): void {
    this.changeListeners.push(listener);
  }

  onDidClose(listener: Listener<Document>): void {
    this.closeListeners.push(listener);
  }

  listen(connection: Connection): void {
    connection.onNotification('textDocument/didOpen', ({ textDocument: { uri, languageId, version, text } }) =>
      this.keep(uri, this.configuration.create(uri, languageId, version, text)),
    );
    connection.onNotification('textDocument/didChange', ({ textDocument: { uri, version }, contentChanges }) => {
      const document = this.byUri.get(uri);
      if (document && contentChanges.length > 0) this.keep(uri, this.configuration.update(document, contentChanges, version));
    });
    connection.onNotification('textDocument/didClose', ({ textDocument: { uri } }) => {
      const document = this.byUri.get(uri);
      if (!document) return;
      this.byUri.delete(uri);
      for (const listener of this.closeListeners) listener({ document });
    });
  }

  private keep(uri: string, document: Document): void {
    this.byUri.set(uri, document);
    for (const listener of this.changeListeners) listener({ document });
  }
}
