// SPDX-License-Identifier: Apache-2.0
// The demonstration has a past: ten days of cases, lived through by the functions that serve requests.
import type { Transaction } from 'kysely';
import { sealOnce } from '../audit/index.ts';
import { actInTurn } from '../kernel/acting.ts';
import type { Catalogue } from '../kernel/catalogue.ts';
import type { Ctx, Tools } from '../kernel/ctx.ts';
import type { Host } from '../kernel/host.ts';
import { insertStored, type Stored, storePictures } from '../kernel/keep.ts';
import type { Picture } from '../kernel/pictures.ts';
import type { DB } from '../kernel/tables.ts';
import { momentsBefore } from './hours.ts';
import { type Life, newLife, type Step } from './life.ts';
import { drawAll, pictureKey } from './pictures.ts';
import { handovers, type Plan, planLives } from './plan.ts';
import { hasCases, waitForOthers } from './queries.ts';
import { setStage } from './stage.ts';
import { readSayings, readSentences } from './texts.ts';

/** One thing that somebody did. */
interface Deed {
  readonly at: Date;
  readonly step: Step;
  readonly life: Life;
}

/**
 * Lives through the ten days before now, when no case is there yet. All in one transaction: an
 * interrupted start leaves nothing half-lived.
 */
export async function liveTenDays(host: Host): Promise<void> {
  const { kysely } = host.db;
  if (await hasCases(kysely)) return;
  const drawing = drawAll();
  const now = host.clock();
  const tools = { ...host, catalogue: asOf(host.catalogue, now) };
  const deeds = await plannedDeeds(tools, host, now);
  const stored = await storeShown(host, deeds, await drawing);
  await kysely.transaction().execute(async (db) => {
    await waitForOthers(db);
    if (!(await hasCases(db))) await liveAll(tools, db, deeds, stored);
  });
  await sealOnce(host); // old rows without a seal would look like a fault
  host.wake();
}

/** Days in the past have their catalogue as well, read once: its age is counted from now. */
export function asOf(catalogue: Catalogue, now: Date): Catalogue {
  return {
    rows: (db, kind) => catalogue.rows(db, kind, now),
    inForce: (db, kind, key, day) => catalogue.inForce(db, kind, key, day, now),
    forget: () => catalogue.forget(),
  };
}

async function plannedDeeds(tools: Tools, { db }: Host, now: Date): Promise<Deed[]> {
  const sentences = readSentences();
  const sayings = readSayings();
  const categories = await tools.catalogue.rows(db.kysely, 'category', now);
  const conditions = await tools.catalogue.rows(db.kysely, 'condition', now);
  const stage = await setStage(db.kysely, sentences);
  const lives = planLives(stage, sentences, sayings, categories, conditions);
  return [...lives, ...handovers(stage, sayings)]
    .flatMap((plan) => deedsOf(plan, now))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

function deedsOf({ ageHours, steps }: Plan, now: Date): Deed[] {
  const life = newLife();
  const moments = momentsBefore(now.getTime(), ageHours, steps);
  return steps.map((step, index) => ({ at: new Date(moments[index] ?? 0), step, life }));
}

/** The pictures of all deeds, in their order. */
async function storeShown(
  { files }: Host,
  deeds: readonly Deed[],
  drawn: ReadonlyMap<string, Picture>,
): Promise<Stored[]> {
  const brought = deeds.flatMap(({ at, step }) =>
    step.shows.flatMap((shown) => {
      const picture = drawn.get(pictureKey(shown));
      return picture === undefined ? [] : [{ account: step.who.account, picture, at }];
    }),
  );
  return storePictures(files, brought);
}

async function liveAll(
  tools: Tools,
  db: Transaction<DB>,
  deeds: readonly Deed[],
  stored: readonly Stored[],
): Promise<void> {
  const numbers = await insertStored(db, stored);
  let used = 0;
  const lived = deeds.map(({ at, step, life }) => {
    const files = numbers.slice(used, used + step.shows.length);
    used += files.length;
    return { at, actor: step.who, work: (ctx: Ctx) => step.run(ctx, life, files) };
  });
  await actInTurn(tools, db, 'demonstration', lived);
}
