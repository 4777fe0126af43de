// SPDX-License-Identifier: Apache-2.0
// Visits of one's account that can be rated, or whose rating is being handled: its ticket may be forgotten by then.
import type { myRatings } from '@lilong/contracts/ratings';
import { formatRef, type RowKey } from '@lilong/contracts/refs';
import type { ReplyOf } from '@lilong/contracts/route';
import { sql } from 'kysely';
import { DAY_MS } from '../kernel/calendar-zone.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { dayIn } from '../kernel/today.ts';
import { ratingPolicy } from './policy.ts';
import { nameOf } from './queries.ts';
import { lookAsRater } from './reach.ts';
import { openDays } from './settings.ts';
import type { Subject } from './subject.ts';
import type { RatingRow } from './tables.ts';
import { movesOf } from './workflow.ts';

const most = 50;
type Line = ReplyOf<typeof myRatings>['visits'][number];

export async function showVisits(ctx: Ctx): Promise<ReplyOf<typeof myRatings>> {
  ctx.requireEver(ratingPolicy, 'rate');
  const { account } = ctx.actor;
  await lookAsRater(ctx, { rater: account });
  const days = await openDays(ctx);
  const since = new Date(ctx.now.getTime() - days * DAY_MS);
  const { rows } = await sql<RatingRow>`
    select * from ratings.rating r where r.account = ${account}::bigint and r.of = 'visit'
      and (r.state in ('heard', 'contacted', 'finished') or r.rated_at > ${since}::timestamptz)
    order by r.rated_at desc, r.no desc limit ${most}`.execute(ctx.db);
  const rated: Line[] = [];
  for (const row of rows) rated.push(await ratedLine(ctx, row));
  const known = new Set(rated.map(({ subject }) => subject));
  const open = (await openVisits(ctx, since, days)).filter(({ subject }) => !known.has(subject));
  return { visits: [...open, ...rated] };
}

async function ratedLine(ctx: Ctx, row: RatingRow): Promise<Line> {
  return {
    ...{ subject: row.subject, name: row.item_name, nameEn: row.item_name_en },
    ...{ unitName: await nameOf(ctx, row.unit_org), day: dayIn(ctx, row.rated_at) },
    ...{ until: null, given: row.state, asks: movesOf(row, 'rater', ctx.now).includes('answer') },
  };
}

interface DoneTicket extends RowKey {
  readonly organisationName: string;
  readonly services: readonly string[];
  readonly ended_at: Date;
}
async function openVisits(ctx: Ctx, since: Date, days: number): Promise<Line[]> {
  const { rows } = await sql<DoneTicket>`
    select t.street, t.no, o.name as "organisationName", t.services, t.ended_at from counters.ticket t
    join places.organisation o on o.no = t.organisation
    where t.account = ${ctx.actor.account}::bigint and t.state = 'done' and t.ended_at > ${since}::timestamptz
    order by t.ended_at desc limit ${most}`.execute(ctx.db);
  const classes = await ctx.catalogue.rows(ctx.db, 'service', ctx.now);
  return rows.map((row) => {
    const named = classes.findLast(({ key }) => key === row.services[0]);
    return {
      ...{ subject: formatRef('T', row), name: named?.name ?? '', nameEn: named?.nameEn || null },
      ...{ unitName: row.organisationName, day: dayIn(ctx, row.ended_at) },
      until: dayIn(ctx, new Date(row.ended_at.getTime() + days * DAY_MS)),
      ...{ given: null, asks: false },
    };
  });
}

/** A visit whose ticket is forgotten, as its rating has it; none when the account rated none such. */
export async function ratedVisit(ctx: Ctx, ref: string): Promise<Subject | undefined> {
  const { rows } = await sql<RatingRow>`
    select * from ratings.rating r where r.subject = ${ref} and r.of = 'visit' and r.account = ${ctx.actor.account}::bigint`.execute(
    ctx.db,
  );
  const [row] = rows;
  return row && subjectOf(row, await nameOf(ctx, row.unit_org));
}

const subjectOf = (row: RatingRow, unitName: string): Subject => ({
  ...{ ref: row.subject, of: 'visit', street: row.street, place: row.place },
  ...{ centre: row.centre_org, units: [{ no: row.unit_org, name: unitName }] },
  ...{ item: row.item, name: row.item_name, nameEn: row.item_name_en },
  ...{ person: row.person, account: row.account, tokenHash: null },
  ...{ overAt: row.rated_at, never: false },
});
