import type { Claim, Status } from '../claims/claim.ts';
import { emptyContext } from '../claims/context.ts';
import type { Period } from '../claims/period.ts';
import { readPassage } from '../claims/read-passage.ts';
import { ownScopeOf } from '../claims/region.ts';
import type { Vocabulary } from '../indicators/vocabulary.ts';
import type { CellNumber } from './cells.ts';

/** What a cell of a sheet says of its row's indicator. */
interface CellStatement {
  name: string;
  part: boolean;
  measure: 'level' | 'growth' | 'points';
  number: CellNumber;
  unit: string;
  period: Period;
  status: Status;
}

/** 固定资产投资完成额 → 固定资产投资: the catalogue's name where a table's words only add how it counts. */
const standardName = (name: string, vocabulary: Vocabulary): string => {
  if (vocabulary.byName.has(name)) return name;
  const short = name.replace(/(?:完成额|完成数|完成情况|绝对额|总额|总量|总数|数量|情况|数)$/, '');
  return vocabulary.byName.has(short) ? short : name;
};

/** The statement as a draft would write it: 财政总收入260亿元, 财政总收入增长4.8%. */
const clauseOf = ({ name: written, measure, number, unit }: CellStatement, vocabulary: Vocabulary): { text: string; at: number } => {
  const { digits, negative, before, after } = number;
  const name = standardName(written, vocabulary);
  const indicator = vocabulary.byName.get(name);
  // 规上工业增加值 in per cent can only be its growth.
  const isGrowth = measure === 'growth' || (unit === '%' && indicator !== undefined && /^(?:flow|stock)$/.test(indicator.kind));
  const verb = isGrowth ? (negative ? '下降' : '增长') : measure === 'points' ? (negative ? '下降' : '提高') : '';
  const bare = isGrowth || measure === 'points' ? name.replace(/(?:增速|增长率|增幅|增长速度)$/, '') : name;
  const sign = verb === '' && negative ? '-' : '';
  const lead = `${bare}${verb}${before}${sign}`;
  return { text: `${lead}${digits}${unit}${after}`, at: lead.length };
};

const anyScope = ownScopeOf(null);

/** Reads a cell's statement as a draft's clause is read, so that both name the same thing alike. Undefined where no figure is found. */
export const readStatement = (statement: CellStatement, vocabulary: Vocabulary): { claim: Claim; printed: string } | undefined => {
  const { text, at } = clauseOf(statement, vocabulary);
  const { period, status, part } = statement;
  const year = Math.floor(period.to / 12);
  const frame = {
    setting: { period, status },
    now: year + 1,
    reviewed: year,
    region: null,
    ownScope: anyScope,
    vocabulary,
    antecedents: [],
  };
  const claim = readPassage(text, frame, emptyContext).claims.find(
    ({ start, end, kind }) => kind !== 'threshold' && start <= at && at < end,
  );
  if (!claim?.name) return undefined;
  return { claim: { ...claim, period, status, part: part || claim.part }, printed: text.slice(claim.start, claim.end) };
};
