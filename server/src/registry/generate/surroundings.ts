// SPDX-License-Identifier: Apache-2.0
// What the generator reads of the city that it peoples: committees, doors, and who supplies labels.
import { readFileSync } from 'node:fs';
import { placeChain, placeNoOfCode, placeRange } from '@lilong/contracts/place-no';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import type { Door } from './doors.ts';
import type { ListedCommittee } from './plan.ts';
import type { Supplied } from './rows.ts';

type Row = Readonly<Record<string, string>>;
const rowsIn = (file: string): Row[] =>
  parse(readFileSync(new URL(`../../../../data/${file}`, import.meta.url)), {
    columns: true,
    bom: true,
  });

/** The labels that may be stored, by code. */
export function readLabels(): Map<string, Supplied> {
  return new Map(
    rowsIn('registry-labels.csv').map(
      ({ code = '', kind = '', supplier = '', look_again_days, sensitivity }) => [
        code,
        {
          kind,
          supplier,
          lookAgainDays: Number(look_again_days),
          sensitivity: Number(sensitivity),
        },
      ],
    ),
  );
}

/** Residents of each district, 2020. */
export function readResidents(): Map<number, number> {
  return new Map(
    rowsIn('shanghai-population-2020.csv').map(({ code = '', residents }) => [
      placeNoOfCode(code),
      Number(residents),
    ]),
  );
}

/** The committees of a place. Their ordinals count those of the whole city, in the order of their numbers. */
export async function selectCommittees(db: Db, of: number): Promise<ListedCommittee[]> {
  const { first, last } = placeRange(of);
  const { rows } = await sql<ListedCommittee>`
    select no, name, ordinal - 1 as ordinal from (
      select no, name, row_number() over (order by no) as ordinal from places.place
      where level = 'committee' and valid_to is null) as listed
    where no between ${first} and ${last} order by no`.execute(db);
  return rows;
}

/** Doors by committee, in the order in which they were given numbers. */
export async function selectDoors(
  db: Db,
  committees: readonly number[],
): Promise<Map<number, Door[]>> {
  const { rows } = await sql<Door & { place: number }>`
    select no as address, place, coalesce(lane, road, '') as lane, number, line from places.address
    where place = any(${[...committees]}::bigint[]) and status = 'in_use' order by no`.execute(db);
  return Map.groupBy(rows, ({ place }) => place);
}

/** Office telephones of committees. */
export async function selectPhones(
  db: Db,
  committees: readonly number[],
): Promise<(committee: number) => string | null> {
  const { rows } = await sql<{ place: number; phone: string | null }>`
    select place, phone from places.organisation
    where kind = 'committee' and valid_to is null and place = any(${[...committees]}::bigint[])`.execute(
    db,
  );
  const phones = new Map(rows.map(({ place, phone }) => [place, phone]));
  return (committee) => phones.get(committee) ?? null;
}

/** In which names of district departments a supplier is found; those in none speak through the street. */
const departments: Readonly<Record<string, string>> = {
  civil: '民政局',
  disabled: '残疾人联合会',
  health: '卫生健康委员会',
  police: '公安分局',
  housing: '住房保障和房屋管理局',
};

/** Finds the organisation that supplies a label at one of these committees: itself, a department, or the street. */
export async function findSuppliers(
  db: Db,
  committees: readonly number[],
): Promise<(committee: number, supplier: string) => number> {
  const places = [...new Set(committees.flatMap(placeChain))];
  const { rows } = await sql<{ no: number; place: number; kind: string; name: string }>`
    select no, place, kind, name from places.organisation
    where kind in ('committee', 'street_office', 'district_department') and valid_to is null
      and place = any(${places}::bigint[]) order by no desc`.execute(db);
  const at = new Map<string, number>();
  for (const { no, place, kind, name } of rows)
    if (kind !== 'district_department') at.set(`${place}`, no);
    else
      for (const [supplier, title] of Object.entries(departments))
        if (name.includes(title)) at.set(`${place} ${supplier}`, no);
  return (committee, supplier) => {
    const street = at.get(`${Math.floor(committee / 1e6) * 1e6}`);
    const found =
      supplier === 'committee'
        ? at.get(`${committee}`)
        : at.get(`${Math.floor(committee / 1e9) * 1e9} ${supplier}`);
    const no = found ?? street ?? rows.at(-1)?.no;
    if (no === undefined) throw new Error('there is no organisation that could supply labels');
    return no;
  };
}
