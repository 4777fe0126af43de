// SPDX-License-Identifier: Apache-2.0
// What a decision of the program's own grants is a label as if its department had supplied it, and ends the same way.
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';
import { selectKeys } from '../card-queries.ts';
import { lookOver } from '../reach.ts';
import { openValue } from '../sealed.ts';
import { titlesOf } from './suppliers.ts';
import { takeLines } from './supply.ts';
import { takeBackLines } from './take-back.ts';

export interface Decided {
  /** Where it was decided: the department of that district supplies. */
  readonly place: number;
  /** A line of work: 民政 is `civil`. */
  readonly work: string;
  readonly persons: readonly number[];
  readonly label: string;
  /** On what it rests, or why it ends. */
  readonly note: string;
}

/** Said of them from today on, for as long as the dictionary allows. By the program alone. */
export async function labelByDecision(ctx: Ctx, decided: Decided): Promise<void> {
  const { organisation, numbers } = await whoAndWhom(ctx, decided);
  if (organisation === undefined || numbers.length === 0) return;
  const { label, note } = decided;
  const lines = numbers.map((number) => ({ number, label, from: today(ctx), note }));
  await takeLines(ctx, { organisation, name: undefined, lines });
}

export async function unlabelByDecision(ctx: Ctx, decided: Decided): Promise<void> {
  const { organisation, numbers } = await whoAndWhom(ctx, decided);
  if (organisation === undefined || numbers.length === 0) return;
  const lines = numbers.map((number) => ({ number, label: decided.label }));
  await takeBackLines(ctx, organisation, { on: today(ctx), reason: decided.note, lines });
}

async function whoAndWhom(ctx: Ctx, { place, work, persons }: Decided) {
  await lookOver(ctx, [], { persons });
  const numbers: string[] = [];
  for (const person of persons)
    for (const { kind, document, sealed } of await selectKeys(ctx, person))
      if (kind === 'id' && document === '111') numbers.push(openValue(ctx.keys, sealed));
  const organisation = await departmentOf(ctx, place, work);
  await lookOver(ctx, [], organisation === undefined ? {} : { suppliers: [organisation] });
  return { organisation, numbers };
}

const districtSpan = 1_000_000_000;

async function departmentOf(ctx: Ctx, place: number, work: string): Promise<number | undefined> {
  const titles = (await titlesOf(ctx)).get(work) ?? [];
  const { rows } = await sql<{ no: number; name: string }>`
    select no, name from places.organisation where place = ${Math.floor(place / districtSpan) * districtSpan}::bigint
      and kind = 'district_department' and valid_to is null order by no`.execute(ctx.db);
  return rows.find(({ name }) => titles.some((title) => name.includes(title)))?.no;
}
