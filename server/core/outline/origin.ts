import type { Block } from './blocks.ts';

/** Whose document it is and of which year. What the document does not say stays null. */
export interface Origin {
  title: string | null;
  region: string | null;
  /** The year of the report: 2024 for the one that reviews 2023. */
  year: number | null;
  /** The year that 今年 means in it: of a report its own, of a summary or press piece the year it tells of. */
  now: number | null;
  /** A government work report, as against tables, press and plans. */
  isReport: boolean;
  /** The day of adoption or delivery, `2024-02-05`; null where the document names none. */
  date: string | null;
  /** End of the title lines. */
  bodyStart: number;
}

export interface OriginOptions {
  region?: string;
  year?: number;
}

// 日经钱塘区第一届…: words of the adoption line run into the name.
const name =
  '(?:(?![日月年经在第届向我])[\\u4e00-\\u9fff]){1,10}?(?:特别行政区|自治区|自治州|自治县|省|市|州(?![省市])|盟|地区|新区|区|县|旗|镇|乡)';
const partOfYear = '(?:[上下]半年|前?[一二三四两]个?季度|(?:\\d{1,2}[—~-]{1,2})?\\d{1,2}月份?)';
const opening = new RegExp(`^(?:附[件表]\\d*:?)?(?:(?:19|20)\\d\\d年度?)?${partOfYear}?(${name})`);
const assembly = new RegExp(`(?:在|经)?(${name})第?[一二三四五六七八九十\\d]+届`, 'g');
const government = new RegExp(`代表(${name})?(?:人民)?(?:政府|国务院)`);
const signed = new RegExp(`^(${name})人民政府$`, 'm');
const titled = new RegExp(
  `(?:(?:19|20)\\d\\d年?)?${partOfYear}?(${name})(?:人民)?(?:政府)?(?:工作报告|绩效|国民经济和社会发展|经济社会发展|经济运行|统计公报)`,
);

