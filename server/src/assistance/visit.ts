// SPDX-License-Identifier: Apache-2.0
// 入户: two people in the home, of the street that decides or the one that assists; the clock stands still from the announcement on.
import type { announceVisit, recordVisit } from '@lilong/contracts/assistance-work';
import { parseRef } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { sql } from 'kysely';
import { handleAffair, lookAtAffairs, moveAffairOf } from '../affairs/index.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { json } from '../kernel/db.ts';
import { attach } from '../kernel/files.ts';
import { sayServer } from '../kernel/voice.ts';
import { fileSubject } from './authorise.ts';
import { goOn } from './clock.ts';
import { sealed } from './kept.ts';
import { knowFor, shown } from './page.ts';
import { matterPolicy } from './policy.ts';
import { updateMatter } from './queries.ts';
import { nameOfAccount } from './staff.ts';

export async function announce(
  ctx: Ctx,
  { reason, ...at }: InputOf<typeof announceVisit>,
): Promise<ReplyOf<typeof announceVisit>> {
  const known = await knowFor(ctx, 'visit', at, 'visit');
  await moveAffairOf(ctx, known.matter, 'special', { procedure: 'household_visit', reason });
  await updateMatter(ctx, known.matter, {});
  ctx.note({ act: 'assistance.visit-announced', subject: at.ref, place: known.matter.place });
  return shown(ctx, known);
}

export async function visited(
  ctx: Ctx,
  { withName, findings, words, signedBy, files, ...at }: InputOf<typeof recordVisit>,
): Promise<ReplyOf<typeof recordVisit>> {
  const known = await knowFor(ctx, 'visit', at, 'visit');
  const { matter } = known;
  const byName = await nameOfAccount(ctx);
  if (withName.trim() === byName) throw new Refusal('assistance.second-person', {}, 'withName');
  const { row } = await handleAffair(ctx, matter);
  // Who comes unannounced has it written down all the same, that the clock stood still and why.
  if (row.state !== 'special')
    await moveAffairOf(ctx, matter, 'special', {
      ...{ procedure: 'household_visit', reason: sayServer('zh', 'assistance.visit') },
    });
  await sql`
    insert into assistance.visit (street, matter, at, organisation, account, by_name, with_name, findings, sealed, signed_by, files)
    values (${matter.street}, ${matter.no}, ${ctx.now}::timestamptz, ${ctx.actor.post?.organisation ?? 0}, ${ctx.actor.account}::bigint,
      ${byName}, ${withName.trim()}, ${json(findings)}, ${words === undefined ? null : sealed(ctx, words)}::bytea, ${signedBy.trim()},
      ${[...files]}::bigint[])`.execute(ctx.db);
  await attach(ctx, files, fileSubject(matter));
  await goOn(ctx, matter, sayServer('zh', 'assistance.visited'));
  await updateMatter(ctx, matter, { visited_at: ctx.now, visited_by: ctx.actor.account });
  ctx.note({ act: 'assistance.visited', subject: at.ref, place: matter.place });
  return shown(ctx, known);
}

/** Pictures of a home and of signed papers: the offices that work on it. */
export async function maySeePicture(ctx: Ctx, { subject }: { subject: string }): Promise<boolean> {
  const ref = /^assistance (\S+)$/.exec(subject)?.[1];
  const key = ref === undefined ? undefined : parseRef('A', ref);
  if (key === undefined || ctx.actor.kind !== 'staff') return false;
  await lookAtAffairs(ctx);
  const { rows } = await sql`
    select 1 from assistance.matter m where m.street = ${key.street} and m.no = ${key.no}
      and ${ctx.may(matterPolicy, 'read', 'm')}`.execute(ctx.db);
  return rows.length > 0;
}
