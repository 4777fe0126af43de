// SPDX-License-Identifier: Apache-2.0
// What somebody of the household sees: each step, what they agree to, the amount and how it came about.

import type { MyAssistance, myAssistance, Reckoning } from '@lilong/contracts/assistance';
import { maskName } from '@lilong/contracts/mask';
import { formatRef } from '@lilong/contracts/refs';
import type { ReplyOf } from '@lilong/contracts/route';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import { stateMyself } from '../registry/index.ts';
import { opened } from './kept.ts';
import { dayOf, noticeOf, personOf } from './page.ts';
import { matterPolicy } from './policy.ts';
import { selectWhole, type Whole } from './queries.ts';
import { isAdult, stageOf } from './stages.ts';
import type { AwardRow, MatterRow, RecheckRow } from './tables.ts';

const most = 20;

export async function showMine(ctx: Ctx): Promise<ReplyOf<typeof myAssistance>> {
  await stateMyself(ctx);
  const { rows } = await sql<MatterRow & { decideName: string; mine: number[] }>`
    select m.*, o.name as "decideName", registry.persons() as mine from assistance.matter m
    join places.organisation o on o.no = m.decide_org
    where ${ctx.may(matterPolicy, 'own', 'm')} order by m.begun_at desc limit ${most}`.execute(
    ctx.db,
  );
  const matters: MyAssistance[] = [];
  for (const row of rows) matters.push(await mineOf(ctx, row, row.mine));
  return { matters };
}

async function mineOf(
  ctx: Ctx,
  matter: MatterRow & { decideName: string },
  mine: readonly number[],
): Promise<MyAssistance> {
  const whole = await selectWhole(ctx, matter);
  const { members, notice, award } = whole;
  const reckoning = matter.reckoning === null ? null : opened<Reckoning>(ctx, matter.reckoning);
  const day = today(ctx);
  const stage = stageOf({ matter, members, notice, award, reckoning }, day);
  const me = members.find(({ person }) => mine.includes(person));
  const grown = me !== undefined && isAdult(me.born_on, day);
  return {
    ...{ ref: formatRef('A', matter), stage, applicant: mine.includes(matter.person) },
    people: members.map((one) => ({
      ...personOf(ctx, one),
      name: one === me ? one.name : maskName(one.name),
      me: one === me,
    })),
    ...{ decideName: matter.decideName, asked: matter.asked, answered: matter.answered },
    visitedOn: matter.visited_at === null ? null : dayOf(ctx, matter.visited_at),
    notice: noticeOf(whole),
    reckoning: award === undefined ? reckoning : opened<Reckoning>(ctx, award.sealed),
    award: award === undefined ? null : await awardOf(ctx, award),
    can: {
      authorise: grown && me.authorised_at === null && stage === 'authorise',
      takeBack: grown && me.authorised_at !== null && matter.asked === 0 && matter.over_at === null,
      tell: stage === 'granted' && grown,
    },
  };
}

async function awardOf(
  ctx: Ctx,
  award: NonNullable<Whole['award']>,
): Promise<NonNullable<MyAssistance['award']>> {
  const { rows: payments } = await sql<{ month: string; amountFen: number }>`
    select l.month, y.amount_fen as "amountFen" from assistance.payment y
    join assistance.pay_list l on l.street = y.street and l.no = y.pay_list
    where y.street = ${award.street} and y.award = ${award.no} and l.approved_at is not null order by l.month desc limit 12`.execute(
    ctx.db,
  );
  return {
    ...{ category: award.category, amountFen: award.amount_fen, from: award.from_on },
    ...{ endedOn: award.ended_on, endedWhy: award.ended_why, recheckOn: award.recheck_on },
    ...{ payments, told: await lastTold(ctx, award) },
  };
}

async function lastTold(
  ctx: Ctx,
  { street, no }: AwardRow,
): Promise<NonNullable<MyAssistance['award']>['told']> {
  const { rows } = await sql<RecheckRow>`
    select * from assistance.recheck where street = ${street} and award = ${no} and done_at is not null order by done_at desc limit 1`.execute(
    ctx.db,
  );
  const [row] = rows;
  if (row === undefined || row.done_at === null || row.outcome === null) return null;
  return {
    on: dayOf(ctx, row.done_at),
    outcome: row.outcome,
    reason: row.reason ?? '',
    remedy: row.remedy ?? '',
  };
}
