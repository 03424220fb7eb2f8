import type { Severity } from '../../server/core/finding.ts';
import type { Language } from '../../server/core/rules/run.ts';
import type { DraftResult, Paper, Role } from '../messages.ts';

/** The words of the page. */
export interface Texts {
  htmlLanguage: string;
  title: string;
  offline: string;
  otherLanguage: string;
  intake: string;
  zones: Record<Role, { title: string; hint: string }>;
  choose: string;
  remove(name: string): string;
  roleOf(name: string): string;
  region: string;
  year: string;
  optional: string;
  folder: string;
  sample: string;
  clear: string;
  start: string;
  sorting: string;
  checking: string;
  saving: string;
  checked(draft: DraftResult): string;
  needDraft: string;
  unreadable: string;
  cannotRead: string;
  crashed: string;
  saved(name: string): string;
  about(draft: DraftResult): string;
  counts: Record<'figures' | 'agree' | 'conflict' | 'notComparable' | 'withoutEvidence', string>;
  outside(draft: DraftResult): string[];
  draftChoice: string;
  papers: Record<Paper, { label: string; file: string }>;
  print: string;
  index: string;
  tabs: Record<'findings' | 'commitments' | 'unevidenced' | 'sources', string>;
  lists: string;
  severity: Record<Severity, string>;
  shown: string;
  evidence: string;
  fix: string;
  setAside: string;
  none: Record<'findings' | 'shown' | 'commitments' | 'unevidenced' | 'sources', string>;
  source(title: string, date: string, facts: number): string;
  text: string;
  toFinding(number: number): string;
  noPrinting: string;
  licences: string;
}

