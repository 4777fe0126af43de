// SPDX-License-Identifier: Apache-2.0
// Who keeps house with somebody, as another module takes them over: people of an application come from here, nobody types them.
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import { inHousehold, selectCompanions, selectPerson, selectPresences } from './card-queries.ts';
import { lookOver } from './reach.ts';

export interface Housemate {
  readonly person: number;
  readonly name: string;
  readonly bornOn: string | null;
  /** Code of the list of relations to the head. */
  readonly relation: string | null;
}
export interface KeepsHouse {
  /** The one who is asked about first. */
  readonly people: readonly Housemate[];
  /** Committee or estate where they live. */
  readonly lives: number | null;
}
const everywhere = [{ first: 0, last: Number.MAX_SAFE_INTEGER }];

/** The household in which somebody lives, else where they are registered. The program asks; its reach is everywhere until it is stated again. */
export async function householdOf(ctx: Ctx, person: number): Promise<KeepsHouse> {
  await lookOver(ctx, everywhere, { persons: [person] });
  const day = today(ctx);
  const presences = await selectPresences(ctx, person, day);
  const of = (role: string) => presences.find((one) => one.role === role);
  const main = of('lives') ?? of('registered');
  const lives = main?.place ?? null;
  const row = await selectPerson(ctx, person);
  const self = {
    ...{ person, name: row?.name ?? '', bornOn: row?.born_on ?? null },
    relation: main?.relation ?? null,
  };
  if (main?.household == null) return { people: [self], lives };
  const key = { street: main.street, no: main.household };
  const others = (await selectCompanions(ctx, inHousehold(key), day)).filter(
    (one) => one.role === main.role && one.person !== person,
  );
  const people = others.map((one) => ({
    ...{ person: one.person, name: one.name, bornOn: one.born_on, relation: one.relation },
  }));
  return { people: [self, ...people], lives };
}
