// SPDX-License-Identifier: Apache-2.0
// Which organisation accepts, decides and delivers a matter, by where somebody is registered or lives.
import type { ItemBody } from '@lilong/contracts/item-body';
import { streetOf } from '@lilong/contracts/place-no';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { remembered } from '../kernel/remembered.ts';
import { today } from '../kernel/today.ts';
import type { HeldPerson } from '../registry/index.ts';

export interface Offices {
  /** Home street of the application: the place of the centre that accepts. */
  readonly street: number;
  readonly place: number;
  readonly accept: number;
  readonly acceptName: string;
  readonly decide: number;
  readonly decideName: string;
}
const streetSpan = 1_000_000;
const districtSpan = 1_000_000_000;

/**
 * The centre of the street where the item is accepted. What is received and finished anywhere (直接受理) is accepted by
 * the counter's own centre. Undefined: that street has no centre, or the person is nowhere in the city.
 */
export async function officesOf(
  ctx: Ctx,
  body: ItemBody,
  held: HeldPerson,
  counter?: { readonly place: number },
): Promise<Offices | undefined> {
  const here = body.mode === 'direct' ? counter?.place : undefined;
  const first = body.acceptsAt === 'registered' ? held.registered : held.lives;
  const place = here ?? first ?? held.lives ?? held.registered;
  if (place === null || place === undefined) return undefined;
  const centre = await centreOf(ctx, place);
  if (centre === undefined) return undefined;
  const decider = await deciderOf(ctx, body, place);
  return {
    ...{ street: streetOf(centre.place), place: centre.place },
    ...{ accept: centre.organisation, acceptName: centre.name },
    decide: decider?.organisation ?? centre.organisation,
    decideName: decider?.name ?? centre.name,
  };
}

/** The department that decides where the place is; none: the centre does. */
export async function deciderOf(
  ctx: Ctx,
  body: ItemBody,
  place: number,
): Promise<Found | undefined> {
  return body.decides === 'department' ? selectDepartment(ctx, body, place) : undefined;
}

export interface Found {
  readonly organisation: number;
  readonly name: string;
  readonly place: number;
}

/** The centre of the street in which a place lies. */
export const centreOf = (ctx: Ctx, place: number): Promise<Found | undefined> =>
  centreOfStreet(ctx, Math.floor(place / streetSpan) * streetSpan);

const centreOfStreet = remembered(async (ctx, street: number): Promise<Found | undefined> => {
  const { rows } = await sql<Found>`
    select c.organisation, o.name, c.place from counters.centre c join places.organisation o on o.no = c.organisation
    where c.place = ${street}::bigint and c.kind = 'centre'
      and c.valid_from <= ${today(ctx)}::date and (c.valid_to is null or c.valid_to >= ${today(ctx)}::date)
    order by c.no limit 1`.execute(ctx.db);
  return rows[0];
});

/** The department of the district by its line of work: 民政 → …民政局. Where there is none the centre decides. */
async function selectDepartment(
  ctx: Ctx,
  { department }: ItemBody,
  place: number,
): Promise<Found | undefined> {
  const district = Math.floor(place / districtSpan) * districtSpan;
  const named = department.office ?? department.name;
  return (await departmentOf(ctx, `${district} ${named}`)) ?? undefined;
}

/** By district and what its name contains; that there is none is remembered too. */
const departmentOf = remembered(async (ctx, key: string): Promise<Found | null> => {
  const [district, named] = key.split(' ');
  const { rows } = await sql<Found>`
    select o.no as organisation, o.name, o.place from places.organisation o
    where o.place = ${district}::bigint and o.kind = 'district_department'
      and strpos(o.name, ${named}) > 0 and (o.valid_to is null or o.valid_to >= ${today(ctx)}::date)
    order by o.no limit 1`.execute(ctx.db);
  return rows[0] ?? null;
});

/** The centre in which the actor works, if it is one. */
export const ownCentre = (ctx: Ctx): Promise<Found | undefined> =>
  centreOfOffice(ctx, ctx.actor.post?.organisation ?? 0);

const centreOfOffice = remembered(async (ctx, organisation: number): Promise<Found | undefined> => {
  const { rows } = await sql<Found>`
    select c.organisation, o.name, c.place from counters.centre c join places.organisation o on o.no = c.organisation
    where c.organisation = ${organisation}::bigint limit 1`.execute(ctx.db);
  return rows[0];
});
