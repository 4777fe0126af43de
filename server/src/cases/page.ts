// SPDX-License-Identifier: Apache-2.0
import type { CasePage, FlowEntry, ReportLine } from '@lilong/contracts/case-shapes';
import type { getCase } from '@lilong/contracts/case-work';
import { blankHotline } from '@lilong/contracts/hotline';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf } from '@lilong/contracts/route';
import type { Static } from 'typebox';
import { openContact } from '../identity/index.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { calendarOf } from '../kernel/in-force.ts';
import { organisationNames } from '../places/index.ts';
import { isFor, wasLate } from './appeal.ts';
import { longestExtension } from './delay-rules.ts';
import { type EnglishNames, englishNames } from './english.ts';
import { guessCategories } from './guess.ts';
import { caseKey, caseRef, iso, reportRef } from './keys.ts';
import { buttonsOf, lineOf } from './lines.ts';
import { undoSeconds } from './move.ts';
import { describedCategories } from './nearby.ts';
import { proposalsFor } from './proposals.ts';
import { type FlowPart, type PageRow, type ReportPart, selectPage } from './queries-page.ts';
import { conditionsOf, keptCondition } from './rules.ts';
import { shownTitle } from './title.ts';

type Said = Static<typeof ReportLine>;

/** One case with reports, flow, proposals and buttons. Reading it is noted in the audit. */
export async function casePage(ctx: Ctx, { ref }: InputOf<typeof getCase>): Promise<CasePage> {
  const key = caseKey(ref);
  const row = await selectPage(ctx, key);
  if (row === undefined) throw new Refusal('found.nothing', { what: 'case' });
  ctx.note({ act: 'case.read', subject: caseRef(key), place: row.place });
  const dispatching =
    row.state === 'pending_dispatch' && (row.can.dispatch === true || row.can.rule === true);
  const names = await organisationNames(ctx, row.assisting);
  const english = await englishNames(ctx);
  const line = lineOf(ctx, row, english);
  return {
    ...factsOf(ctx, row, english),
    line: { ...line, can: { ...line.can, ...appealButtons(ctx, row) } },
    conditions: await conditionsShown(ctx, row),
    reports: await Promise.all(row.reportRows.map((part) => reportOf(ctx, row, part))),
    flow: row.flowRows.map((part) => entryOf(part)),
    extension: await extensionOf(ctx, row),
    guesses: await guessesFor(ctx, row),
    proposals: dispatching ? await proposalsFor(ctx, row) : [],
    assistingNames: row.assisting.map((no) => names.get(no) ?? ''),
    grids: row.gridNames,
  };
}

/** While whoever reads it may register it and nobody chose a category. */
async function guessesFor(ctx: Ctx, row: PageRow): Promise<string[]> {
  if (row.category !== null || row.can.register !== true) return [];
  const words = row.reportRows.flatMap((said) => said.words ?? said.transcript ?? []).join('，');
  return guessCategories(words, await describedCategories(ctx)).map(({ key }) => key);
}

function appealButtons(ctx: Ctx, row: PageRow): CasePage['line']['can'] {
  const { appeal, can } = row;
  if (appeal === null) return { appeal: can.appeal === true && wasLate(row) };
  const decides = row.state === 'closed' && isFor(appeal, ctx.actor);
  return { decide_appeal: can.decide_appeal === true && decides };
}

/** Those of today; the one that was met at registration as it stood then. */
async function conditionsShown(ctx: Ctx, row: PageRow): Promise<CasePage['conditions']> {
  if (row.category === null) return [];
  const kept = await keptCondition(ctx, row);
  const others = (await conditionsOf(ctx, row.category))
    .map(({ body }) => body)
    .filter(({ order }) => order !== kept?.order);
  return [...others, ...(kept === undefined ? [] : [kept])]
    .sort((a, b) => a.order - b.order)
    .map(({ order, limit, registerWhen, registerWhenEn, closeWhen, closeWhenEn }) => ({
      ...{ order, limit, registerWhen, closeWhen },
      registerWhenEn: registerWhenEn || null,
      closeWhenEn: closeWhenEn || null,
    }));
}

