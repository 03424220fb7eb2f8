import { type Disposable, l10n, ThemeIcon, Uri } from 'vscode';
import type { Overviews } from '../overviews.ts';
import { showTree } from './tree.ts';

/** What the draft is held against. */
export const showSources = (overviews: Overviews): Disposable =>
  showTree('heshu.sources', overviews, ({ sources }) =>
    sources.map(({ title, description, facts, uri }) => ({
      label: title,
      description: l10n.t('{0} · {1} facts', description, facts),
      icon: new ThemeIcon('book'),
      ...(uri !== null && { target: Uri.parse(uri) }),
    })),
  );
