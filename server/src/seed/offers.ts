// SPDX-License-Identifier: Apache-2.0
// What the demonstration's people are offered, found as at night; some came to the window of their street and took it.
import { placeRange } from '@lilong/contracts/place-no';
import { sql } from 'kysely';
import { actInTurn, type Deed } from '../kernel/acting.ts';
import { type Actor, systemActor } from '../kernel/actor.ts';
import type { Host } from '../kernel/host.ts';
import { asSystem } from '../kernel/serve.ts';
import { findEntitled, offerActs } from '../offers/index.ts';
import { endVisit, recognise } from '../registry/index.ts';
import { asOf } from './cases.ts';
import { selectPosts } from './queries.ts';
import { actorOf, HOME_STREET } from './stage.ts';

const HOUR_MS = 3_600_000;
/** People who came, one every few minutes two days ago. */
const came = 24;
const minutesApart = 7;
const lock = 771_012;
const name = 'demonstration';

/** Finds and answers them, unless there are some. Those of people with an account wait. */
export async function liveOffers(host: Host): Promise<void> {
  if (await asSystem(host, name, systemActor, offerActs.hasOffers)) return;
  await findEntitled(host);
  await asSystem(host, name, systemActor, offerActs.someRefused);
  const people = await asSystem(host, name, systemActor, (ctx) =>
    offerActs.whoCome(ctx, placeRange(HOME_STREET), came),
  );
  const clerk = (await selectPosts(host.db.kysely, [HOME_STREET])).find(
    ({ role }) => role === 'counter_clerk',
  );
  if (clerk === undefined) return;
  const now = host.clock();
  const begins = now.getTime() - 48 * HOUR_MS;
  const deeds = people.map((person, at) =>
    takes(actorOf(clerk), person, new Date(begins + at * minutesApart * 60_000)),
  );
  const tools = { ...host, catalogue: asOf(host.catalogue, now) };
  await host.db.kysely.transaction().execute(async (db) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(lock)})`.execute(db);
    await actInTurn(tools, db, name, deeds);
  });
  host.wake();
}

/** Shows a document, hears what is offered, and takes what can be handed in at once. */
const takes = (actor: Actor, person: number, at: Date): Deed => ({
  actor,
  at,
  work: async (ctx) => {
    const matter = `demonstration ${person}`;
    await recognise(ctx, { matter, person, until: new Date(at.getTime() + HOUR_MS) });
    const { offers } = await offerActs.showFor(ctx, { person });
    for (const { offer, whole } of offers)
      if (whole) await offerActs.acceptFor(ctx, { person, offer });
    await endVisit(ctx, matter);
  },
});
