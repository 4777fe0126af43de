// SPDX-License-Identifier: Apache-2.0
// A resident's own reports, with the timeline in plain words.

import { stepOf } from '@lilong/contracts/case-flow';
import type { MyReport, MyReportPage, myReport, myReports } from '@lilong/contracts/cases';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { placeCard } from '../places/index.ts';
import { iso, reportKey, reportRef } from './keys.ts';
import { casePolicy } from './policy.ts';
import {
  countMine,
  type MyRow,
  selectMine,
  selectMyFlow,
  selectMyPhotos,
  selectMyReport,
  selectOpenings,
} from './queries-my.ts';
import { openingEntries, plainTimeline } from './timeline.ts';

/** What I reported, newest first. */
export async function listMine(
  ctx: Ctx,
  { before }: InputOf<typeof myReports>,
): Promise<ReplyOf<typeof myReports>> {
  ctx.requireEver(casePolicy, 'mine');
  const rows = await selectMine(ctx, before);
  return { reports: rows.map((row) => mineOf(ctx, row)), total: await countMine(ctx) };
}

/** One of my reports. Somebody else's is not found, rather than refused. */
export async function myPage(ctx: Ctx, { ref }: InputOf<typeof myReport>): Promise<MyReportPage> {
  ctx.requireEver(casePolicy, 'mine');
  const row = await selectMyReport(ctx, reportKey(ref));
  if (row === undefined) throw new Refusal('found.nothing', { what: 'report' });
  const photos = await selectMyPhotos(ctx, row);
  const flow = await selectMyFlow(ctx, row);
  const openings = await selectOpenings(ctx, reportRef({ street: row.street, no: row.reportNo }));
  const rating = flow.findLast(
    (entry) => entry.move === 'rate' && entry.own && entry.round === row.round,
  );
  const place = await placeCard(ctx, row.place).catch(() => undefined); // a closed committee still has its old cases
  return {
    report: mineOf(ctx, row),
    words: row.words,
    voice: row.voice,
    transcript: row.transcript,
    photos: photos
      .filter((photo) => photo.mine)
      .map(({ file, at }) => ({ file, kind: 'near' as const, at: iso(at) })),
    photosAfter: photos.filter((photo) => photo.kind === 'after').map(({ file }) => file),
    timeline: [...plainTimeline(row, flow), ...openingEntries(openings)].sort((a, b) =>
      a.at < b.at ? -1 : 1,
    ),
    outcome: row.ended_at === null ? null : row.outcome,
    others: Math.max(0, row.reports - 1),
    committeePhone: place?.phone ?? null,
    rating: row.rated ? Number(rating?.facts.grade ?? 0) : null,
    solved: row.rated ? rating?.facts.solved === true : null,
    can: buttons(row),
  };
}

function buttons(row: MyRow): MyReportPage['can'] {
  const open = row.ended_at === null;
  return {
    answer: open && row.question !== null,
    add_photo: open,
    withdraw: ['reported', 'pending_register'].includes(row.state),
    rate: mayRate(row),
  };
}
const mayRate = (row: MyRow): boolean =>
  (row.state === 'closed' || row.state === 'forced_close') && !row.rated;

function mineOf(ctx: Ctx, row: MyRow): MyReport {
  return {
    ref: reportRef({ street: row.street, no: row.reportNo }),
    title: row.title,
    address: row.address,
    placeName: row.placeName,
    state: row.state,
    round: row.round,
    reportedAt: iso(row.saidAt),
    answerDue: iso(row.answer_due),
    answeredAt: iso(row.answered_at),
    solveDue: iso(row.solve_due),
    provisional: row.provisional,
    late: row.due_at !== null && row.due_at < ctx.now,
    organisationName: row.organisationName,
    step: stepOf[row.state],
    question: row.question,
    needsRating: mayRate(row),
  };
}
