import { type Disposable, l10n, ThemeColor, ThemeIcon } from 'vscode';
import type { CommitmentItem } from '../../server/protocol.ts';
import type { Overviews } from '../overviews.ts';
import { revealCommand } from '../reveal.ts';
import { type Node, showTree } from './tree.ts';

/** What needs a look comes first. */
const order: CommitmentItem['outcome'][] = ['short', 'unmentioned', 'unclear', 'partly', 'met', 'exceeded'];
const settled = new Set<CommitmentItem['outcome']>(['met', 'exceeded']);

/** Last year's targets by what the draft reports on them; a click leads to its sentence, else to where the target was set. */
export const showCommitments = (overviews: Overviews): Disposable =>
  showTree('heshu.commitments', overviews, ({ commitments }) =>
    order.flatMap((outcome): Node[] => {
      const items = commitments.filter((item) => item.outcome === outcome);
      const [first] = items;
      if (!first) return [];
      return [{ label: first.outcomeName, description: String(items.length), folded: settled.has(outcome), children: items.map(nodeOf) }];
    }),
  );

const nodeOf = ({ name, target, source, outcome, reported, done, placed, origin, frame }: CommitmentItem): Node => ({
  label: name,
  description: [l10n.t('target {0}', target), reported, done].filter(Boolean).join(' · '),
  tooltip: [`${name}：${l10n.t('target {0}', target)}`, source, reported].filter(Boolean).join('\n'),
  icon: icons[outcome],
  ...(placed
    ? { target: placed }
    : origin
      ? { command: { command: revealCommand, title: name, arguments: [origin.uri, origin.range] } }
      : {}),
  // Nothing is put into the draft by a mere click.
  ...(frame && { menu: { kind: 'unmentioned', of: { frame } } }),
});

const icons: Record<CommitmentItem['outcome'], ThemeIcon> = {
  exceeded: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  met: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  short: new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground')),
  partly: new ThemeIcon('circle-large-outline'),
  unclear: new ThemeIcon('question'),
  unmentioned: new ThemeIcon('circle-slash'),
};
