// SPDX-License-Identifier: Apache-2.0
// Pure rules: what a move does to an application. No I/O, no clock.
import {
  type AffairMove,
  type AffairMoveName,
  type AffairNeed,
  type AffairState,
  affairMoveOf,
  incomingStates,
  outcomes,
  pausedStates,
  runningStates,
} from '@lilong/contracts/affair-flow';
import type { Delivery, Procedure } from '@lilong/contracts/affair-items';
import { formatRef } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import { type ClockFacts, clocksOf } from './clocks.ts';
import type { ApplicationPatch, ApplicationRow } from './tables.ts';

/** What comes with a move. */
export interface Given {
  readonly reason?: string | undefined;
  readonly remedy?: string | undefined;
  readonly missing?: readonly string[] | undefined;
  readonly words?: string | undefined;
  readonly procedure?: Procedure | undefined;
  readonly by?: Delivery | undefined;
}

const isGiven: Record<AffairNeed, (given: Given) => boolean> = {
  reason: ({ reason }) => (reason ?? '').trim() !== '',
  remedy: ({ remedy }) => (remedy ?? '').trim() !== '',
  missing: ({ missing = [] }) => missing.length > 0,
  procedure: ({ procedure }) => procedure !== undefined,
  by: ({ by }) => by !== undefined,
};

/** Why an application as it stands does not let this move be made; undefined when it does. */
export function obstacleTo(
  row: Pick<ApplicationRow, 'state' | 'asked_once' | 'due_at' | 'longer_state'>,
  name: AffairMoveName,
  now: Date,
): 'affairs.wrong-state' | 'affairs.asked-once' | 'affairs.too-late' | undefined {
  if (affairMoveOf(row.state, name) === undefined) return 'affairs.wrong-state';
  if (name === 'ask' && row.asked_once) return 'affairs.asked-once';
  // After five days nothing can be asked or refused: it is accepted, whether or not the program has written it down.
  const over = row.due_at !== null && now > row.due_at;
  if ((name === 'ask' || name === 'refuse_receipt') && over) return 'affairs.too-late';
  if (name === 'deem' && !over) return 'affairs.wrong-state';
  if (name === 'extend' && row.longer_state !== 'asked') return 'affairs.wrong-state';
  return undefined;
}

/**
 * The move that the table permits in this state, with what no table can say.
 *
 * @throws {Refusal} affairs.wrong-state, affairs.asked-once, affairs.too-late
 */
export function permitted(row: ApplicationRow, name: AffairMoveName, now: Date): AffairMove {
  const move = affairMoveOf(row.state, name);
  const obstacle = obstacleTo(row, name, now);
  if (obstacle === 'affairs.asked-once' || obstacle === 'affairs.too-late')
    throw new Refusal(obstacle, {});
  if (move === undefined || obstacle !== undefined)
    throw new Refusal('affairs.wrong-state', { ref: formatRef('A', row), state: row.state });
  return move;
}

/** What the offices of the parts do, nobody does to the whole; the whole is withdrawn and delivered, not its parts. */
const ofParts: readonly AffairMoveName[] = [
  ...(['begin', 'special', 'suspend', 'resume', 'extend', 'grant', 'refuse'] as const),
];
const ofWhole: readonly AffairMoveName[] = ['withdraw', 'deliver'];
export const isElsewhere = (
  { parts, joint }: Pick<ApplicationRow, 'parts' | 'joint'>,
  name: AffairMoveName,
): boolean => (parts > 0 && ofParts.includes(name)) || (joint !== null && ofWhole.includes(name));

/** @throws {Refusal} affairs.joint */
export function refuseJoint(row: ApplicationRow, name: AffairMoveName): void {
  if (isElsewhere(row, name)) throw new Refusal('affairs.joint', { name: row.item_name });
}

/** @throws {Refusal} affairs.need, with the field to blame */
export function checkNeeds({ needs = [] }: AffairMove, given: Given): void {
  const missing = needs.find((need) => !isGiven[need](given));
  if (missing !== undefined) throw new Refusal('affairs.need', { need: missing }, missing);
}

/** What the move changes in the row: state, what it carries, whose turn it is, and the clocks. */
export function effectsOf(
  row: ApplicationRow,
  name: AffairMoveName,
  move: AffairMove,
  given: Given,
  facts: ClockFacts,
): ApplicationPatch {
  const applied = name === 'submit' ? handedIn(row, facts.now) : {};
  const after = { ...row, ...carried(name, given, facts.now), ...clocksOf(row, move, facts) };
  return {
    ...applied,
    ...carried(name, given, facts.now),
    ...clocksOf(row, move, facts),
    ...settled(move.to, given),
    state: move.to,
    turn_org: turnOf(move.to, after),
    changed_at: facts.now,
    ...(row.joint !== null && move.clock === 'decided' ? deliveredWithWhole : {}),
  };
}

/** Of one thing with several offices nobody decides the whole: whoever accepts it keeps it together. */
const handedIn = ({ parts, accept_org }: ApplicationRow, now: Date): ApplicationPatch => ({
  applied_at: now,
  ...(parts > 0 ? { decide_org: accept_org } : {}),
});

/** A part that is decided waits for the others: one notice, one delivery. */
const deliveredWithWhole: ApplicationPatch = { clock: 'none', due_at: null, turn_org: null };

function carried(name: AffairMoveName, given: Given, now: Date): ApplicationPatch {
  switch (name) {
    case 'ask':
      return { asked_keys: [...(given.missing ?? [])], asked_words: given.words ?? null };
    case 'take_back':
      return { asked_keys: [...(given.missing ?? [])] };
    case 'special':
      return { pause_kind: given.procedure ?? null, pause_reason: given.reason ?? null };
    case 'suspend':
      return { pause_kind: null, pause_reason: given.reason ?? null };
    case 'extend':
      return { longer_state: 'granted' };
    case 'deliver':
      return {
        ...{ delivered_by: given.by ?? null, delivered_words: given.words ?? null },
        delivered_at: now,
      };
    default:
      return {};
  }
}

/** An application is decided one way or the other, with reason and remedy where the table asks for them. */
function settled(to: AffairState, { reason, remedy }: Given): ApplicationPatch {
  const outcome = [...outcomes, 'not_accepted' as const].find((one) => one === to);
  if (outcome === undefined) return {};
  return { outcome, reason: reason ?? null, remedy: remedy ?? null };
}

/** Which organisation should do something about it, or waits for somebody. */
export function turnOf(
  state: AffairState,
  row: Pick<ApplicationRow, 'accept_org' | 'decide_org' | 'deliver_org'>,
): number | null {
  if (incomingStates.includes(state) || state === 'correction') return row.accept_org;
  if (runningStates.includes(state) || pausedStates.includes(state)) return row.decide_org;
  return state === 'granted' || state === 'refused' ? row.deliver_org : null;
}
