// SPDX-License-Identifier: Apache-2.0
import type { twinReasons } from '@lilong/contracts/registry-merging';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { presencePolicy } from '../policy.ts';

interface TwinSide {
  readonly person: number;
  readonly name: string;
  readonly sex: number;
  readonly bornOn: string | null;
  readonly door: string | null;
  readonly placeName: string;
  readonly hasDocument: boolean;
}
export interface TwinRow {
  readonly because: (typeof twinReasons)[number];
  readonly one: TwinSide;
  readonly other: TwinSide;
}

/** Pairs of one name in reach, the older record first. Only those of one name are looked at further. */
export async function selectPairs(ctx: Ctx, limit: number): Promise<TwinRow[]> {
  const side = (
    of: string,
  ) => sql`jsonb_build_object('person', ${sql.ref(`${of}.person`)}, 'name', ${sql.ref(`${of}.name`)},
    'sex', ${sql.ref(`${of}.sex`)}, 'bornOn', ${sql.ref(`${of}.born_on`)}, 'hasDocument', ${sql.ref(`${of}.papers`)},
    'placeName', (select l.name from places.place l where l.no = ${sql.ref(`${of}.place`)}),
    'door', (select h.door from registry.home h where h.street = ${sql.ref(`${of}.street`)} and h.no = ${sql.ref(`${of}.home`)}))`;
  const { rows } = await sql<TwinRow>`
    with here as materialized (
      select distinct on (p.person) p.person, p.name, p.sex, p.born_on, p.place, p.street, p.home, p.phone_end
      from registry.presence p
      where p.to_on is null and not p.protected and p.role in ('lives', 'registered') and ${ctx.may(presencePolicy, 'find', 'p')}
      order by p.person, p.role),
    alike as materialized (
      select *, exists (select from registry.person_key k where k.person = h.person and k.kind = 'id') as papers
      from here h where exists (select from here o where o.name = h.name and o.person <> h.person
        and (o.born_on = h.born_on or (o.phone_end = h.phone_end and o.street = h.street))))
    select case when a.born_on = b.born_on then 'birthday' else 'phone' end as because, ${side('a')} as one, ${side('b')} as other
    from alike a join alike b on b.name = a.name and b.person > a.person and not (a.papers and b.papers)
    where (a.sex = b.sex or a.sex not in (1, 2) or b.sex not in (1, 2))
      and (a.born_on = b.born_on or exists (select from registry.person_key k join registry.person_key o on o.digest = k.digest
        where k.person = a.person and o.person = b.person and k.kind = 'phone' and o.kind = 'phone'))
      and not exists (select from registry.apart x where x.one = a.person and x.other = b.person)
    order by a.name, a.person, b.person limit ${limit}`.execute(ctx.db);
  return rows;
}

export interface LatelyRow {
  readonly no: number;
  readonly survivor: number;
  readonly name: string;
  readonly at: Date;
  readonly undo_until: string;
}
/** What the actor's organisation merged and can still undo, the last one first. */
export async function selectLately(ctx: Ctx, day: string, limit: number): Promise<LatelyRow[]> {
  const { rows } = await sql<LatelyRow>`
    select m.no, m.survivor, s.name, m.at, m.undo_until from registry.merge m join registry.person s on s.no = m.survivor
    where m.organisation = ${ctx.actor.post?.organisation ?? null}::bigint and m.undone_at is null and m.undo_until >= ${day}::date
    order by m.no desc limit ${limit}`.execute(ctx.db);
  return rows;
}
