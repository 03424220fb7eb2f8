import type * as lsp from 'vscode-languageserver';

// Numbers and words of the protocol, as far as we use them: of the library only types are taken, and they check these.

export const LSPErrorCodes = {
  RequestFailed: -32803,
  ServerCancelled: -32802,
  ContentModified: -32801,
} as const satisfies Partial<typeof lsp.LSPErrorCodes>;

export const CodeActionKind = { QuickFix: 'quickfix', SourceFixAll: 'source.fixAll' } satisfies Partial<typeof lsp.CodeActionKind>;
export const CodeActionTriggerKind = { Automatic: 2 } as const satisfies Partial<typeof lsp.CodeActionTriggerKind>;
export const CompletionItemKind = { Value: 12, Snippet: 15 } as const satisfies Partial<typeof lsp.CompletionItemKind>;
export const DiagnosticSeverity = { Error: 1, Warning: 2, Information: 3, Hint: 4 } as const satisfies Partial<
  typeof lsp.DiagnosticSeverity
>;
export type DiagnosticSeverity = lsp.DiagnosticSeverity;
export const DocumentDiagnosticReportKind = { Full: 'full', Unchanged: 'unchanged' } as const satisfies Partial<
  typeof lsp.DocumentDiagnosticReportKind
>;
export const DocumentHighlightKind = { Text: 1 } as const satisfies Partial<typeof lsp.DocumentHighlightKind>;
export const FileChangeType = { Deleted: 3 } as const satisfies Partial<typeof lsp.FileChangeType>;
export const InlayHintKind = { Parameter: 2 } as const satisfies Partial<typeof lsp.InlayHintKind>;
export const InsertTextFormat = { Snippet: 2 } as const satisfies Partial<typeof lsp.InsertTextFormat>;
export const MarkupKind = { Markdown: 'markdown' } as const satisfies Partial<typeof lsp.MarkupKind>;
export const MessageType = { Error: 1, Warning: 2, Info: 3, Log: 4 } as const satisfies Partial<typeof lsp.MessageType>;
export type MessageType = lsp.MessageType;
export const SymbolKind = { String: 15, Number: 16 } as const satisfies Partial<typeof lsp.SymbolKind>;
export const TextDocumentSyncKind = { Incremental: 2 } as const satisfies Partial<typeof lsp.TextDocumentSyncKind>;
