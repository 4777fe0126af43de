// SPDX-License-Identifier: Apache-2.0
// Every statement of the module that writes. Reading: queries-list.ts, queries-page.ts.
import type { CaseNews } from '@lilong/contracts/audit-acts';
import { type CaseState, endStates } from '@lilong/contracts/case-flow';
import { formatRef, type RowKey } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { json } from '../kernel/db.ts';
import { numbersOf } from '../kernel/numbers.ts';
import { runLater } from '../kernel/pipelined.ts';
import { casePolicy } from './policy.ts';
import type { CasePatch, CaseRow, Channel, FlowKind } from './tables.ts';

type Action = (typeof casePolicy.actions)[number];

/** What opens with a first report. */
export interface Opening {
  readonly street: number;
  readonly place: number;
  readonly title: string | null;
  readonly address: string;
  readonly point: { lon: number; lat: number } | null;
  readonly channel: Channel;
  readonly category: string | null;
  readonly categoryName: string | null;
  readonly answerDue: Date;
  readonly provisional: boolean;
  readonly urgent: boolean;
  readonly photos: readonly number[];
  readonly words: string | null;
  readonly voice: number | null;
  readonly account: number | null;
  readonly contact: string | null;
  readonly outsideNo: string | null;
  readonly outsideSub: string | null;
  readonly enteredBy: number | null;
}

const nextCase = numbersOf('cases.case');
const nextReport = numbersOf('cases.report');

/** Case, report, first flow entry and photos, in one statement that goes with the next. */
export async function insertOpened(
  ctx: Ctx,
  o: Opening,
): Promise<{ caseNo: number; reportNo: number }> {
  const [caseNo, reportNo] = [await nextCase(ctx), await nextReport(ctx)];
  const { account, post } = ctx.actor;
  const point =
    o.point === null
      ? sql`null`
      : sql`st_setsrid(st_makepoint(${o.point.lon}::float8, ${o.point.lat}::float8), 4326)`;
  await runLater(
    ctx.db,
    sql`
    with opened as (
      insert into cases.case (street, no, place, state, title, address, point, channel, category, category_name, photo,
        reported_at, answer_due, due_at, provisional, urgent)
      values (${o.street}, ${caseNo}, ${o.place}, 'reported', ${o.title}, ${o.address}, ${point}, ${o.channel}, ${o.category}, ${o.categoryName},
        ${o.photos[0] ?? null}::bigint, ${ctx.now}::timestamptz, ${o.answerDue}::timestamptz, ${o.answerDue}::timestamptz, ${o.provisional}, ${o.urgent})
    ), said as (
      insert into cases.report (street, no, case_no, born_in, account, channel, at, words, voice, photographed, contact, outside_no, outside_sub, me_too, entered_by)
      values (${o.street}, ${reportNo}, ${caseNo}, ${caseNo}, ${o.account}::bigint, ${o.channel}, ${ctx.now}::timestamptz, ${o.words}, ${o.voice}::bigint,
        ${o.photos.length > 0}, ${o.contact}, ${o.outsideNo}, ${o.outsideSub}, false, ${o.enteredBy}::bigint)
    ), step as (
      insert into cases.flow (street, case_no, step, at, move, kind, state, round, by_account, by_post, by_role, by_organisation, facts)
      values (${o.street}, ${caseNo}, 1, ${ctx.now}::timestamptz, 'report', 'forward', 'reported', 1, ${account}::bigint,
        ${post?.no ?? null}::bigint, ${roleOf(ctx)}, ${post?.organisation ?? null}::bigint, '{}')
    )
    insert into cases.photo (street, case_no, report_no, file, kind, at)
    select ${o.street}::int, ${caseNo}::bigint, ${reportNo}::bigint, f.file, 'near', ${ctx.now}::timestamptz from unnest(${[...o.photos]}::bigint[]) as f (file)`,
  );
  return { caseNo, reportNo };
}

/** The role that an entry of the flow log names. */
export function roleOf(ctx: Ctx): string {
  return ctx.actor.post?.role ?? ctx.actor.kind;
}

/**
 * Locks a case for a change and asks whether the actor may make it.
 *
 * @throws {Refusal} found.nothing, also for a case that the actor may not even read; auth.denied
 */
export async function lockCase(ctx: Ctx, action: Action, key: RowKey): Promise<CaseRow> {
  const { rows } = await sql<CaseRow & { may_act: boolean; may_read: boolean }>`
    select c.*, ${ctx.may(casePolicy, action, 'c')} as may_act, ${ctx.may(casePolicy, 'read', 'c')} as may_read
    from cases.case as c where c.street = ${key.street} and c.no = ${key.no} for update of c`.execute(
    ctx.db,
  );
  const row = rows[0];
  if (row === undefined || !row.may_read) throw new Refusal('found.nothing', { what: 'case' });
  if (!row.may_act) throw new Refusal('auth.denied', { action });
  return row;
}

