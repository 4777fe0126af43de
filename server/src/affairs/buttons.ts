// SPDX-License-Identifier: Apache-2.0
// What the reader, in the post acted as, may do now: the workflow table, masked by policy.
import { type AffairMoveName, type AffairMover, affairMoveOf } from '@lilong/contracts/affair-flow';
import { type AffairButton, affairButtons } from '@lilong/contracts/affairs';
import { assistanceItems } from '@lilong/contracts/assistance-items';
import type { Ctx } from '../kernel/ctx.ts';
import type { HeldPerson } from '../registry/index.ts';
import type { ApplicationFound } from './queries.ts';
import { isElsewhere, obstacleTo } from './workflow.ts';

export function buttonsOf(
  { actor, now }: Pick<Ctx, 'actor' | 'now'>,
  row: ApplicationFound,
  held?: HeldPerson,
): AffairButton[] {
  const { can } = row;
  const helps = held?.mandate !== undefined;
  const is: Record<AffairMover, boolean> = {
    applicant: can.own === true,
    acceptor: can.accept === true,
    decider: can.decide === true,
    head: can.head === true && row.longer_by !== actor.account,
    deliverer: can.deliver === true,
    system: false,
  };
  const permits = (name: AffairMoveName): boolean => {
    const move = affairMoveOf(row.state, name);
    if (isAssistance(row, name)) return false;
    if (helps && name === 'take_back') return false; // what the person agreed to is theirs to end
    return (
      move !== undefined &&
      !isElsewhere(row, name) &&
      obstacleTo(row, name, now) === undefined &&
      move.who.some((mover) => is[mover])
    );
  };
  const owes = row.materials.some(({ how }) => how === 'later');
  const others: Partial<Record<AffairButton, boolean>> = {
    save: row.state === 'draft' && is.applicant,
    discard: row.state === 'draft' && is.applicant,
    give:
      row.turn_org !== null &&
      owes &&
      (is.acceptor || is.decider || (can.receive === true && can.read === true)),
    ask_extension: is.decider && mayAskLonger(row),
    decide_extension: permits('extend'),
  };
  return affairButtons.filter((button) => others[button] ?? permits(button as AffairMoveName));
}

/** More days are asked for once, while the promise runs. */
export const mayAskLonger = (
  row: Pick<ApplicationFound, 'state' | 'longer_state' | 'parts'>,
): boolean =>
  row.parts === 0 && affairMoveOf(row.state, 'extend') !== undefined && row.longer_state === null;

/** What is verified in a page of its own is stopped, gone on with and decided there. */
export const isAssistance = (
  { item }: Pick<ApplicationFound, 'item'>,
  name: AffairMoveName,
): boolean => assistanceItems.includes(item) && inAssistance.includes(name);
const inAssistance: readonly AffairMoveName[] = ['begin', 'special', 'resume', 'grant', 'refuse'];
