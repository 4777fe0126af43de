// SPDX-License-Identifier: Apache-2.0
// Indicators of docs/domain/cases.md, computed exactly as the standard has them. Pure.

/** Counts over the cases of a place and period; the names are the standard's populations. */
export interface Populations {
  /** 上报(受理)数 */ readonly received: number;
  /** 立案数 */ readonly registered: number;
  readonly registeredOnTime: number;
  /** Cases sent out at least once, and those of them first sent within the limit */ readonly sent: number;
  readonly sentOnTime: number;
  /** 派遣数: every sending counts */ readonly dispatched: number;
  /** 错派退回数: every return counts */ readonly returned: number;
  /** 应处置数: dispatched and not void */ readonly toHandle: number;
  /** 处置数: reported done by whoever had it; a forced close is none */ readonly handled: number;
  /** 按期处置数: by the deadline, or exempt after an appeal */ readonly handledOnTime: number;
  /** 应结案数: handled, or in a closing state */ readonly toClose: number;
  /** 结案数: closed or forced, what committees saw to themselves among them */ readonly closed: number;
  /** 按期结案数 */ readonly closedOnTime: number;
  /** 回退, 返工, 延期, 挂账: cases, not how often */ readonly sentBack: number;
  readonly reworked: number;
  readonly extended: number;
  readonly suspended: number;
  /** Checked, and passed at the first check */ readonly firstPass: number;
  readonly checked: number;
  /** Cases with a category, and those of them of the three most frequent ones */ readonly sorted: number;
  readonly frequent: number;
  /** The same matter at the same address again */ readonly repeated: number;
}
export interface Indicator {
  readonly key: string;
  readonly over: number;
  readonly of: number;
  /** Null when nothing is in the denominator: shown as —, neither 0 nor 100. */
  readonly share: number | null;
}

/** All indicators of a place, in the standard's order. */
export function indicatorsOf(counts: Populations): Indicator[] {
  const { toHandle, toClose } = counts;
  return [
    indicator('register', counts.registered, counts.received),
    indicator('register_on_time', counts.registeredOnTime, counts.registered),
    indicator('dispatch_on_time', counts.sentOnTime, counts.sent),
    indicator('right_dispatch', counts.dispatched - counts.returned, counts.dispatched),
    indicator('handle', counts.handled, toHandle),
    indicator('handle_on_time', counts.handledOnTime, toHandle),
    indicator('close', counts.closed, toClose),
    indicator('close_on_time', counts.closedOnTime, toClose),
    indicator('return', counts.sentBack, toHandle),
    indicator('rework', counts.reworked, counts.handled),
    indicator('extension', counts.extended, toHandle),
    indicator('suspension', counts.suspended, toHandle),
    indicator('first_pass', counts.firstPass, counts.checked),
    indicator('frequent', counts.frequent, counts.sorted),
    indicator('repeated', counts.repeated, counts.sorted),
  ];
}
function indicator(key: string, over: number, of: number): Indicator {
  return { key, over, of, share: of === 0 ? null : over / of };
}

/** How often a matter came up in an area, and how often again at the same address. */
export interface Matter {
  readonly category: string;
  readonly count: number;
  readonly again: number;
}
const mostFrequent = 3;

/** The most frequent matters (高发) of an area, in the order of their codes. */
export function frequentOf<M extends Matter>(matters: readonly M[]): M[] {
  return matters
    .toSorted((a, b) => b.count - a.count)
    .slice(0, mostFrequent)
    .sort((a, b) => (a.category < b.category ? -1 : 1));
}
/** 高发占比 and 重复率 are shares of all cases that have a category. */
export function mattersIn(
  matters: readonly Matter[],
): Pick<Populations, 'sorted' | 'frequent' | 'repeated'> {
  const total = (some: readonly Matter[], of: 'count' | 'again') =>
    some.reduce((sum, matter) => sum + matter[of], 0);
  return {
    sorted: total(matters, 'count'),
    frequent: total(frequentOf(matters), 'count'),
    repeated: total(matters, 'again'),
  };
}
