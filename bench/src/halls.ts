// SPDX-License-Identifier: Apache-2.0
// Halls to measure in: all of the city, none of them shut, every window open; and people who take tickets there.
import type { Asked } from './load.ts';
import type { Town } from './town.ts';

/** Classes that every hall does. */
export const services = ['general', 'insurance', 'residence', 'other'];
/** Tickets that one address takes before the program thinks that it runs wild. */
const OF_ONE_ADDRESS = 250;

/** Opens them, as many as there are unless told; their numbers. */
export async function openHalls({ owner }: Town, count?: number): Promise<number[]> {
  if (count !== undefined) await addHalls(owner, count);
  await owner.run(`
    update counters.centre set hours = '{"working": [["00:00", "24:00"]], "rest": [["00:00", "24:00"]]}';
    update counters."window" set open = true;
    analyze counters.centre, counters."window"`);
  const { rows } = await owner.run('select no from counters.centre order by no % 97, no');
  return rows.map(({ no }) => Number(no));
}

/** Until there are so many: as those that are there. */
async function addHalls(owner: Town['owner'], count: number): Promise<void> {
  await owner.run(`
    with office as (
      insert into places.organisation (kind, name, place, parent, phone, hours, valid_from, generated)
      select o.kind, o.name || '（加' || c.no || '）', o.place, o.parent, o.phone, o.hours, o.valid_from, o.generated
      from counters.centre c join places.organisation o on o.no = c.organisation
      order by c.no limit greatest(0, ${count} - (select count(*) from counters.centre)) returning no, place, name
    ), hall as (
      insert into counters.centre (organisation, place, kind, name, address, hours, spoken, equipment, generated, source, valid_from)
      select o.no, o.place, 'sub_centre', o.name, o.name, '{"working": [], "rest": []}', '{}', '{}', true, '压测', '2026-01-01'
      from office o returning no, organisation, place
    )
    insert into counters."window" (centre, organisation, place, ordinal, name, services)
    select h.no, h.organisation, h.place, w, w || '号窗口', array['${services.join("','")}'] from hall h, generate_series(1, 4) w`);
}

export interface Clerk {
  readonly centre: number;
  readonly window: number;
  /** Of whoever sits there. */
  readonly headers: string;
  /** Who was called and is to be served. */
  ticket: string | undefined;
}

/** A clerk at the first window of each hall. */
export async function seatClerks(town: Town, centres: readonly number[]): Promise<Clerk[]> {
  const { rows } = await town.owner.run(`
    select c.no as centre, c.place, w.no as "window" from counters.centre c join counters."window" w on w.centre = c.no and w.ordinal = 1
    where c.no in (${centres.join(',')}) order by c.no`);
  const clerks: Clerk[] = [];
  for (const { centre, place, window } of rows) {
    const headers = await town.signIn('counter_clerk', Number(place));
    clerks.push({
      ...{ centre: Number(centre), window: Number(window) },
      headers,
      ticket: undefined,
    });
  }
  await town.owner.run(`
    with clerk as (
      select a.no, row_number() over (order by a.no) as at from identity.account a where a.name = '压测' and a.kind = 'staff'
    ), hall as (
      select c.no, c.organisation, row_number() over (order by c.no) as at from counters.centre c where c.no in (${centres.join(',')})
    ), posts as (
      update identity.post p set organisation = h.organisation from clerk a join hall h using (at) where p.account = a.no
    )
    update counters."window" w set open = true, seat = a.no
    from clerk a join hall h using (at) where w.centre = h.no and w.ordinal = 1`);
  return clerks;
}

/** So many people in the line of every hall. */
export async function fillLines({ owner }: Town, each: number): Promise<void> {
  await owner.run(`
    insert into counters.ticket (street, centre, organisation, place, day, letter, seq, state, services, left_over, taken_at, line_at, token_hash)
    select c.place / 1000000, c.no, c.organisation, c.place, (now() at time zone 'Asia/Shanghai')::date, 'A', n, 'taken',
      '{general}', '{general}', now(), now(), 'bench ' || c.no || ' ' || n
    from counters.centre c, generate_series(1, ${Math.max(4, each)}) n;
    analyze counters.ticket`);
}

/**
 * Tickets and services of the days before in every hall, as a town has them after its first week. On tables that were always
 * empty PostgreSQL would plan to read them whole.
 */
export async function fillPast({ owner }: Town, each: number): Promise<void> {
  await owner.run(`
    insert into counters.ticket (street, centre, organisation, place, day, letter, seq, state, services, left_over, taken_at, line_at, ended_at, token_hash)
    select c.place / 1000000, c.no, c.organisation, c.place, (now() at time zone 'Asia/Shanghai')::date - d, 'A', n, 'done', '{general}', '{}',
      now() - d * interval '1 day', now() - d * interval '1 day', now() - d * interval '1 day', 'past ' || c.no || ' ' || d || ' ' || n
    from counters.centre c, generate_series(1, 6) d, generate_series(1, ${each}) n;
    insert into counters.served (street, centre, service, waited_s, took_s, kept_s, ended_at)
    select c.place / 1000000, c.no, s, 600, 60 + (n * 37) % 1200, 90 + (n * 37) % 1200, now() - n * interval '1 hour'
    from counters.centre c, unnest(array['${services.join("','")}']) s, generate_series(1, ${each}) n`);
  await owner.run('vacuum analyze counters.ticket');
  await owner.run('vacuum analyze counters.served');
}

/** The program believes the kiosks' addresses, as behind a proxy. */
export const believing = (town: Town) => ({
  ...town,
  environment: { ...town.environment, TRUST_PROXY: 'true' },
});

/** People who take a number, one hall after the other; every fourth is signed in. */
export async function takers(
  town: Town,
  centres: readonly number[],
  people: number,
): Promise<() => Asked> {
  const residents = await Promise.all(Array.from({ length: people }, () => town.signIn()));
  let no = 0;
  return () => {
    no += 1;
    const from = Math.floor(no / OF_ONE_ADDRESS);
    const address = `10.${from >> 16}.${(from >> 8) & 255}.${from & 255}`;
    const who = no % 4 === 0 ? (residents[(no / 4) % residents.length] ?? '') : '';
    const said = {
      services: [services[no % services.length]],
      by: 'phone',
      ...(no % 5 === 0 ? { priority: 'elderly' } : {}),
    };
    return {
      ...{ method: 'POST', path: `/api/counters/centres/${centres[no % centres.length]}/tickets` },
      headers: `${who}x-forwarded-for: ${address}\r\nidempotency-key: bench-${no}\r\n`,
      body: JSON.stringify(said),
    };
  };
}
