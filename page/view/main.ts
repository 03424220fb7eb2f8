import sample from '../../sample/钱塘区2025.zcg';
import type { Language } from '../../server/core/rules/run.ts';
import { isAttachment, mayBeTables } from '../../server/folders.ts';
import { type CheckAnswer, type Paper, type Role, roles } from '../messages.ts';
import { Checker } from './checker.ts';
import { el } from './dom.ts';
import { chosenFolder, dropped, type Given, given } from './files.ts';
import { resultsView } from './results.ts';
import './style.css';
import { type Texts, texts } from './texts.ts';

/** The version, put in by the bundler. */
declare const HESHU_VERSION: string;

interface Entry {
  name: string;
  role: Role;
  bytes: Uint8Array;
}

const papers = '.docx,.docm,.txt,.md,.zcg,.html,.htm,.pdf';
const tables = '.xlsx,.xlsm,.csv';
/** What the dialogs offer of a folder's files. */
const offered = { draft: `${papers},${tables}`, paper: `${papers},${tables}`, sheet: tables };

/** Tables in the drafts' zone belong to the drafts and are none. */
const isDraft = ({ name, role }: { name: string; role: Role }): boolean => role === 'draft' && !mayBeTables(name);

/** How long typing must pause before the drafts are checked anew. */
const rest = 400;
/** How long a file that is being saved stays at its address. */
const keep = 60_000;

let language: Language = /^zh\b/i.test(navigator.language) ? 'zh' : 'en';
let entries: Entry[] = [];
let answer: CheckAnswer | undefined;
let shown = 0;
/** The check under way; an older one's answer is dropped. */
let current = 0;
let region = '';
let year = '';
let timer: number | undefined;
/** Files that could not be read off the disk. */
let lost: string[] = [];
let hasIndex = false;

const checker = new Checker(() => text().crashed);
const text = (): Texts => texts[language];

const status = el('p', { className: 'status', role: 'status' });
const alerts = el('div', { role: 'alert' });
const intake = el('section', { className: 'intake' });
const results = el('div', { className: 'results' });
const header = el('header', {});
const footer = el('footer', {});

const say = (words: string): void => {
  status.textContent = words;
};

// ---- files ---------------------------------------------------------------------------------------------------------

/** Takes files in; those that nobody said anything of are told apart by what they hold. */
const take = async (files: readonly Given[], zone?: Role): Promise<void> => {
  const read: { name: string; bytes: Uint8Array; role: Role | undefined }[] = [];
  lost = [];
  for (const { file, role } of files) {
    try {
      read.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), role: role ?? zone });
    } catch {
      lost.push(`${file.name}：${text().cannotRead}`);
    }
  }
  const open = read.filter(({ role }) => role === undefined);
  if (open.length > 0) {
    say(text().sorting);
    const found = await checker.ask({ ask: 'sort', files: open.map(({ name, bytes }) => ({ name, bytes })) }).catch(() => undefined);
    open.forEach((file, i) => {
      file.role = found?.[i] ?? 'paper';
    });
    // Where there is a draft already, another text is a paper unless it was put among the drafts or belongs to them.
    if (entries.some((entry) => isDraft(entry) && !isAttachment(entry.name)))
      for (const file of open) if (file.role === 'draft' && !isAttachment(file.name)) file.role = 'paper';
  }
  for (const { name, bytes, role } of read) {
    entries = entries.filter((known) => known.name !== name || known.role !== role);
    entries.push({ name, bytes, role: role as Role });
  }
  changed();
};

const changed = (): void => {
  drawIntake();
  if (entries.some(isDraft)) void check();
  else {
    current++;
    answer = undefined;
    drawResults();
    say(entries.length > 0 ? text().needDraft : '');
  }
};

const check = async (): Promise<void> => {
  const mine = ++current;
  say(text().checking);
  document.body.classList.add('busy');
  const input = { files: entries, region: region.trim(), year: /^\d{4}$/.test(year) ? Number(year) : undefined, language };
  try {
    const found = await checker.ask({ ask: 'check', input });
    if (mine !== current) return;
    answer = found;
    shown = Math.min(shown, Math.max(0, found.drafts.length - 1));
    drawResults();
    const draft = found.drafts[shown];
    say(draft ? text().checked(draft) : '');
  } catch (error) {
    if (mine !== current) return;
    answer = undefined;
    drawResults();
    say('');
    warn([error instanceof Error ? error.message : String(error)]);
  } finally {
    if (mine === current) document.body.classList.remove('busy');
  }
};

const checkSoon = (): void => {
  clearTimeout(timer);
  timer = window.setTimeout(() => entries.some(isDraft) && void check(), rest);
};

