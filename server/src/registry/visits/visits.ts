// SPDX-License-Identifier: Apache-2.0
// A visit to a hall: who stands at the window is recognised, and their file is open to whoever serves them, until it ends.

import type { Visit } from '@lilong/contracts/counters-visit';
import { ageOn } from '@lilong/contracts/days';
import { Refusal } from '@lilong/contracts/refusals';
import type { documentKinds } from '@lilong/contracts/registry';
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';
import { logAccess } from '../access.ts';
import { hasKey, selectPerson } from '../card-queries.ts';
import { checkNumber, findByNumber } from '../look-up.ts';
import { countTries, insertTry } from '../own/binding-queries.ts';
import { endGrantsOf, selectGuardians } from '../own/guardian-queries.ts';
import { redeemShown } from '../own/show.ts';
import { sexOf } from '../people.ts';
import { lookAs } from '../reach.ts';
import { digestOf } from '../sealed.ts';
import { standAside } from '../ties/stand-aside.ts';
import {
  deleteOver,
  deleteVisit,
  insertPostGrant,
  insertVisit,
  selectNames,
  selectVisit,
  selectVisitors,
  type VisitRow,
} from './queries.ts';

const purpose = 'hall';
/** So many numbers that open nothing may somebody type in an hour. */
const mostTries = 20;
const tryMinutes = 60;

export type Document = (typeof documentKinds)[number];
/** What was shown: a code of theirs, or a document that was seen. */
export type Shown =
  | { readonly code: string; readonly organisation: number }
  | { readonly document: Document; readonly number: string };

/**
 * Recognises whoever stands there and opens their file to the actor, in the post acted as. Whoever was recognised by the same
 * ticket before is let go.
 *
 * @throws {Refusal} registry.shown-code; counters.unknown, whether nobody has the number or the file cannot be opened;
 * registry.own-household; auth.too-many
 */
export async function beginVisit(
  ctx: Ctx,
  matter: string,
  shown: Shown,
  until: Date,
): Promise<void> {
  const code = 'code' in shown;
  const person = code
    ? (await redeemShown(ctx, shown.code, shown)).person
    : await byDocument(ctx, shown);
  await endVisit(ctx, matter);
  const seen = code ? 'code' : shown.document;
  await letIn(
    ctx,
    { matter, person, guardian: null, seen, until_at: until },
    code ? 'shown' : 'id',
  );
}

/** A number that nobody has says the same as one whose file is not opened by it: protected people, the dead. */
async function byDocument(
  ctx: Ctx,
  { document, number }: { readonly document: Document; readonly number: string },
): Promise<number> {
  const account = ctx.actor.account ?? 0;
  await lookAs(ctx);
  const since = new Date(ctx.now.getTime() - tryMinutes * 60_000);
  if ((await countTries(ctx, account, since)) >= mostTries)
    throw new Refusal('auth.too-many', { minutes: tryMinutes });
  const id = checkNumber(document, number);
  const no = await findByNumber(ctx, id);
  if (no !== undefined) {
    await lookAs(ctx, { persons: [no] });
    const person = await selectPerson(ctx, no);
    const theirs = await hasKey(ctx, no, document, digestOf(ctx.keys, 'id', id));
    if (theirs && person?.died_on === null && !person.protected) return no;
  }
  await insertTry(ctx, account);
  ctx.keepThoughRefused();
  throw new Refusal('counters.unknown', {}, 'number');
}

/** In the demonstration: somebody whose document was seen. */
export const recognise = (
  ctx: Ctx,
  { until, ...of }: { readonly matter: string; readonly person: number; readonly until: Date },
): Promise<void> => letIn(ctx, { ...of, guardian: null, seen: '111', until_at: until }, 'id');

/** Writes who is there and the grant, in one act; the person reads both. */
async function letIn(ctx: Ctx, row: VisitRow, element: 'shown' | 'id' | 'proxy'): Promise<void> {
  const { person, matter } = row;
  await lookAs(ctx, { matter, persons: [person] });
  await insertVisit(ctx, row);
  await grant(ctx, row);
  await logAccess(ctx, { person, act: 'card', elements: [element], purpose });
}

async function grant(ctx: Ctx, { person, matter, until_at: until }: VisitRow): Promise<void> {
  await standAside(ctx, person);
  await insertPostGrant(ctx, { person, purpose, matter, until });
}

/** Whoever was recognised comes to the next window: it may open the same files, without asking again. */
export async function openVisit(ctx: Ctx, matter: string): Promise<void> {
  await lookAs(ctx, { matter });
  const rows = await selectVisit(ctx, matter);
  for (const row of rows) {
    await lookAs(ctx, { matter, persons: [row.person] });
    await grant(ctx, row);
  }
}

/** They leave the window: its files close there. */
export async function closeVisit(ctx: Ctx, matter: string): Promise<void> {
  await lookAs(ctx, { matter });
  await endGrantsOf(ctx, [matter]);
}

/** It is over: files close, and nothing says any more who it was. */
export async function endVisit(ctx: Ctx, matter: string): Promise<void> {
  await closeVisit(ctx, matter);
  await deleteVisit(ctx, matter);
}

/** Whose files a ticket has opened to the actor, and whose else could be. */
export async function visitOf(ctx: Ctx, matter: string): Promise<Visit> {
  await lookAs(ctx, { matter });
  const rows = await selectVisitors(ctx, matter);
  const day = today(ctx);
  const visitors = rows.map(({ person, name, sex, born_on, seen, guardian }) => ({
    ...{ person, name, sex: sexOf(sex), age: ageOn(born_on, day) },
    ...{ seen: seen as Visit['visitors'][number]['seen'], ward: guardian !== null }, // a check of the table
  }));
  const [there] = rows;
  const wards = there === undefined ? [] : await wardsOf(ctx, there.person);
  return {
    visitors,
    wards: wards.filter(({ person }) => !rows.some((row) => row.person === person)),
    until: there?.until_at.toISOString() ?? null,
  };
}

/** Children and wards by a relation that holds today. Protected ones are not told. */
async function wardsOf(ctx: Ctx, person: number): Promise<Visit['wards']> {
  await lookAs(ctx, { persons: [person] });
  const held = await selectGuardians(ctx, { guardians: [person] }, today(ctx));
  if (held.length === 0) return [];
  await lookAs(ctx, { persons: held.map((one) => one.person) });
  const names = await selectNames(
    ctx,
    held.map((one) => one.person),
  );
  return names.map(({ no, name }) => ({
    ...{ person: no, name },
    relation: held.find((one) => one.person === no)?.relation === 'parent' ? 'child' : 'ward',
  }));
}

/**
 * Whoever stands there came for a child or ward.
 *
 * @throws {Refusal} found.nothing when nobody is open here, or it is not theirs; registry.own-household
 */
export async function openWardOf(ctx: Ctx, matter: string, ward: number): Promise<void> {
  await lookAs(ctx, { matter });
  const [there] = await selectVisitors(ctx, matter);
  const wards = there === undefined ? [] : await wardsOf(ctx, there.person);
  if (there === undefined || !wards.some(({ person }) => person === ward))
    throw new Refusal('found.nothing', { what: 'person' }, 'person');
  const { seen, until_at, person: guardian } = there;
  await letIn(ctx, { matter, person: ward, guardian, seen, until_at }, 'proxy');
}

/** What is left of visits that are over by the clock. */
export async function forgetVisits(ctx: Ctx): Promise<void> {
  await lookAs(ctx);
  await deleteOver(ctx);
}
