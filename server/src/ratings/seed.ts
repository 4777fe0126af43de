// SPDX-License-Identifier: Apache-2.0
// The demonstration's ratings: of matters that were decided, and of visits of the weeks before. All invented.
import type { RatingMove } from '@lilong/contracts/rating-flow';
import { sql } from 'kysely';
import { systemActor } from '../kernel/actor.ts';
import { type Ctx, makeCtx } from '../kernel/ctx.ts';
import type { Host } from '../kernel/host.ts';
import { insertRating, sealSaid } from './queries.ts';
import { lookEverywhere } from './reach.ts';
import { praises, type Tale, tales } from './seed-tales.ts';
import { clockFacts } from './settings.ts';
import { decidedMatters, type Subject } from './subject.ts';
import type { RatingRow } from './tables.ts';
import { clocksOf, firstState, moved } from './workflow.ts';

const lock = 771011;
const HOUR_MS = 3_600_000;
const VISITS = 160;
const MATTERS = 60;

/** Writes them, unless there are some. All of it or nothing. */
export async function liveRatings(host: Host): Promise<void> {
  await host.db.kysely.transaction().execute(async (db) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(lock)})`.execute(db);
    const { ctx } = makeCtx(host, db, systemActor, host.clock(), 'demonstration');
    await lookEverywhere(ctx);
    const { rows } = await sql`select 1 from ratings.rating limit 1`.execute(db);
    if (rows.length > 0) return;
    const matters = await decidedMatters(ctx, MATTERS);
    const [first] = matters;
    if (first === undefined) return;
    const bad = [...tales];
    for (const [at, subject] of [...matters, ...visitsAt(first, VISITS)].entries()) {
      const tale = at % 7 === 3 ? bad.shift() : undefined;
      await (tale === undefined ? rateWell(ctx, subject, at) : rateBadly(ctx, subject, tale));
    }
  });
}

/** Visits whose tickets are forgotten: nothing but a class of service is left of them. */
function visitsAt(of: Subject, many: number): Subject[] {
  return Array.from({ length: many }, (_, at) => ({
    ...{ ...of, of: 'visit', ref: `gone visit ${at}`, person: null, account: null },
    ...(at % 3 === 0
      ? { item: 'insurance', name: '社保医保', nameEn: 'Pension and health insurance' }
      : { item: 'general', name: '综合', nameEn: 'General' }),
    units: of.units.slice(-1),
  }));
}

async function rateWell(ctx: Ctx, subject: Subject, at: number): Promise<void> {
  const grade = [5, 5, 4, 5, 5, 3, 5, 4][at % 8] ?? 5;
  const words = grade > 3 && at % 9 === 0 ? (praises[at / 9] ?? null) : null;
  await write(ctx, subject, { grade, words, hoursAgo: 20 + at * 7, reasons: [], moves: [] });
}

const rateBadly = (ctx: Ctx, subject: Subject, tale: Tale): Promise<void> =>
  write(ctx, subject, tale);

async function write(ctx: Ctx, subject: Subject, tale: Tale): Promise<void> {
  const now = ctx.now.getTime();
  const facts = await clockFacts(ctx);
  const rated_at = new Date(now - tale.hoursAgo * HOUR_MS);
  const begun = { rated_at, hard: false, state: firstState(tale.grade, tale.words !== null) };
  const phone = tale.grade <= 2 ? '021-00000000' : null;
  const unit = subject.units[0]?.no ?? subject.centre;
  const row = await insertRating(ctx, {
    ...{ street: subject.street, subject: subject.ref, of: subject.of, place: subject.place },
    ...{ centre_org: subject.centre, unit_org: unit, item: subject.item, workers: [] },
    ...{ item_name: subject.name, item_name_en: subject.nameEn, grade: tale.grade },
    ...{ reasons: [...tale.reasons], has_words: tale.words !== null },
    ...{ sealed: sealSaid(ctx, { words: tale.words, phone }), call_back: phone !== null },
    ...{ person: subject.person, account: subject.account, token_hash: null },
    ...{ first_due: null, finish_due: null, due_at: null, provisional: false, ...begun },
    ...clocksOf(begun, facts),
    ...{ tries: 0, reached_at: null, finished_at: null, result: null },
    ...{ satisfied: null, solved: null, answered_by: null, answered_at: null },
  });
  if (row !== undefined && tale.words !== null) await walk(ctx, row, tale, facts);
}

/** What was done about it since, each step in its time. */
async function walk(
  ctx: Ctx,
  row: RatingRow,
  { moves, hoursAgo, grade }: Tale,
  facts: Awaited<ReturnType<typeof clockFacts>>,
): Promise<void> {
  if (grade > 2) return;
  const steps: { did: RatingMove | 'rated'; at: Date; words: string | null }[] = [
    { did: 'rated', at: row.rated_at, words: null },
  ];
  let now = row;
  for (const [place, { move, words, ...given }] of moves.entries()) {
    const pace = (hoursAgo * (place + 1)) / (moves.length + 1);
    const at = new Date(row.rated_at.getTime() + pace * HOUR_MS);
    now = { ...now, ...moved(now, move, given, { ...facts, now: at }) };
    steps.push({ did: move, at, words });
  }
  const { street, no, version: _, ...patch } = now;
  await ctx.db
    .updateTable('ratings.rating')
    .set(patch)
    .where('street', '=', street)
    .where('no', '=', no)
    .execute();
  for (const { did, at, words } of steps) {
    const office = did !== 'rated' && did !== 'answer';
    await ctx.db
      .insertInto('ratings.step')
      .values({
        ...{ street, rating: no, at, did, way: did === 'contact' ? 'phone' : null, account: null },
        organisation: office ? row.unit_org : null,
        role: office ? roleOf(row) : 'resident',
        sealed: words === null ? null : ctx.keys.seal(words),
      })
      .execute();
  }
}

const roleOf = ({ unit_org, centre_org }: RatingRow): string =>
  unit_org === centre_org ? 'centre_manager' : 'department_officer';
