import {
  type Command,
  Disposable,
  EventEmitter,
  type ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
  window,
} from 'vscode';
import type { CommitmentItem, FigureItem, FindingItem, Overview, Placed } from '../../server/protocol.ts';
import type { Overviews } from '../overviews.ts';
import { type RevealArguments, revealCommand } from '../reveal.ts';

/** An item of a view. */
export interface Node {
  label: string;
  description?: string;
  tooltip?: string;
  icon?: ThemeIcon;
  /** What a click leads to: a place of the draft, or a file. */
  target?: Placed | Uri;
  /** What a click does instead. */
  command?: Command;
  /** What the item is, for its menu, and what it shows. */
  menu?:
    | { kind: 'finding' | 'setAside'; of: FindingItem }
    | { kind: 'figure'; of: FigureItem }
    | { kind: 'unmentioned'; of: Pick<CommitmentItem, 'frame'> };
  children?: Node[];
  /** Whether the children show only when asked for. */
  folded?: boolean;
}

/** A view that shows one part of the overview of the draft in front. */
export const showTree = (
  id: string,
  overviews: Overviews,
  nodesOf: (overview: Overview) => Node[],
  decorate?: (view: TreeView<Node>, overview: Overview | undefined) => void,
): Disposable => {
  const changed = new EventEmitter<void>();
  const provider: TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) => (node ? node.children : overviews.current && nodesOf(overviews.current.overview)) ?? [],
    getTreeItem: (node) => itemOf(node, overviews.current?.uri),
  };
  const view = window.createTreeView(id, { treeDataProvider: provider, showCollapseAll: true });
  const update = (): void => {
    changed.fire();
    decorate?.(view, overviews.current?.overview);
  };
  return Disposable.from(view, changed, overviews.onDidChange(update));
};

const itemOf = ({ label, description, tooltip, icon, target, command, menu, children, folded }: Node, draft: Uri | undefined): TreeItem => {
  const open = folded ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded;
  const item = new TreeItem(label, children?.length ? open : TreeItemCollapsibleState.None);
  if (description) item.description = description;
  item.tooltip = tooltip ?? [label, description].filter(Boolean).join('　');
  if (icon) item.iconPath = icon;
  if (menu) item.contextValue = menu.kind;
  if (command) item.command = command;
  else if (target instanceof Uri) item.command = { command: 'vscode.open', title: label, arguments: [target, { preview: false }] };
  else if (target && draft) {
    const place: RevealArguments = [draft.toString(), target.range];
    item.command = { command: revealCommand, title: label, arguments: place };
  }
  return item;
};
