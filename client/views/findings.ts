import { type Disposable, l10n, ThemeColor, ThemeIcon } from 'vscode';
import type { FindingItem, Overview } from '../../server/protocol.ts';
import type { Overviews } from '../overviews.ts';
import { type Node, showTree } from './tree.ts';

/** Open findings by section. */
export const showFindings = (overviews: Overviews): Disposable =>
  showTree('heshu.findings', overviews, nodesOf, (view, overview) => {
    const findings = overview?.findings ?? [];
    const serious = findings.flatMap(({ items }) => items).filter(({ severity }) => severity === 'error' || severity === 'warning').length;
    view.badge = serious > 0 ? { value: serious, tooltip: l10n.t('{0} findings to settle', serious) } : undefined;
    view.message = overview?.coverage ?? '';
  });

const nodesOf = ({ findings }: Overview): Node[] =>
  findings.map(({ title, items }) => ({
    label: title || l10n.t('Before the first heading'),
    description: String(items.length),
    children: items.map(nodeOf),
  }));

const nodeOf = (finding: FindingItem): Node => ({
  label: finding.message.split('\n')[0] as string,
  description: finding.place,
  tooltip: finding.message,
  icon: icons[finding.severity],
  target: finding,
});

const icons: Record<FindingItem['severity'], ThemeIcon> = {
  error: new ThemeIcon('error', new ThemeColor('problemsErrorIcon.foreground')),
  warning: new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground')),
  information: new ThemeIcon('info', new ThemeColor('problemsInfoIcon.foreground')),
  hint: new ThemeIcon('edit'),
};
