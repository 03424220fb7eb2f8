import { isHan } from '../text/characters.ts';
import { Trie } from '../text/trie.ts';

/** What a unit measures and how many base units it holds. Only units of one dimension are ever converted. */
export interface UnitDefinition {
  /** `money:元`, `area`, `mass`, `count`, `persons`… */
  dimension: string;
  factor: number;
}

/**
 * The units of the trade, by dimension: `unit` or `unit=factor` over the first of the line.
 * Counted things with no dimension of their own share `count`: 家, 个 and 所 of one indicator may be compared.
 */
const definitions: Record<string, string> = {
  'money:元': '元 元人民币 人民币 人民币元 块钱 角=0.1 分钱=0.01',
  'money:美元': '美元 美金',
  'money:港元': '港元 港币',
  'money:欧元': '欧元',
  'money:日元': '日元',
  area: '平方米 平米 ㎡ m² 平方 亩=666.6666666666666 公顷=10000 平方公里=1000000 平方千米=1000000 km²=1000000 方里=250000',
  length: '米 公里=1000 千米=1000 km 里=500 华里=500 延米 米长 厘米=0.01 毫米=0.001 单公里=1000 车道公里=1000 海里=1852',
  volume: '立方米 m³ 方 立方 千升 升=0.001 标准立方米 标方',
  mass: '吨 公斤=0.001 千克=0.001 kg=0.001 斤=0.0005 克=0.000001 毫克=0.000000001 微克=0.000000000001 标准吨 载重吨 吨标准煤 吨标煤 担=0.05',
  standardCoal: '吨标准煤 吨标煤 吨煤',
  power: '千瓦 瓦=0.001 兆瓦=1000 kW MW=1000 GW=1000000 吉瓦=1000000 千伏安 兆伏安=1000',
  energy: '千瓦时 度 度电 兆瓦时=1000 kWh MWh=1000 GWh=1000000 TWh=1000000000 吉瓦时=1000000 瓦时=0.001',
  containers: '标箱 标准箱 TEU 个标箱 个标准箱',
  persons: '人 名 位 口人',
  households: '户',
  visits: '人次',
  companyVisits: '家次 户次',
  times: '次 场 场次 轮 批次 批 车次 架次 班次 列次 列 趟 班 航次 频次 起次 例次 件次 例 回 期次',
  duration:
    '天 日 个工作日=1 工作日 小时=0.041666666666666664 个小时=0.041666666666666664 分钟=0.0006944444444444445 秒钟 个月=30 周 个星期=7 星期=7',
  age: '岁 周岁',
  speed: '公里/小时 km/h Mbps Gbps',
  compute: 'P PFLOPS Pflops EFLOPS=1000 Eflops=1000',
  temperature: '摄氏度 ℃ 度C',
  concentration: '微克/立方米 μg/m³ 毫克/立方米=1000 毫克/升 个/立方厘米',
  floors: '层 层楼',
  heat: '大卡 千卡 卡=0.001',
  turnover: '吨公里 人公里 吨海里',
  voltage: '千伏 kV 伏=0.001',
  characters: '字',
  ratio: '倍',
  tenths: '成',
  percent: '% 个% ‰=0.1 个百分比',
  point: '个百分点 百分点 个点 个千分点=0.1',
};

/** Measure words; most things that reports count stand with one of these. */
const counters =
  '家 个 项 处 座 所 条 件 起 宗 张 台 辆 支 块 幢 栋 套 间 套(间) 间(套) 套/间 枚 只 头 羽 株 棵 棵树 棵苗 尾 匹 门 部 本 册 份 篇 幅 首 款 种 类 组 队 对 双 副 把 根 颗 粒 片 面 口 眼 道 段 重量箱 ' +
  '站 点 桩 孔 架 艘 列车 栏 班级 卷 集 笔 单位 盏 具 樘 床 席 人份 剂 剂次 例次 例数 针 例 柜 箱 桶 瓶 袋 包 车 船 节 课时 学时 家(次) 支队 支球队 品种 类别 大 大类 大项 小项 子项 分项 棒 村 镇 乡 街 校 ' +
  '标段 地块 宗地 子 户(次) 人(次) 株(丛) 顶 挂 丛 亩次 米段 台(套) 台套 套件 台/套 张(次) 档 封 则 通 票 页 款次 座次 项次 条次 处次 家数 例(次) 批(次) 位数 字节';

const units = new Trie<UnitDefinition>();

const addUnits = (): void => {
  for (const counter of counters.split(' ')) units.set(counter, { dimension: 'count', factor: 1 });
  for (const [dimension, list] of Object.entries(definitions)) {
    for (const item of list.split(' ')) {
      const [name, factor] = item.split('=');
      units.set(name as string, { dimension, factor: factor ? Number(factor) : 1 });
    }
  }
};
addUnits();

const magnitudes = new Trie<number>();
for (const [word, value] of [
  ['十', 10],
  ['百', 100],
  ['千', 1000],
  ['万', 1e4],
  ['十万', 1e5],
  ['百万', 1e6],
  ['千万', 1e7],
  ['亿', 1e8],
  ['十亿', 1e9],
  ['百亿', 1e10],
  ['千亿', 1e11],
  ['万亿', 1e12],
] as const) {
  magnitudes.set(word, value);
}