/** Of the folded text: reads region and year off title, adoption line and headings; `options` win. */
export const readOrigin = (text: string, blocks: readonly Block[], options: OriginOptions = {}): Origin => {
  const head: string[] = [];
  let bodyStart = 0;
  let title: string | null = null;
  for (const block of blocks.slice(0, 30)) {
    const line = text.slice(block.start, Math.min(block.end, block.start + 200)).replace(/\s+/g, '');
    if (title === null && block.kind === 'text' && line.length >= 4 && line.length <= 60 && !/^各位代表|[。]$/.test(line)) title = line;
    if (!bodyStart && /^(?:各位代表|一、)/.test(line)) bodyStart = block.start;
    head.push(line);
  }
  const top = head.slice(0, 12).join('\n');
  const isReport = head.slice(0, 12).some((line) => /^各位代表/.test(line) || (line.length <= 40 && /政府工作报告(?:[(].*)?$/.test(line)));
  const year = options.year ?? yearOf(title, top, isReport, text.slice(0, 40_000));
  return {
    title,
    region: options.region ?? regionOf(top, text.slice(0, 20_000)) ?? (title && regionIn(title)),
    year,
    now: year === null ? null : isReport ? year : year - 1,
    isReport,
    date: dateOf(top),
    bodyStart,
  };
};

/** 2019 年: Word users put blanks around figures. */
export const joinYears = (text: string): string => (text.includes(' 年') ? text.replace(/(?<=\d) +(?=年)/g, '') : text);

const dateOf = (top: string): string | null => {
  const match = /((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日/.exec(top);
  return match ? `${match[1]}-${(match[2] as string).padStart(2, '0')}-${(match[3] as string).padStart(2, '0')}` : null;
};

const yearOf = (title: string | null, top: string, isReport: boolean, body: string): number | null => {
  if (isReport) {
    const dated =
      /((?:19|20)\d\d)年[^日\n]{0,6}日.{0,60}(?:会议|大会|通过)/.exec(top) ??
      /((?:19|20)\d\d)年.{0,15}(?:政府)?工作报告/.exec(top) ??
      /((?:19|20)\d\d)年\D{0,12}(?:安排|打算|计划|部署|建议)的(?:报告|汇报)/.exec(top);
    if (dated) return Number(dated[1]);
    for (const match of joinYears(body).matchAll(/(?:^|\n)\s*[一二三四五]、[^\n。]{0,40}/g)) {
      const planned = /((?:19|20)\d\d)年[^\n]{0,20}(?:安排|任务|部署|目标|建议|工作$|要求)/.exec(match[0]);
      if (planned) return Number(planned[1]);
      const reviewed = /((?:19|20)\d\d)年[^\n]{0,20}回顾/.exec(match[0]);
      if (reviewed) return Number(reviewed[1]) + 1;
    }
  }
  const text = joinYears(body);
  const stated = [...text.matchAll(/((?:19|20)\d\d)年/g)].map((match) => ({
    year: Number(match[1]),
    planned: /[到至前]$/.test(text.slice(Math.max(0, match.index - 1), match.index)),
  }));
  const counts = new Map<number, number>();
  for (const { year } of stated) counts.set(year, (counts.get(year) ?? 0) + 1);
  const often = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0];
  if (isReport) {
    // 一、过去五年工作回顾: the report follows the last year that it speaks of at length.
    const last = [...counts].filter(([, count]) => count >= 2).map(([year]) => year);
    return last.length > 0 ? Math.max(...last) + 1 : null;
  }
  // Tables, press and summaries: the year of the title or a heading, else 今年, else the year they speak of most.
  const dated =
    /(?:^|\n|[一二三四]、)((?:19|20)\d\d)年(?!\d{1,2}月)/.exec(top) ?? /^.{0,40}?((?:19|20)\d\d)年(?!\d{1,2}月|底|末)/.exec(title ?? '');
  if (dated) return Number(dated[1]) + 1;
  if (!often || often[1] < 2) return null;
  const latest = Math.max(...stated.filter(({ planned }) => !planned).map(({ year }) => year));
  return (/今年/.test(text) && latest === often[0] + 1 ? latest : often[0]) + 1;
};

/** The region that a title names: 云溪区2024年主要经济指标. */
export const regionIn = (title: string): string | null => bareRegion(opening.exec(title)?.[1]) ?? null;

const regionOf = (top: string, text: string): string | null => {
  if (/我代表国务院/.test(text.slice(0, 2000))) return '全国';
  for (const match of top.matchAll(assembly)) {
    const region = bareRegion(match[1]);
    if (region) return region;
  }
  const bySignature = bareRegion(signed.exec(top)?.[1]);
  if (bySignature) return bySignature;
  const byTitle = bareRegion(titled.exec(top)?.[1]);
  if (byTitle) return byTitle;
  const byGovernment = bareRegion(government.exec(text.slice(0, 3000))?.[1]);
  if (byGovernment) return byGovernment;
  const counts = new Map<string, number>();
  for (const match of text.matchAll(
    /(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2}[区县])|([\u4e00-\u9fff]{2}[区县])(?=[委政第“"《,。、的在\s])/g,
  )) {
    const region = bareRegion(match[1] ?? match[2]);
    if (region) counts.set(region, (counts.get(region) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most && most[1] >= 3 ? most[0] : null;
};

const notARegion =
  /^(?:本|我|全|各|该|省|市|区|县|市区|地区|园区|城区|新区|示范区|开发区|高新区|经开区|自贸区|综保区|街区|社区|小区|校区|景区|片区|灾区|山区|牧区|林区|库区|港区|辖区|郊区|老区|特区|城市|都市|大区|两区|双区|多区)$|(?:开发|示范|试验|保税|产业|集聚|功能|风景|自贸|高新|经开|综保|街|社|小|园|景|片|城|校|主城|老城|功能|平台|超|上|门|股|夜|菜|集|楼|房|车|都|县级|地级|直辖|大|新|老)[区市]$|[的在和与为了等对向全]/;

/** 杭州市钱塘区 → 钱塘区: the last region of a chain, without words that run into it. */
export const bareRegion = (written: string | undefined): string | null => {
  if (!written) return null;
  const parts = written
    .replace(/^(?:现在|代表|全国|关于|\d{2,4})+/, '')
    .match(/[\u4e00-\u9fff]{1,7}?(?:特别行政区|自治区|自治州|自治县|省|市|州(?![省市])|盟|地区|新区|区|县|旗|镇|乡)/g);
  const last = parts?.at(-1);
  return !last || last.length < 2 || notARegion.test(last) ? null : last;
};
