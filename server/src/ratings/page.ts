// SPDX-License-Identifier: Apache-2.0
// A rating as its rater reads it, and as the unit does. Nothing in it says who rated.
import type { GivenRating, RatingPage, RatingStep } from '@lilong/contracts/ratings';
import { formatRef } from '@lilong/contracts/refs';
import type { Ctx } from '../kernel/ctx.ts';
import { nameOf, openSaid, type StepFound, selectSteps } from './queries.ts';
import { namesOf } from './reasons.ts';
import { sayRole, withoutNumbers } from './say.ts';
import type { RatingRow } from './tables.ts';
import { movesOf } from './workflow.ts';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** A telephone that somebody wrote among their words stands there masked. */
const masked = (words: string | null): string | null =>
  words === null ? null : withoutNumbers(words);

/** What both read. */
async function standingOf(ctx: Ctx, row: RatingRow) {
  return {
    ...{ ref: formatRef('E', row), grade: row.grade, reasons: await namesOf(ctx, row.reasons) },
    ...{ ratedAt: row.rated_at.toISOString(), state: row.state, provisional: row.provisional },
    ...{ contactDue: iso(row.first_due), finishDue: iso(row.finish_due), hard: row.hard },
    ...{ contactedAt: iso(row.reached_at), finishedAt: iso(row.finished_at) },
    ...{ result: row.result, satisfied: row.satisfied, solved: row.solved },
    ...{ answeredBy: row.answered_by, version: row.version },
    words: masked(openSaid(ctx, row).words),
    timeline: (await selectSteps(ctx, row)).map((step) => stepOf(ctx, step)),
  };
}

/** One's own words too: somebody may look over one's shoulder. */
export async function givenOf(ctx: Ctx, row: RatingRow): Promise<GivenRating> {
  return {
    ...(await standingOf(ctx, row)),
    can: movesOf(row, 'rater', ctx.now),
  };
}

export async function pageOf(ctx: Ctx, row: RatingRow): Promise<RatingPage> {
  return {
    ...(await standingOf(ctx, row)),
    ...{ of: row.of, name: row.item_name, nameEn: row.item_name_en },
    unitName: await nameOf(ctx, row.unit_org),
    ...{ callBack: row.call_back, tries: row.tries },
    can: movesOf(row, 'unit', ctx.now),
  };
}

function stepOf(ctx: Ctx, step: StepFound): RatingStep {
  return {
    ...{ at: step.at.toISOString(), did: step.did, organisationName: step.organisationName },
    ...{ roleName: sayRole(ctx, step.role), way: step.way },
    words: step.sealed === null ? null : masked(ctx.keys.open(step.sealed)),
  };
}
