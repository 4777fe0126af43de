// SPDX-License-Identifier: Apache-2.0
// Which account is whose, and the codes that join them.
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { keyOf } from '../sealed.ts';
import type { Parting } from '../tables.ts';

export interface BindingFound {
  readonly no: number;
  readonly person: number;
  readonly account: number;
  readonly document: string;
  readonly role: string;
  readonly organisationName: string;
  readonly seen_at: Date;
  readonly bound_at: Date;
  readonly used_at: Date;
  readonly ended_at: Date | null;
  readonly ended_why: Parting | null;
  /** Whose the account's number was when the binding was first used; none before that. */
  readonly phone_of: number[] | null;
  /** The account still has the number that it had then. */
  readonly samePhone: boolean;
}

/** The live binding of an account or of a person, or else the last one. */
export async function selectBinding(
  ctx: Ctx,
  of: { readonly account: number } | { readonly person: number },
): Promise<BindingFound | undefined> {
  const whose: Expression<SqlBool> =
    'account' in of
      ? sql<SqlBool>`b.account = ${of.account}::bigint`
      : sql<SqlBool>`b.person = ${of.person}::bigint`;
  const { rows } = await sql<BindingFound>`
    select b.no, b.person, b.account, b.document, b.role, o.name as "organisationName", b.seen_at, b.bound_at, b.used_at,
      b.ended_at, b.ended_why, b.phone_of, a.ended_at is null and b.phone is not distinct from a.phone_digest as "samePhone"
    from registry.binding b join places.organisation o on o.no = b.organisation join identity.account a on a.no = b.account
    where ${whose} order by b.ended_at desc nulls first, b.no desc limit 1`.execute(ctx.db);
  return rows[0];
}

/** False when the person or the account is bound already. */
export async function insertBinding(ctx: Ctx, account: number, code: Offer): Promise<boolean> {
  const { rows } = await sql`
    insert into registry.binding (person, account, phone, document, seen_by, organisation, role, seen_at, bound_at, used_at)
    select ${code.person}::bigint, a.no, a.phone_digest, ${code.document}, ${code.seen_by}::bigint, ${code.organisation}::bigint, ${code.role},
      ${code.seen_at}::timestamptz, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz
    from identity.account a where a.no = ${account}::bigint and a.kind = 'resident'
    on conflict do nothing returning no`.execute(ctx.db);
  return rows.length > 0;
}

/** Whose telephone a digest is, which the transaction was shown; a record that became part of another one's is that one's. */
export async function selectOwners(ctx: Ctx, shown: Buffer): Promise<number[]> {
  const { rows } = await sql<{ person: number }>`
    select coalesce(m.survivor, k.person) as person from registry.person_key k
    left join registry.merge m on m.gone = k.person and m.undone_at is null
    where k.kind = 'phone' and k.digest = ${keyOf(shown)}`.execute(ctx.db);
  return rows.map(({ person }) => person);
}

export async function rememberOwners(
  ctx: Ctx,
  no: number,
  owners: readonly number[],
): Promise<void> {
  await sql`update registry.binding set phone_of = ${[...owners]}::bigint[] where no = ${no}`.execute(
    ctx.db,
  );
}

export async function markUsed(ctx: Ctx, no: number): Promise<void> {
  await ctx.db
    .updateTable('registry.binding')
    .set({ used_at: ctx.now })
    .where('no', '=', no)
    .execute();
}

export async function endOf(ctx: Ctx, no: number, why: Parting, by: number | null): Promise<void> {
  await ctx.db
    .updateTable('registry.binding')
    .set({ ended_at: ctx.now, ended_why: why, ended_by: by })
    .where('no', '=', no)
    .execute();
}

export interface Offer {
  readonly person: number;
  readonly document: string;
  readonly seen_by: number;
  readonly organisation: number;
  readonly role: string;
  readonly seen_at: Date;
}

/** False when another person has the same code just now. What is over makes room; a person's newest code is the only one. */
export async function insertOffer(
  ctx: Ctx,
  offer: Offer,
  digest: Buffer,
  until: Date,
): Promise<boolean> {
  await sql`delete from registry.binding_code where person = ${offer.person} or ends_at <= ${ctx.now}::timestamptz`.execute(
    ctx.db,
  );
  const { rows } = await sql`
    insert into registry.binding_code (person, digest, document, seen_by, organisation, role, seen_at, ends_at)
    values (${offer.person}, ${digest}, ${offer.document}, ${offer.seen_by}, ${offer.organisation}, ${offer.role},
      ${offer.seen_at}::timestamptz, ${until}::timestamptz)
    on conflict do nothing returning person`.execute(ctx.db);
  return rows.length > 0;
}

/** Whose code it is; taken, so that it joins once. */
export async function takeOffer(ctx: Ctx, digest: Buffer): Promise<Offer | undefined> {
  const { rows } = await sql<Offer>`
    delete from registry.binding_code where digest = ${digest} and ends_at > ${ctx.now}::timestamptz
    returning person, document, seen_by, organisation, role, seen_at`.execute(ctx.db);
  return rows[0];
}

/** How often an account has tried since a moment. Tries at once are counted one after another. */
export async function countTries(ctx: Ctx, account: number, since: Date): Promise<number> {
  await sql`select pg_advisory_xact_lock(771023, (${account}::bigint % 2000000000)::int)`.execute(
    ctx.db,
  );
  await sql`delete from registry.binding_try where account = ${account} and at <= ${since}::timestamptz`.execute(
    ctx.db,
  );
  const { rows } = await sql<{ tries: number }>`
    select count(*)::int as tries from registry.binding_try where account = ${account}`.execute(
    ctx.db,
  );
  return rows[0]?.tries ?? 0;
}

export async function insertTry(ctx: Ctx, account: number): Promise<void> {
  await sql`insert into registry.binding_try (account, at) values (${account}, ${ctx.now}::timestamptz)`.execute(
    ctx.db,
  );
}
