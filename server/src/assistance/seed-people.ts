// SPDX-License-Identifier: Apache-2.0
// Who asks for assistance in the demonstration, and who works on it: people of 南京东路街道, and its centre.
import { ageOn } from '@lilong/contracts/days';
import type { Role } from '@lilong/contracts/identity';
import { isWithin, placeRange } from '@lilong/contracts/place-no';
import { centreOf, lookEverywhere } from '../affairs/index.ts';
import { type Actor, systemActor } from '../kernel/actor.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import { type HeldPerson, heldAmong, householdOf } from '../registry/index.ts';
import type { Tale } from './seed-tales.ts';

const HOME_STREET = 310101002000000;
/** Looked through until each tale has its household. */
const PEOPLE = 200;

export interface Household {
  readonly applicant: HeldPerson;
}
export interface Office {
  /** Neither of the two behind the doors of the landing page, who then have something to do. */
  readonly clerk: Actor;
  readonly manager: Actor;
  /** Who comes along. */
  readonly colleague: string;
  readonly neighbour: Actor;
}

/** The centre of the street; undefined without accounts. */
export async function officeAtHome(ctx: Ctx): Promise<Office | undefined> {
  const centre = await centreOf(ctx, HOME_STREET);
  if (centre === undefined) return undefined;
  const { organisation } = centre;
  const [, clerk, other] = await staffOf(ctx, organisation, 'counter_clerk');
  const [manager] = await staffOf(ctx, organisation, 'centre_manager');
  const neighbour = await ctx.db
    .selectFrom('identity.account')
    .where('kind', '=', 'resident')
    .where('invented', '=', true)
    .select('no')
    .orderBy('no')
    .offset(1)
    .limit(1)
    .executeTakeFirst();
  if (clerk === undefined || manager === undefined || neighbour === undefined) return undefined;
  return {
    ...{ clerk: clerk.actor, manager: manager.actor, colleague: (other ?? manager).name },
    neighbour: {
      ...systemActor,
      kind: 'resident',
      account: neighbour.no,
      address: 'demonstration',
    },
  };
}

async function staffOf(
  ctx: Ctx,
  organisation: number,
  role: Role,
): Promise<{ readonly actor: Actor; readonly name: string }[]> {
  const posts = await ctx.db
    .selectFrom('identity.post as p')
    .innerJoin('identity.account as a', 'a.no', 'p.account')
    .select(['p.no', 'p.account', 'a.name'])
    .where('p.organisation', '=', organisation)
    .where('p.role', '=', role)
    .orderBy('p.no')
    .execute();
  return posts.map(({ no, account, name }) => ({
    name,
    actor: {
      ...{ ...systemActor, kind: 'staff', account, address: 'demonstration' },
      post: { no, role, organisation, places: [HOME_STREET], ranges: [placeRange(HOME_STREET)] },
    },
  }));
}

/** One for each tale, of so many people of age if there are any left, who are registered in the street and have no account. */
export async function householdsAtHome(
  ctx: Ctx,
  tales: readonly Tale[],
): Promise<(Household | undefined)[]> {
  const free = await candidates(ctx);
  return tales.map(({ adults }) => {
    const at = free.findIndex((one) => one.adults === adults);
    return free.splice(Math.max(at, 0), 1)[0];
  });
}

async function candidates(ctx: Ctx): Promise<(Household & { readonly adults: number })[]> {
  const seen = new Set<number>();
  const found: (Household & { readonly adults: number })[] = [];
  const day = today(ctx);
  for (const applicant of await heldAmong(ctx, placeRange(HOME_STREET), PEOPLE)) {
    const { registered, account, person } = applicant;
    if (account !== null || seen.has(person) || registered === null) continue;
    if (!isWithin(registered, HOME_STREET)) continue;
    const { people } = await householdOf(ctx, person);
    for (const one of people) seen.add(one.person);
    const adults = people.filter(({ bornOn }) => (ageOn(bornOn, day) ?? 18) >= 18).length;
    found.push({ applicant, adults });
  }
  await lookEverywhere(ctx);
  return found;
}
