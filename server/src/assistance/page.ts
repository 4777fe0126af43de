// SPDX-License-Identifier: Apache-2.0
// A household's matter as the office reads it. The street that only assists is shown no answer of any source.
import { type AffairState, runningStates } from '@lilong/contracts/affair-flow';
import type { MyAssistance } from '@lilong/contracts/assistance';
import type { Answer, AssistancePage, getAssistance } from '@lilong/contracts/assistance-work';
import { formatRef } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf } from '@lilong/contracts/route';
import { sql } from 'kysely';
import { type Handled, handleAffair, lookAtAffairs } from '../affairs/index.ts';
import { dateOfDay, zoneOf } from '../kernel/calendar-zone.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import { logAccess, lookAs, standAside } from '../registry/index.ts';
import { takeAnswers } from './answers.ts';
import { opened } from './kept.ts';
import { reckoningOf } from './means.ts';
import { matterPolicy } from './policy.ts';
import { goTo, lockMatter, matterKey, selectWhole, tellMatter, type Whole } from './queries.ts';
import { sayRelation } from './say.ts';
import { basisTold } from './settings.ts';
import { actsAt, isAdult, needStage, type Standing, stageOf } from './stages.ts';
import type { InquiryRow, MatterRow, MemberRow } from './tables.ts';

/** A matter with all that stands about it. */
export interface Known extends Standing {
  readonly matter: MatterRow;
  readonly whole: Whole;
  readonly handled: Handled;
  readonly may: Readonly<Record<string, boolean>>;
  readonly stage: ReturnType<typeof stageOf>;
}

export async function know(ctx: Ctx, matter: MatterRow): Promise<Known> {
  const handled = await handleAffair(ctx, matter);
  const { rows } = await sql<{ can: Record<string, boolean> }>`
    select ${ctx.can(matterPolicy, ['read', 'visit', 'verify', 'decide'], 'm')} as can from assistance.matter m
    where m.street = ${matter.street} and m.no = ${matter.no}`.execute(ctx.db);
  const may = rows[0]?.can ?? {};
  const whole = await selectWhole(ctx, matter);
  const reckoning =
    may.verify === true ? await reckoningOf(ctx, matter, handled.fields, whole.inquiries) : null;
  const { members, notice, award } = whole;
  const standing: Standing = { matter, members, notice, award, reckoning };
  return { ...{ ...standing, matter, whole, handled, may }, stage: stageOf(standing, today(ctx)) };
}

/**
 * The matter for an act: locked, as it was shown, at a stage in which it can be done.
 *
 * @throws {Refusal} as `goTo`; assistance.stage
 */
export async function knowFor(
  ctx: Ctx,
  action: 'visit' | 'verify' | 'decide',
  at: { readonly ref: string; readonly version: number },
  ...stages: readonly Known['stage'][]
): Promise<Known> {
  const known = await know(ctx, await goTo(ctx, action, at));
  if (stages.length > 0) needStage(known.stage, ...stages);
  return known;
}

/** What came of an act; told to the household, logged as a look. */
export async function shown(ctx: Ctx, { matter: before, handled }: Known): Promise<AssistancePage> {
  const matter = (await lockMatter(ctx, before)) ?? before;
  tellMatter(ctx, matter, handled.row.account);
  await logLook(ctx, matter);
  return pageOf(ctx, await know(ctx, matter));
}

async function logLook(ctx: Ctx, matter: MatterRow): Promise<void> {
  await lookAs(ctx, { persons: matter.people });
  for (const person of matter.people)
    await logAccess(ctx, { person, act: 'card', purpose: 'affair', elements: ['affairs'] });
}

