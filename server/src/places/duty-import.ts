// SPDX-License-Identifier: Apache-2.0
import type { importDuties } from '@lilong/contracts/duties';
import { isWithin } from '@lilong/contracts/place-no';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import { categoryNames } from './duties.ts';
import { insertDrafts, type NewDuty } from './duty-draft-queries.ts';
import { dutiesIn } from './duty-lines.ts';
import { type Said, selectOrganisationsToName, selectSaid } from './duty-said-queries.ts';
import { Findings, faultOf } from './import/fault.ts';
import { itemsOfText } from './import/items.ts';
import { placePolicy } from './policy.ts';
import { selectPlacesToName } from './queries-names.ts';

type Reply = ReplyOf<typeof importDuties>;

/**
 * The responsibility list from one CSV, as drafts that are decided together. Good lines are drafted, bad ones are
 * named; what is in force already, or waits already, is left out, so the same file again changes nothing.
 */
export async function importList(
  ctx: Ctx,
  { csv, dry }: InputOf<typeof importDuties>,
): Promise<Reply> {
  ctx.requireEver(placePolicy, 'draftDuty');
  const findings = new Findings();
  const rows = await rowsOf(ctx, csv, findings);
  const said = keysOf(await selectSaid(ctx, [...new Set(rows.map(({ place }) => place))]));
  const fresh = newsIn(rows, said);
  const batch = dry || fresh.length === 0 ? null : await insertDrafts(ctx, fresh);
  if (batch !== null)
    ctx.note({ act: 'duty.draft', subject: `duties ${batch}`, place: ctx.actor.post?.places[0] });
  return {
    lines: findings.read,
    drafts: fresh.length,
    same: rows.length - fresh.length,
    faults: findings.faults.map(({ at, field, code, say }) => ({
      ...{ line: at, field, code, detail: say(ctx.actor.language) },
    })),
    batch,
  };
}

/** A file that cannot be read from end to end is one fault, and nothing of it goes in. */
async function rowsOf(ctx: Ctx, csv: string, findings: Findings): Promise<NewDuty[]> {
  const mine = ctx.actor.post?.places ?? [];
  const known = {
    places: await selectPlacesToName(ctx.db),
    organisations: await selectOrganisationsToName(ctx),
    categories: await categoryNames(ctx),
    today: today(ctx),
    looksAfter: (place: number) => mine.some((above) => isWithin(place, above)),
  };
  try {
    return await dutiesIn(itemsOfText(csv), known, findings);
  } catch (thrown) {
    findings.blame(faultOf(0, thrown));
    return [];
  }
}

type Row = Pick<NewDuty, 'category' | 'place' | 'lead' | 'assisting' | 'source'>;
const subjectOf = ({ category, place }: Row): string => `${category} ${place}`;
const wordsOf = ({ lead, assisting, source }: Row): string =>
  JSON.stringify([lead, [...assisting].sort((a, b) => a - b), source]);

/** All that rows say of one category and place. */
function allOf(rows: readonly Row[]): string {
  return rows.map(wordsOf).sort().join();
}

/** What is said already, by the list in force or by one batch, each whole. */
function keysOf(said: readonly Said[]): Set<string> {
  const groups = Map.groupBy(said, (row) => `${subjectOf(row)} ${row.batch} ${row.validFrom}`);
  return new Set(
    [...groups.values()].flatMap(([first, ...rest]) => {
      if (first === undefined) return [];
      const day = first.batch === null ? '' : first.validFrom;
      return [`${subjectOf(first)} ${day} ${allOf([first, ...rest])}`];
    }),
  );
}

/** Rows of one category, place and day are news together, or not at all. */
function newsIn(rows: readonly NewDuty[], said: ReadonlySet<string>): NewDuty[] {
  const groups = Map.groupBy(rows, (row) => `${subjectOf(row)} ${row.validFrom}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const all = allOf(group);
    const known = ['', first.validFrom].some((day) =>
      said.has(`${subjectOf(first)} ${day} ${all}`),
    );
    return known ? [] : group;
  });
}
