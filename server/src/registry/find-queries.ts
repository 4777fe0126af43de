// SPDX-License-Identifier: Apache-2.0
import type { HomeLine } from '@lilong/contracts/registry-find';
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { homePolicy, presencePolicy } from './policy.ts';
import type { PresenceRow } from './tables.ts';

type Condition = Expression<SqlBool>;
/** What a line of a list needs. */
export interface FoundRow
  extends Pick<
    PresenceRow,
    'street' | 'person' | 'role' | 'home' | 'standing' | 'name' | 'sex' | 'born_on' | 'labels'
  > {
  door: string | null;
  placeName: string;
  /** Codes of labels that somebody should have looked at again. */
  due: string[];
}

/** Whoever lives or is registered in reach and fits; ordered by pinyin. Protected people are in no search. */
export function selectionOf(ctx: Ctx, fits: Condition, day: string, most: number) {
  return sql<FoundRow>`
    select p.street, p.person, p.role, p.home, p.standing, p.name, p.sex, p.born_on, p.labels, h.door, l.name as "placeName",
      case when p.labels is null then '{}' else array(
        select k.code from registry.label k where k.person = p.person and k.code is not null and k.valid_to is null and k.look_again < ${day}::date) end as due
    from registry.presence p
    join places.place l on l.no = p.place
    left join registry.home h on h.street = p.street and h.no = p.home
    where p.to_on is null and not p.protected and p.role in ('lives', 'registered')
      and ${ctx.may(presencePolicy, 'find', 'p')} and ${fits}
    order by p.pinyin, p.person, p.role limit ${most}`;
}

export interface HomeFound extends Omit<HomeLine, 'home'> {
  street: number;
  no: number;
}
export async function selectHomes(ctx: Ctx, fits: Condition, most: number): Promise<HomeFound[]> {
  const { rows } = await sql<HomeFound>`
    select h.street, h.no, h.door, l.name as "placeName",
      (select count(*)::int from registry.presence p
        where p.street = h.street and p.home = h.no and p.role = 'lives' and p.to_on is null) as people
    from registry.home h join places.place l on l.no = h.place
    where h.closed_on is null and ${ctx.may(homePolicy, 'open', 'h')} and ${fits}
    order by length(h.door), h.door limit ${most}`.execute(ctx.db);
  return rows;
}
