import { type Range, type Severity, severities } from '../../server/core/finding.ts';
import type { DraftResult, FindingView, TableView } from '../messages.ts';
import { el } from './dom.ts';
import { draftText, lineAt, showSentence } from './draft-text.ts';
import type { Texts } from './texts.ts';

type Tab = keyof Texts['tabs'];
/** Brings a sentence into sight, with the marks of a finding; gives its first line. */
type Show = (sentence: Range, number?: number) => HTMLElement | null;
/** Goes into the text, for the keyboard. */
type Enter = (line: HTMLElement | null, from: HTMLElement) => void;

/** What a check says of one draft: lists on one side, the text on the other; an item leads to its sentence. */
export const resultsView = (draft: DraftResult, text: Texts): HTMLElement => {
  const body = draftText(draft.text, draft.findings, text.toFinding);
  const pane = el('section', { className: 'text', 'aria-label': text.text, tabIndex: 0 }, el('h2', {}, text.text), body);
  const show: Show = (sentence, number) => {
    const line = lineAt(draft.text, sentence.start);
    showSentence(draft.text, sentence, body);
    const marks = number === undefined ? [] : [...body.querySelectorAll(`.m${number}`)];
    for (const mark of marks) mark.classList.add('current');
    scrollInto(pane, (marks[0] as HTMLElement | undefined) ?? line);
    return line;
  };
  /** For the keyboard: the sentence is read out, Escape leads back. */
  const enter: Enter = (line, from) => {
    const paragraph = line?.querySelector('p');
    paragraph?.focus({ preventScroll: true });
    paragraph?.addEventListener('keydown', ({ key }) => key === 'Escape' && from.focus(), { once: true });
  };
  const lists = tabs(
    {
      findings: findingsList(draft, text, show, enter),
      commitments: table(draft.commitments, text.none.commitments, show, enter),
      unevidenced: table(draft.unevidenced, text.none.unevidenced, show, enter),
      sources: sources(draft, text),
    },
    {
      findings: draft.findings.length,
      commitments: draft.commitments.rows.length,
      unevidenced: draft.unevidenced.rows.length,
      sources: draft.sources.length,
    },
    text,
  );
  body.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('.margin a');
    const mark = (event.target as Element).closest('mark');
    const number = link?.hash.slice(2) ?? /\bm(\d+)/.exec(mark?.className ?? '')?.[1];
    if (number === undefined) return;
    event.preventDefault();
    lists.open('findings');
    const item = lists.element.querySelector<HTMLElement>(`#f${number}`);
    item?.closest('li')?.scrollIntoView({ block: 'nearest' });
    item?.focus();
  });
  return el('div', { className: 'panes' }, lists.element, pane);
};

/** Without moving the page where the pane scrolls by itself. */
const scrollInto = (pane: HTMLElement, target: HTMLElement | null): void => {
  if (!target) return;
  const isOwn = pane.scrollHeight > pane.clientHeight + 1;
  if (isOwn) pane.scrollTop += target.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
  else target.scrollIntoView({ block: 'center' });
};

const findingsList = ({ findings, setAside }: DraftResult, text: Texts, show: Show, enter: Enter): HTMLElement => {
  if (findings.length === 0 && setAside.length === 0) return el('p', { className: 'none' }, text.none.findings);
  const list = el('ol', { className: 'findings' });
  findings.forEach((finding, i) => {
    const number = i + 1;
    const [what = '', ...more] = finding.message.split('\n');
    const button = el(
      'button',
      { type: 'button', className: 'what', id: `f${number}` },
      el('span', { className: 'number' }, String(number)),
      el('span', { className: 'severity' }, text.severity[finding.severity]),
      what,
    );
    const reveal = (): HTMLElement | null => {
      for (const old of list.querySelectorAll('.chosen')) old.classList.remove('chosen');
      button.closest('li')?.classList.add('chosen');
      return show(finding.sentence, number);
    };
    button.addEventListener('focus', reveal);
    // A click by the keyboard has no place.
    button.addEventListener('click', ({ detail }) => {
      const line = reveal();
      if (detail === 0) enter(line, button);
    });
    const item = el('li', { className: finding.severity }, button, el('div', { className: 'why' }, ...details(finding, more, text)));
    item.addEventListener('click', ({ target }) => {
      if (!button.contains(target as Node) && !getSelection()?.toString()) button.focus();
    });
    list.append(item);
  });
  const empty = el('p', { className: 'none', hidden: true }, text.none.shown);
  const aside = setAside.map(({ message, decision, place }) =>
    el('li', {}, `${message.split('\n')[0]}　${place}`, el('p', { className: 'place' }, decision)),
  );
  return el(
    'div',
    {},
    filter(findings, list, empty, text),
    list,
    empty,
    ...(aside.length > 0 ? [el('h3', {}, text.setAside), el('ul', { className: 'aside' }, ...aside)] : []),
  );
};

