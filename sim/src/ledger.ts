// SPDX-License-Identifier: Apache-2.0
// What happened, in figures: of routes and cases, never of a person.
import { type CaseState, endStates } from '@lilong/contracts/case-flow';

/** How one route answered. */
export interface RouteFigures {
  readonly route: string;
  readonly calls: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
}
export interface Summary {
  readonly reports: number;
  readonly cases: number;
  readonly closed: number;
  readonly declined: number;
  readonly open: number;
  /** Reports with a receipt that their reporter cannot find any more. */
  readonly lost: readonly string[];
  /** Ended, yet never answered. */
  readonly unanswered: readonly string[];
  readonly conflicts: number;
  readonly refusals: ReadonlyMap<string, number>;
  /** What must not happen: faults of the server, no answer at all. */
  readonly unexpected: readonly string[];
  readonly routes: readonly RouteFigures[];
  readonly seconds: number;
}

/** How a reply of the desk showed a case. Replies overtake one another; versions do not. */
export interface Seen {
  readonly state: CaseState;
  readonly version: number;
  /** Left out by replies that do not tell it. */
  readonly organisation?: number | null | undefined;
}
/** Where a case of the run is. */
export interface Standing {
  readonly state: CaseState;
  readonly version: number;
  readonly place: number;
  readonly organisation: number | null;
}

export interface Ledger {
  answered(route: string, ms: number): void;
  refused(code: string, status: number): void;
  unexpected(what: string): void;
  /** A receipt: one more report, on this case. */
  received(caseRef: string, place: number): void;
  /** What a reply showed; an older one that comes late changes nothing. */
  stands(caseRef: string, seen: Seen): void;
  isOurs(caseRef: string): boolean;
  /** Does any case of the run stand like this? */
  some(wanted: (standing: Standing) => boolean): boolean;
  readonly reports: number;
  readonly ended: number;
  readonly open: number;
  progress(seconds: number): string;
  summary(lost: readonly string[], unanswered: readonly string[], seconds: number): Summary;
}

/** What the ledger has written down so far. */
interface Tally {
  readonly times: Map<string, number[]>;
  readonly refusals: Map<string, number>;
  readonly unexpected: string[];
  readonly standings: Map<string, Standing>;
  reports: number;
  conflicts: number;
}

export function openLedger(): Ledger {
  const tally: Tally = {
    times: new Map(),
    refusals: new Map(),
    unexpected: [],
    standings: new Map(),
    reports: 0,
    conflicts: 0,
  };
  const { times, refusals, unexpected, standings } = tally;
  return {
    answered: (route, ms) => {
      const known = times.get(route);
      if (known === undefined) times.set(route, [ms]);
      else known.push(ms);
    },
    refused: (code, status) => {
      if (status === 409) tally.conflicts += 1;
      refusals.set(code, (refusals.get(code) ?? 0) + 1);
    },
    unexpected: (what) => unexpected.push(what),
    received: (caseRef, place) => {
      tally.reports += 1;
      if (!standings.has(caseRef))
        standings.set(caseRef, { state: 'reported', version: 0, place, organisation: null });
    },
    stands: (caseRef, { state, version, organisation }) => {
      const known = standings.get(caseRef);
      if (known === undefined || version < known.version) return;
      const by = organisation === undefined ? known.organisation : organisation;
      standings.set(caseRef, { ...known, state, version, organisation: by });
    },
    isOurs: (caseRef) => standings.has(caseRef),
    some: (wanted) => standings.values().some(wanted),
    get reports() {
      return tally.reports;
    },
    get ended() {
      return count(tally, isEnded);
    },
    get open() {
      return count(tally, isOpen);
    },
    progress: (seconds) => progressOf(tally, seconds),
    summary: (lost, unanswered, seconds) => ({ ...totalsOf(tally), lost, unanswered, seconds }),
  };
}

const isEnded = (state: CaseState): boolean => endStates.includes(state);
const isOpen = (state: CaseState): boolean => !isEnded(state);

function count({ standings }: Tally, wanted: (state: CaseState) => boolean): number {
  return [...standings.values()].filter(({ state }) => wanted(state)).length;
}

function progressOf(tally: Tally, seconds: number): string {
  const { reports, conflicts, unexpected } = tally;
  return `${String(Math.round(seconds)).padStart(5)} s  ${reports} reports, ${count(tally, isEnded)} ended, ${count(tally, isOpen)} open, ${conflicts} conflicts, ${unexpected.length} unexpected`;
}

function totalsOf(tally: Tally): Omit<Summary, 'lost' | 'unanswered' | 'seconds'> {
  return {
    reports: tally.reports,
    cases: tally.standings.size,
    closed: count(tally, (state) => state === 'closed' || state === 'forced_close'),
    declined: count(tally, (state) => state === 'not_accepted'),
    open: count(tally, isOpen),
    conflicts: tally.conflicts,
    refusals: tally.refusals,
    unexpected: tally.unexpected,
    routes: [...tally.times].map(figuresOf).sort((a, b) => b.calls - a.calls),
  };
}

function figuresOf([route, ms]: [string, number[]]): RouteFigures {
  const sorted = ms.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return { route, calls: ms.length, p50: at(0.5) ?? 0, p95: at(0.95) ?? 0 };
}

/** The summary as lines to print. */
export function linesOf(found: Summary): string[] {
  const refusals = [...found.refusals].map(([code, count]) => `${code} ${count}`).join(', ');
  return [
    '',
    `${found.reports} reports on ${found.cases} cases in ${found.seconds.toFixed(0)} s`,
    `closed ${found.closed}, declined or merged ${found.declined}, still open ${found.open}`,
    `conflicts (409) ${found.conflicts}, refusals: ${refusals === '' ? 'none' : refusals}`,
    `lost ${found.lost.length}, ended without an answer ${found.unanswered.length}, unexpected ${found.unexpected.length}`,
    ...found.lost.map((ref) => `  lost: ${ref}`),
    ...found.unanswered.map((ref) => `  unanswered: ${ref}`),
    ...[...new Set(found.unexpected)].slice(0, 20).map((what) => `  unexpected: ${what}`),
    '',
    `${'route'.padEnd(40)} ${'calls'.padStart(7)} ${'p50 ms'.padStart(8)} ${'p95 ms'.padStart(8)}`,
    ...found.routes.map(
      ({ route, calls, p50, p95 }) =>
        `${route.padEnd(40)} ${String(calls).padStart(7)} ${p50.toFixed(1).padStart(8)} ${p95.toFixed(1).padStart(8)}`,
    ),
  ];
}

/** Did everything go as it must? What is still open at the end is slow, not wrong. */
export function isWell(found: Summary): boolean {
  return found.lost.length + found.unanswered.length + found.unexpected.length === 0;
}
