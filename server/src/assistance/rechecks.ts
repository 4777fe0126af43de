// SPDX-License-Identifier: Apache-2.0
// 复核: who is due, what has changed, and what follows from it: the same, another amount, or an end, with reason and remedy.

import type { Reckoning, tellChange } from '@lilong/contracts/assistance';
import type { listRechecks, settleRecheck } from '@lilong/contracts/assistance-work';
import { daysAfter, monthAfter } from '@lilong/contracts/days';
import { formatRef, parseRef } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { sql } from 'kysely';
import { lookAtAffairs, lookEverywhere } from '../affairs/index.ts';
import { revokeIssued } from '../certificates/index.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import { standAside } from '../registry/index.ts';
import { reckon } from './arithmetic.ts';
import { goToMine } from './authorise.ts';
import { tellAwarded } from './decide.ts';
import { opened, sealed } from './kept.ts';
import { dayOf } from './page.ts';
import { awardPolicy } from './policy.ts';
import { basisOf, recheckMonths } from './settings.ts';
import type { AwardRow, RecheckRow } from './tables.ts';

/** Looked at so many days before it is due. */
const ahead = 30;

/** Whoever is due, and everybody whose standard has changed. By the program alone; told twice it adds nothing. */
export async function findDue(ctx: Ctx): Promise<number> {
  await lookEverywhere(ctx);
  const { standardFen } = await basisOf(ctx);
  const { rows } = await sql<{ decide_org: number }>`
    with found as (
      insert into assistance.recheck (street, award, why, since)
      select a.street, a.no, case when a.standard_fen <> ${standardFen}::bigint then 'standard' else 'due' end, ${ctx.now}::timestamptz
      from assistance.award a where a.ended_on is null
        and (a.recheck_on <= ${daysAfter(today(ctx), ahead)}::date or a.standard_fen <> ${standardFen}::bigint)
      on conflict (street, award) where done_at is null do nothing returning street, award)
    select a.decide_org from found f join assistance.award a on a.street = f.street and a.no = f.award`.execute(
    ctx.db,
  );
  const organisations = [...new Set(rows.map(({ decide_org }) => decide_org))];
  if (organisations.length > 0)
    ctx.emit({
      ...{ name: 'assistance.due', street: 0, subject: 'rechecks', place: null },
      ...{ facts: { found: rows.length }, audience: { organisations } },
    });
  return rows.length;
}

/** A household says what has changed (article 32); somebody looks at it. */
export async function tell(
  ctx: Ctx,
  { ref, words }: InputOf<typeof tellChange>,
): Promise<ReplyOf<typeof tellChange>> {
  const { matter } = await goToMine(ctx, ref);
  const { rows } = await sql<AwardRow>`
    select * from assistance.award where street = ${matter.street} and matter = ${matter.no} and ended_on is null`.execute(
    ctx.db,
  );
  const [award] = rows;
  if (award === undefined) throw new Refusal('assistance.stage', { stage: 'over' });
  await sql`
    insert into assistance.recheck as r (street, award, why, since, sealed)
    values (${award.street}, ${award.no}, 'told', ${ctx.now}::timestamptz, ${sealed(ctx, words)})
    on conflict (street, award) where done_at is null do update set why = 'told', sealed = excluded.sealed`.execute(
    ctx.db,
  );
  ctx.note({ act: 'assistance.told', subject: ref, place: matter.place });
  tellAward(ctx, award, 'assistance.due');
  return { done: true };
}

function tellAward(ctx: Ctx, award: AwardRow, name: string): void {
  const accounts = award.account === null ? [] : [award.account];
  ctx.emit({
    ...{ name, street: award.street, subject: `award ${award.no}`, place: null, facts: {} },
    audience: { organisations: [award.decide_org], accounts },
  });
}

const mostShown = 100;

