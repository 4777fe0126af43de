// SPDX-License-Identifier: Apache-2.0
// Whoever left the hall is told in time, once, by a message to the telephone of their account.
import { formatRef, parseRef, type RowKey } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { myReminders, RemindAt, remindMe } from '@lilong/contracts/reminders';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { waitingStates } from '@lilong/contracts/ticket-flow';
import { mayWriteTo, writeTo } from '../identity/index.ts';
import { systemActor } from '../kernel/actor.ts';
import type { Ctx } from '../kernel/ctx.ts';
import type { Host } from '../kernel/host.ts';
import { say } from '../kernel/problem.ts';
import { asSystem } from '../kernel/serve.ts';
import { type Hall, hallOf, placeOf } from './hall.ts';
import { ticketPolicy } from './policy.ts';
import {
  dropReminder,
  keepReminder,
  type Reminded,
  selectMineReminded,
  selectReminded,
  selectRemindedHalls,
} from './remind-queries.ts';
import { numberOf } from './workflow.ts';

/** A message that comes later is of no use. */
const usefulMs = 10 * 60_000;

export async function showReminders(ctx: Ctx): Promise<ReplyOf<typeof myReminders>> {
  ctx.requireEver(ticketPolicy, 'mine');
  const account = ctx.actor.account ?? 0;
  const reminders = await selectMineReminded(ctx, account);
  return {
    possible: await mayWriteTo(ctx, account),
    reminders: reminders.map((one) => ({ ticket: formatRef('T', one), at: atOf(one) })),
  };
}

/** @throws {Refusal} sms.not-sent when no message can go out; counters.wrong-state when the ticket does not wait */
export async function setReminder(
  ctx: Ctx,
  { ticket, at }: InputOf<typeof remindMe>,
): Promise<ReplyOf<typeof remindMe>> {
  ctx.requireEver(ticketPolicy, 'mine');
  const key = parseRef('T', ticket);
  if (key === undefined) throw new Refusal('found.nothing', { what: 'ticket' }, 'ticket');
  await ctx.require(ticketPolicy, 'own', key);
  await dropReminder(ctx, key);
  if (at !== null) await remind(ctx, key, at);
  return showReminders(ctx);
}

async function remind(ctx: Ctx, key: RowKey, { ahead, minutes }: RemindAt): Promise<void> {
  if ((ahead === undefined) === (minutes === undefined))
    throw new Refusal('input.invalid', { field: 'at', rule: 'enum' }, 'at');
  if (!(await mayWriteTo(ctx, ctx.actor.account ?? 0))) throw new Refusal('sms.not-sent', {});
  await keepReminder(ctx, key, { ahead: ahead ?? null, minutes: minutes ?? null });
}

const atOf = ({ ahead, minutes }: Pick<Reminded, 'ahead' | 'minutes'>): RemindAt => ({
  ...(ahead === null ? {} : { ahead }),
  ...(minutes === null ? {} : { minutes }),
});

/** Every minute: each hall where somebody waits to be told is looked at once. */
export async function remindAll(host: Host): Promise<void> {
  const halls = await asSystem(host, 'counters.remind', systemActor, selectRemindedHalls);
  for (const centre of halls)
    await asSystem(host, 'counters.remind', systemActor, (ctx) => remindIn(ctx, centre));
}

async function remindIn(ctx: Ctx, centre: number): Promise<void> {
  const hall = await hallOf(ctx, centre);
  for (const one of await selectReminded(ctx, centre)) {
    const words = wordsOf(hall, one, ctx.now);
    if (words === 'later') continue;
    const isFirst = await dropReminder(ctx, one); // two programs may look at once
    if (!isFirst || words === 'over' || one.account === null) continue;
    const { key, facts } = words;
    const until = new Date(ctx.now.getTime() + usefulMs);
    await writeTo(ctx, one.account, (language) => say(language, key, facts), until);
  }
}

interface Words {
  readonly key: string;
  readonly facts: Record<string, unknown>;
}
/** What to say now; nothing yet, or nothing any more. */
function wordsOf(hall: Hall, one: Reminded, now: Date): Words | 'later' | 'over' {
  const facts = { number: numberOf(one), hall: hall.centre.name };
  const window = hall.windows.find(({ no }) => no === one.window)?.name;
  if (one.state === 'called') return { key: 'sms.called', facts: { ...facts, window } };
  if (!waitingStates.includes(one.state)) return 'over';
  if (one.back_at !== null && one.back_at > now) return 'later';
  const { ahead, wait } = placeOf(hall, one, now);
  if (ahead === null) return 'over';
  return isDue(one, ahead, wait?.minutes ?? null)
    ? { key: 'sms.remind', facts: { ...facts, ahead } }
    : 'later';
}

/** Where nobody can say how long it takes, whoever is next is told. */
function isDue(
  { ahead: atAhead, minutes: atMinutes }: Pick<Reminded, 'ahead' | 'minutes'>,
  ahead: number,
  minutes: number | null,
): boolean {
  if (ahead === 0) return true;
  if (atAhead !== null) return ahead <= atAhead;
  return atMinutes !== null && minutes !== null && minutes <= atMinutes;
}
