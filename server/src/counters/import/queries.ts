// SPDX-License-Identifier: Apache-2.0
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';
import type { HallLine } from './lines.ts';

/** The centre of this name in this street. */
export async function selectNamed(
  ctx: Ctx,
  { place, name }: Pick<HallLine, 'place' | 'name'>,
): Promise<number | undefined> {
  const { rows } = await sql<{ no: number }>`
    select no from counters.centre where place = ${place}::bigint and name = ${name} and valid_to is null for update`.execute(
    ctx.db,
  );
  return rows[0]?.no;
}

const pointOf = ({ point }: HallLine): RawBuilder<unknown> =>
  point === null ? sql`null` : sql`st_setsrid(st_makepoint(${point[0]}, ${point[1]}), 4326)`;
const hoursOf = ({ working, rest }: HallLine): RawBuilder<unknown> =>
  sql`${JSON.stringify({ working, rest })}::text::jsonb`;

export async function insertCentre(
  ctx: Ctx,
  organisation: number,
  line: HallLine,
  source: string,
): Promise<number> {
  const { place, kind, name, address, phone, spoken, equipment } = line;
  const { rows } = await sql<{ no: number }>`
    insert into counters.centre (organisation, place, kind, name, address, point, phone, hours, spoken, equipment, generated, source, valid_from)
    values (${organisation}, ${place}, ${kind}, ${name}, ${address}, ${pointOf(line)}, ${phone}, ${hoursOf(line)},
      ${[...spoken]}::text[], ${[...equipment]}::text[], false, ${source}, ${today(ctx)}::date)
    returning no`.execute(ctx.db);
  return rows[0]?.no ?? 0;
}

/** What is planned beside the hours of the file stays. Without a point in the file the one that is there stays. */
export async function updateCentre(
  ctx: Ctx,
  no: number,
  line: HallLine,
  source: string,
): Promise<boolean> {
  const { kind, address, phone, spoken, equipment } = line;
  const { rows } = await sql`
    update counters.centre c set kind = ${kind}, address = ${address}, phone = ${phone}, hours = c.hours || ${hoursOf(line)},
      point = coalesce(${pointOf(line)}, c.point), spoken = ${[...spoken]}::text[], equipment = ${[...equipment]}::text[],
      generated = false, source = ${source}
    where c.no = ${no}::bigint and (c.generated or (c.kind, c.address, c.spoken, c.equipment)
        is distinct from (${kind}::text, ${address}::text, ${[...spoken]}::text[], ${[...equipment]}::text[])
      or c.phone is distinct from ${phone}::text
      or (c.hours->'working', c.hours->'rest') is distinct from (${hoursOf(line)}->'working', ${hoursOf(line)}->'rest')
      or not st_equals(coalesce(${pointOf(line)}, c.point), c.point))
    returning c.no`.execute(ctx.db);
  return rows.length > 0;
}
