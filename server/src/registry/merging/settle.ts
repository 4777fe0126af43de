// SPDX-License-Identifier: Apache-2.0
// What is computed of a person, computed again: 人户 state, labels beside presences, and the digests that are made with
// the person's own number.
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { spreadLabels } from '../mark-queries.ts';
import { selectCurrent } from '../move-queries.ts';
import { phoneEnds } from '../new-person.ts';
import { labelDigestOf, openValue } from '../sealed.ts';
import { settleStanding } from '../settle-standing.ts';
import type { Two } from './follow.ts';

export async function settle(ctx: Ctx, person: number): Promise<void> {
  await settleStanding(ctx, person);
  await spreadLabels(ctx, person);
}

/** Sealed labels are found by a digest of this person. */
export async function redigest(ctx: Ctx, person: number): Promise<void> {
  for (const { no, code } of await sealedOf(ctx, person))
    await sql`update registry.label set digest = ${labelDigestOf(ctx.keys, person, code)} where no = ${no}`.execute(
      ctx.db,
    );
}

/** Where the person is without a phone beside it, the last four digits of one that the other had find them now. */
export async function fillPhoneEnds(ctx: Ctx, person: number): Promise<void> {
  for (const { street, no, phone_end: end } of await selectCurrent(ctx, person))
    if (end === null)
      await sql`update registry.presence set phone_end = ${await phoneEnds(ctx, person, street)}
        where street = ${street} and no = ${no}`.execute(ctx.db);
}

interface Sealed {
  readonly no: number;
  readonly organisation: number;
  readonly isOpen: boolean;
  readonly code: string;
}
async function sealedOf(ctx: Ctx, person: number): Promise<Sealed[]> {
  const { rows } = await sql<Omit<Sealed, 'code'> & { sealed: Buffer }>`
    select no, organisation, valid_to is null as "isOpen", sealed from registry.label
    where person = ${person} and code is null`.execute(ctx.db);
  return rows.map(({ sealed, ...row }) => {
    const { code } = JSON.parse(openValue(ctx.keys, sealed)) as { code: string }; // as supply/match.ts writes it
    return { ...row, code };
  });
}

/** What one organisation says of both under seal is said once. */
export async function endSealedTwins(
  ctx: Ctx,
  { survivor, gone }: Two,
  last: string,
): Promise<void> {
  const kept = (await sealedOf(ctx, survivor)).filter(({ isOpen }) => isOpen);
  const twins = (await sealedOf(ctx, gone)).filter(
    (one) =>
      one.isOpen &&
      kept.some(({ code, organisation }) => code === one.code && organisation === one.organisation),
  );
  for (const { no } of twins)
    await sql`update registry.label set valid_to = greatest(valid_from, ${last}::date) where no = ${no}`.execute(
      ctx.db,
    );
}
