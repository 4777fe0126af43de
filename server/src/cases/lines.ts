// SPDX-License-Identifier: Apache-2.0
import { type CaseMove, caseMoves } from '@lilong/contracts/case-flow';
import type { CaseLine } from '@lilong/contracts/case-shapes';
import type { countBuckets, listCases, myEntries } from '@lilong/contracts/case-work';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { type EnglishNames, englishName, englishNames } from './english.ts';
import { caseRef, iso } from './keys.ts';
import { casePolicy } from './policy.ts';
import { latenessOf, leaderOnly } from './promises.ts';
import { selectNamed } from './queries-find.ts';
import {
  cursorOf,
  type LineRow,
  selectCounts,
  selectEntered,
  selectLines,
} from './queries-list.ts';
import { shownTitle } from './title.ts';
import { obstacleTo } from './workflow.ts';

const pageSize = 20;

/** The inbox: late first, then the soonest promise. A whole number finds its case whatever the tab. */
export async function listForActor(
  ctx: Ctx,
  input: InputOf<typeof listCases>,
): Promise<ReplyOf<typeof listCases>> {
  ctx.requireEver(casePolicy, 'list');
  const found = input.q === undefined ? [] : await selectNamed(ctx, input.q);
  const named = found.length > 0;
  const filter = named ? { named: found } : input;
  const { rows, total, exact } = await selectLines(ctx, filter);
  const size = input.limit ?? pageSize;
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  const more = rows.length > size && !named;
  const next = more && last !== undefined ? cursorOf(last, input.bucket) : null;
  const names = await englishNames(ctx);
  return { cases: shown.map((row) => lineOf(ctx, row, names)), total, next, exact, named };
}

/** How many cases stand in each tab. */
export async function countForActor(ctx: Ctx): Promise<ReplyOf<typeof countBuckets>> {
  ctx.requireEver(casePolicy, 'list');
  return { counts: await selectCounts(ctx) };
}

/** What came of the last twenty I entered. */
export async function listEntered(ctx: Ctx): Promise<ReplyOf<typeof myEntries>> {
  ctx.requireEver(casePolicy, 'enter');
  const names = await englishNames(ctx);
  return { cases: (await selectEntered(ctx)).map((row) => lineOf(ctx, row, names)) };
}

/** A row as a line of an inbox. */
export function lineOf(ctx: Ctx, row: LineRow, names: EnglishNames): CaseLine {
  return {
    ref: caseRef(row),
    title: shownTitle(ctx, row, names),
    state: row.state,
    round: row.round,
    place: row.place,
    placeName: row.placeName,
    placePinyin: row.placePinyin,
    address: row.address,
    category: row.category,
    categoryName: row.category_name,
    categoryNameEn: englishName(names, row.category),
    channel: row.channel,
    reports: row.reports,
    dueAt: iso(row.due_at),
    provisional: row.provisional,
    lateness: latenessOf(row.due_at, ctx.now),
    paused: row.paused_until !== null,
    urgent: row.urgent,
    supervised: row.supervised,
    adjudication: leaderOnly(row) && row.state === 'pending_dispatch',
    handedBack: row.handed_back,
    forced: row.forced,
    waits: waitsOf(row),
    photo: row.photo,
    point: row.lon === null || row.lat === null ? null : { lon: row.lon, lat: row.lat },
    organisationName: row.organisationName,
    reportedAt: iso(row.reported_at),
    version: row.version,
    can: buttonsOf(row),
  };
}

/**
 * A request is decided while the work is in hand, an appeal while the case is closed; what the reporter
 * answered is news until somebody acts.
 */
function waitsOf({ waits, state, ended_at, appeal_for }: LineRow): CaseLine['waits'] {
  if (state === 'closed' && appeal_for !== null) return 'appeal';
  if (ended_at !== null) return null;
  const inHand = state === 'pending_handle' || state === 'handling';
  return waits === 'answer' || inHand ? waits : null;
}

/** What the rules allow, less what the state does not permit: no button that would be refused. */
export function buttonsOf(row: LineRow): Record<string, boolean> {
  const open = row.ended_at === null;
  const pairs = Object.entries(row.can).filter(([name, yes]) => {
    if (!yes) return false;
    if ((caseMoves as string[]).includes(name)) return permitsMove(row, name as CaseMove);
    return permitsAct(row, name, open);
  });
  return Object.fromEntries(pairs);
}

function permitsMove(row: LineRow, move: CaseMove): boolean {
  if (move === 'rule' && !leaderOnly(row)) return false; // she may, but nobody waits for it
  if (move === 'revoke' && row.crew === null) return false;
  return obstacleTo(row, move) === undefined;
}

function permitsAct(row: LineRow, act: string, open: boolean): boolean {
  switch (act) {
    case 'unmerge':
      return row.merged_into !== null || (row.mergedRows ?? []).length > 0;
    case 'appeal': // the page knows whether there is one
    case 'decide_appeal':
      return false;
    case 'rate':
      return row.state === 'closed' || row.state === 'forced_close';
    case 'answer':
      return row.question !== null && open;
    case 'ask_extension':
    case 'ask_suspension':
      return (
        (row.state === 'handling' || row.state === 'pending_handle') && row.paused_until === null
      );
    case 'print_order':
      return row.state === 'handling' || row.state === 'pending_handle';
    case 'release':
      return row.others_may_see;
    case 'reveal':
    case 'undo':
      return true;
    default:
      return open;
  }
}
