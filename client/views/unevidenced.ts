import { type Disposable, l10n } from 'vscode';
import type { Overviews } from '../overviews.ts';
import { showTree } from './tree.ts';

/** The figures that nothing was held against: a person must check these. */
export const showUnevidenced = (overviews: Overviews): Disposable =>
  showTree('heshu.unevidenced', overviews, ({ unevidenced }) =>
    unevidenced.map(({ title, items }) => ({
      label: title || l10n.t('Before the first heading'),
      description: String(items.length),
      children: items.map((figure) => ({
        label: `${figure.name} ${figure.printed}`,
        description: figure.place,
        target: figure,
        menu: { kind: 'figure', of: figure },
      })),
    })),
  );