/** Locks an open case that somebody else may join; others need not be able to read it. */
export async function lockJoinable(ctx: Ctx, key: RowKey): Promise<CaseRow | undefined> {
  const { rows } = await sql<CaseRow>`
    select c.* from cases.case as c
    where c.street = ${key.street} and c.no = ${key.no} and c.ended_at is null and c.merged_into is null for update of c`.execute(
    ctx.db,
  );
  return rows[0];
}

/** An entry of the flow log. `before` is what an undo restores. */
export interface Step {
  readonly move: string;
  readonly kind: FlowKind;
  readonly words?: string | undefined;
  readonly facts?: Record<string, unknown> | undefined;
  readonly before?: CasePatch | undefined;
}

/** Changes the row and writes the flow log; the version goes up by one. An answer is news until somebody of the office acts. */
export async function writeStep(
  ctx: Ctx,
  row: CaseRow,
  patch: CasePatch,
  step: Step,
): Promise<number> {
  const version = row.version + 1;
  const read = row.waits === 'answer' && ctx.actor.kind === 'staff' ? { waits: null } : {};
  const { pauses, assisting, ...plain } = { ...read, ...patch };
  const changed = ctx.db
    .updateTable('cases.case')
    .set({
      ...plain,
      ...(pauses === undefined ? {} : { pauses: json(pauses) as never }),
      ...(assisting === undefined ? {} : { assisting: sql`${[...assisting]}::bigint[]` as never }),
      version,
    })
    .where('street', '=', row.street)
    .where('no', '=', row.no);
  await runLater(ctx.db, changed);
  const entry = ctx.db.insertInto('cases.flow').values({
    street: row.street,
    case_no: row.no,
    step: version,
    at: ctx.now,
    move: step.move,
    kind: step.kind,
    state: patch.state ?? row.state,
    round: patch.round ?? row.round,
    by_account: ctx.actor.account,
    by_post: ctx.actor.post?.no ?? null,
    by_role: roleOf(ctx),
    by_organisation: ctx.actor.post?.organisation ?? null,
    words: step.words ?? null,
    facts: json(step.facts ?? {}),
    before: step.before === undefined ? null : json(step.before),
  });
  await runLater(ctx.db, entry);
  return version;
}

/** Tells subscribers and screens, and writes the audit line. Every change of a case ends with it. */
export function announce(
  ctx: Ctx,
  row: CaseRow,
  name: CaseNews,
  facts: Record<string, unknown> = {},
  more: readonly number[] = [],
): void {
  const ref = formatRef('C', row);
  const organisations = [row.organisation, ...row.assisting, ...more].filter((no) => no !== null);
  ctx.emit({
    name: `case.${name}`,
    street: row.street,
    subject: ref,
    place: row.place,
    facts: { street: row.street, no: row.no, ...facts },
    audience: { organisations },
  });
  ctx.note({ act: `case.${name}`, subject: ref, place: row.place, facts });
}

/** Accounts of those who reported a case and did not take it back, so that their screens look again. */
export async function selectReporters(ctx: Ctx, key: RowKey): Promise<number[]> {
  const { rows } = await sql<{ account: number }>`
    select distinct account from cases.report where street = ${key.street} and case_no = ${key.no} and account is not null and not withdrawn`.execute(
    ctx.db,
  );
  return rows.map((row) => row.account);
}

export async function insertPhotos(
  ctx: Ctx,
  key: RowKey,
  files: readonly number[],
  kind: string,
  reportNo: number | null,
): Promise<void> {
  if (files.length === 0) return;
  await ctx.db
    .insertInto('cases.photo')
    .values(
      files.map((file) => ({
        street: key.street,
        case_no: key.no,
        report_no: reportNo,
        file,
        kind,
        at: ctx.now,
      })),
    )
    .execute();
}

/** Another person says the same thing. */
export async function insertMeToo(ctx: Ctx, row: CaseRow, words: string | null): Promise<number> {
  const made = await ctx.db
    .insertInto('cases.report')
    .values({
      street: row.street,
      case_no: row.no,
      born_in: row.no,
      account: ctx.actor.account,
      channel: 'home',
      at: ctx.now,
      words,
      voice: null,
      transcript: null,
      contact: null,
      outside_no: null,
      outside_sub: null,
      me_too: true,
      entered_by: null,
    })
    .returning('no')
    .executeTakeFirstOrThrow();
  return made.no;
}

export const isEnded = (state: CaseState): boolean => endStates.includes(state);

export async function insertRuling(
  ctx: Ctx,
  row: CaseRow,
  organisation: number,
  reason: string,
): Promise<void> {
  await ctx.db
    .insertInto('cases.ruling')
    .values({
      street: row.street,
      case_no: row.no,
      category: row.category ?? '',
      place: row.place,
      organisation,
      reason,
      at: ctx.now,
    })
    .execute();
}
