// SPDX-License-Identifier: Apache-2.0
// A worker of the demonstration's committee was at the resident's door yesterday, and brings the papers to the counter today.
import { sql } from 'kysely';
import { paperActs } from '../affairs/index.ts';
import { doorActs } from '../doorstep/index.ts';
import { actInTurn, type Deed } from '../kernel/acting.ts';
import { type Actor, systemActor } from '../kernel/actor.ts';
import type { Host } from '../kernel/host.ts';
import { asSystem } from '../kernel/serve.ts';
import { asOf } from './cases.ts';
import { selectPosts } from './queries.ts';
import { actorOf, HOME_COMMITTEE } from './stage.ts';

const HOUR_MS = 3_600_000;
const lock = 771_014;
const name = 'demonstration';

/** One slip is under way, unless there is one. */
export async function liveSlips(host: Host): Promise<void> {
  const person = await asSystem(host, name, systemActor, doorActs.whoWaits);
  const [worker] = (await selectPosts(host.db.kysely, [HOME_COMMITTEE])).filter(
    ({ role }) => role === 'committee_worker',
  );
  if (person === undefined || worker === undefined) return;
  const now = host.clock();
  const tools = { ...host, catalogue: asOf(host.catalogue, now) };
  await host.db.kysely.transaction().execute(async (db) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(lock)})`.execute(db);
    await actInTurn(tools, db, name, deedsOf(actorOf(worker), person, now.getTime()));
  });
  host.wake();
}

/** What a matter lacks is collected, with two papers besides; then it is on the way. */
function deedsOf(actor: Actor, person: number, now: number): Deed[] {
  let on: { ref: string; keys: string[]; centre: number } | undefined;
  const collects: Deed['work'] = async (ctx) => {
    const { matters } = await doorActs.showMatters(ctx, { person });
    const matter = matters.find(({ lacking }) => lacking.length > 0) ?? matters[0];
    if (matter === undefined) return;
    const asked = matter.lacking.slice(0, 2).map(({ key, name: called }) => ({
      ...{ key, name: called, form: 'original' as const, count: 1 },
    }));
    const deed = { name: '房产证', form: 'original' as const, count: 1 };
    const copy = { name: '户口簿复印件', form: 'copy' as const, count: 2 };
    const made = await doorActs.collect(ctx, {
      ...{ person, matter: matter.ref, papers: [...asked, deed, copy], agreed: { by: 'told' } },
    });
    const keys = made.papers.map(({ key }) => key);
    on = { ref: made.ref, keys, centre: made.centre.organisation };
  };
  const sends: Deed['work'] = async (ctx) => {
    const { ref = '', keys = [], centre = 0 } = on ?? {};
    await paperActs.send(ctx, { papers: keys.map((key) => ({ ref, key })), to: centre });
  };
  return [
    { actor, at: new Date(now - 22 * HOUR_MS), work: collects },
    { actor, at: new Date(now - HOUR_MS), work: sends },
  ];
}
