// SPDX-License-Identifier: Apache-2.0
// 公示: the least of it, where the household lives, for so many days; objections go to whoever decides.

import type { objectToNotice, publicNotices } from '@lilong/contracts/assistance';
import type { answerObjection, beginNotice } from '@lilong/contracts/assistance-work';
import { daysAfter } from '@lilong/contracts/days';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { sql } from 'kysely';
import { lookEverywhere, moveAffairOf } from '../affairs/index.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import { sayServer } from '../kernel/voice.ts';
import { goOn } from './clock.ts';
import { sealed } from './kept.ts';
import { knowFor, shown } from './page.ts';
import { lockMatter, tellMatter, updateMatter } from './queries.ts';
import { noticeDays } from './settings.ts';
import { namedOf } from './stages.ts';
import type { NoticeRow } from './tables.ts';

export async function post(
  ctx: Ctx,
  { reason, ...at }: InputOf<typeof beginNotice>,
): Promise<ReplyOf<typeof beginNotice>> {
  const known = await knowFor(ctx, 'verify', at, 'notice');
  const { matter, reckoning, notice } = known;
  if (notice !== undefined || reckoning === null || reckoning.category === null)
    throw new Refusal('assistance.stage', { stage: known.stage });
  await moveAffairOf(ctx, matter, 'special', { procedure: 'notice', reason });
  const from = today(ctx);
  await ctx.db
    .insertInto('assistance.notice')
    .values({
      ...{ street: matter.street, matter: matter.no, place: matter.lives_at ?? matter.place },
      name: namedOf(matter, known.whole.members, from),
      ...{ category: reckoning.category, people: reckoning.people },
      // The day on which it is posted is not counted.
      ...{ from_on: from, to_on: daysAfter(from, await noticeDays(ctx)), ended_at: null },
    })
    .execute();
  await updateMatter(ctx, matter, {});
  ctx.note({ act: 'assistance.noticed', subject: at.ref, place: matter.place });
  return shown(ctx, known);
}

const pageSize = 50;

export async function showNotices(
  ctx: Ctx,
  { place, after = 0 }: InputOf<typeof publicNotices>,
): Promise<ReplyOf<typeof publicNotices>> {
  const { rows } = await sql<ReplyOf<typeof publicNotices>['notices'][number]>`
    select n.street, n.no, n.name, n.category, n.people, n.from_on as "from", n.to_on as "to", p.name as "placeName",
      s.name as "officeName"
    from assistance.notice n join places.place p on p.no = n.place
    join places.place s on s.no = n.street::bigint * 1000000
    where n.ended_at is null and n.to_on >= ${today(ctx)}::date
      ${place === undefined ? sql`` : sql`and n.place = ${place}::bigint`}
    order by n.no desc limit ${pageSize + 1} offset ${after}`.execute(ctx.db);
  return { notices: rows.slice(0, pageSize), more: rows.length > pageSize };
}

/** Whoever has an account may object; the program writes it down for whoever decides. */
export async function object(
  ctx: Ctx,
  { street, no, words }: InputOf<typeof objectToNotice>,
): Promise<ReplyOf<typeof objectToNotice>> {
  if (ctx.actor.account === null) throw new Refusal('auth.sign-in-first', {});
  ctx.settled('whoever is signed in may object to what everybody may read');
  await lookEverywhere(ctx);
  const { rows } = await sql<NoticeRow>`
    select * from assistance.notice where street = ${street} and no = ${no} and ended_at is null and to_on >= ${today(ctx)}::date`.execute(
    ctx.db,
  );
  const [notice] = rows;
  const matter =
    notice === undefined ? undefined : await lockMatter(ctx, { street, no: notice.matter });
  if (matter === undefined) throw new Refusal('found.nothing', { what: 'notice' });
  await sql`insert into assistance.objection (street, matter, account, at, sealed)
    values (${street}, ${matter.no}, ${ctx.actor.account}::bigint, ${ctx.now}::timestamptz, ${sealed(ctx, words)})`.execute(
    ctx.db,
  );
  await updateMatter(ctx, matter, {});
  ctx.note({ act: 'assistance.objected', subject: `notice ${street} ${no}`, place: matter.place });
  tellMatter(ctx, matter, null);
  return { done: true };
}

export async function settleObjection(
  ctx: Ctx,
  { no, answer, ...at }: InputOf<typeof answerObjection>,
): Promise<ReplyOf<typeof answerObjection>> {
  const known = await knowFor(ctx, 'verify', at);
  const { matter } = known;
  const { rows } = await sql`
    update assistance.objection set answered_at = ${ctx.now}::timestamptz, answer = ${answer}
    where street = ${matter.street} and matter = ${matter.no} and no = ${no} and answer is null returning no`.execute(
    ctx.db,
  );
  if (rows.length === 0) throw new Refusal('found.nothing', { what: 'objection' }, 'no');
  await updateMatter(ctx, matter, {});
  ctx.note({ act: 'assistance.objection-answered', subject: at.ref, place: matter.place });
  return shown(ctx, known);
}

/** What has been up long enough comes down, and the clock goes on. By the program alone. */
export async function endNotices(ctx: Ctx, most: number): Promise<number> {
  await lookEverywhere(ctx);
  const { rows } = await sql<NoticeRow & { objections: number }>`
    select n.*, (select count(*) from assistance.objection o where o.street = n.street and o.matter = n.matter) as objections
    from assistance.notice n where n.ended_at is null and n.to_on < ${today(ctx)}::date order by n.to_on limit ${most}`.execute(
    ctx.db,
  );
  for (const { street, no, matter: key, objections } of rows) {
    await lookEverywhere(ctx);
    await sql`update assistance.notice set ended_at = ${ctx.now}::timestamptz where street = ${street} and no = ${no}`.execute(
      ctx.db,
    );
    const matter = await lockMatter(ctx, { street, no: key });
    if (matter === undefined || matter.over_at !== null) continue;
    await updateMatter(ctx, matter, {});
    const reason = sayServer('zh', 'assistance.notice-over', { count: Number(objections) });
    tellMatter(ctx, matter, await goOn(ctx, matter, reason));
  }
  return rows.length;
}
