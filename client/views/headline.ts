import { type Disposable, l10n, ThemeColor, ThemeIcon } from 'vscode';
import type { HeadlineItem } from '../../server/protocol.ts';
import type { Overviews } from '../overviews.ts';
import { type Node, showTree } from './tree.ts';

/** The indicators that the plans name: last year, target, this year, data sheet, next target, and whether they agree. */
export const showHeadline = (overviews: Overviews): Disposable =>
  showTree('heshu.headline', overviews, ({ headline }) => headline.map(nodeOf));

const nodeOf = (item: HeadlineItem): Node => {
  const { name, lastYear, revised, target, thisYear, sheet, nextTarget, verdict, placed } = item;
  const row = (label: string, value: string): Node[] => (value ? [{ label: `${label}　${value}` }] : []);
  return {
    label: name,
    description: both(thisYear) || l10n.t('not stated'),
    tooltip: `${name}：${verdicts()[verdict]}`,
    icon: icons[verdict],
    folded: true,
    ...(placed && { target: placed }),
    children: [
      ...row(l10n.t('Last year'), both(lastYear)),
      ...row(l10n.t('Revised'), revised),
      ...row(l10n.t('Target'), target),
      ...row(l10n.t('Data sheet'), sheet),
      ...row(l10n.t('Next target'), nextTarget),
    ],
  };
};

const both = ({ value, growth }: HeadlineItem['thisYear']): string => [value, growth].filter(Boolean).join('，');

/** In words, for those who see no icon. */
export const verdicts = (): Record<HeadlineItem['verdict'], string> => ({
  agree: l10n.t('agrees'),
  conflict: l10n.t('to check'),
  notComparable: l10n.t('not comparable'),
  none: l10n.t('without evidence'),
});

const icons: Record<HeadlineItem['verdict'], ThemeIcon> = {
  agree: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  conflict: new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground')),
  notComparable: new ThemeIcon('circle-slash'),
  none: new ThemeIcon('circle-outline'),
};
