// SPDX-License-Identifier: Apache-2.0
// What the program does with lines, once it knows whose they are.
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { keyOf } from '../sealed.ts';
import type { Waiting } from './queries.ts';

/** Many digests or keys as one value: the embedded database takes no list of bytes. */
const bytesIn = (list: readonly Uint8Array[]) =>
  sql`array(select decode(one, 'hex') from unnest(${list.map((one) => Buffer.from(one).toString('hex'))}::text[]) as one)`;

/** Lines at which nobody has looked yet, for this transaction alone. */
export async function claimWaiting(ctx: Ctx, organisation: number, limit: number) {
  const { rows } = await sql<Waiting>`
    select key, digest, organisation, act, sealed, batch, from_on, until, expires_on from registry.label_waiting
    where organisation = ${organisation} and not tried order by key limit ${limit} for update skip locked`.execute(
    ctx.db,
  );
  return rows;
}

/** Lines about one of these digests; the caller has stated them. */
export async function claimWaitingOf(ctx: Ctx, digests: readonly Uint8Array[]): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select key, digest, organisation, act, sealed, batch, from_on, until, expires_on from registry.label_waiting
    where digest = any(${bytesIn(digests)}) order by key for update`.execute(ctx.db);
  return rows;
}

/** Who is alive behind digests, by their hexadecimal form. The caller has stated the digests. */
export async function selectHolders(
  ctx: Ctx,
  digests: readonly Uint8Array[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ digest: string; person: number }>`
    select encode(uuid_send(digest), 'hex') as digest, person from registry.person_key
    where kind = 'id' and digest = any(${digests.map(keyOf)}::uuid[])`.execute(ctx.db);
  return new Map(rows.map(({ digest, person }) => [digest, person]));
}

export async function selectDigestsOf(ctx: Ctx, person: number): Promise<Uint8Array[]> {
  const { rows } = await sql<{ digest: Uint8Array }>`
    select uuid_send(digest) as digest from registry.person_key where kind = 'id' and person = ${person}`.execute(
    ctx.db,
  );
  return rows.map(({ digest }) => digest);
}

export async function selectLiving(ctx: Ctx, persons: readonly number[]): Promise<Set<number>> {
  const { rows } = await sql<{ no: number }>`
    select no from registry.person where no = any(${[...persons]}::bigint[]) and died_on is null`.execute(
    ctx.db,
  );
  return new Set(rows.map(({ no }) => no));
}

/** A label as a department says it, open or sealed. Bytes as `hexOf` writes them. */
export interface Said {
  readonly person: number;
  readonly organisation: number;
  readonly code: string | null;
  readonly digest: string | null;
  readonly sealed: string | null;
  readonly words: string | null;
  readonly valid_from: string;
  readonly until: string | null;
  readonly look_again: string | null;
  readonly batch: string | null;
}
/** Writes labels; one that is said already is said anew. */
export async function sayLabels(ctx: Ctx, labels: readonly Said[]): Promise<void> {
  const open = labels.filter(({ code }) => code !== null);
  const sealed = labels.filter(({ code }) => code === null);
  await sayThose(
    ctx,
    open,
    sql`(person, organisation, (case when valid_to is null then code end))`,
  );
  await sayThose(
    ctx,
    sealed,
    sql`(person, digest, organisation) where valid_to is null and code is null`,
  );
}

async function sayThose(ctx: Ctx, labels: readonly Said[], same: ReturnType<typeof sql>) {
  if (labels.length === 0) return;
  await sql`
    insert into registry.label (person, code, digest, sealed, kind, organisation, words, valid_from, until, look_again, batch, verified_at)
    select person, code, digest, sealed, 'shared', organisation, words, valid_from, until, look_again, batch, ${ctx.now}::timestamptz
    from json_populate_recordset(null::registry.label, ${JSON.stringify(labels)}::text::json)
    on conflict ${same} do update set sealed = excluded.sealed, words = excluded.words, valid_from = excluded.valid_from,
      until = excluded.until, look_again = excluded.look_again, batch = excluded.batch, verified_at = excluded.verified_at`.execute(
    ctx.db,
  );
}

export interface HeldOpen {
  readonly no: number;
  readonly person: number;
  readonly code: string | null;
  readonly digest: Uint8Array | null;
  readonly sealed: Uint8Array | null;
  readonly organisation: number;
}
/** What departments say of these people now. The caller has stated the people. */
export async function selectShared(ctx: Ctx, persons: readonly number[]): Promise<HeldOpen[]> {
  const { rows } = await sql<HeldOpen>`
    select no, person, code, digest, sealed, organisation from registry.label
    where person = any(${[...persons]}::bigint[]) and kind = 'shared' and valid_to is null`.execute(
    ctx.db,
  );
  return rows;
}

/** Labels of a batch that still hold, for this transaction alone. The caller has stated the organisation. */
export async function claimOfBatch(ctx: Ctx, batch: Uint8Array, limit: number) {
  const { rows } = await sql<HeldOpen>`
    select no, person, code, digest, sealed, organisation from registry.label
    where batch = ${Buffer.from(batch)} and valid_to is null order by no limit ${limit} for update`.execute(
    ctx.db,
  );
  return rows;
}

/** Labels of a batch that still hold, in the order of their numbers. The caller has stated the organisation. */
export async function selectOfBatch(ctx: Ctx, batch: Uint8Array, after: number, limit: number) {
  const { rows } = await sql<HeldOpen>`
    select no, person, code, digest, sealed, organisation from registry.label
    where batch = ${Buffer.from(batch)} and valid_to is null and no > ${after}::bigint
    order by no limit ${limit} for update`.execute(ctx.db);
  return rows;
}

/** Labels whose last day is over. */
export async function claimOver(ctx: Ctx, day: string, limit: number): Promise<HeldOpen[]> {
  const { rows } = await sql<HeldOpen>`
    select no, person, code, digest, sealed, organisation from registry.label
    where until < ${day}::date and valid_to is null order by no limit ${limit} for update`.execute(
    ctx.db,
  );
  return rows;
}

export interface Ending {
  readonly no: number;
  /** The first day on which it is said no more; none ends it with its own last day. */
  readonly on: string | null;
  readonly why: string | null;
  readonly sealed: string | null;
}
export async function endLabels(ctx: Ctx, endings: readonly Ending[]): Promise<void> {
  if (endings.length === 0) return;
  await sql`
    update registry.label k set valid_to = greatest(k.valid_from, coalesce(e.on - 1, k.until)), ended_why = e.why,
      sealed = coalesce(e.sealed, k.sealed)
    from jsonb_to_recordset(${JSON.stringify(endings)}::text::jsonb) as e (no bigint, "on" date, why text, sealed bytea)
    where k.no = e.no`.execute(ctx.db);
}

/** Codes beside the presences of some people, as they are said now. */
export async function spreadLabelsOf(ctx: Ctx, persons: readonly number[]): Promise<void> {
  if (persons.length === 0) return;
  await sql`update registry.presence p set labels = nullif(array(
      select distinct k.code from registry.label k where k.person = p.person and k.code is not null and k.valid_to is null order by k.code), '{}')
    where p.person = any(${[...persons]}::bigint[]) and p.to_on is null`.execute(ctx.db);
}

/** Lines that are done with go; the others wait for their person. */
export async function settleWaiting(
  ctx: Ctx,
  done: readonly Uint8Array[],
  waits: readonly Uint8Array[],
): Promise<void> {
  await sql`delete from registry.label_waiting where key = any(${bytesIn(done)})`.execute(ctx.db);
  await sql`update registry.label_waiting set tried = true where key = any(${bytesIn(waits)})`.execute(
    ctx.db,
  );
}

/** What a batch said of whom nobody knows. */
export async function selectWaitingOf(
  ctx: Ctx,
  batch: Uint8Array,
): Promise<Pick<Waiting, 'key' | 'sealed'>[]> {
  const { rows } = await sql<Pick<Waiting, 'key' | 'sealed'>>`
    select key, sealed from registry.label_waiting where batch = ${Buffer.from(batch)} for update`.execute(
    ctx.db,
  );
  return rows;
}

export async function dropWaitingOf(ctx: Ctx, batch: Uint8Array): Promise<void> {
  await sql`delete from registry.label_waiting where batch = ${Buffer.from(batch)}`.execute(ctx.db);
}

/** What nobody came for goes; all else is looked at once more. */
export async function refreshWaiting(ctx: Ctx, day: string): Promise<number[]> {
  await sql`delete from registry.label_waiting where expires_on < ${day}::date`.execute(ctx.db);
  const { rows } = await sql<{ organisation: number }>`
    with again as (update registry.label_waiting set tried = false returning organisation)
    select distinct organisation from again`.execute(ctx.db);
  return rows.map(({ organisation }) => organisation);
}
