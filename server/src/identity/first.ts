// SPDX-License-Identifier: Apache-2.0
import type { Role } from '@lilong/contracts/identity';
import { levelOf, type PlaceLevel, streetOf } from '@lilong/contracts/place-no';
import type { OrganisationKind } from '@lilong/contracts/places';
import { Refusal } from '@lilong/contracts/refusals';
import { systemActor } from '../kernel/actor.ts';
import { type Ctx, makeCtx, type Tools } from '../kernel/ctx.ts';
import type { Database } from '../kernel/db.ts';
import { flush } from '../kernel/flush.ts';
import { say } from '../kernel/problem.ts';
import { saveOrganisation } from '../places/index.ts';
import { insertFirst, isAnyStaffThere } from './first-queries.ts';
import { newOneTime } from './passwords.ts';
import { administrators } from './policy.ts';
import { selectKnownPlaces } from './staff-queries.ts';

/** Where a deployment begins: its topmost place, and the office that runs it. */
export interface Beginning {
  readonly place: number;
  readonly organisation: string;
}
export interface FirstAdmin {
  readonly role: Role;
  readonly login: string;
  /** Shown once; to be changed at first sign-in. */
  readonly password: string;
}

const kinds: Readonly<Record<PlaceLevel, OrganisationKind>> = {
  city: 'city_office',
  district: 'district_centre',
  street: 'street_office',
  committee: 'committee',
  estate: 'committee',
};
const logins = { system_admin: 'system', safety_admin: 'safety', auditor: 'audit' } as const;

/**
 * Makes the three administrators that a new deployment begins with: one to set up, one to approve, one to audit.
 *
 * @throws {Refusal} auth.staff-there when there are staff, places.unknown when the place is not there
 */
export function makeFirstAdmins(
  db: Database,
  tools: Tools,
  now: Date,
  beginning: Beginning,
): Promise<FirstAdmin[]> {
  return db.kysely.transaction().execute(async (transaction) => {
    const gathered = makeCtx(tools, transaction, systemActor, now, 'first-administrators');
    const made = await begin(gathered.ctx, beginning);
    await flush(transaction, gathered, tools.keys);
    return made;
  });
}

async function begin(ctx: Ctx, { place, organisation }: Beginning): Promise<FirstAdmin[]> {
  if (await isAnyStaffThere(ctx)) throw new Refusal('auth.staff-there', {});
  if ((await selectKnownPlaces(ctx.db, [place])).length === 0)
    throw new Refusal('places.unknown', { place }, 'place');
  const kind = kinds[levelOf(place)];
  const office = { name: organisation, kind, place, phone: null, hours: null };
  const seat = await saveOrganisation(ctx, office);
  const made: FirstAdmin[] = [];
  for (const role of administrators) {
    const { password, kept } = newOneTime(ctx.keys);
    const login = logins[role];
    const account = await insertFirst(ctx, {
      login,
      name: say('zh', `role.${role}`),
      kept,
      role,
      organisation: seat,
      place,
    });
    ctx.note({ act: 'account.first', subject: `account:${account}`, place, facts: { role } });
    made.push({ role, login, password });
  }
  ctx.emit({
    name: 'staff.first',
    street: streetOf(place),
    subject: `organisation:${seat}`,
    place,
    facts: {},
    audience: {},
  });
  return made;
}
