// SPDX-License-Identifier: Apache-2.0
// Many rows are brought up to date at once by a file: what it replaces is kept like what one correction replaces.
import { daysAfter } from '@lilong/contracts/days';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';
import { columns } from './elements.ts';

const whose = {
  person: {
    same: sql`old.no = n.no`,
    subject: sql`old.no as person, null::int as street, null::bigint as home,
      coalesce((select p.place from registry.presence p where p.person = old.no order by p.to_on desc nulls first, p.no limit 1), 0) as place,
      old.source, old.recorded_at`,
  },
  home: {
    same: sql`old.street = n.street and old.no = n.no`,
    subject: sql`null::bigint as person, old.street, old.no as home, old.place, '' as source, null::timestamptz as recorded_at`,
  },
};

/** Before rows are written: the values that they replace stood until yesterday. What was not known is not replaced. */
export async function keepReplaced(
  ctx: Ctx,
  table: 'person' | 'home',
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return;
  const { same, subject } = whose[table];
  const values = Object.entries(columns)
    .filter(([, column]) => column.table === table)
    .map(([element, { column }]) => {
      const [was, becomes] = [sql.ref(`old.${column}`), sql.ref(`n.${column}`)];
      return sql`(${element}::text, ${was}::text, ${becomes}::text)`;
    });
  const last = daysAfter(today(ctx), -1);
  await sql`
    with replaced as (
      select ${subject}, e.element, e.was
      from json_populate_recordset(null::${sql.table(`registry.${table}`)}, ${JSON.stringify(rows)}::text::json) n
      join ${sql.table(`registry.${table}`)} old on ${same}
      cross join lateral (values ${sql.join(values)}) e (element, was, becomes)
      where e.was is not null and e.was is distinct from e.becomes
    ), ended as (
      update registry.fact f set valid_to = ${last}::date from replaced r
      where f.element = r.element and f.valid_to is null
        and (f.person = r.person or (f.street = r.street and f.home = r.home))
      returning f.person, f.street, f.home, f.element
    )
    insert into registry.fact (person, street, home, place, element, value, kind, source, valid_to, recorded_at)
    select r.person, r.street, r.home, r.place, r.element, r.was, 'shared', r.source, ${last}::date, r.recorded_at
    from replaced r where not exists (select from ended d where d.element = r.element
      and (d.person = r.person or (d.street = r.street and d.home = r.home)))`.execute(ctx.db);
}

/** The same of telephones, before they are deleted: sealed as they were. */
export async function keepReplacedPhones(ctx: Ctx, persons: readonly number[]): Promise<void> {
  const last = daysAfter(today(ctx), -1);
  await sql`
    with ended as (
      update registry.fact f set valid_to = ${last}::date
      where f.person = any(${[...persons]}::bigint[]) and f.element = 'person.phone' and f.valid_to is null
      returning f.person
    )
    insert into registry.fact (person, place, element, sealed, kind, source, valid_to, recorded_at)
    select k.person, coalesce((select p.place from registry.presence p where p.person = k.person order by p.to_on desc nulls first, p.no limit 1), 0),
      'person.phone', k.sealed, 'shared', r.source, ${last}::date, r.recorded_at
    from registry.person_key k join registry.person r on r.no = k.person
    where k.kind = 'phone' and k.person = any(${[...persons]}::bigint[]) and not exists (select from ended e where e.person = k.person)`.execute(
    ctx.db,
  );
}
