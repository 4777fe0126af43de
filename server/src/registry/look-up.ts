// SPDX-License-Identifier: Apache-2.0
// A document is shown: who is it? The act writes the grant that lets the person be moved in.
import { readId, tidyId } from '@lilong/contracts/id-number';
import { Refusal } from '@lilong/contracts/refusals';
import type { documentKinds } from '@lilong/contracts/registry';
import type { lookUpNumber } from '@lilong/contracts/registry-moves';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { logAccess } from './access.ts';
import { selectPerson } from './card-queries.ts';
import { personPolicy, presencePolicy } from './policy.ts';
import { lookAs } from './reach.ts';
import { digestOf, keyOf } from './sealed.ts';
import { insertPostGrant } from './visits/queries.ts';

const grantMinutes = 15;

/** Whom the number belongs to; the looked-up person can be opened for a quarter of an hour, and reads why. */
export async function lookUp(
  ctx: Ctx,
  { document, number }: InputOf<typeof lookUpNumber>,
): Promise<ReplyOf<typeof lookUpNumber>> {
  ctx.requireEver(personPolicy, 'find');
  const id = checkNumber(document, number);
  const says = sayOf(document, id);
  const no = await findByNumber(ctx, id);
  if (no === undefined) {
    ctx.note({ act: 'registry.look-up', facts: { known: false } });
    return { known: null, says };
  }
  await lookAs(ctx, { persons: [no] });
  const person = await selectPerson(ctx, no);
  if (person === undefined || person.died_on !== null)
    throw new Refusal('registry.died', {}, 'number');
  // Whoever knows a number by heart would learn here where somebody lives who hides.
  if (person.protected) throw new Refusal('registry.not-by-number', {}, 'number');
  await giveGrant(ctx, no);
  await logAccess(ctx, { person: no, act: 'card', elements: ['id'], purpose: 'document-shown' });
  return { known: { person: no, name: person.name, livesHere: await livesHere(ctx, no) }, says };
}

/** Internal number behind a document's number. */
export async function findByNumber(ctx: Ctx, id: string): Promise<number | undefined> {
  const shown = digestOf(ctx.keys, 'id', id);
  await lookAs(ctx, { shown });
  const found = await ctx.db
    .selectFrom('registry.person_key')
    .select('person')
    .where('kind', '=', sql.lit('id'))
    .where('digest', '=', keyOf(shown))
    .executeTakeFirst();
  return found?.person;
}

/**
 * The number as it is kept.
 *
 * @throws {Refusal} `registry.id-number` when an identity card's number is not whole
 */
export function checkNumber(
  document: (typeof documentKinds)[number],
  number: string,
  field = 'number',
): string {
  const id = tidyId(number);
  if (document === '111' && readId(id) === undefined)
    throw new Refusal('registry.id-number', {}, field);
  return id;
}

function sayOf(
  document: (typeof documentKinds)[number],
  id: string,
): ReplyOf<typeof lookUpNumber>['says'] {
  const facts = document === '111' ? readId(id) : undefined;
  if (facts === undefined) return null;
  return { bornOn: facts.bornOn, sex: facts.sex === 1 ? '1' : '2', area: facts.area };
}

function giveGrant(ctx: Ctx, person: number): Promise<void> {
  const until = new Date(ctx.now.getTime() + grantMinutes * 60_000);
  return insertPostGrant(ctx, {
    ...{ person, purpose: 'document-shown', matter: ctx.requestId, until },
  });
}

async function livesHere(ctx: Ctx, person: number): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`
    select exists (select from registry.presence p where p.person = ${person} and p.role = 'lives' and p.to_on is null
      and ${ctx.may(presencePolicy, 'find', 'p')}) as yes`.execute(ctx.db);
  return rows[0]?.yes === true;
}
