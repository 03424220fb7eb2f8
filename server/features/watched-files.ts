import type { DidChangeWatchedFilesRegistrationOptions, FileSystemWatcher } from 'vscode-languageserver';
import { configName } from '../config.ts';
import { reviewedName } from '../core/reviewed.ts';
import type { Feature } from '../feature.ts';
import { folderNames } from '../folders.ts';
import { FileChangeType } from '../rpc/kinds.ts';
import { nameOf } from '../uris.ts';
import type { Project } from '../workspace.ts';

/** How long an open paper of the baseline must rest after an edit before drafts are held against it anew. */
const rest = 500;

const ownFiles = (folder = ''): string => `${folder}{${configName},${reviewedName}}`;

/** Rechecks drafts when `heshu.json`, what reviewers decided or a paper of their baseline changes. */
export default {
  start({ connection, client, drafts, workspace, stale }) {
    const support = client.workspace?.didChangeWatchedFiles;
    const watched = new Set<string>();
    let registered = 0;
    const watch = (watchers: FileSystemWatcher[]): void => {
      if (!support?.dynamicRegistration) return;
      const registerOptions: DidChangeWatchedFilesRegistrationOptions = { watchers };
      const registration = { id: `heshu-watch-${++registered}`, method: 'workspace/didChangeWatchedFiles', registerOptions };
      connection.tryRequest('client/registerCapability', { registrations: [registration] });
    };
    connection.onNotification('initialized', () => watch([{ globPattern: ownFiles(`**/`) }]));
    // Papers and configuration may lie outside the folders that the client has open.
    const watchProject = ({ folder, folders, beside }: Project): void => {
      if (!support?.relativePatternSupport) return;
      const watchers: FileSystemWatcher[] = [];
      for (const [baseUri, pattern] of [
        [folder, ownFiles()],
        [beside || undefined, reviewedName],
        [beside || undefined, '*{附件,附表,附录,名词解释,名词注释}*'],
        [folders.baseline?.path, '*'],
        [folders.data?.path, '*'],
        [beside || undefined, `{${Object.values(folderNames).flat().join(',')}}/*`],
      ] as const) {
        if (baseUri === undefined || watched.has(`${baseUri} ${pattern}`)) continue;
        watched.add(`${baseUri} ${pattern}`);
        watchers.push({ globPattern: { baseUri, pattern } });
      }
      if (watchers.length > 0) watch(watchers);
    };
    workspace.onLoad(watchProject);

    const forget = (uris: readonly string[]): void => {
      // All of them, not only up to the first that counts.
      if (uris.filter((uri) => workspace.forget(uri)).length > 0) stale();
    };
    connection.onNotification('workspace/didChangeWatchedFiles', ({ changes }) => {
      // With a configuration go its problems.
      for (const { uri, type } of changes)
        if (type === FileChangeType.Deleted && [configName, reviewedName].includes(nameOf(uri)))
          void connection.sendNotification('textDocument/publishDiagnostics', { uri, diagnostics: [] });
      forget(changes.map(({ uri }) => uri));
    });

    const edited = new Set<string>();
    let timer: unknown;
    const forgetSoon = (uri: string): void => {
      if (!workspace.dependsOn(uri)) return;
      edited.add(uri);
      clearTimeout(timer);
      timer = setTimeout(() => {
        forget([...edited]);
        edited.clear();
      }, rest);
    };
    drafts.documents.onDidChangeContent(({ document }) => {
      if (document.lastEdit) forgetSoon(document.uri);
    });
    drafts.documents.onDidClose(({ document }) => {
      if (document.lastEdit) forgetSoon(document.uri);
    });
  },
} satisfies Feature;
