// SPDX-License-Identifier: Apache-2.0
// Somebody whom the registry does not know yet.
import { readId } from '@lilong/contracts/id-number';
import { tidyPhone } from '@lilong/contracts/phone';
import { Refusal } from '@lilong/contracts/refusals';
import type { NewPerson } from '@lilong/contracts/registry-moves';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import { checkNumber, findByNumber } from './look-up.ts';
import { insertKey, insertPerson, nextPerson } from './move-queries.ts';
import { personPinyin } from './person-pinyin.ts';
import { lookAs } from './reach.ts';
import { digestOf, keyOf, openValue, phoneEndOf, sealValue } from './sealed.ts';
import type { PersonRow } from './tables.ts';

const city = '31'; // 户籍 of the city itself: then registered presence tells where

/**
 * Writes a new person with what their document says.
 *
 * Faults are told of fields of `fresh`, as whoever moves in is sent.
 *
 * @param registeredIn six digits where the 户籍 is, when nothing else tells it
 * @throws {Refusal} `registry.known` when the number is somebody's already; `registry.id-number`, `registry.sex`
 */
export async function makePerson(
  ctx: Ctx,
  fresh: NewPerson,
  registeredIn: string | undefined,
): Promise<PersonRow> {
  const document = fresh.number === undefined ? undefined : (fresh.document ?? '111');
  const id =
    document === undefined ? undefined : checkNumber(document, fresh.number ?? '', 'fresh.number');
  if (id !== undefined && (await findByNumber(ctx, id)) !== undefined)
    throw new Refusal('registry.known', {}, 'fresh.number');
  const says = document === '111' && id !== undefined ? readId(id) : undefined;
  const sex = says?.sex ?? (fresh.sex === undefined ? undefined : Number(fresh.sex));
  if (sex === undefined) throw new Refusal('registry.sex', {}, 'fresh.sex');
  const bornOn = says?.bornOn ?? fresh.bornOn ?? null;
  if (bornOn !== null && bornOn > today(ctx))
    throw new Refusal('registry.not-yet', { day: today(ctx) }, 'fresh.bornOn');
  const no = await nextPerson(ctx);
  await lookAs(ctx, { persons: [no] });
  const abroad = fresh.abroad === true;
  const name = fresh.name.normalize('NFKC').trim();
  const person = await insertPerson(ctx, {
    no,
    name,
    pinyin: personPinyin(name),
    sex,
    born_on: bornOn,
    registered_in: abroad ? null : (registeredIn ?? says?.area ?? null),
    abroad,
  });
  if (id !== undefined) await keep(ctx, no, 'id', id, document ?? null);
  if (fresh.phone !== undefined)
    await keep(ctx, no, 'phone', tidyPhone(fresh.phone) ?? fresh.phone, null);
  return person;
}

async function keep(
  ctx: Ctx,
  person: number,
  kind: 'id' | 'phone',
  value: string,
  document: string | null,
): Promise<void> {
  const digest = keyOf(digestOf(ctx.keys, kind, value));
  await insertKey(ctx, { kind, digest, person, document, sealed: sealValue(ctx.keys, value) });
}

/** Digest of the last four of a person's phone for a street; none without a phone. */
export async function phoneEnds(ctx: Ctx, person: number, street: number): Promise<Buffer | null> {
  const { rows } = await sql<{ sealed: Buffer }>`
    select sealed from registry.person_key where person = ${person} and kind = 'phone' limit 1`.execute(
    ctx.db,
  );
  const sealed = rows[0]?.sealed;
  return sealed === undefined
    ? null
    : phoneEndOf(ctx.keys, street, openValue(ctx.keys, sealed).slice(-4));
}

/** Whether a 户籍 is outside the city. */
export const isOutside = (registeredIn: string | null): boolean =>
  registeredIn !== null && !registeredIn.startsWith(city);
