// SPDX-License-Identifier: Apache-2.0
// An application was handed in: its household is taken over from the registry, and nobody types who lives there.
import type { RowKey } from '@lilong/contracts/refs';
import { sql } from 'kysely';
import { centreOf, handleAffair, lookEverywhere } from '../affairs/index.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { householdOf } from '../registry/index.ts';
import { tellMatter } from './queries.ts';

const ended: readonly string[] = ['not_accepted', 'refused', 'withdrawn', 'void', 'returned'];

/** Begins or ends a matter as its application stands. By the program alone; told twice it does nothing more. */
export async function follow(ctx: Ctx, key: RowKey): Promise<void> {
  await lookEverywhere(ctx);
  const { row } = await handleAffair(ctx, key);
  await lookEverywhere(ctx);
  if (row.state === 'draft') return;
  if (ended.includes(row.state)) {
    await sql`update assistance.matter set over_at = ${ctx.now}::timestamptz, version = version + 1
      where street = ${key.street} and no = ${key.no} and over_at is null`.execute(ctx.db);
    return;
  }
  const { rows } =
    await sql`select 1 from assistance.matter where street = ${key.street} and no = ${key.no}`.execute(
      ctx.db,
    );
  if (rows.length > 0) return;
  const { people, lives } = await householdOf(ctx, row.person);
  const near = lives === null ? undefined : await centreOf(ctx, lives);
  const assist =
    near === undefined || near.organisation === row.decide_org ? null : near.organisation;
  await ctx.db
    .insertInto('assistance.matter')
    .values({
      ...{ street: row.street, no: row.no, place: row.place, decide_org: row.decide_org },
      ...{ assist_org: assist, lives_at: lives, person: row.person, name: row.name },
      ...{ people: people.map(({ person }) => person), asked: 0, answered: 0, version: 0 },
      ...{ inquired_by: null, visited_at: null, visited_by: null, reckoning: null },
      ...{ begun_at: ctx.now, over_at: null },
    })
    .execute();
  for (const { person, name, bornOn, relation } of people)
    await ctx.db
      .insertInto('assistance.member')
      .values({
        ...{ street: row.street, matter: row.no, person, name, born_on: bornOn, relation },
        ...{ sources: [], authorised_at: null, authorised_by: null, files: [] },
      })
      .execute();
  tellMatter(ctx, { ...row, assist_org: assist }, row.account);
}