export const texts: Record<Language, Texts> = {
  zh: {
    htmlLanguage: 'zh-CN',
    title: '核数',
    offline: '文件只在这台电脑上读，不联网、不上传，关掉网页就不留。',
    otherLanguage: 'English',
    intake: '文件',
    zones: {
      draft: {
        title: '文稿',
        hint: '要核的稿子。同一次大会的几份可以一起放，相互也核；附表（xlsx、csv）和名词解释随稿放这里。',
      },
      paper: {
        title: '上年材料',
        hint: '上年的政府工作报告和有关材料，用来核上年数、增速、目标。',
      },
      sheet: { title: '数据表', hint: '统计局和部门给的本年数，原来的格式就行。' },
      setting: { title: '设置', hint: '' },
    },
    choose: '选择文件…',
    remove: (name) => `移去 ${name}`,
    roleOf: (name) => `${name} 作为`,
    region: '地区',
    year: '报告年份',
    optional: '文稿写明了就不用填',
    folder: '选择文件夹…',
    sample: '看示例',
    clear: '全部移去',
    start: '把文稿和材料拖到这一页上，放下就核；哪份是文稿会自己认，认错了可以改。文件夹也可以整个拖进来。',
    sorting: '正在辨认文件…',
    checking: '正在核对…',
    saving: '正在生成…',
    checked: ({ coverage, findings }) => `核对完成：${coverage.figures}个数据，${findings.length}个问题。`,
    needDraft: '还没有文稿：请放入要核的稿子。',
    unreadable: '没有读出的',
    cannotRead: '读不到，可能已移走、改名或正被占用，请重新选择',
    crashed: '程序出错停了，已重新启动。请移去刚放入的文件再试。',
    saved: (name) => `已交给浏览器保存：${name}`,
    about: ({ region, year, name }) => [region ?? '地区不明', year === null ? '年份不明' : `${year}年`, name].join(' · '),
    counts: { figures: '个数据', agree: '一致', conflict: '请核', notComparable: '不可比', withoutEvidence: '无依据' },
    outside: ({ region, year, known, leftOut }) => [
      ...leftOut.map((title) => `《${title}》与本稿同年或更晚，没有当作上年材料。`),
      ...(region === null ? ['看不出是哪个地区的文稿，目前只作文内核对：请在上面填写地区。'] : []),
      ...(region !== null && known !== 'papers'
        ? [`没有${region}的上年材料，只${known ? '与数据表和文稿自身核对' : '作文内核对'}：请把上年报告放到“上年材料”。`]
        : []),
      ...(year === null ? ['看不出是哪一年的文稿：请在上面填写报告年份。'] : []),
    ],
    draftChoice: '看哪一份',
    papers: {
      docx: { label: '批注稿（Word）', file: '批注稿.docx' },
      worksheet: { label: '核数单（Excel）', file: '核数单.xlsx' },
      departments: { label: '核数单，按部门分开', file: '核数单（按部门）.zip' },
      report: { label: '核对报告（网页）', file: '核对报告.html' },
    },
    print: '打印核对报告…',
    index: '批注稿末页附问题索引',
    tabs: { findings: '问题', commitments: '去年目标', unevidenced: '须人工核对', sources: '来源' },
    lists: '核对结果',
    severity: { error: '必核', warning: '请核', information: '提示', hint: '文字' },
    shown: '列出',
    evidence: '依据：',
    fix: '改法：',
    setAside: '已搁置',
    none: {
      findings: '没有发现问题。',
      shown: '这几级没有问题。',
      commitments: '上年材料里没有量化目标。',
      unevidenced: '没有：每个数据都有依据可比。',
      sources: '没有依据，只作文内核对。',
    },
    source: (title, date, facts) => `《${title}》${date && `（${date}）`} ${facts}条依据`,
    text: '正文',
    toFinding: (number) => `回到问题${number}`,
    noPrinting: '浏览器没有打开打印窗口：请保存核对报告，打开后再打印。',
    licences: '本页所用开源组件及其许可',
  },
  en: {
    htmlLanguage: 'en',
    title: 'Heshu 核数',
    offline: 'Files are read on this computer only. Nothing goes over a network, nothing stays when the page is closed.',
    otherLanguage: '中文',
    intake: 'Files',
    zones: {
      draft: {
        title: 'Draft',
        hint: 'What is to be checked. Several papers of one congress may go together and are held against each other, as are their appended tables (xlsx, csv).',
      },
      paper: {
        title: 'Last year’s papers',
        hint: 'Last year’s work report and the papers around it: for last year’s values, growth and targets.',
      },
      sheet: { title: 'Data sheets', hint: 'This year’s values as the bureaus give them, in any layout.' },
      setting: { title: 'Settings', hint: '' },
    },
    choose: 'Choose files…',
    remove: (name) => `Remove ${name}`,
    roleOf: (name) => `${name} is a`,
    region: 'Region',
    year: 'Year of the report',
    optional: 'if the draft does not say',
    folder: 'Choose a folder…',
    sample: 'Show a sample',
    clear: 'Remove all',
    start:
      'Drop the draft and its papers anywhere on this page; which is which is told apart, and can be changed. Folders may be dropped too.',
    sorting: 'Telling the files apart…',
    checking: 'Checking…',
    saving: 'Writing…',
    checked: ({ coverage, findings }) => `Checked: ${coverage.figures} figures, ${findings.length} findings.`,
    needDraft: 'There is no draft yet: put in the one to be checked.',
    unreadable: 'What could not be read',
    cannotRead: 'cannot be read: moved, renamed or in use? Please choose it again',
    crashed: 'The checker stopped and was started anew. Remove the last file and try again.',
    saved: (name) => `Handed to the browser to save: ${name}`,
    about: ({ region, year, name }) => [region ?? 'region unknown', year === null ? 'year unknown' : String(year), name].join(' · '),
    counts: {
      figures: 'figures',
      agree: 'agree',
      conflict: 'to check',
      notComparable: 'not comparable',
      withoutEvidence: 'without evidence',
    },
    outside: ({ region, year, known, leftOut }) => [
      ...leftOut.map((title) => `《${title}》 is of the same year or later: not held against the draft.`),
      ...(region === null ? ['The draft does not say its region, so it is checked against itself only: fill it in above.'] : []),
      ...(region !== null && known !== 'papers'
        ? [`No papers of ${region}: checked against ${known ? 'the data sheets and itself' : 'itself only'}. Add last year’s report.`]
        : []),
      ...(year === null ? ['The draft does not say its year: fill it in above.'] : []),
    ],
    draftChoice: 'Show',
    papers: {
      docx: { label: 'Commented draft (Word)', file: 'commented.docx' },
      worksheet: { label: 'Worksheet (Excel)', file: 'worksheet.xlsx' },
      departments: { label: 'Worksheets by department', file: 'worksheets.zip' },
      report: { label: 'Check report (web page)', file: 'check report.html' },
    },
    print: 'Print the report…',
    index: 'Index of findings on a last page of the commented draft',
    tabs: { findings: 'Findings', commitments: 'Last year’s targets', unevidenced: 'For a person to check', sources: 'Sources' },
    lists: 'What the check says',
    severity: { error: 'must settle', warning: 'to check', information: 'note', hint: 'wording' },
    shown: 'Show',
    evidence: 'Evidence: ',
    fix: 'Fix: ',
    setAside: 'Set aside',
    none: {
      findings: 'No findings.',
      shown: 'No findings of these severities.',
      commitments: 'Last year’s papers hold no quantified targets.',
      unevidenced: 'None: every figure has evidence.',
      sources: 'None: checked against itself only.',
    },
    source: (title, date, facts) => `《${title}》${date && ` (${date})`} ${facts} facts`,
    text: 'Text of the draft',
    toFinding: (number) => `Back to finding ${number}`,
    noPrinting: 'The browser did not open its print dialog: save the check report and print that.',
    licences: 'Open-source components of this page and their licences',
  },
};
