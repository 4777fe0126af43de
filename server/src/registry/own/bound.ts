// SPDX-License-Identifier: Apache-2.0
// Whose account it is. Asked anew each time: a number that changed, a death, or a long silence ends what a worker joined.
import { Refusal } from '@lilong/contracts/refusals';
import { openContact, setLevel } from '../../identity/index.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import { selectPerson } from '../card-queries.ts';
import { findByNumber } from '../look-up.ts';
import { selectMergedInto } from '../merging/queries.ts';
import { personPolicy } from '../policy.ts';
import { lookAs } from '../reach.ts';
import { digestOf } from '../sealed.ts';
import type { Parting, PersonRow } from '../tables.ts';
import {
  type BindingFound,
  endOf,
  markUsed,
  rememberOwners,
  selectBinding,
  selectOwners,
} from './binding-queries.ts';
import { endReading } from './reading.ts';

/**
 * A binding that nobody has used for so long is over: a number that was given up is handed to somebody else after
 * about as long, and the account with it. 示例, see docs/domain/registry.md.
 */
const quietDays = 90;
const dayMs = 86_400_000;

export interface Oneself {
  readonly binding: BindingFound;
  readonly person: PersonRow;
}
/** Nobody, and how the last binding ended if there was one. */
export type Whose = Oneself | { readonly binding?: never; readonly last: BindingFound | undefined };

export const ownAccount = ({ actor }: Ctx): number => actor.account ?? 0;

/** The person whom the actor's account is bound to; from then on the transaction sees that person as oneself. */
export async function whoseAccount(ctx: Ctx): Promise<Whose> {
  ctx.requireEver(personPolicy, 'own');
  await lookAs(ctx);
  const found = await selectBinding(ctx, { account: ownAccount(ctx) });
  if (found === undefined || found.ended_at !== null) return { last: found };
  await lookAtAll(ctx, found.person);
  const person = await selectPerson(ctx, found.person);
  const why = partedBy(ctx, found, person) ?? (await partedByPhone(ctx, found));
  if (person === undefined || why !== undefined) {
    await part(ctx, found, why ?? 'unused', null);
    return { last: await selectBinding(ctx, { account: ownAccount(ctx) }) };
  }
  await ctx.require(personPolicy, 'own', { no: found.person });
  if (ctx.now.getTime() - found.used_at.getTime() > dayMs) await markUsed(ctx, found.no);
  return { binding: found, person };
}

/** The person to whom the account is bound still, asked where nothing can be written: what ends it, ends at the next act. */
export async function boundStill(ctx: Ctx): Promise<number | undefined> {
  if (ctx.actor.account === null) return undefined;
  await lookAs(ctx);
  const found = await selectBinding(ctx, { account: ctx.actor.account });
  if (found === undefined || found.ended_at !== null) return undefined;
  await lookAtAll(ctx, found.person);
  const person = await selectPerson(ctx, found.person);
  const byPhone = found.phone_of === null ? undefined : await partedByPhone(ctx, found);
  const why = partedBy(ctx, found, person) ?? byPhone;
  return why === undefined ? found.person : undefined;
}

/** The account of whoever has this number, as it is kept, if they are bound still. Asked by the program, which tells nobody. */
export async function accountOfNumber(ctx: Ctx, id: string): Promise<number | undefined> {
  const no = await findByNumber(ctx, id);
  if (no === undefined) return undefined;
  await lookAtAll(ctx, no);
  const found = await selectBinding(ctx, { person: no });
  const person = await selectPerson(ctx, no);
  if (found === undefined || found.ended_at !== null || person === undefined) return undefined;
  return (await stillHolds(ctx, found, person)) ? found.account : undefined;
}

/** States one person, with the records that became part of theirs: who looked at those is told as well. */
export async function lookAtAll(ctx: Ctx, person: number): Promise<void> {
  const persons = [person];
  for (let last = persons; last.length > 0; persons.push(...last)) {
    await lookAs(ctx, { persons });
    last = await selectMergedInto(ctx, last);
  }
}

/**
 * The same for what only somebody bound can do.
 *
 * @throws {Refusal} `registry.not-bound`
 */
export async function oneself(ctx: Ctx): Promise<Oneself> {
  const whose = await whoseAccount(ctx);
  if (whose.binding !== undefined) return whose;
  ctx.keepThoughRefused(); // it may have ended just now
  throw new Refusal('registry.not-bound', {});
}

/** Whether nothing has parted account and person; what has, ends the binding at the resident's own next act. */
export async function stillHolds(
  ctx: Ctx,
  found: BindingFound,
  person: PersonRow,
): Promise<boolean> {
  return (partedBy(ctx, found, person) ?? (await partedByPhone(ctx, found))) === undefined;
}

function partedBy(
  ctx: Ctx,
  binding: BindingFound,
  person: PersonRow | undefined,
): Parting | undefined {
  if (!binding.samePhone) return 'phone';
  if (person?.died_on != null) return 'death';
  const quietMs = ctx.now.getTime() - binding.used_at.getTime();
  return quietMs > quietDays * dayMs ? 'unused' : undefined;
}

/**
 * The number belongs to somebody else now: since the binding was first used, a worker or a file has recorded it for
 * another person, and it is not recorded for this one. Families who share a telephone stay bound.
 * The transaction states the person, then and afterwards.
 */
async function partedByPhone(
  ctx: Ctx,
  { no, account, person, phone_of: known }: BindingFound,
): Promise<Parting | undefined> {
  const { phone } = await openContact(ctx, account);
  if (phone === null) return undefined;
  const shown = digestOf(ctx.keys, 'phone', phone);
  await lookAs(ctx, { persons: [person], shown });
  const owners = await selectOwners(ctx, shown);
  await lookAtAll(ctx, person);
  if (known === null) await rememberOwners(ctx, no, owners);
  if (known === null || owners.includes(person)) return undefined;
  return owners.some((owner) => !known.includes(owner)) ? 'phone' : undefined;
}

/** Account and person are two again. Permission was asked, and the person stated. */
export async function part(
  ctx: Ctx,
  { no, account, person }: BindingFound,
  why: Parting,
  by: number | null,
): Promise<void> {
  await endOf(ctx, no, why, by);
  await endReading(ctx, person, 'unbound');
  await setLevel(ctx.db, account, 1);
  ctx.note({ act: 'registry.unbound', subject: `person ${person}`, facts: { why, account } });
}
