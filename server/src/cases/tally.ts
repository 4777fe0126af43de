// SPDX-License-Identifier: Apache-2.0
// How much open work there is, without counting it: `cases.tally` and the changes since it was folded.
import { levelOf, type PlaceRange, streetOf } from '@lilong/contracts/place-no';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { systemActor } from '../kernel/actor.ts';
import type { Ctx } from '../kernel/ctx.ts';
import type { Host } from '../kernel/host.ts';
import { asSystem } from '../kernel/serve.ts';

/** Folds the changes into the tally. Runs each minute; any process may. What is read is the same before and after. */
export async function foldTally(host: Host): Promise<void> {
  await asSystem(host, 'cases.fold-tally', systemActor, foldChanges);
}

async function foldChanges(ctx: Ctx): Promise<void> {
  await sql`
    with gone as (delete from cases.tally_change returning street, delta)
    insert into cases.tally as t (street, open)
    select street, sum(delta) from gone group by street order by street
    on conflict (street) do update set open = t.open + excluded.open`.execute(ctx.db);
}

/** True for whole streets and what is above them; a committee's cases are counted one by one. */
export function isTallied(ranges: readonly PlaceRange[]): boolean {
  return ranges.length > 0 && ranges.every(({ first }) => !finer.includes(levelOf(first)));
}
const finer: readonly string[] = ['committee', 'estate'];

/** The number of open cases in the ranges, exact at this moment. */
export function openIn(ranges: readonly PlaceRange[]): RawBuilder<unknown> {
  const within = sql.join(
    ranges.map(
      ({ first, last }) =>
        sql<SqlBool>`street between ${streetOf(first)}::int and ${streetOf(last)}::int`,
    ),
    sql` or `,
  );
  return sql`select coalesce((select sum(open) from cases.tally where ${within}), 0)
    + (select coalesce(sum(delta), 0) from cases.tally_change where ${within}) as total`;
}
