// SPDX-License-Identifier: Apache-2.0
// What acts in each committee of the demonstration's street, and who holds office there: invented, and said to be.
import { type PlaceRange, placeRange } from '@lilong/contracts/place-no';
import type { InstitutionKind } from '@lilong/contracts/registry-institutions';
import { sql, type Transaction } from 'kysely';
import { runLater } from '../kernel/pipelined.ts';
import type { DB } from '../kernel/tables.ts';
import { multirange } from './reach.ts';

interface Sample {
  readonly kind: InstitutionKind;
  /** After the name of the committee without 居委会. */
  readonly name: string;
  /** Years of a term, and in how many days it is over. */
  readonly term?: readonly [years: number, daysLeft: number];
  /** What the committee’s telephone answers for. */
  readonly atCommittee?: true;
  readonly offices?: readonly string[];
}

/** Terms of five and three years are those of the law; all else is made up. */
const samples: readonly Sample[] = [
  {
    ...{ kind: 'party', name: '居民区党总支', term: [5, 1400], atCommittee: true },
    offices: ['书记', '副书记', '委员'],
  },
  {
    ...{ kind: 'residents', name: '居民委员会', term: [5, 1400], atCommittee: true },
    offices: ['主任', '副主任', '委员', '委员', '委员'],
  },
  { kind: 'owners', name: '小区业主委员会', term: [5, 60], offices: ['主任', '委员', '委员'] },
  { kind: 'property', name: '小区物业服务处' },
  { kind: 'stationed', name: '社区卫生服务站' },
  { kind: 'mass', name: '妇女联合会', term: [5, 1000], offices: ['主席'] },
  { kind: 'social', name: '邻里互助服务社', offices: ['负责人'] },
  { kind: 'team', name: '合唱队', offices: ['队长'] },
  { kind: 'team', name: '志愿巡逻队', offices: ['队长'] },
  { kind: 'centre', name: '老年人日间照护站', atCommittee: true },
];

export async function seedInstitutions(
  db: Transaction<DB>,
  street: number,
  now: Date,
): Promise<void> {
  await stateOffices(db, placeRange(street));
  for (const sample of samples) await insertEverywhere(db, street, sample, now);
  await seatPeople(db, street, now);
  await seatBound(db, now);
}

async function stateOffices(db: Transaction<DB>, range: PlaceRange): Promise<void> {
  await runLater(db, sql`select set_config('lilong.offices', ${multirange([range])}, true)`);
}

async function insertEverywhere(
  db: Transaction<DB>,
  street: number,
  { kind, name, term, atCommittee }: Sample,
  now: Date,
): Promise<void> {
  const { first, last } = placeRange(street);
  const [years, left] = term ?? [null, null];
  await sql`
    insert into registry.institution (street, place, kind, name, phone, term_from, term_to, source, recorded_at)
    select l.no / 1000000, l.no, ${kind}, regexp_replace(l.name, '居委会$|村委会$', '') || ${name}::text,
      case when ${atCommittee === true} then o.phone end,
      (${now}::timestamptz + make_interval(days => ${left}::int, years => -${years}::int))::date,
      (${now}::timestamptz + make_interval(days => ${left}::int))::date, '示例', ${now}::timestamptz
    from places.place l left join places.organisation o on o.place = l.no and o.kind = 'committee' and o.valid_to is null
    where l.no between ${first} and ${last} and l.level = 'committee' and l.valid_to is null`.execute(
    db,
  );
}

/** Offices go to grown-ups who live there, each person one. */
async function seatPeople(db: Transaction<DB>, street: number, now: Date): Promise<void> {
  const offices = samples.flatMap(({ name, offices: of = [] }) =>
    of.map((position) => ({ name, position })),
  );
  const { first, last } = placeRange(street);
  await sql`
    insert into registry.member (street, institution, place, person, name, position, from_on, source, recorded_at)
    select i.street, i.no, i.place, p.person, p.name, s.position,
      coalesce(i.term_from, (${now}::timestamptz - interval '2 years')::date), '示例', ${now}::timestamptz
    from unnest(${offices.map(({ name }) => name)}::text[], ${offices.map(({ position }) => position)}::text[])
      with ordinality as s (name, position, nth)
    join registry.institution i on i.place between ${first} and ${last} and i.name like '%' || s.name
    join (select place, person, name, row_number() over (partition by place order by person) as nth
      from registry.presence where role = 'lives' and to_on is null and not protected
        and place between ${first} and ${last}
        and born_on between (${now}::timestamptz - interval '72 years')::date and (${now}::timestamptz - interval '35 years')::date
    ) p on p.place = i.place and p.nth = s.nth`.execute(db);
}

/** Whoever is bound to an account finds an office of theirs in 我的数据. */
async function seatBound(db: Transaction<DB>, now: Date): Promise<void> {
  await sql`
    insert into registry.member (street, institution, place, person, name, position, from_on, source, recorded_at)
    select i.street, i.no, i.place, p.person, p.name, '领唱', (${now}::timestamptz - interval '2 years')::date, '示例', ${now}::timestamptz
    from registry.binding b join registry.presence p on p.person = b.person and p.role = 'lives' and p.to_on is null
    join registry.institution i on i.place = p.place and i.name like '%合唱队'
    where b.ended_at is null`.execute(db);
}
