// SPDX-License-Identifier: Apache-2.0
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import type { Incoming } from './incoming.ts';

/** One import at a time: two would end each other's rows. */
export async function lockImport(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(771014)`.execute(db);
}

export async function insertIncoming(db: Db, rows: readonly Incoming[]): Promise<void> {
  await sql`
    insert into places.incoming (n, place, code, name, kind, road, lane, number, line, gone, geom)
    select n, place, code, name, kind, road, lane, number, line, gone,
      st_setsrid(st_geomfromgeojson(shape::text), 4326)
    from json_to_recordset(${JSON.stringify(rows)}::text::json)
      as r (n int, place bigint, code text, name text, kind text, road text, lane text, number text, line text,
        gone boolean, shape json)`.execute(db);
}

export async function emptyIncoming(db: Db): Promise<void> {
  await sql`delete from places.incoming`.execute(db);
}

/** Fresh figures for the planner. A role that does not own the table is told so and nothing else happens. */
export async function analyseIncoming(db: Db): Promise<void> {
  await sql`analyze places.incoming`.execute(db);
}

export async function countIncoming(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from places.incoming`.execute(db);
  return rows[0]?.count ?? 0;
}

/** What a row is called in a sentence. */
const what = sql`coalesce(nullif(i.line, ''), nullif(i.name, ''), nullif(i.code, ''), p.name, '')`;

/** Takes out what stands in the file a second time. */
export async function takeTwice(db: Db, once: readonly string[]) {
  const columns = sql.join(once.map((column) => sql.ref(column)));
  const { rows } = await sql<{ n: number; first: number; what: string }>`
    with twice as (
      select n, first from (
        select n, first_value(n) over (partition by ${columns} order by n) as first from places.incoming) seen
      where n <> first),
    taken as (delete from places.incoming i using twice t where i.n = t.n returning i.*)
    select i.n, t.first, ${what} as what
    from taken i join twice t on t.n = i.n left join places.place p on p.no = i.place order by i.n`.execute(
    db,
  );
  return rows;
}

export interface Broken {
  readonly n: number;
  readonly what: string;
  readonly reason: string;
}

/** Mends invalid polygons by ST_MakeValid; says which. */
export async function repairShapes(db: Db): Promise<Broken[]> {
  const { rows } = await sql<Broken>`
    with wrong as (
      select n, st_isvalidreason(geom) as reason,
        st_multi(st_collectionextract(st_makevalid(geom), 3)) as mended
      from places.incoming where not st_isvalid(geom)),
    repaired as (
      update places.incoming i set geom = w.mended from wrong w where w.n = i.n and not st_isempty(w.mended)
      returning i.n, i.line, i.name, i.code, i.place, w.reason)
    select i.n, ${what} as what, i.reason
    from repaired i left join places.place p on p.no = i.place order by i.n`.execute(db);
  return rows;
}

/** Takes out invalid polygons; says why. */
export async function takeBroken(db: Db): Promise<Broken[]> {
  const { rows } = await sql<Broken>`
    with taken as (
      delete from places.incoming where not st_isvalid(geom) or st_area(geom) = 0
      returning n, line, name, code, place, st_isvalidreason(geom) as reason)
    select i.n, ${what} as what, i.reason
    from taken i left join places.place p on p.no = i.place order by i.n`.execute(db);
  return rows;
}

/** Takes out the rows `i` of which `wrong` is true; says what each is called. */
export async function takeWhere(db: Db, wrong: RawBuilder<unknown>) {
  const { rows } = await sql<{ n: number; what: string }>`
    with taken as (delete from places.incoming i where ${wrong} returning *)
    select i.n, ${what} as what from taken i left join places.place p on p.no = i.place order by i.n`.execute(
    db,
  );
  return rows;
}
