import { readFileSync } from 'node:fs';

const moxi = (name) => readFileSync(new URL(`../../test/documents/moxi/${name}`, import.meta.url), 'utf8');

/** Last year's report, which the drafts are held against. */
export const base = moxi('report-2025.txt');
const draft = moxi('draft-2026-clean.txt');

/** One figure in forty is changed, another one in every copy: a draft with findings, though not one at every line. */
const vary = (text, copy) => {
  let count = 0;
  return text.replace(/(?:19|20)\d\d|\d+(?=[.\d]*(?:亿元|%|万|家|个))/g, (number) =>
    number.length === 4 || ++count % 40 !== copy % 40 ? number : String(Number(number) + 1),
  );
};

/** What reports say between their figures. */
const prose = [
  '坚持把发展经济的着力点放在实体经济上，一手抓传统产业改造提升，一手抓新兴产业培育壮大，推动科技创新和产业创新深度融合，现代化产业体系的骨架更加清晰。',
  '聚焦群众急难愁盼，办好就业、入学、看病、养老、托育等实事，健全覆盖城乡的公共服务网络，让发展成果更多更公平惠及全体居民。',
  '扎实推进乡村全面振兴，守牢耕地保护红线，学习运用先进地区经验，因地制宜做好土特产文章，农村人居环境持续改善，乡风文明蔚然成风。',
  '深化重点领域改革，打破行政壁垒，清理不合理限制，推动政务服务从能办向好办转变，企业和群众的获得感不断增强，市场活力进一步激发。',
  '坚定不移走生态优先、绿色低碳之路，打好蓝天、碧水、净土保卫战，统筹山水林田湖草系统治理，绿水青山的底色更亮、成色更足。',
  '加强和创新社会治理，完善矛盾纠纷多元化解机制，常态化开展扫黑除恶，压实安全生产责任，有效防范各类风险隐患，社会大局保持和谐稳定。',
  '自觉接受人大法律监督、政协民主监督和社会各界监督，认真办理意见建议，严格规范公正文明执法，政府系统作风建设取得明显成效。',
  '面对复杂多变的外部环境和艰巨繁重的改革任务，广大干部群众迎难而上、团结奋斗，以钉钉子精神抓落实，经济运行稳中有进、进中提质。',
  '推动文化事业和文化产业繁荣发展，保护传承历史文脉，丰富高品质文化供给，全民阅读、全民健身蔚然成风，城市软实力稳步提升。',
];

/** The composed draft, as dense in figures as reports are: some 250 in 14,000 characters. */
const paragraphs = draft.split('\n').flatMap((paragraph, index) => {
  const between = Math.round((paragraph.length * 2.4) / 65);
  return [paragraph, Array.from({ length: between }, (_, i) => prose[(index + i) % prose.length]).join('')];
});

/** A draft of so many characters: the composed one again and again. */
export const draftOf = (characters) => {
  let text = '';
  for (let copy = 1; text.length < characters; copy++) text += `${vary(paragraphs.join('\n'), copy)}\n`;
  return text.slice(0, characters);
};

/** A draft of its own for each number. */
export const draftNumber = (number) => vary(draft, number);

/** One table, 20 characters a row. */
const table = (characters) => Array.from({ length: characters / 20 }, (_, row) => `${row + 10_000}\t完成投资30亿元\t投资31亿\n`).join('');

/** Lines as no one writes them. */
export const hostile = (characters) => ({
  digits: '1234567890'.repeat(characters / 10),
  'one character': '数'.repeat(characters),
  'Chinese characters': '全区经济社会发展取得新成效'.repeat(characters).slice(0, characters),
  brackets: '（'.repeat(characters / 2) + '）'.repeat(characters / 2),
  分别: '分别'.repeat(characters / 2),
  'numbers with commas': '增长5%，'.repeat(characters / 5),
  'numbers with 、': '3个、'.repeat(characters / 3),
  其中: '其中5个'.repeat(characters / 4),
  'opening quotes': '“'.repeat(characters),
  blanks: '5 '.repeat(characters / 2),
  tabs: '5\t'.repeat(characters / 2),
  'a table': table(characters),
});