/** What the row itself says. */
function factsOf(ctx: Ctx, row: PageRow, english: EnglishNames) {
  return {
    condition: row.condition,
    closing: row.closing,
    outcome: row.outcome,
    organisation: row.organisation,
    crewName: row.crewName,
    photos: row.photoRows.map(({ file, kind, at }) => ({ file, kind, at: stamp(at) })),
    requests: row.delayRows.map(
      ({ no, kind, until, reason, status, asked_at, decided_reason }) => ({
        no,
        kind,
        until: stamp(until),
        reason,
        status,
        askedAt: stamp(asked_at),
        decidedReason: decided_reason,
      }),
    ),
    appeal: appealOf(row),
    exempt: row.exempt,
    returns: row.returns_before + row.returns,
    reworks: row.reworks,
    merged: row.mergedRows.map((one) => ({
      ref: caseRef({ street: row.street, no: one.no }),
      title: shownTitle(ctx, one, english),
    })),
    mergedInto:
      row.merged_into === null ? null : caseRef({ street: row.street, no: row.merged_into }),
    question: row.question,
    releasedWords: row.released_words,
    releasedPhotos: row.released_photos,
    mayBeSeen: row.others_may_see,
    // Stored by its own route; what the form has gained since is blank.
    hotline: row.hotline === null ? null : { ...blankHotline, ...row.hotline },
    undoUntil: undoUntil(ctx, row),
    answerDue: iso(row.answer_due),
    arriveDue: iso(row.arrive_due),
    arrivedAt: iso(row.arrived_at),
    solveDue: iso(row.solve_due),
    rating: row.grade,
  };
}

/** Who reviewed it is for the flow log to say. */
function appealOf({ appeal }: PageRow): CasePage['appeal'] {
  if (appeal === null) return null;
  const { no, reason, askedAt, status, reviews } = appeal;
  return { no, reason, askedAt: stamp(askedAt), status, reviews };
}

/** How far the reader may ask for more time. */
async function extensionOf(ctx: Ctx, row: PageRow): Promise<CasePage['extension']> {
  if (buttonsOf(row).ask_extension !== true) return null;
  const longest = longestExtension(await calendarOf(ctx), row);
  return longest === undefined ? null : { latest: iso(longest.latest), byHour: longest.byHour };
}

/** The moment until which the reader may take back the last move, when it was theirs. */
function undoUntil(ctx: Ctx, row: PageRow): string | null {
  const last = row.flowRows.at(-1);
  if (row.can.undo !== true || row.merged_into !== null) return null; // merged: taken back by unmerging
  if (last === undefined || !last.undoable || last.by_account !== ctx.actor.account) return null;
  const until = new Date(new Date(last.at).getTime() + undoSeconds * 1000);
  return until > ctx.now ? iso(until) : null;
}

/** Name and phone stand there for the street's receiving desk only; anyone else asks with a purpose. */
async function reportOf(ctx: Ctx, row: PageRow, part: ReportPart): Promise<Said> {
  const contact = row.mayContact ? await contactOf(ctx, part) : { name: null, phone: null };
  return {
    ref: reportRef({ street: row.street, no: part.no }),
    channel: part.channel,
    at: stamp(part.at),
    words: part.words,
    voice: part.voice,
    transcript: part.transcript,
    photos: row.photoRows
      .filter((photo) => photo.report_no === part.no)
      .map(({ file, kind, at }) => ({ file, kind, at: stamp(at) })),
    contactName: contact.name,
    contactPhone: contact.phone,
    outsideNo: part.outside_no,
    outsideSub: part.outside_sub,
    account: part.account !== null,
    meToo: part.me_too,
  };
}

/** Name and phone of whoever said it; nulls when nobody left any. */
export async function contactOf(
  ctx: Ctx,
  part: Pick<ReportPart, 'contact' | 'account'>,
): Promise<{ name: string | null; phone: string | null }> {
  if (part.contact !== null)
    return JSON.parse(ctx.keys.open(part.contact)) as { name: string | null; phone: string | null };
  if (part.account === null) return { name: null, phone: null };
  return openContact(ctx, part.account);
}

function entryOf(part: FlowPart): FlowEntry {
  return {
    step: part.step,
    at: stamp(part.at),
    move: part.move,
    kind: part.kind,
    state: part.state,
    round: part.round,
    byRole: part.by_role,
    byOrganisation: part.by_organisation,
    byName: part.by_name,
    words: part.words,
    facts: part.facts,
  };
}

/** PostgreSQL's own way of writing a moment in JSON, as ours. */
export function stamp(at: string): string {
  return new Date(at).toISOString();
}
