import type * as lsp from 'vscode-languageserver';
import type * as heshu from '../protocol.ts';

interface Call<Params, Result> {
  params: Params;
  result: Result;
}

/** What the client asks, by method. */
export interface ClientRequests {
  initialize: Call<lsp.InitializeParams, lsp.InitializeResult>;
  shutdown: Call<undefined, null>;
  'textDocument/codeAction': Call<lsp.CodeActionParams, lsp.CodeAction[]>;
  'textDocument/codeLens': Call<lsp.CodeLensParams, lsp.CodeLens[] | null>;
  'textDocument/completion': Call<lsp.CompletionParams, lsp.CompletionList | null>;
  'textDocument/definition': Call<lsp.DefinitionParams, lsp.Definition | lsp.LocationLink[] | null>;
  'textDocument/diagnostic': Call<lsp.DocumentDiagnosticParams, lsp.DocumentDiagnosticReport>;
  'textDocument/documentHighlight': Call<lsp.DocumentHighlightParams, lsp.DocumentHighlight[] | null>;
  'textDocument/documentSymbol': Call<lsp.DocumentSymbolParams, lsp.DocumentSymbol[] | null>;
  'textDocument/foldingRange': Call<lsp.FoldingRangeParams, lsp.FoldingRange[] | null>;
  'textDocument/hover': Call<lsp.HoverParams, lsp.Hover | null | undefined>;
  'textDocument/inlayHint': Call<lsp.InlayHintParams, lsp.InlayHint[] | null>;
  'textDocument/prepareRename': Call<lsp.PrepareRenameParams, lsp.PrepareRenameResult>;
  'textDocument/references': Call<lsp.ReferenceParams, lsp.Location[] | null>;
  'textDocument/rename': Call<lsp.RenameParams, lsp.WorkspaceEdit>;
  'textDocument/semanticTokens/full': Call<lsp.SemanticTokensParams, lsp.SemanticTokens>;
  'workspace/symbol': Call<lsp.WorkspaceSymbolParams, lsp.SymbolInformation[]>;
  'workspace/textDocumentContent': Call<lsp.TextDocumentContentParams, lsp.TextDocumentContentResult>;
  [heshu.checkRequest]: Call<heshu.UriParams, heshu.CheckSummary | null>;
  [heshu.checkFolderRequest]: Call<heshu.UriParams, heshu.MarkdownAnswer>;
  [heshu.checkPassageRequest]: Call<heshu.CheckPassageParams, string>;
  [heshu.correctRequest]: Call<heshu.CorrectParams, heshu.Corrected>;
  [heshu.dataDiffRequest]: Call<heshu.DataDiffParams, heshu.DataDiff>;
  [heshu.dataSheetsRequest]: Call<heshu.UriParams, string[]>;
  [heshu.decideRequest]: Call<heshu.DecideParams, string | null>;
  [heshu.draftDiffRequest]: Call<heshu.DraftDiffParams, heshu.MarkdownAnswer>;
  [heshu.lookUpRequest]: Call<heshu.LookUpParams, string>;
  [heshu.makePaperRequest]: Call<heshu.MakePaperParams, heshu.MadePaper>;
  [heshu.overviewRequest]: Call<heshu.UriParams, heshu.Overview | null>;
  [heshu.paperTextRequest]: Call<heshu.UriParams, heshu.PaperText>;
  [heshu.readWorksheetsRequest]: Call<heshu.ReadWorksheetsParams, heshu.ReadWorksheets>;
}

/** What the client tells, by method: the parameters. */
export interface ClientNotifications {
  exit: undefined;
  initialized: lsp.InitializedParams;
  'textDocument/didChange': lsp.DidChangeTextDocumentParams;
  'textDocument/didClose': lsp.DidCloseTextDocumentParams;
  'textDocument/didOpen': lsp.DidOpenTextDocumentParams;
  'workspace/didChangeConfiguration': lsp.DidChangeConfigurationParams;
  'workspace/didChangeWatchedFiles': lsp.DidChangeWatchedFilesParams;
  [heshu.allowFolderNotification]: heshu.UriParams;
}

/** What the server asks. */
export interface ServerRequests {
  'client/registerCapability': Call<lsp.RegistrationParams, null>;
  'window/showMessageRequest': Call<lsp.ShowMessageRequestParams, lsp.MessageActionItem | null>;
  'workspace/applyEdit': Call<lsp.ApplyWorkspaceEditParams, lsp.ApplyWorkspaceEditResult>;
  'workspace/codeLens/refresh': Call<undefined, null>;
  'workspace/diagnostic/refresh': Call<undefined, null>;
  'workspace/inlayHint/refresh': Call<undefined, null>;
  'workspace/semanticTokens/refresh': Call<undefined, null>;
  'workspace/textDocumentContent/refresh': Call<lsp.TextDocumentContentRefreshParams, null>;
  [heshu.listFolderRequest]: Call<heshu.UriParams, string[] | null>;
  [heshu.readFileRequest]: Call<heshu.UriParams, string | null>;
  [heshu.writeFileRequest]: Call<heshu.WriteFileParams, string | null>;
}

/** What the server tells: the parameters. */
export interface ServerNotifications {
  'textDocument/publishDiagnostics': lsp.PublishDiagnosticsParams;
  'window/logMessage': lsp.LogMessageParams;
  'window/showMessage': lsp.ShowMessageParams;
  [heshu.allowFolderNotification]: heshu.UriParams;
  [heshu.checkedNotification]: heshu.UriParams;
}
