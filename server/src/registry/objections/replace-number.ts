// SPDX-License-Identifier: Apache-2.0
// A number gives way to another: whoever has it now is found by it, what it was stays sealed, and an account that was
// joined to the person by a telephone that is no longer theirs is parted.

import { daysAfter } from '@lilong/contracts/days';
import { streetOf } from '@lilong/contracts/place-no';
import { Refusal } from '@lilong/contracts/refusals';
import type { NumberElement } from '@lilong/contracts/registry-values';
import { sql } from 'kysely';
import { openContact } from '../../identity/index.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';
import { phoneEnds } from '../new-person.ts';
import { selectBinding } from '../own/binding-queries.ts';
import { part } from '../own/bound.ts';
import { digestOf, keyOf, openValue, sealValue } from '../sealed.ts';
import type { FactRow } from '../tables.ts';
import { keyKindOf, type Whole } from './numbers.ts';
import { lockSubject } from './queries.ts';

export interface NumberReplacement {
  readonly person: number;
  readonly place: number;
  readonly element: NumberElement;
  readonly from: Whole;
  readonly to: string;
  readonly kind: FactRow['kind'];
  /** Who says so now. */
  readonly source: string;
}

/**
 * The caller has stated the person, and the new number of a document as shown.
 *
 * @throws {Refusal} `objection.number-known` when the document's number is somebody else's already
 */
export async function replaceNumber(ctx: Ctx, made: NumberReplacement): Promise<void> {
  const { person, element, from } = made;
  const row = await lockSubject(ctx, { person, place: made.place });
  if (row === undefined) throw new Refusal('found.nothing', { what: 'person' }, 'person');
  await replaceKey(ctx, made);
  await keepFacts(ctx, made, row);
  if (element === 'person.phone') await phoneFollows(ctx, person, from.number);
  else tellNumber(ctx, person, made.place);
}

async function replaceKey(ctx: Ctx, { person, element, from, to }: NumberReplacement) {
  const kind = keyKindOf(element);
  const digest = keyOf(digestOf(ctx.keys, kind, to));
  if (kind === 'id') {
    const { rows } = await sql<{ person: number }>`
      select person from registry.person_key where kind = 'id' and digest = ${digest}`.execute(
      ctx.db,
    );
    if (rows.some((one) => one.person !== person))
      throw new Refusal('objection.number-known', {}, 'proposed');
  }
  if (from.number !== null)
    await sql`delete from registry.person_key where kind = ${kind} and person = ${person}
      and digest = ${keyOf(digestOf(ctx.keys, kind, from.number))}`.execute(ctx.db);
  await sql`insert into registry.person_key (kind, digest, person, document, sealed)
    values (${kind}, ${digest}, ${person}, ${from.document}, ${sealValue(ctx.keys, to)}) on conflict do nothing`.execute(
    ctx.db,
  );
}

/** The old number stood until yesterday; the new one stands from today. */
async function keepFacts(
  ctx: Ctx,
  { person, place, element, from, to, kind, source }: NumberReplacement,
  row: Readonly<Record<string, unknown>>,
): Promise<void> {
  const day = today(ctx);
  const last = daysAfter(day, -1);
  const { rows: standing } = await sql<{ no: number; sealed: Buffer | null }>`
    select no, sealed from registry.fact where person = ${person} and element = ${element} and valid_to is null`.execute(
    ctx.db,
  );
  const ended = standing.filter(
    ({ sealed }) => sealed !== null && openValue(ctx.keys, sealed) === from.number,
  );
  await sql`update registry.fact set valid_to = ${last}::date
    where no = any(${ended.map(({ no }) => no)}::bigint[])`.execute(ctx.db);
  const subject = { person, street: null, home: null, place, element, document: from.document };
  const said = (number: string) => ({
    ...subject,
    ...{ value: null, sealed: sealValue(ctx.keys, number) },
  });
  const was = {
    ...{ kind: 'shared' as const, source: String(row.source ?? '') },
    ...{ valid_from: null, valid_to: last, recorded_at: row.recorded_at as Date | null }, // of registry.person
  };
  const is = { kind, source, valid_from: day, valid_to: null, recorded_at: ctx.now };
  const isFirst = from.number !== null && ended.length === 0;
  await ctx.db
    .insertInto('registry.fact')
    .values([...(isFirst ? [{ ...said(from.number ?? ''), ...was }] : []), { ...said(to), ...is }])
    .execute();
}

/** Its last digits find the person in each street; whoever holds the old number is not the person any more. */
async function phoneFollows(ctx: Ctx, person: number, from: string | null): Promise<void> {
  const { rows } = await sql<{ street: number }>`
    select distinct street from registry.presence where person = ${person}`.execute(ctx.db);
  for (const { street } of rows)
    await sql`update registry.presence set phone_end = ${await phoneEnds(ctx, person, street)}
      where person = ${person} and street = ${street}`.execute(ctx.db);
  const live = await selectBinding(ctx, { person });
  if (live === undefined || live.ended_at !== null || from === null) return;
  const { phone } = await openContact(ctx, live.account);
  if (phone === from) await part(ctx, live, 'phone', ctx.actor.account);
}

/** Labels that wait for the new number are said of the person. */
function tellNumber(ctx: Ctx, person: number, place: number): void {
  ctx.emit({
    ...{ name: 'registry.numbered', street: streetOf(place), subject: `person ${person}` },
    ...{ place: null, facts: {}, audience: {} },
  });
}
