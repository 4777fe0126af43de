// SPDX-License-Identifier: Apache-2.0
// A value is replaced in the one place where it is kept; what it was, and who said so, stays as a fact.
import { daysAfter } from '@lilong/contracts/days';
import { Refusal } from '@lilong/contracts/refusals';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';
import { personPinyin } from '../person-pinyin.ts';
import { settleStanding } from '../settle-standing.ts';
import type { FactRow } from '../tables.ts';
import { columnOf, keptAs, textOf } from './elements.ts';
import { about, lockSubject, type Subject } from './queries.ts';

export interface Replacement {
  readonly of: Subject;
  readonly element: string;
  readonly to: string;
  readonly kind: FactRow['kind'];
  /** Who says so now. */
  readonly source: string;
}
/** The value is another from today on, for everybody who sees it. The caller has stated its subject. */
export async function replaceValue(ctx: Ctx, made: Replacement): Promise<void> {
  const { of, element, to } = made;
  const column = columnOf(element);
  const row = await lockSubject(ctx, of);
  if (column === undefined || row === undefined)
    throw new Refusal('found.nothing', { what: 'element' }, 'element');
  const from = textOf(row, column);
  if (from === to) return;
  await keepFacts(ctx, made, { value: from, ...saidBy(row) });
  const set = sql`${sql.ref(column.column)} = cast(${to}::text as ${sql.raw(column.type)})`;
  if (of.home !== undefined)
    await sql`update registry.home set ${set} where street = ${of.home.street} and no = ${of.home.no}`.execute(
      ctx.db,
    );
  else await updatePerson(ctx, of.person, { element, from, to, set });
}

/** Who said what a person has from the beginning. A home does not keep that. */
const saidBy = ({ source, recorded_at }: Readonly<Record<string, unknown>>) => ({
  source: typeof source === 'string' ? source : '',
  recorded_at: recorded_at instanceof Date ? recorded_at : null,
});

interface Changed {
  readonly element: string;
  readonly from: string | null;
  readonly to: string;
  readonly set: ReturnType<typeof sql>;
}
/** What lists carry follows; so does the 人户 state. */
async function updatePerson(ctx: Ctx, no: number, { element, from, to, set }: Changed) {
  const also = alsoOf(element, to);
  await sql`update registry.person set ${set}${also} where no = ${no}`.execute(ctx.db);
  if (['person.name', 'person.sex', 'person.born_on'].includes(element))
    await sql`update registry.presence p set name = r.name, pinyin = r.pinyin, sex = r.sex, born_on = r.born_on
      from registry.person r where p.person = ${no} and r.no = p.person`.execute(ctx.db);
  if (element === 'person.died_on')
    await sql`update registry.presence set to_on = greatest(from_on, ${to}::date)
      where person = ${no} and to_on = ${from}::date`.execute(ctx.db);
  if (element === 'person.registered_in') await settleStanding(ctx, no);
}

function alsoOf(element: string, to: string) {
  if (element === 'person.name') return sql`, pinyin = ${personPinyin(to)}`;
  return element === 'person.registered_in' ? sql`, abroad = false` : sql``;
}

interface Before {
  readonly value: string | null;
  readonly source: string;
  readonly recorded_at: Date | null;
}
/** The old value stood until yesterday; the new one stands from today. */
async function keepFacts(ctx: Ctx, made: Replacement, before: Before): Promise<void> {
  const { of, element, to, kind, source } = made;
  const day = today(ctx);
  const last = daysAfter(day, -1);
  const { rows: ended } = await sql`
    update registry.fact f set valid_to = ${last}::date
    where ${about(of, 'f')} and f.element = ${element} and f.valid_to is null returning no`.execute(
    ctx.db,
  );
  const subject = {
    ...{ person: of.person ?? null, street: of.home?.street ?? null, home: of.home?.no ?? null },
    ...{ place: of.place, element },
  };
  const was = { ...subject, ...before, kind: 'shared' as const, valid_from: null, valid_to: last };
  const is = { ...subject, value: to, kind, source, valid_from: day, valid_to: null };
  await ctx.db
    .insertInto('registry.fact')
    .values([...(ended.length === 0 ? [was] : []), { ...is, recorded_at: ctx.now }])
    .execute();
}

/** All that is known to have been different, or is from elsewhere than its row; newest first. */
export async function selectFacts(ctx: Ctx, of: Subject): Promise<FactRow[]> {
  const { rows } = await sql<FactRow>`
    select * from registry.fact f where ${about(of, 'f')} order by f.valid_to desc nulls first, f.no desc`.execute(
    ctx.db,
  );
  return rows;
}

/** The row as it was on an earlier day. */
export function asOf<T extends object>(row: T, facts: readonly FactRow[], day: string): T {
  const then = new Map<string, FactRow>();
  for (const fact of facts)
    if (fact.valid_to !== null && fact.valid_to >= day && (fact.valid_from ?? day) <= day)
      then.set(fact.element, fact);
  const values = [...then.values()].flatMap((fact) => {
    const column = columnOf(fact.element);
    return column === undefined ? [] : [[column.column, keptAs(column, fact.value)] as const];
  });
  return { ...row, ...Object.fromEntries(values) };
}
