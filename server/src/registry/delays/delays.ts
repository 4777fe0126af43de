// SPDX-License-Identifier: Apache-2.0
// One asks, two others approve. The database hides the entries by itself (migration 0044) and shows them on the day.
import { daysAfter } from '@lilong/contracts/days';
import { maskId } from '@lilong/contracts/mask';
import { Refusal } from '@lilong/contracts/refusals';
import type {
  askDelay,
  Delay,
  decideDelay,
  delayStates,
  endDelay,
  listDelays,
} from '@lilong/contracts/registry-delays';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { sql } from 'kysely';
import { dateOfDay, zoneOf } from '../../kernel/calendar-zone.ts';
import { settingEntry } from '../../kernel/catalogue.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import { settingOf } from '../../kernel/in-force.ts';
import { runLater } from '../../kernel/pipelined.ts';
import { today } from '../../kernel/today.ts';
import { checkNumber, findByNumber } from '../look-up.ts';
import { endOfDay } from '../own/reading.ts';
import { delayPolicy } from '../policy.ts';
import { lookAs, multirange } from '../reach.ts';
import { openValue, sealValue } from '../sealed.ts';
import {
  closeDelay,
  type DelayFound,
  insertApproval,
  insertDelay,
  selectDelays,
} from './queries.ts';

const needed = 2; // approvals, as registry.delays_over has it
const longest = { key: 'delay_most_days', value: 90 };
export const delayEntry = settingEntry({
  ...{ ...longest, unit: 'd', name: '依法暂缓告知最长的天数' },
  nameEn: 'The longest lawful delay of an entry in “who has looked”',
  source: '示例（里弄自拟，2026-11；个人信息保护法第十八条、第三十五条）',
});

interface DelayWords {
  readonly basis: string;
  /** Masked. */
  readonly number: string;
}

export async function showDelays(ctx: Ctx): Promise<ReplyOf<typeof listDelays>> {
  ctx.requireEver(delayPolicy, 'list');
  await lookAtDelays(ctx);
  ctx.note({ act: 'registry.delays' });
  const rows = await selectDelays(ctx);
  return {
    delays: rows.map((row) => cardOf(ctx, row)),
    latest: await latestDay(ctx),
    can: { ask: delayPolicy.mayEver('ask', ctx.actor) },
  };
}

function cardOf(ctx: Ctx, row: DelayFound): Delay {
  const { basis, number } = JSON.parse(openValue(ctx.keys, row.sealed)) as DelayWords; // written by `ask`
  const state = stateOf(ctx, row);
  const goesOn = state === 'asked' || state === 'approved';
  const decides = delayPolicy.mayEver('decide', ctx.actor);
  const isNew = row.asked_by !== ctx.actor.account && !hasApproved(ctx, row);
  const { organisationName, role, askerName } = row;
  return {
    ...{ delay: row.no, number, basis, organisationName, role, askerName, state },
    askedAt: row.asked_at.toISOString(),
    until: lastDay(ctx, row.until_at),
    endedAt: row.ended_at?.toISOString() ?? null,
    approvals: row.approvals.map(({ account: _, at, ...one }) => ({
      ...one,
      at: new Date(at).toISOString(),
    })),
    can: {
      decide: state === 'asked' && decides && isNew,
      end:
        goesOn && (decides || row.organisation === ctx.actor.post?.organisation) && !isAuditor(ctx),
    },
  };
}

const isAuditor = ({ actor }: Ctx): boolean => actor.post?.role === 'auditor';
const hasApproved = ({ actor }: Ctx, { approvals }: DelayFound): boolean =>
  approvals.some(({ account }) => account === actor.account);

function stateOf(ctx: Ctx, row: DelayFound): (typeof delayStates)[number] {
  if (row.ended_why !== null) return row.ended_why;
  if (row.until_at <= ctx.now) return 'over';
  return row.approvals.length >= needed ? 'approved' : 'asked';
}

const lastDay = ({ config }: Ctx, until: Date): string =>
  dateOfDay(zoneOf(config.TIME_ZONE).dayOf(until.getTime() - 1));

const latestDay = async (ctx: Ctx): Promise<string> =>
  daysAfter(today(ctx), await settingOf(ctx, longest.key, longest.value));

export async function ask(
  ctx: Ctx,
  { document = '111', number, basis, until }: InputOf<typeof askDelay>,
): Promise<ReplyOf<typeof askDelay>> {
  ctx.requireEver(delayPolicy, 'ask');
  const latest = await latestDay(ctx);
  if (until < today(ctx) || until > latest)
    throw new Refusal('registry.until', { day: latest }, 'until');
  const id = checkNumber(document, number);
  const person = await findByNumber(ctx, id);
  if (person === undefined) throw new Refusal('registry.nobody', {}, 'number');
  await lookAtDelays(ctx);
  const words: DelayWords = { basis, number: maskId(id) };
  const sealed = sealValue(ctx.keys, JSON.stringify(words));
  const delay = await insertDelay(ctx, { person, until: endOfDay(ctx, until), sealed });
  note(ctx, 'registry.delay-asked', delay, { until });
  return { delay };
}

export async function decide(
  ctx: Ctx,
  { delay: no, approve }: InputOf<typeof decideDelay>,
): Promise<ReplyOf<typeof decideDelay>> {
  await lookAtDelays(ctx);
  await ctx.require(delayPolicy, 'decide', { no });
  const row = await oneOf(ctx, no);
  if (row.asked_by === ctx.actor.account) throw new Refusal('registry.delay-own', {});
  if (stateOf(ctx, row) !== 'asked' || hasApproved(ctx, row)) throw new Refusal('auth.decided', {});
  if (!approve) await closeDelay(ctx, no, 'refused');
  else if (!(await insertApproval(ctx, no))) throw new Refusal('auth.decided', {});
  note(ctx, approve ? 'registry.delay-approved' : 'registry.delay-refused', no, {});
  return { done: true };
}

export async function end(
  ctx: Ctx,
  { delay: no }: InputOf<typeof endDelay>,
): Promise<ReplyOf<typeof endDelay>> {
  await lookAtDelays(ctx);
  await ctx.require(delayPolicy, 'end', { no });
  const state = stateOf(ctx, await oneOf(ctx, no));
  if (state !== 'asked' && state !== 'approved') throw new Refusal('auth.decided', {});
  await closeDelay(ctx, no, 'ended');
  note(ctx, 'registry.delay-ended', no, {});
  return { done: true };
}

async function oneOf(ctx: Ctx, no: number): Promise<DelayFound> {
  const [row] = await selectDelays(ctx, no);
  if (row === undefined) throw new Refusal('found.nothing', { what: 'delay' });
  return row;
}

type Step =
  | 'registry.delay-asked'
  | 'registry.delay-approved'
  | 'registry.delay-refused'
  | 'registry.delay-ended';
function note(ctx: Ctx, act: Step, no: number, facts: object): void {
  const place = ctx.actor.post?.places[0]; // an auditor of that place finds it
  ctx.note({ act, subject: `delay ${no}`, facts, ...(place && { place }) });
}

/** States the own organisation, and the places over which the post decides or audits. No person is seen by it. */
async function lookAtDelays(ctx: Ctx): Promise<void> {
  const { post } = ctx.actor;
  await lookAs(ctx, { suppliers: post === null ? [] : [post.organisation] });
  const over = post !== null && delayPolicy.mayEver('over', ctx.actor) ? post.ranges : [];
  await runLater(ctx.db, sql`select set_config('lilong.offices', ${multirange(over)}, true)`);
}
