// SPDX-License-Identifier: Apache-2.0
import type { PlainEntry } from '@lilong/contracts/cases';
import type { Static } from 'typebox';
import { iso } from './keys.ts';
import type { MyFlow } from './queries-my.ts';
import type { CaseRow } from './tables.ts';

type Entry = Static<typeof PlainEntry>;

/** Entries of the flow log that a reporter reads, and the code of their plain words. What is missing concerns the office only. */
const codes: Record<string, string> = {
  report: 'reported',
  raise: 'raised',
  verify: 'verifying',
  verified: 'verified',
  register: 'registered',
  decline: 'declined',
  dispatch: 'dispatched',
  rule: 'redispatched',
  return: 'returned',
  accept: 'accepted',
  assign: 'crew_assigned',
  arrive: 'arrived',
  finish: 'done',
  pass: 'checked',
  rework: 'rework',
  close: 'closed',
  force_close: 'forced_closed',
  self_handle: 'self_handled',
  ask: 'asked',
  answer: 'answered',
  add_photo: 'photo_added',
  withdraw: 'withdrawn',
  merge: 'merged',
  unmerge: 'unmerged',
  supervise: 'supervised',
  grant_extension: 'delay_granted',
  grant_suspension: 'suspended',
  resumed: 'resumed',
  promise_changed: 'promise_changed',
  not_solved: 'round_two',
  rate: 'rated',
};
/** Whose words the reporter may read: addressed to him, or his own. */
const spoken = new Set([
  'decline',
  'close',
  'force_close',
  'self_handle',
  'ask',
  'grant_extension',
  'grant_suspension',
]);
const own = new Set(['answer', 'rate', 'not_solved', 'add_photo', 'withdraw']);

/** The flow log as a neighbour would tell it. Moves taken back are left out with what took them back. */
export function plainTimeline(
  row: Pick<CaseRow, 'solve_due' | 'reports'>,
  flow: readonly MyFlow[],
): Entry[] {
  return withoutUndone(flow).flatMap((entry) => plainEntries(row, entry));
}

function withoutUndone(flow: readonly MyFlow[]): MyFlow[] {
  const kept: MyFlow[] = [];
  for (const entry of flow) {
    if (entry.move === 'undo') kept.pop();
    else kept.push(entry);
  }
  return kept;
}

function plainEntries(row: Pick<CaseRow, 'solve_due' | 'reports'>, entry: MyFlow): Entry[] {
  const code = codes[entry.move];
  if (code === undefined) return [];
  if (own.has(entry.move) && !entry.own) return []; // what another reporter said is theirs
  const mayRead = spoken.has(entry.move) || (own.has(entry.move) && entry.own);
  const facts: Record<string, unknown> = {};
  for (const name of ['organisation', 'until', 'grade', 'reasonCode', 'closing'] as const)
    if (entry.facts[name] !== undefined) facts[name] = entry.facts[name];
  if (entry.move === 'merge') facts.count = row.reports;
  const told = { at: iso(entry.at), code, facts, words: mayRead ? entry.words : null };
  return [told, ...promiseAfter(entry)];
}

/** Each promise, and each change of it by as much as a minute, is shown; never silent. */
function promiseAfter(entry: MyFlow): Entry[] {
  const { dueAfter, dueBefore } = entry.facts;
  if (typeof dueAfter !== 'string') return [];
  const before = typeof dueBefore === 'string' ? dueBefore : undefined;
  if (before !== undefined && minuteOf(before) === minuteOf(dueAfter)) return []; // it reads the same
  const code = before !== undefined ? 'promise_changed' : 'promise';
  return [{ at: iso(entry.at), code, facts: { until: dueAfter }, words: null }];
}

const minuteOf = (moment: string): string => moment.slice(0, 'YYYY-MM-DDThh:mm'.length);

/** Each opening of the reporter's contact, as an entry of the timeline. */
export function openingEntries(
  openings: readonly { at: Date; purpose: string; organisation: string }[],
): Entry[] {
  return openings.map(({ at, purpose, organisation }) => ({
    at: iso(at),
    code: 'contact_opened',
    facts: { purpose, organisation },
    words: null,
  }));
}
