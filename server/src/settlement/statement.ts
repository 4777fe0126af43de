// SPDX-License-Identifier: Apache-2.0
// A month's statement: of an organisation both of its sides, above it of a range.
import { formatRef } from '@lilong/contracts/refs';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import {
  type SettleLine,
  type SettleObjection,
  type settleReferences,
  type settleStatement,
  settleWorks,
} from '@lilong/contracts/settlement';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import { isOver, lastDayOf } from './months.ts';
import { linePolicy, monthPolicy } from './policy.ts';
import {
  nextToClose,
  type ObjectionFound,
  selectLines,
  selectMonths,
  selectNames,
  selectObjections,
  selectReferences,
} from './queries.ts';
import { type Reckoned, sumsOf } from './reckon.ts';
import { runningLines } from './running.ts';
import { worthOn } from './worth.ts';

export type Statement = ReplyOf<typeof settleStatement>;

export async function showStatement(
  ctx: Ctx,
  { month }: InputOf<typeof settleStatement>,
): Promise<Statement> {
  ctx.requireEver(linePolicy, 'list');
  const closed = (await selectMonths(ctx)).find((one) => one.month === month);
  const lines = closed === undefined ? await running(ctx, month) : await settled(ctx, month);
  const { role, organisation: office } = ctx.actor.post ?? {};
  const organisation = role === 'district' || role === 'city' ? null : (office ?? null);
  const side = (of: 'doer' | 'onBehalf') =>
    sumsOf(lines.filter((line) => organisation === null || line[of] === organisation));
  const lastDay = lastDayOf(month);
  const worth = await worthOn(ctx, lastDay < today(ctx) ? lastDay : today(ctx));
  const over = isOver(ctx, month) && month === (await nextToClose(ctx));
  return {
    ...{ month, organisation, lines, closedAt: closed?.closed_at.toISOString() ?? null },
    ...{ did: side('doer'), had: organisation === null ? null : side('onBehalf') },
    worth: settleWorks.map((what) => ({ what, units: worth.units[what] })),
    ...{ fenPerUnit: worth.fenPerUnit, source: worth.source },
    can: { close: over && monthPolicy.mayEver('close', ctx.actor) },
  };
}

/** Of a month that is not closed: as it stands at this moment. */
async function running(ctx: Ctx, month: string): Promise<SettleLine[]> {
  if (month < (await nextToClose(ctx))) return [];
  const lines = await runningLines(ctx, month, 'own');
  const plain = { line: null, corrects: null, objections: [], can: { object: false } };
  return (await named(ctx, lines)).map((line) => ({ ...line, ...plain }));
}

async function settled(ctx: Ctx, month: string): Promise<SettleLine[]> {
  const rows = await selectLines(ctx, month);
  const objections = await selectObjections(
    ctx,
    rows.map(({ no }) => no),
  );
  return (await named(ctx, rows)).map((line, at) => {
    const row = rows[at];
    if (row === undefined) throw new Error(`no line ${at}`); // they were named in their order
    const own = objections.filter((one) => one.line === row.no);
    const mine = own.some(
      (one) => one.answered_at === null && one.organisation === ctx.actor.post?.organisation,
    );
    return {
      ...{ ...line, line: row.no, corrects: row.corrects, objections: own.map(shown) },
      can: { object: row.can.object === true && row.of_line === null && !mine },
    };
  });
}

type Named = Omit<SettleLine, 'line' | 'corrects' | 'objections' | 'can'>;
async function named(ctx: Ctx, lines: readonly Reckoned[]): Promise<Named[]> {
  const names = await selectNames(
    ctx,
    lines.flatMap(({ doer, on_behalf }) => [doer, on_behalf]),
  );
  return lines.map(({ doer, on_behalf, what, count, units, fen }) => ({
    ...{ doer, doerName: names.get(doer) ?? '', onBehalf: on_behalf },
    ...{ onBehalfName: names.get(on_behalf) ?? '', what, count, units, fen },
  }));
}

const shown = (one: ObjectionFound): SettleObjection => ({
  ...{ no: one.no, organisationName: one.organisationName, at: one.at.toISOString() },
  ...{ reason: one.reason, answererName: one.answererName, takenOff: one.taken_off },
  ...{ answeredAt: one.answered_at?.toISOString() ?? null, answer: one.answer, month: one.month },
  can: { answer: one.answered_at === null && one.can.answer === true },
});

const pageSize = 100;

export async function showReferences(
  ctx: Ctx,
  { after, ...behind }: InputOf<typeof settleReferences>,
): Promise<ReplyOf<typeof settleReferences>> {
  ctx.requireEver(linePolicy, 'list');
  const rows = await selectReferences(ctx, {
    ...behind,
    ...{ after: cursor(after), limit: pageSize + 1 },
  });
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    references: page.map(({ street, application: no, at }) => ({
      ...{ ref: formatRef('A', { street, no }), at: at.toISOString() },
    })),
    total: Number(rows[0]?.total ?? 0),
    next: rows.length > page.length && last ? `${last.at.toISOString()},${last.no}` : null,
  };
}

function cursor(after: string | undefined): { at: string; no: number } | undefined {
  const [at = '', no = ''] = (after ?? '').split(',');
  return Number.isNaN(Date.parse(at)) || !/^\d{1,15}$/.test(no)
    ? undefined
    : { at, no: Number(no) };
}
