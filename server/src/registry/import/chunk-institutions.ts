// SPDX-License-Identifier: Apache-2.0
// A chunk of lines about institutions. What a line does not say stays as it is, and so does what an office has recorded.
import { levelOf, type PlaceRange, streetOf } from '@lilong/contracts/place-no';
import type { Selectable } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import type { DB } from '../../kernel/tables.ts';
import { Misfit } from '../../places/index.ts';
import type { Done, Lined, Outcome } from './chunk-people.ts';
import type { Around } from './find-homes.ts';
import type { InstitutionLine } from './institution-lines.ts';
import {
  insertInstitutions,
  selectInstitutionsAt,
  stateOffices,
  updateInstitutions,
} from './institution-queries.ts';
import { seatLeaders } from './leaders.ts';
import { BY_HAND } from './plan-presences.ts';

export type InstitutionRow = Selectable<DB['registry.institution']>;
/** A line that is well in itself, and where it is. */
export interface Sited extends Lined<InstitutionLine> {
  readonly place: number;
}

export async function loadInstitutions(
  ctx: Ctx,
  lines: readonly Lined<InstitutionLine>[],
  { range, find }: Around,
  source: string,
): Promise<Done> {
  await stateOffices(ctx, range);
  const refused = new Map<number, Error>();
  const sited = lines.flatMap((one): Sited[] => {
    const place = placeOf(one.line, range, find);
    if (place instanceof Error) refused.set(one.at, place);
    return place instanceof Error ? [] : [{ ...one, place }];
  });
  const known = makeKnown(await selectInstitutionsAt(ctx.db, sited));
  const outcomes = new Map<number, Outcome>();
  const settled: { readonly one: Sited; readonly row: InstitutionRow }[] = [];
  const changed = new Set<InstitutionRow>();
  const fresh = new Set<InstitutionRow>();
  for (const one of sited) {
    const found = known.find(one);
    if (found instanceof Error) refused.set(one.at, found);
    else if (found === undefined) {
      const row = newRow(ctx, one, source);
      fresh.add(known.add(row));
      outcomes.set(one.at, 'added');
      settled.push({ one, row });
    } else {
      const outcome = bring(ctx, found, one, source);
      outcomes.set(one.at, outcome);
      if (outcome === 'changed' && !fresh.has(found)) changed.add(found);
      settled.push({ one, row: found });
    }
  }
  await insertInstitutions(ctx.db, [...fresh]);
  await updateInstitutions(ctx.db, [...changed]);
  for (const { at } of await seatLeaders(ctx, settled, source))
    if (outcomes.get(at) === 'same') outcomes.set(at, 'changed');
  return { outcomes, refused };
}

/** The place that a line names; a file about one committee or street need not say it. */
function placeOf({ place }: InstitutionLine, range: PlaceRange, find: Around['find']) {
  try {
    const at = place === '' ? range.first : find(place, 'place');
    if (['street', 'committee'].includes(levelOf(at))) return at;
    return new Misfit('place', place === '' ? 'load.needed' : 'load.no-committee', {
      value: place,
    });
  } catch (thrown) {
    return thrown as Error; // a finder throws refusals only
  }
}

/** Known by its name at its place; by its credit code when the name is another one now. */
function makeKnown(rows: readonly InstitutionRow[]) {
  const nameOf = (place: number, kind: string, name: string) => `${place} ${kind} ${name}`;
  const open = rows.filter(({ to_on }) => to_on === null);
  const byName = new Map(open.map((row) => [nameOf(row.place, row.kind, row.name), row]));
  const ended = new Map(rows.map((row) => [nameOf(row.place, row.kind, row.name), row]));
  const byCredit = new Map(
    open.map((row) => [nameOf(row.place, row.kind, row.credit_code ?? ''), row]),
  );
  return {
    add: (row: InstitutionRow) => {
      byName.set(nameOf(row.place, row.kind, row.name), row);
      if (row.credit_code !== null) byCredit.set(nameOf(row.place, row.kind, row.credit_code), row);
      return row;
    },
    find: ({ line, place }: Sited): InstitutionRow | Misfit | undefined => {
      const { kind, name, credit } = line;
      const named = byName.get(nameOf(place, kind, name));
      const coded = credit === null ? undefined : byCredit.get(nameOf(place, kind, credit));
      if (named !== undefined && coded !== undefined && named !== coded)
        return new Misfit('credit', 'load.credit-other', { name: coded.name });
      return named ?? coded ?? ended.get(nameOf(place, kind, name));
    },
  };
}

function newRow(ctx: Ctx, { line, place }: Sited, source: string): InstitutionRow {
  return {
    ...{ street: streetOf(place), no: 0, place, kind: line.kind, name: line.name },
    ...{ credit_code: line.credit, address: line.address, phone: line.phone },
    ...{ term_from: line.termFrom, term_to: line.termTo, from_on: line.from, to_on: null },
    ...{ source, recorded_at: ctx.now },
  };
}

/** Brings a row up to date. What an office recorded, and what it has ended, stays. */
function bring(ctx: Ctx, row: InstitutionRow, { line }: Sited, source: string): Outcome {
  const said = {
    name: line.name,
    credit_code: line.credit ?? row.credit_code,
    address: line.address ?? row.address,
    phone: line.phone ?? row.phone,
    term_from: line.termFrom ?? row.term_from,
    term_to: line.termTo ?? row.term_to,
    from_on: line.from ?? row.from_on,
  };
  const isSame = Object.entries(said).every(
    ([key, value]) => row[key as keyof typeof said] === value,
  );
  if (isSame) return 'same';
  if (row.source === BY_HAND || row.to_on !== null) return 'kept';
  Object.assign(row, said, { source, recorded_at: ctx.now });
  return 'changed';
}
