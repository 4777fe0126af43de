// SPDX-License-Identifier: Apache-2.0
// 保全: somebody who may orders that nothing of a person, or of what a file brought, is deleted until a day. The register
// of what was deleted is read beside it.
import { daysAfter } from '@lilong/contracts/days';
import { maskId } from '@lilong/contracts/mask';
import { Refusal } from '@lilong/contracts/refusals';
import {
  type Hold,
  keptKinds,
  type liftHold,
  type listDeletions,
  type listHolds,
  type placeHold,
} from '@lilong/contracts/registry-keeping';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { settingOf } from '../../kernel/in-force.ts';
import { runLater } from '../../kernel/pipelined.ts';
import { today } from '../../kernel/today.ts';
import { checkNumber, findByNumber } from '../look-up.ts';
import { holdPolicy } from '../policy.ts';
import { multirange } from '../reach.ts';
import { openValue, sealValue } from '../sealed.ts';
import { holdSetting, keepSetting } from './periods.ts';
import {
  endHold,
  type HoldFound,
  insertHold,
  selectDeletions,
  selectHolds,
  selectSources,
} from './queries.ts';

const page = 50; // lines of the register on a screen

export async function showDeletions(
  ctx: Ctx,
  { before }: InputOf<typeof listDeletions>,
): Promise<ReplyOf<typeof listDeletions>> {
  ctx.requireEver(holdPolicy, 'list');
  const found = await selectDeletions(ctx, before, page + 1);
  const deletions = found.slice(0, page).map(({ at, before: last, days, rows, ...row }) => ({
    ...row,
    ...{ at: at.toISOString(), before: last.toISOString().slice(0, 10) },
    ...{ keptDays: days, count: rows },
  }));
  return { deletions, more: found.length > page, periods: await periods(ctx) };
}

async function periods(ctx: Ctx) {
  const entries = await Promise.all(
    keptKinds.map(async (kind) => ({
      kind,
      entry: await ctx.catalogue.inForce(ctx.db, 'setting', keepSetting(kind), today(ctx), ctx.now),
    })),
  );
  return entries.flatMap(({ kind, entry }) =>
    entry === undefined ? [] : [{ kind, keptDays: Number(entry.body.value), source: entry.source }],
  );
}

export async function showHolds(ctx: Ctx): Promise<ReplyOf<typeof listHolds>> {
  ctx.requireEver(holdPolicy, 'list');
  await lookAtPlaces(ctx);
  const mayLift = ctx.actor.post?.role === 'safety_admin';
  const rows = await selectHolds(ctx, today(ctx));
  return {
    holds: rows.map((row) => holdCard(ctx, row, mayLift)),
    sources: await selectSources(ctx),
  };
}

interface HoldWords {
  readonly reason: string;
  /** Masked. */
  readonly number: string | null;
}
function holdCard(ctx: Ctx, row: HoldFound, mayLift: boolean): Hold {
  const { reason, number } = JSON.parse(openValue(ctx.keys, row.sealed)) as HoldWords; // written by `place`
  const holds = row.ended_at === null && row.until_on >= today(ctx);
  const { organisationName, role, source } = row;
  return {
    ...{ hold: row.no, number, source, reason, organisationName, role },
    ...{ from: row.from_at.toISOString(), until: row.until_on, holds },
    can: { lift: holds && mayLift },
  };
}

export async function place(
  ctx: Ctx,
  input: InputOf<typeof placeHold>,
): Promise<ReplyOf<typeof placeHold>> {
  ctx.requireEver(holdPolicy, 'hold');
  const { document = '111', number, source = null, reason, until } = input;
  await checkUntil(ctx, until);
  if ((number === undefined) === (source === null))
    throw new Refusal('registry.hold-what', {}, 'number');
  const id = number === undefined ? undefined : checkNumber(document, number);
  const person = id === undefined ? undefined : await findByNumber(ctx, id);
  if (id !== undefined && person === undefined) throw new Refusal('registry.nobody', {}, 'number');
  await lookAtPlaces(ctx);
  const words: HoldWords = { reason, number: id === undefined ? null : maskId(id) };
  const sealed = sealValue(ctx.keys, JSON.stringify(words));
  const hold = await insertHold(ctx, { person: person ?? null, source, sealed, until });
  ctx.note({ act: 'registry.held', subject: `hold ${hold}`, facts: { person, source, until } });
  return { hold };
}

async function checkUntil(ctx: Ctx, until: string): Promise<void> {
  const last = daysAfter(today(ctx), await settingOf(ctx, holdSetting.key, holdSetting.value));
  if (until < today(ctx) || until > last)
    throw new Refusal('registry.until', { day: last }, 'until');
}

export async function lift(
  ctx: Ctx,
  { hold: no }: InputOf<typeof liftHold>,
): Promise<ReplyOf<typeof liftHold>> {
  await lookAtPlaces(ctx);
  await ctx.require(holdPolicy, 'lift', { no });
  if (!(await endHold(ctx, no))) throw new Refusal('found.nothing', { what: 'hold' });
  ctx.note({ act: 'registry.hold-lifted', subject: `hold ${no}` });
  return { done: true };
}

/** States the places of the post acted as; no person is seen by it. */
async function lookAtPlaces(ctx: Ctx): Promise<void> {
  const ranges = ctx.actor.post?.ranges ?? [];
  await runLater(
    ctx.db,
    sql`select set_config('lilong.offices', ${multirange(ranges)}, true), set_config('lilong.persons', '{}', true)`,
  );
}