export async function showAssistance(
  ctx: Ctx,
  { ref }: InputOf<typeof getAssistance>,
): Promise<AssistancePage> {
  ctx.requireEver(matterPolicy, 'read');
  await lookAtAffairs(ctx);
  const found = await lockMatter(ctx, matterKey(ref));
  if (found === undefined) throw new Refusal('found.nothing', { what: 'application' }, 'ref');
  await ctx.require(matterPolicy, 'read', found);
  await standAside(ctx, found.person);
  const matter = await takeAnswers(ctx, found);
  ctx.note({ act: 'assistance.read', subject: ref, place: matter.place });
  await logLook(ctx, matter);
  return pageOf(ctx, await know(ctx, matter));
}

/** In which an application is worked on. */
const running: readonly AffairState[] = [...runningStates, 'special'];

export async function pageOf(ctx: Ctx, known: Known): Promise<AssistancePage> {
  const { matter, whole, may, stage, reckoning } = known;
  const { members, inquiries, objections, visit } = whole;
  const openObjections = objections.filter(({ answer }) => answer === null).length;
  const acts = actsAt(stage, known, {
    ...{ account: ctx.actor.account, may, openObjections },
    underway: running.includes(known.handled.row.state),
  });
  return {
    ...{ ref: formatRef('A', matter), version: matter.version, stage },
    ...(await namesOf(ctx, matter)),
    people: members.map((one) => personOf(ctx, one)),
    inquiries: may.verify === true ? inquiries.map((one) => inquiryOf(ctx, one)) : null,
    ...{ asked: matter.asked, answered: matter.answered },
    visit:
      visit === undefined
        ? null
        : {
            ...{ at: visit.at.toISOString(), byName: visit.by_name, withName: visit.with_name },
            ...{ findings: visit.findings, signedBy: visit.signed_by, files: visit.files },
            words: visit.sealed === null ? null : opened<string>(ctx, visit.sealed),
          },
    notice: noticeOf(whole),
    objections: objections.map((one) => ({
      ...{ no: one.no, at: one.at.toISOString(), answer: one.answer },
      words: opened<string>(ctx, one.sealed),
    })),
    reckoning,
    basis: reckoning === null ? [] : await basisTold(ctx),
    can: Object.fromEntries(acts.map((act) => [act, true])),
  };
}

async function namesOf(ctx: Ctx, { decide_org, assist_org, lives_at }: MatterRow) {
  const { rows } = await sql<{
    decideName: string;
    assistName: string | null;
    livesName: string | null;
  }>`
    select (select name from places.organisation where no = ${decide_org}) as "decideName",
      (select name from places.organisation where no = ${assist_org}::bigint) as "assistName",
      (select name from places.place where no = ${lives_at}::bigint) as "livesName"`.execute(
    ctx.db,
  );
  return rows[0] ?? { decideName: '', assistName: null, livesName: null };
}

export const personOf = (ctx: Ctx, one: MemberRow) => ({
  ...{ no: one.no, name: one.name, relation: sayRelation(ctx, one.relation) },
  adult: isAdult(one.born_on, today(ctx)),
  authorisedAt: one.authorised_at?.toISOString() ?? null,
});

function inquiryOf(ctx: Ctx, one: InquiryRow): NonNullable<AssistancePage['inquiries']>[number] {
  const late = one.state === 'asked' && one.late_at < ctx.now;
  return {
    ...{ no: one.no, person: one.member, source: one.source },
    state: late ? 'late' : one.state,
    ...{ askedAt: one.asked_at.toISOString(), answeredAt: one.answered_at?.toISOString() ?? null },
    byHand: one.by_account !== null,
    answer: one.sealed === null ? null : opened<Answer>(ctx, one.sealed),
  };
}

export const noticeOf = ({ notice, objections }: Whole): MyAssistance['notice'] =>
  notice === undefined
    ? null
    : {
        ...{ from: notice.from_on, to: notice.to_on, over: notice.ended_at !== null },
        ...{ placeName: notice.placeName, objections: objections.length },
      };

/** The calendar day of a moment by the clocks of the city. */
export const dayOf = (ctx: Ctx, at: Date): string =>
  dateOfDay(zoneOf(ctx.config.TIME_ZONE).dayOf(at.getTime()));
