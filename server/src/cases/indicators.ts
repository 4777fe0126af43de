// SPDX-License-Identifier: Apache-2.0
// Indicators of docs/domain/cases.md, computed exactly as the standard has them. Pure.

/** Counts over the cases of a place and period; the names are the standard's populations. */
export interface Populations {
  /** 上报(受理)数 */ readonly received: number;
  /** 立案数 */ readonly registered: number;
  readonly registeredOnTime: number;
  /** 派遣数 */ readonly dispatched: number;
  /** 错派退回数 */ readonly returned: number;
  /** 应处置数: dispatched and not void */ readonly toHandle: number;
  /** 处置数 */ readonly handled: number;
  /** 按期处置数 */ readonly handledOnTime: number;
  /** 应结案数: handled, or in a closing state */ readonly toClose: number;
  /** 结案数: closed or forced */ readonly closed: number;
  /** 按期结案数 */ readonly closedOnTime: number;
  readonly reworked: number;
  readonly extended: number;
  readonly suspended: number;
  /** Checked, and passed at the first check */ readonly firstPass: number;
  readonly checked: number;
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
    indicator('right_dispatch', counts.dispatched - counts.returned, counts.dispatched),
    indicator('handle', counts.handled, toHandle),
    indicator('handle_on_time', counts.handledOnTime, toHandle),
    indicator('close', counts.closed, toClose),
    indicator('close_on_time', counts.closedOnTime, toClose),
    indicator('return', counts.returned, toHandle),
    indicator('rework', counts.reworked, counts.handled),
    indicator('extension', counts.extended, toHandle),
    indicator('suspension', counts.suspended, toHandle),
    indicator('first_pass', counts.firstPass, counts.checked),
  ];
}
function indicator(key: string, over: number, of: number): Indicator {
  return { key, over, of, share: of === 0 ? null : over / of };
}
