// SPDX-License-Identifier: Apache-2.0
// Moves made one after another, written together, and told to whoever has to know.
import { type AffairMoveName, affairStepOf, affairSteps } from '@lilong/contracts/affair-flow';
import { formatRef, type RowKey } from '@lilong/contracts/refs';
import type { Ctx } from '../kernel/ctx.ts';
import type { ClockFacts } from './clocks.ts';
import { consentOver } from './consent.ts';
import type { Item } from './items.ts';
import { insertSteps, type Step, type Stepped, updateApplication } from './queries.ts';
import { issueResult } from './result.ts';
import type { ApplicationPatch, ApplicationRow } from './tables.ts';
import { checkNeeds, effectsOf, type Given, permitted, refuseJoint } from './workflow.ts';

export interface Walked {
  readonly row: ApplicationRow;
  readonly steps: readonly Stepped[];
}
export const standing = (row: ApplicationRow): Walked => ({ row, steps: [] });

/** One move further, in memory. */
export function moved(
  { row, steps }: Walked,
  name: AffairMoveName,
  given: Given,
  facts: ClockFacts,
  by: Pick<Step, 'bySystem' | 'helper'> = {},
): Walked {
  if (by.bySystem !== true) refuseJoint(row, name);
  const move = permitted(row, name, facts.now);
  checkNeeds(move, given);
  const after = { ...row, ...effectsOf(row, name, move, given, facts) };
  const words = given.reason ?? given.words ?? null;
  const told = after.due_at?.getTime() === row.due_at?.getTime() ? null : after.due_at;
  return {
    row: after,
    steps: [...steps, { row: after, step: { did: name, words, dueAt: told, ...by } }],
  };
}

/** What differs from the row as it was. */
function patchOf(before: ApplicationRow, after: ApplicationRow): ApplicationPatch {
  const changed = Object.entries(after).filter(
    ([key, value]) => value !== before[key as keyof ApplicationRow],
  );
  return Object.fromEntries(changed);
}

/** Nothing is done about it any more: what was agreed to is over. */
export const isOver = ({ state }: Pick<ApplicationRow, 'state'>): boolean =>
  affairStepOf[state] === affairSteps.length;

/** Writes the row and its steps, and tells the office and whoever applied. */
export async function settle(
  ctx: Ctx,
  before: ApplicationRow,
  { row, steps }: Walked,
): Promise<ApplicationRow> {
  const left = await updateApplication(ctx, before, {
    ...patchOf(before, row),
    changed_at: ctx.now,
  });
  await insertSteps(ctx, stepsOf(left, steps));
  if (steps.some(({ step: { did } }) => did === 'grant' || did === 'refuse'))
    await issueResult(ctx, left);
  if (isOver(left) && !isOver(before)) await consentOver(ctx, left);
  tell(ctx, left, before);
  return left;
}

/** With the number that the application got meanwhile. */
export const stepsOf = (
  { street, no }: Pick<ApplicationRow, 'street' | 'no'>,
  steps: Walked['steps'],
): Walked['steps'] => steps.map(({ row, step }) => ({ row: { ...row, street, no }, step }));

export function tell(ctx: Ctx, row: ApplicationRow, before?: ApplicationRow): void {
  const offices = [row.turn_org, before?.turn_org, row.receive_org, row.accept_org, row.decide_org];
  const organisations = [...new Set(offices)].filter((one) => one !== null && one !== undefined);
  ctx.emit({
    name: 'affair.moved',
    street: row.street,
    subject: formatRef('A', row),
    place: null,
    facts: { state: row.state, was: before?.state ?? null, item: row.item },
    audience: {
      organisations: row.state === 'draft' ? [] : organisations,
      accounts: [row.account, row.helper].filter((one) => one !== null),
    },
  });
  if (row.parts > 0 || row.joint !== null) tellWhole(ctx, row);
}

/** Of one thing with several offices: the whole follows its parts, and they follow it. */
function tellWhole(ctx: Ctx, row: ApplicationRow): void {
  const whole = { street: row.street, no: row.joint ?? row.no };
  ctx.emit({
    ...{ name: jointEvent, street: row.street, subject: formatRef('A', whole), place: null },
    ...{ facts: { whole }, audience: {} },
  });
}
export const jointEvent = 'affair.joint';

/** Of what is also offered unasked: its person has asked for it. */
export function tellAsked(ctx: Ctx, { street, no }: RowKey, { body }: Item): void {
  if (body.unasked === undefined) return;
  ctx.emit({
    ...{ name: askedEvent, street, subject: formatRef('A', { street, no }), place: null },
    ...{ facts: { application: { street, no } }, audience: {} },
  });
}
export const askedEvent = 'affair.asked';
