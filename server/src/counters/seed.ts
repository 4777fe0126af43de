// SPDX-License-Identifier: Apache-2.0
// The halls of the demonstration: one for every organisation of their kind, at a door of its street. 示例.
import { sql } from 'kysely';
import type { Db } from '../kernel/db.ts';
import { draftCentre, type ListedCentre } from './generate/centres.ts';

/** 南京东路街道: where the demonstration is at home. */
export const HOME_STREET = 310101002000000;

/** Run once, as the owner, in one transaction, after the places. */
export async function seedCentres(db: Db): Promise<void> {
  const { rows } = await sql<ListedCentre>`
    select no as organisation, place, name from places.organisation
    where kind = 'service_centre' and valid_to is null order by no`.execute(db);
  const drafts = rows.map((one) => draftCentre(one, HOME_STREET));
  const windows = drafts.flatMap(({ organisation, windows: own }) =>
    own.map((window) => ({ organisation, ...window })),
  );
  await sql`
    insert into counters.centre (organisation, place, kind, name, address, point, phone, hours, spoken, equipment, generated, source, valid_from)
    select o.no, o.place, c.kind, c.name, coalesce(a.line, o.name), a.point, o.phone, c.hours, c.spoken, c.equipment, true, c.source, o.valid_from
    from jsonb_to_recordset(${JSON.stringify(drafts)}::text::jsonb)
      as c (organisation bigint, kind text, name text, hours jsonb, spoken text[], equipment text[], source text)
    join places.organisation o on o.no = c.organisation
    left join lateral (
      select d.line, d.point from places.address d where d.place between o.place and o.place + 999999 and d.status = 'in_use'
      order by case when c.kind = 'centre' then d.no else -d.no end limit 1) a on true
    order by o.no`.execute(db);
  await sql`
    insert into counters."window" (centre, organisation, place, ordinal, name, services)
    select c.no, c.organisation, c.place, w.ordinal, w.ordinal || '号窗口', w.services
    from jsonb_to_recordset(${JSON.stringify(windows)}::text::jsonb) as w (organisation bigint, ordinal int, services text[])
    join counters.centre c on c.organisation = w.organisation
    order by c.no, w.ordinal`.execute(db);
}