async function selectOpen(
  ctx: Ctx,
  no?: number,
): Promise<(RecheckRow & Omit<AwardRow, 'no' | 'street' | 'sealed'> & { kept: Buffer })[]> {
  const { rows } = await sql<
    RecheckRow & Omit<AwardRow, 'no' | 'street' | 'sealed'> & { kept: Buffer }
  >`
    select a.*, a.sealed as kept, r.* from assistance.recheck r join assistance.award a on a.street = r.street and a.no = r.award
    where r.done_at is null and ${ctx.may(awardPolicy, 'recheck', 'a')} ${no === undefined ? sql`` : sql`and r.no = ${no}`}
    order by r.why = 'due', r.since, r.no limit ${mostShown} ${no === undefined ? sql`` : sql`for update of r, a`}`.execute(
    ctx.db,
  );
  return rows;
}

export async function showRechecks(ctx: Ctx): Promise<ReplyOf<typeof listRechecks>> {
  ctx.requireEver(awardPolicy, 'list');
  await lookAtAffairs(ctx);
  const rows = await selectOpen(ctx);
  return {
    rechecks: rows.map((row) => ({
      ...{
        ref: formatRef('A', { street: row.street, no: row.matter }),
        no: row.no,
        name: row.name,
      },
      ...{ category: row.category, people: row.people, amountFen: row.amount_fen, why: row.why },
      since: dayOf(ctx, row.since),
      words: row.sealed === null ? null : opened<string>(ctx, row.sealed),
      reckoning: opened<Reckoning>(ctx, row.kept),
    })),
  };
}

export async function settleOne(
  ctx: Ctx,
  { no, fraud, reason, remedy, ...means }: InputOf<typeof settleRecheck>,
): Promise<ReplyOf<typeof settleRecheck>> {
  ctx.requireEver(awardPolicy, 'recheck');
  await lookAtAffairs(ctx);
  const [row] = await selectOpen(ctx, no);
  if (row === undefined) throw new Refusal('found.nothing', { what: 'recheck' }, 'no');
  await standAside(ctx, row.person);
  const found = reckon(means, await basisOf(ctx));
  const category = fraud ? null : found.category;
  const same = category === row.category && found.amountFen === row.amount_fen;
  const kept = same ? ('same' as const) : ('changed' as const);
  const outcome = category === null ? ('stopped' as const) : kept;
  await sql`
    update assistance.recheck set done_at = ${ctx.now}::timestamptz, done_by = ${ctx.actor.account}::bigint, outcome = ${outcome},
      reason = ${reason}, remedy = ${remedy} where street = ${row.street} and no = ${row.no}`.execute(
    ctx.db,
  );
  const award = { ...row, no: row.award, sealed: row.kept };
  await changeAward(ctx, award, { category, found, reason });
  tellAward(ctx, award, 'assistance.changed');
  ctx.note({
    act: 'assistance.rechecked',
    subject: `award ${row.award}`,
    place: row.place,
    facts: { outcome },
  });
  return { outcome, amountFen: category === null ? 0 : found.amountFen };
}

interface Change {
  readonly category: Reckoning['category'];
  readonly found: Reckoning;
  readonly reason: string;
}
async function changeAward(
  ctx: Ctx,
  award: AwardRow,
  { category, found, reason }: Change,
): Promise<void> {
  const at = sql`where street = ${award.street} and no = ${award.no}`;
  if (category === null)
    await sql`update assistance.award set ended_on = ${today(ctx)}::date, ended_why = ${reason} ${at}`.execute(
      ctx.db,
    );
  else
    await sql`
      update assistance.award set category = ${category}, people = ${found.people}, amount_fen = ${found.amountFen},
        standard_fen = ${found.standardFen}, sealed = ${sealed(ctx, found)},
        recheck_on = ${monthAfter(today(ctx), await recheckMonths(ctx))}::date ${at}`.execute(
      ctx.db,
    );
  const certificate = award.certificate === null ? undefined : parseRef('Q', award.certificate);
  if (category !== award.category && certificate !== undefined)
    await revokeIssued(ctx, certificate, reason.slice(0, 300));
  tellAwarded(ctx, award, { label: category, was: award.category });
}
