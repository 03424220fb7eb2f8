import { type Disposable, l10n, ThemeColor, ThemeIcon, Uri } from 'vscode';
import type { Overviews } from '../overviews.ts';
import { showTree } from './tree.ts';

/** What the draft is held against, then what of it could not be read. */
export const showSources = (overviews: Overviews): Disposable =>
  showTree('heshu.sources', overviews, ({ sources, unread }) => [
    ...sources.map(({ title, description, facts, uri }) => ({
      label: title,
      description: l10n.t('{0} · {1} facts', description, facts),
      icon: new ThemeIcon('book'),
      ...(uri !== null && { target: Uri.parse(uri) }),
    })),
    ...unread.map((line) => ({ label: line, icon: new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground')) })),
  ]);
