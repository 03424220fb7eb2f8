import type { Figure } from '../figures/figure.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Period } from './period.ts';

export type Status = 'actual' | 'target' | 'estimate';

/** What a figure measures: an indicator of the catalogue or an open one, as written. */
export interface Measured {
  /** As copied from the text; empty where the text names none. */
  name: string;
  indicator: Indicator | undefined;
}

/** What a figure is in its sentence. `value` states the indicator itself. */
export type Role =
  | 'value'
  /** 增加6个: how much more or less, not how much. */
  | 'difference'
  /** 由40.5%…: the starting point of a change. */
  | 'from'
  /** …提高到42.3% */
  | 'to';

/** What growth, difference or multiple is measured against. */
export interface Comparison {
  /** The period compared with; null for the usual one, the same period of the year before. */
  period: Period | null;
  /** 年均: a geometric mean over the claim's period. */
  average: boolean;
  /** Another territory or value: 高于全省平均. The claim then is no growth. */
  other: boolean;
  /** 同口径, 可比价, 扣除…: on a basis of its own, never checked against printed levels. */
  adjusted: boolean;
}

/** A figure bound to what it says: one checkable statement. */
export interface Claim extends Figure, Measured {
  /** Verbs stripped from the indicator that tell kinds of counting apart: 新增, 签约, 落地. */
  action: string;
  /** 增速, 排名, 规模: the property of the indicator that the figure states. */
  aspect: string;
  /** Of a share: the whole, as written; of a run of years: what was achieved in each. */
  whole: string;
  /** The catalogued indicator that the whole is. */
  wholeIndicator: Indicator | undefined;
  /** 其中 */
  part: boolean;
  role: Role;
  /** 平均每年, 日均: the time that a level is counted by, 年, 月, 日…; empty where it is the whole. */
  per: string;
  comparison: Comparison | undefined;
  period: Period | null;
  status: Status;
  /** Among whom, of a rank. */
  scope: string;
  /** The region it speaks of where that is not the document's own: 全市, 西湖区. */
  region: string;
  /** Whether the text names the indicator right here, or it is carried over from before. */
  carried: boolean;
}

/** What a claim says beside its figure, its name and its time, where it says nothing. */
export const plain = {
  indicator: undefined,
  action: '',
  aspect: '',
  whole: '',
  wholeIndicator: undefined,
  part: false,
  role: 'value',
  per: '',
  comparison: undefined,
  scope: '',
  region: '',
  carried: false,
} as const satisfies Partial<Claim>;

/** 分别: what the sentence lists and the figures given for it. */
export interface Distribution {
  start: number;
  end: number;
  items: string[];
  /** Indexes into the passage's claims. */
  claims: number[];
}