// ---- drawing -------------------------------------------------------------------------------------------------------

const warn = (more: readonly string[]): void => {
  const problems = [...lost, ...more];
  alerts.replaceChildren(
    ...(problems.length === 0 ? [] : [el('h2', {}, text().unreadable), el('ul', {}, ...problems.map((problem) => el('li', {}, problem)))]),
  );
};

const drawHeader = (): void => {
  const words = text();
  document.documentElement.lang = words.htmlLanguage;
  document.title = words.title;
  const other = el('button', { type: 'button', className: 'link', lang: language === 'zh' ? 'en' : 'zh-CN' }, words.otherLanguage);
  other.addEventListener('click', () => {
    language = language === 'zh' ? 'en' : 'zh';
    drawHeader();
    changed();
    header.querySelector('button')?.focus();
  });
  const licences = el('details', {}, el('summary', {}, words.licences));
  licences.addEventListener('toggle', () => {
    // Long, and hardly ever read: only now.
    if (licences.children.length === 1) licences.append(el('pre', {}, document.getElementById('licence-texts')?.textContent ?? ''));
  });
  footer.replaceChildren(licences);
  header.replaceChildren(el('h1', {}, words.title, el('small', {}, ` ${HESHU_VERSION}`)), el('p', {}, words.offline), other);
};

const drawIntake = (): void => {
  const words = text();
  const zones = (['draft', 'paper', 'sheet'] as const).map((role) => zoneView(role, words));
  const others = entries.filter(({ role }) => role === 'setting');
  const regionInput = el('input', { type: 'text', value: region, placeholder: words.optional, autocomplete: 'off' });
  regionInput.addEventListener('input', () => {
    region = regionInput.value;
    checkSoon();
  });
  const yearInput = el('input', {
    type: 'text',
    inputMode: 'numeric',
    value: year,
    placeholder: words.optional,
    autocomplete: 'off',
    maxLength: 4,
  });
  yearInput.addEventListener('input', () => {
    year = yearInput.value.trim();
    checkSoon();
  });
  const folder = el('input', { type: 'file', webkitdirectory: true, id: 'choose-folder' });
  folder.addEventListener('change', () => {
    void take(chosenFolder(folder.files ?? []));
    folder.value = '';
  });
  const sampleButton = el('button', { type: 'button' }, words.sample);
  sampleButton.addEventListener('click', () => {
    entries = [{ name: '钱塘区2025.zcg', role: 'draft', bytes: new TextEncoder().encode(sample) }];
    changed();
  });
  const clear = el('button', { type: 'button', hidden: entries.length === 0 }, words.clear);
  clear.addEventListener('click', () => {
    entries = [];
    lost = [];
    changed();
    intake.querySelector('input')?.focus();
  });
  intake.setAttribute('aria-label', words.intake);
  intake.replaceChildren(
    ...(entries.length === 0 ? [el('p', { className: 'start' }, words.start)] : []),
    el('div', { className: 'zones' }, ...zones),
    ...(others.length > 0 ? [el('ul', { className: 'files' }, ...others.map((entry) => fileView(entry, words)))] : []),
    el(
      'div',
      { className: 'more' },
      el('label', {}, words.region, regionInput),
      el('label', {}, words.year, yearInput),
      el('div', { className: 'choose' }, folder, el('label', { for: folder.id }, words.folder)),
      sampleButton,
      clear,
    ),
  );
};

const zoneView = (role: 'draft' | 'paper' | 'sheet', words: Texts): HTMLElement => {
  const { title, hint } = words.zones[role];
  const input = el('input', { type: 'file', multiple: true, accept: offered[role], id: `choose-${role}` });
  input.addEventListener('change', () => {
    void take([...(input.files ?? [])].map(given), role);
    input.value = '';
  });
  const own = entries.filter((entry) => entry.role === role);
  const zone = el(
    'div',
    { className: 'zone' },
    el('h2', {}, title),
    el('p', { className: 'explains' }, hint),
    el('ul', { className: 'files' }, ...own.map((entry) => fileView(entry, words))),
    el('div', { className: 'choose' }, input, el('label', { for: input.id }, words.choose, el('span', { className: 'unseen' }, title))),
  );
  zone.addEventListener('dragover', () => zone.classList.add('over'));
  zone.addEventListener('dragleave', () => zone.classList.remove('over'));
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    event.stopPropagation();
    document.body.classList.remove('dragging');
    zone.classList.remove('over');
    if (event.dataTransfer) void dropped(event.dataTransfer).then((files) => take(files, role));
  });
  return zone;
};