const details = ({ evidence, fix, place, rule }: FindingView, lines: readonly string[], text: Texts): HTMLElement[] => [
  ...lines.map((line) => el('p', {}, line)),
  ...evidence.map((words) => el('p', { className: 'evidence' }, `${text.evidence}${words}`)),
  ...(fix ? [el('p', {}, `${text.fix}${fix}`)] : []),
  el('p', { className: 'place' }, `${place}　${rule}`),
];

/** Which severities are listed. */
const filter = (findings: readonly FindingView[], list: HTMLElement, empty: HTMLElement, text: Texts): HTMLElement => {
  const counts = severities
    .map((severity) => ({ severity, count: findings.filter((finding) => finding.severity === severity).length }))
    .filter(({ count }) => count > 0);
  const box = el('fieldset', { className: 'filter' }, el('legend', {}, text.shown));
  for (const { severity, count } of counts) {
    const input = el('input', { type: 'checkbox', checked: true });
    input.addEventListener('change', () => {
      list.classList.toggle(`no-${severity}`, !input.checked);
      empty.hidden = counts.some((one) => !list.classList.contains(`no-${one.severity as Severity}`));
    });
    box.append(el('label', { className: severity }, input, `${text.severity[severity]} ${count}`));
  }
  return box;
};

const table = ({ heads, place, rows }: TableView, none: string, show: Show, enter: Enter): HTMLElement => {
  if (rows.length === 0) return el('p', { className: 'none' }, none);
  return el(
    'table',
    {},
    el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', { scope: 'col' }, head)))),
    el(
      'tbody',
      {},
      ...rows.map(({ cells, sentence }) =>
        el(
          'tr',
          {},
          ...cells.map((cell, i) => el('td', {}, i === place && sentence && cell ? leading(cell, sentence, show, enter) : cell)),
        ),
      ),
    ),
  );
};

const leading = (words: string, sentence: Range, show: Show, enter: Enter): HTMLElement => {
  const button = el('button', { type: 'button', className: 'link' }, words);
  button.addEventListener('click', ({ detail }) => {
    const line = show(sentence);
    if (detail === 0) enter(line, button);
  });
  return button;
};

const sources = (draft: DraftResult, text: Texts): HTMLElement =>
  draft.sources.length === 0
    ? el('p', { className: 'none' }, text.none.sources)
    : el('ul', { className: 'sources' }, ...draft.sources.map(({ title, date, facts }) => el('li', {}, text.source(title, date, facts))));

/** Tabs as the ARIA practices describe them: arrows move between them, one panel shows. */
const tabs = (
  panels: Record<Tab, HTMLElement>,
  counts: Record<Tab, number>,
  text: Texts,
): { element: HTMLElement; open(tab: Tab): void } => {
  const names = Object.keys(panels) as Tab[];
  const buttons = names.map((name) =>
    el(
      'button',
      { type: 'button', role: 'tab', id: `tab-${name}`, 'aria-controls': `panel-${name}` },
      `${text.tabs[name]} `,
      el('b', {}, String(counts[name])),
    ),
  );
  const bodies = names.map((name) =>
    el('div', { role: 'tabpanel', id: `panel-${name}`, 'aria-labelledby': `tab-${name}`, tabIndex: 0 }, panels[name]),
  );
  const element = el('section', { className: 'lists', 'aria-label': text.lists }, el('div', { role: 'tablist' }, ...buttons), ...bodies);
  const open = (tab: Tab): void => {
    names.forEach((name, i) => {
      const [button, body] = [buttons[i] as HTMLElement, bodies[i] as HTMLElement];
      button.setAttribute('aria-selected', String(name === tab));
      button.tabIndex = name === tab ? 0 : -1;
      body.hidden = name !== tab;
    });
    element.scrollTop = 0;
  };
  buttons.forEach((button, i) => {
    button.addEventListener('click', () => open(names[i] as Tab));
    button.addEventListener('keydown', ({ key }) => {
      const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
      if (step === 0) return;
      const next = (i + step + names.length) % names.length;
      open(names[next] as Tab);
      buttons[next]?.focus();
    });
  });
  open('findings');
  return { element, open };
};
