// SPDX-License-Identifier: Apache-2.0
// 可能是同一人: records of the own places with the same name and birthday, or phone, of which one has no document.
import { Refusal } from '@lilong/contracts/refusals';
import type { keepApart, listTwins, Merged, TwinPair } from '@lilong/contracts/registry-merging';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { sql } from 'kysely';
import { dateOfDay, zoneOf } from '../../kernel/calendar-zone.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';
import { logAccess } from '../access.ts';
import { sexOf } from '../people.ts';
import { personPolicy } from '../policy.ts';
import { lookAs } from '../reach.ts';
import { requirePerson } from '../ties/stand-aside.ts';
import { selectLately, selectPairs, type TwinRow } from './twin-queries.ts';

const most = 50;

export async function showTwins(ctx: Ctx): Promise<ReplyOf<typeof listTwins>> {
  ctx.requireEver(personPolicy, 'find');
  await lookAs(ctx);
  const rows = await selectPairs(ctx, most + 1);
  ctx.note({ act: 'registry.twins', facts: { pairs: rows.length } });
  return {
    pairs: rows.slice(0, most).map(pairOf),
    more: rows.length > most,
    merged: await lately(ctx),
  };
}

function pairOf({ because, one, other }: TwinRow): TwinPair {
  const [keep, gone] = other.hasDocument && !one.hasDocument ? [other, one] : [one, other];
  const said = (of: TwinRow['one']) => ({ ...of, sex: sexOf(of.sex) });
  return { because, keep: said(keep), other: said(gone) };
}

async function lately(ctx: Ctx): Promise<Merged[]> {
  const rows = await selectLately(ctx, today(ctx), most);
  const zone = zoneOf(ctx.config.TIME_ZONE);
  return rows.map(({ no, survivor, name, at, undo_until }) => ({
    merge: no,
    person: survivor,
    name,
    on: dateOfDay(zone.dayOf(at.getTime())),
    undoUntil: undo_until,
  }));
}

/** Two people of one name: not proposed again. */
export async function apart(
  ctx: Ctx,
  { person, other }: InputOf<typeof keepApart>,
): Promise<ReplyOf<typeof keepApart>> {
  if (person === other) throw new Refusal('registry.merge-self', {}, 'other');
  await lookAs(ctx);
  const two = [person, other].sort((one, another) => one - another);
  for (const no of two) await requirePerson(ctx, 'change', no);
  await lookAs(ctx, { persons: two });
  await sql`insert into registry.apart (one, other, at, account, organisation)
    values (${two[0]}, ${two[1]}, ${ctx.now}::timestamptz, ${ctx.actor.account}, ${ctx.actor.post?.organisation ?? null}::bigint)
    on conflict do nothing`.execute(ctx.db);
  for (const no of two)
    await logAccess(ctx, { person: no, act: 'change', elements: ['apart'], purpose: 'daily' });
  ctx.note({ act: 'registry.apart', subject: `person ${person}`, facts: { other } });
  return { done: true };
}
