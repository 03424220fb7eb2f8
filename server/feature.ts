import type { ClientCapabilities, ServerCapabilities } from 'vscode-languageserver';
import type { Language } from './core/rules/run.ts';
import type { Drafts } from './drafts.ts';
import type { Connection } from './rpc/connection.ts';
import type { Settings } from './settings.ts';
import type { Workspace } from './workspace.ts';

/** What a feature works with. */
export interface Session {
  connection: Connection;
  /** What the client can do. */
  client: ClientCapabilities;
  drafts: Drafts;
  workspace: Workspace;
  /** Of all that users read. */
  language: Language;
  /** What the user has set, as of now; a change of it makes what is shown stale. */
  settings: Settings;
  /** Whether the client listens to `heshu/checked`. */
  showsChecks: boolean;
  /** Whether the client has the commands of reviewers. */
  reviews: boolean;
  /** Address of a rule's page, with `{rule}` for its id. */
  rulePage: string | undefined;
  /** Calls `listener` when what documents are checked with has changed. */
  onStale(listener: () => void): void;
  /** Says that it has changed. */
  stale(): void;
}

/** One thing that the server does; one file in `features/`, found there by `npm run generate`. */
export interface Feature {
  /** What the client is told of it. */
  capabilities?(client: ClientCapabilities): ServerCapabilities;
  /** Registers its handlers. */
  start(session: Session): void;
}
