import type { Text } from '../../core/rules/rule.ts';
import { child, childrenOf, type Element, isElement, wordsOf } from '../markup.ts';

/** What a document holds beside the words that are read of it: how many of each. */
interface Aside {
  changes: number;
  comments: number;
  notes: number;
  pictures: number;
  hidden: number;
}

const changes = new Set(['ins', 'del', 'moveFrom', 'moveTo']);
/** Properties tell of changes to marks and looks, a fallback the same once more. */
const passedOver = new Set(['pPr', 'rPr', 'sectPr', 'tblPr', 'trPr', 'tcPr', 'Fallback']);

/** Counts it. Runs next to each other that were inserted as one are one change, as Word shows it. */
const countAside = (parent: Element, aside: Aside, isChanged = false): Aside => {
  let before = '';
  for (const node of parent.children) {
    if (!isElement(node)) continue;
    const { name } = node;
    const isChange = changes.has(name);
    if (isChange && !isChanged && name !== before) aside.changes++;
    if (name === 'footnoteReference' || name === 'endnoteReference') aside.notes++;
    else if (name === 'pic' || name === 'imagedata' || name === 'OLEObject') aside.pictures++;
    else if (name === 'r' && child(child(node, 'rPr'), 'vanish') && wordsOf(node).trim()) aside.hidden++;
    if (!passedOver.has(name)) countAside(node, aside, isChanged || isChange);
    // Bookmarks and comment marks between two runs part nothing.
    if (isChange || name === 'r' || name === 'p') before = name;
  }
  return aside;
};

/** Who writes the comments of a check. */
export const author = '核数';

/**
 * What is not read of a document, or not as it stands, in one line; undefined where there is nothing of the kind.
 * @param comments The part that holds comments: those of an earlier check are no news.
 */
export const describeAside = (body: Element, comments: Element | undefined): Text | undefined => {
  const others = comments ? childrenOf(comments, 'comment').filter(({ attributes }) => attributes.author !== author).length : 0;
  const aside = countAside(body, { changes: 0, comments: others, notes: 0, pictures: 0, hidden: 0 });
  if (Object.values(aside).every((count) => count === 0)) return undefined;
  return { zh: inChinese(aside), en: inEnglish(aside) };
};

const inChinese = ({ changes, comments, notes, pictures, hidden }: Aside): string => {
  const left = [
    comments > 0 ? `批注${comments}条` : '',
    notes > 0 ? `脚注（尾注）${notes}条` : '',
    pictures > 0 ? `图片${pictures}幅` : '',
    hidden > 0 ? '隐藏文字' : '',
  ].filter(Boolean);
  const parts = [changes > 0 ? `修订${changes}处按全部接受后的文字读` : '', left.length > 0 ? `${left.join('、')}没有读` : ''];
  return parts.filter(Boolean).join('；');
};

const inEnglish = ({ changes, comments, notes, pictures, hidden }: Aside): string => {
  const left = [
    comments > 0 ? `${comments} comments` : '',
    notes > 0 ? `${notes} notes` : '',
    pictures > 0 ? `${pictures} pictures` : '',
    hidden > 0 ? 'hidden text' : '',
  ].filter(Boolean);
  const parts = [changes > 0 ? `${changes} tracked changes read as accepted` : '', left.length > 0 ? `not read: ${left.join(', ')}` : ''];
  return parts.filter(Boolean).join('; ');
};