/** A unit as it stands behind a number. */
export interface Unit extends UnitDefinition {
  start: number;
  end: number;
  /** As written with its magnitude, without 余 and 多: `万人次`. */
  text: string;
  /** 万, 亿…: already contained in `factor`. */
  magnitude: number;
  /** 余, 多, 来 between number and unit: more than the number, less than its next step. */
  more: boolean;
  /** Whether the table knows the unit; an unknown measure word counts as one of `count`. */
  known: boolean;
}

const isMore = (character: string | undefined): boolean => character === '余' || character === '多' || character === '来';

/**
 * Reads the unit behind a number that ends at `at`: magnitude, 余/多, base unit, `/` and a second unit.
 * Undefined where neither a magnitude nor a known unit follows.
 */
export const readUnit = (text: string, at: number): Unit | undefined => {
  let i = at;
  let more = false;
  let written = '';
  if (text[i] === ' ') i++;
  if (isMore(text[i])) {
    more = true;
    i++;
  }
  // 2个多百分点
  if (/^个[多余]百分点/.test(text.slice(i, i + 5))) {
    return { start: at, end: i + 5, text: '个百分点', dimension: 'point', factor: 1, magnitude: 1, more: true, known: true };
  }
  let magnitude = 1;
  // 万吨 is a magnitude and a unit; 千瓦 and 千克 are units.
  const whole = units.longest(text, i);
  const scaleWord = magnitudes.longest(text, i);
  if (scaleWord && !(whole && whole.end > scaleWord.end && (text[i] === '千' || text[i] === '百'))) {
    magnitude = scaleWord.value;
    written += text.slice(i, scaleWord.end);
    i = scaleWord.end;
    if (!more && isMore(text[i])) {
      more = true;
      i++;
      // 4万多亿元 is more than 4万亿元.
      if (text[i] === '亿' && magnitude < 1e8) {
        magnitude *= 1e8;
        written += '亿';
        i++;
      }
    }
  }
  const base = isNoUnit(text, i) ? undefined : units.longest(text, i);
  if (!base) {
    if (magnitude === 1) return undefined;
    return { start: at, end: i, text: written, dimension: 'count', factor: magnitude, magnitude, more, known: false };
  }
  let end = base.end;
  let { dimension, factor } = base.value;
  written += text.slice(i, end);
  if (text[end] === '/') {
    const second = units.longest(text, end + 1) ?? readMagnitudeUnit(text, end + 1);
    if (second) {
      dimension = `${dimension}/${second.value.dimension}`;
      factor /= second.value.factor;
      written += text.slice(end, second.end);
      end = second.end;
    } else if (/^\/(?:年|月|日|天|季|人)/.test(text.slice(end, end + 2))) {
      dimension = `${dimension}${text.slice(end, end + 2)}`;
      written += text.slice(end, end + 2);
      end += 2;
    }
  }
  // 280万件(辆)
  const other = dimension === 'count' ? alternativeAt(text, end) : undefined;
  if (other && units.longest(other, 1)?.end === other.length - 1) {
    written += other;
    end += other.length;
  }
  return { start: at, end, text: written, dimension, factor: factor * magnitude, magnitude, more, known: true };
};

/** A second measure word in brackets. */
const alternativeAt = (text: string, at: number): string | undefined => /^\([\u4e00-\u9fff]{1,2}\)/.exec(text.slice(at, at + 4))?.[0];

/** What seems a unit and is a word: 13亿人口, 5000亿台阶, 千亿大关, 百亿门槛. */
const isNoUnit = (text: string, at: number): boolean => {
  const next = text[at + 1] ?? '';
  switch (text[at]) {
    case '人':
      return /[口民才群员大]/.test(next) && !text.startsWith('民币', at + 1);
    case '台':
      return next === '阶';
    case '大':
      return next === '关';
    case '门':
      return next === '槛';
    default:
      return false;
  }
};

const readMagnitudeUnit = (text: string, at: number): { end: number; value: UnitDefinition } | undefined => {
  const scaleWord = magnitudes.longest(text, at);
  const base = scaleWord && units.longest(text, scaleWord.end);
  return base && { end: base.end, value: { dimension: base.value.dimension, factor: base.value.factor * scaleWord.value } };
};

/** A measure word the table does not know: one Han character between a number and the end of its clause. */
export const readUnknownMeasure = (text: string, at: number): Unit | undefined => {
  const code = text.charCodeAt(at);
  const character = text[at] as string;
  const next = text[at + 1] ?? '';
  // 2金2银1铜, 4地入选
  const stands = /[金银铜]/.test(character)
    ? /^[\d,。;:、和]?$/.test(next)
    : /^[,。;:!?、)(]?$/.test(next) || (character === '地' && /[入获列上成被]/.test(next));
  if (!isHan(code) || !stands) return undefined;
  return { start: at, end: at + 1, text: character, dimension: 'count', factor: 1, magnitude: 1, more: false, known: false };
};