const fileView = (entry: Entry, words: Texts): HTMLElement => {
  const choice = el('select', { 'aria-label': words.roleOf(entry.name) });
  for (const role of roles) {
    if (role === 'setting' && entry.role !== 'setting') continue;
    choice.append(el('option', { value: role, selected: role === entry.role }, words.zones[role].title));
  }
  choice.addEventListener('change', () => {
    entry.role = choice.value as Role;
    changed();
  });
  const remove = el('button', { type: 'button', 'aria-label': words.remove(entry.name), title: words.remove(entry.name) }, '×');
  remove.addEventListener('click', () => {
    entries = entries.filter((known) => known !== entry);
    changed();
  });
  return el('li', {}, el('span', { className: 'name', title: entry.name }, entry.name), choice, remove);
};

const drawResults = (): void => {
  const words = text();
  const draft = answer?.drafts[shown];
  document.body.classList.toggle('checked', draft !== undefined);
  warn(answer?.problems ?? []);
  if (!answer || !draft) {
    results.replaceChildren();
    return;
  }
  const { coverage } = draft;
  const choice = el('select', {});
  answer.drafts.forEach(({ name }, i) => {
    choice.append(el('option', { value: String(i), selected: i === shown }, name));
  });
  choice.addEventListener('change', () => {
    shown = Number(choice.value);
    drawResults();
    results.querySelector('select')?.focus();
  });
  results.replaceChildren(
    el(
      'div',
      { className: 'summary' },
      ...(answer.drafts.length > 1 ? [el('label', { className: 'draft' }, words.draftChoice, choice)] : []),
      el('h2', {}, draft.title ?? draft.name),
      el('p', { className: 'about' }, words.about(draft)),
      el(
        'dl',
        { className: 'counts' },
        ...(['figures', 'agree', 'conflict', 'notComparable', 'withoutEvidence'] as const).map((key) =>
          el('div', { className: key }, el('dt', {}, words.counts[key]), el('dd', {}, String(coverage[key]))),
        ),
      ),
      ...words.outside(draft).map((line) => el('p', { className: 'outside' }, line)),
    ),
    actions(draft.name, words),
    resultsView(draft, words),
  );
};

// ---- papers to be saved --------------------------------------------------------------------------------------------

const actions = (name: string, words: Texts): HTMLElement => {
  const stem = name.replace(/\.[^.]+$/, '');
  const buttons = (Object.keys(words.papers) as Paper[]).map((paper) => {
    const button = el('button', { type: 'button' }, words.papers[paper].label);
    button.addEventListener('click', () => void make(paper).then((bytes) => bytes && save(bytes, `${stem}-${words.papers[paper].file}`)));
    return button;
  });
  const printing = el('button', { type: 'button' }, words.print);
  printing.addEventListener('click', () => void make('report').then((bytes) => bytes && printPage(new TextDecoder().decode(bytes))));
  const index = el('input', { type: 'checkbox', checked: hasIndex });
  index.addEventListener('change', () => {
    hasIndex = index.checked;
  });
  return el('div', { className: 'actions' }, ...buttons, printing, el('label', {}, index, words.index));
};

const make = async (paper: Paper): Promise<Uint8Array | undefined> => {
  say(text().saving);
  try {
    const bytes = await checker.ask({ ask: 'paper', draft: shown, paper, hasIndex });
    say('');
    return bytes;
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return undefined;
  }
};

const save = (bytes: Uint8Array, name: string): void => {
  const address = URL.createObjectURL(new Blob([bytes as BlobPart], { type: 'application/octet-stream' }));
  const link = el('a', { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), keep);
  say(text().saved(name));
};

/** In a frame of its own, which prints as the saved page does. */
const printPage = (html: string): void => {
  document.querySelector('iframe')?.remove();
  const frame = el('iframe', { srcdoc: html, title: text().print, tabIndex: -1, 'aria-hidden': 'true' });
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
  frame.addEventListener('load', () => {
    try {
      frame.contentWindow?.print();
    } catch {
      say(text().noPrinting);
    }
  });
  document.body.append(frame);
};

// ---- the page ------------------------------------------------------------------------------------------------------

addEventListener('dragover', (event) => {
  event.preventDefault();
  document.body.classList.add('dragging');
});
addEventListener('dragleave', (event) => {
  if (event.relatedTarget === null) document.body.classList.remove('dragging');
});
// Anywhere else a browser would open what is dropped, and the page would be gone.
addEventListener('drop', (event) => {
  event.preventDefault();
  document.body.classList.remove('dragging');
  if (event.dataTransfer) void dropped(event.dataTransfer).then((files) => take(files));
});

document.body.append(header, el('main', {}, intake, status, alerts, results), footer);
drawHeader();
drawIntake();
