import type { FindingItem, HeadlineItem, Overview } from '../../server/protocol.ts';

/** The words of a report. They follow the language of its findings, not that of the editor's menus. */
export interface ReportTexts {
  language: string;
  title(of: string): string;
  fileName: string;
  unknownRegion: string;
  year(year: number | null): string;
  sources: string;
  noSources: string;
  headline: string;
  indicator: string;
  target(year: string): string;
  sheet: string;
  revised(value: string): string;
  result: string;
  chart: string;
  commitments: string;
  commitmentColumns: [name: string, target: string, source: string, reported: string, done: string, outcome: string];
  findings: string;
  setAside: string;
  none: string;
  unevidenced: string;
  severity: Record<FindingItem['severity'], string>;
  verdict: Record<HeadlineItem['verdict'], string>;
  beforeFirst: string;
  counts: Record<keyof Overview['counts'], string>;
}

export const texts: Record<'zh' | 'en', ReportTexts> = {
  zh: {
    language: 'zh-CN',
    title: (of) => `核对报告：${of}`,
    fileName: '核对报告',
    unknownRegion: '地区不明',
    year: (year) => (year === null ? '年份不明' : `${year}年`),
    sources: '来源',
    noSources: '没有：只作文内核对。',
    headline: '主要指标',
    indicator: '指标',
    target: (year) => `${year}目标`,
    sheet: '数据表',
    revised: (value) => `（修订${value}）`,
    result: '结果',
    chart: '两年对比（每组各按自己的比例）',
    commitments: '去年目标兑现',
    commitmentColumns: ['指标', '目标', '出处', '本稿', '完成', '结果'],
    findings: '问题',
    setAside: '已搁置',
    none: '没有。',
    unevidenced: '没有依据、须由人核对的数据',
    severity: { error: '必核', warning: '请核', information: '提示', hint: '文字' },
    verdict: { agree: '一致', conflict: '请核', notComparable: '不可比', none: '无依据' },
    beforeFirst: '第一个标题之前',
    counts: { figures: '个数据', agree: '一致', conflict: '请核', notComparable: '不可比', withoutEvidence: '无依据' },
  },
  en: {
    language: 'en',
    title: (of) => `Check report: ${of}`,
    fileName: 'check report',
    unknownRegion: 'region unknown',
    year: (year) => (year === null ? 'year unknown' : String(year)),
    sources: 'Sources',
    noSources: 'None: the draft was checked against itself only.',
    headline: 'Headline indicators',
    indicator: 'Indicator',
    target: (year) => `${year} target`,
    sheet: 'Data sheet',
    revised: (value) => ` (revised ${value})`,
    result: 'Verdict',
    chart: 'Two years, each pair to its own scale',
    commitments: 'Last year’s targets',
    commitmentColumns: ['Indicator', 'Target', 'Source', 'Draft', 'Done', 'Outcome'],
    findings: 'Findings',
    setAside: 'Set aside',
    none: 'None.',
    unevidenced: 'Figures without evidence, to be checked by a person',
    severity: { error: 'must settle', warning: 'to check', information: 'note', hint: 'wording' },
    verdict: { agree: 'agrees', conflict: 'to check', notComparable: 'not comparable', none: 'without evidence' },
    beforeFirst: 'Before the first heading',
    counts: {
      figures: 'figures',
      agree: 'agree',
      conflict: 'to check',
      notComparable: 'not comparable',
      withoutEvidence: 'without evidence',
    },
  },
};
