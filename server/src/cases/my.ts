// SPDX-License-Identifier: Apache-2.0
// A resident's own reports, with the timeline in plain words.

import { moveOf, stepOf } from '@lilong/contracts/case-flow';
import type { MyReport, MyReportPage, myReport, myReports } from '@lilong/contracts/cases';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { knownPlace } from '../places/index.ts';
import { type EnglishNames, englishNames } from './english.ts';
import { iso, reportKey, reportRef } from './keys.ts';
import { casePolicy } from './policy.ts';
import { promisesOf } from './promised.ts';
import {
  countMine,
  type MyFlow,
  type MyRow,
  selectMine,
  selectMyFlow,
  selectMyPhotos,
  selectMyReport,
  selectOpenings,
} from './queries-my.ts';
import { openingEntries, plainTimeline } from './timeline.ts';
import { shownTitle } from './title.ts';

/** What I reported, newest first. */
export async function listMine(
  ctx: Ctx,
  { before }: InputOf<typeof myReports>,
): Promise<ReplyOf<typeof myReports>> {
  ctx.requireEver(casePolicy, 'mine');
  const rows = await selectMine(ctx, before);
  const names = await englishNames(ctx);
  return { reports: rows.map((row) => mineOf(ctx, row, names)), total: await countMine(ctx) };
}

/** One of my reports. Somebody else's is not found, rather than refused. */
export async function myPage(ctx: Ctx, { ref }: InputOf<typeof myReport>): Promise<MyReportPage> {
  ctx.requireEver(casePolicy, 'mine');
  const row = await selectMyReport(ctx, reportKey(ref));
  if (row === undefined) throw new Refusal('found.nothing', { what: 'report' });
  const photos = await selectMyPhotos(ctx, row);
  const flow = upToWithdrawal(row, await selectMyFlow(ctx, row));
  const openings = await selectOpenings(ctx, reportRef({ street: row.street, no: row.reportNo }));
  const rating = flow.findLast(
    (entry) => entry.move === 'rate' && entry.own && entry.round === row.round,
  );
  const place = await knownPlace(ctx, row.place); // a closed committee still has its old cases
  return {
    report: mineOf(ctx, row, await englishNames(ctx)),
    words: row.words,
    voice: row.voice,
    transcript: row.transcript,
    photos: photos
      .filter((photo) => photo.mine)
      .map(({ file, at }) => ({ file, kind: 'near' as const, at: iso(at) })),
    photosAfter: photos
      .filter((photo) => photo.kind === 'after' && !row.withdrawn)
      .map(({ file }) => file),
    timeline: [...plainTimeline(row, flow), ...openingEntries(openings)].sort((a, b) =>
      a.at < b.at ? -1 : 1,
    ),
    outcome: row.ended_at === null || row.withdrawn ? null : row.outcome,
    others: row.withdrawn ? 0 : Math.max(0, row.reports - 1),
    committeePhone: place.phone,
    rating: row.rated ? Number(rating?.facts.grade ?? 0) : null,
    solved: row.rated ? rating?.facts.solved === true : null,
    can: buttons(row),
  };
}

/** Whoever took a report back is told nothing of what came after. */
function upToWithdrawal(row: MyRow, flow: readonly MyFlow[]): readonly MyFlow[] {
  if (!row.withdrawn) return flow;
  const ref = reportRef({ street: row.street, no: row.reportNo });
  const last = flow.findLastIndex(({ move, facts }) => move === 'withdraw' && facts.report === ref);
  return flow.slice(0, last + 1);
}

function buttons(row: MyRow): MyReportPage['can'] {
  const open = row.ended_at === null && !row.withdrawn;
  return {
    answer: open && row.question !== null,
    add_photo: open,
    withdraw: open && moveOf(row.state, 'withdraw') !== undefined,
    rate: mayRate(row),
  };
}
const mayRate = (row: MyRow): boolean =>
  (row.state === 'closed' || row.state === 'forced_close') && !row.rated && !row.withdrawn;

function mineOf(ctx: Ctx, row: MyRow, names: EnglishNames): MyReport {
  return {
    ref: reportRef({ street: row.street, no: row.reportNo }),
    title: shownTitle(ctx, row, names),
    address: row.address,
    placeName: row.placeName,
    placePinyin: row.placePinyin,
    round: row.round,
    reportedAt: iso(row.saidAt),
    needsRating: mayRate(row),
    withdrawn: row.withdrawn,
    ...(row.withdrawn ? nothingMore : standingOf(ctx, row)),
  };
}

function standingOf(ctx: Ctx, row: MyRow) {
  return {
    state: row.state,
    ...promisesOf(ctx, row),
    organisationName: row.organisationName,
    step: stepOf[row.state],
    question: row.question,
  };
}

/** To whoever took it back the matter is over, whatever the case is doing for others. */
const nothingMore = {
  state: 'not_accepted',
  answerDue: null,
  answeredAt: null,
  solveDue: null,
  dueAt: null,
  pausedUntil: null,
  provisional: false,
  late: false,
  organisationName: null,
  step: stepOf.not_accepted,
  question: null,
} as const;
