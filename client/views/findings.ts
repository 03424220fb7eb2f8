import { type Disposable, l10n, ThemeColor, ThemeIcon } from 'vscode';
import { isSerious } from '../../server/core/finding.ts';
import type { FindingItem, Overview, SetAsideItem } from '../../server/protocol.ts';
import type { Overviews } from '../overviews.ts';
import { type Node, showTree } from './tree.ts';

/** Open findings by section, then those set aside. */
export const showFindings = (overviews: Overviews): Disposable =>
  showTree('heshu.findings', overviews, nodesOf, (view, overview) => {
    const findings = overview?.findings ?? [];
    const serious = findings.flatMap(({ items }) => items).filter(isSerious).length;
    view.badge = serious > 0 ? { value: serious, tooltip: l10n.t('{0} findings to settle', serious) } : undefined;
    view.message = overview?.coverage ?? '';
  });

const nodesOf = ({ findings, setAside }: Overview): Node[] => [
  ...findings.map(({ title, items }) => ({
    label: title || l10n.t('Before the first heading'),
    description: String(items.length),
    children: items.map(nodeOf),
  })),
  ...(setAside.length > 0 ? [setAsideNode(setAside)] : []),
];

const nodeOf = (finding: FindingItem): Node => ({
  label: finding.message.split('\n')[0] as string,
  description: finding.place,
  tooltip: finding.message,
  icon: icons[finding.severity],
  target: finding,
  menu: { kind: 'finding', of: finding },
});

/** Those set aside, folded, each with by whom, when and why. */
const setAsideNode = (items: readonly SetAsideItem[]): Node => ({
  label: l10n.t('Set aside'),
  description: String(items.length),
  folded: true,
  children: items.map((item) => ({
    ...nodeOf(item),
    description: `${item.reason} · ${item.by} · ${item.on}`,
    tooltip: `${item.message}\n\n${item.place}\n${item.reason}（${item.by}，${item.on}）`,
    icon: new ThemeIcon('circle-slash'),
    menu: { kind: 'setAside', of: item },
  })),
});

const icons: Record<FindingItem['severity'], ThemeIcon> = {
  error: new ThemeIcon('error', new ThemeColor('problemsErrorIcon.foreground')),
  warning: new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground')),
  information: new ThemeIcon('info', new ThemeColor('problemsInfoIcon.foreground')),
  hint: new ThemeIcon('edit'),
};
