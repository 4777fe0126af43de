// SPDX-License-Identifier: Apache-2.0
import { sql, type Transaction } from 'kysely';
import type { Actor } from './actor.ts';
import type { Gathered, Noted } from './ctx.ts';
import type { Keys } from './keys.ts';
import { runLater } from './pipelined.ts';
import type { DB } from './tables.ts';

/** What an `Idempotency-Key` remembers of the first answer. */
export interface Remembered {
  readonly owner: string;
  readonly key: string;
  readonly route: string;
  readonly digest: string;
  readonly status: number;
  readonly reply: string;
}

/** Writes what a request gathered (events, audit, the remembered reply) as one statement before the commit. */
export async function flush(
  db: Transaction<DB>,
  gathered: Gathered,
  keys: Keys,
  remembered?: Remembered,
): Promise<void> {
  const { emitted, noted, ctx } = gathered;
  if (emitted.length === 0 && noted.length === 0 && remembered === undefined) return;
  const lines = noted.map((line) =>
    auditRow(keys, ctx.actor, ctx.now, ctx.requestId, line, 'done'),
  );
  await runLater(
    db,
    sql`
    with event as (
      insert into kernel.event (street, name, subject, place, facts, audience, by_account, by_post, at)
      select e.street, e.name, e.subject, e.place, e.facts, e.audience, case when e.unnamed is true then null else ${ctx.actor.account}::bigint end, ${ctx.actor.post?.no ?? null}::bigint, ${ctx.now}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(emitted)}::text::jsonb)
        as e (street int, name text, subject text, place bigint, facts jsonb, audience jsonb, unnamed boolean)
    ), audit as (
      insert into kernel.audit (at, request, account, post, act, subject, place, outcome, purpose, digest)
      select ${ctx.now}::timestamptz, a.request, a.account, a.post, a.act, a.subject, a.place, a.outcome, a.purpose, a.digest
      from jsonb_to_recordset(${JSON.stringify(lines)}::text::jsonb)
        as a (request text, account bigint, post bigint, act text, subject text, place bigint, outcome text, purpose text, digest text)
    )
    insert into kernel.idempotency (owner, key, route, digest, status, reply, at)
    select r.owner, r.key, r.route, r.digest, r.status, r.reply, ${ctx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(remembered === undefined ? [] : [remembered])}::text::jsonb)
      as r (owner text, key text, route text, digest text, status int, reply text)`,
  );
}

/** One audit row; the facts only as a keyed digest, so that erasure does not break it. */
export function auditRow(
  keys: Keys,
  actor: Actor,
  at: Date,
  request: string,
  line: Noted,
  outcome: string,
) {
  const base = {
    request,
    account: actor.account,
    post: actor.post?.no ?? null,
    act: line.act,
    subject: line.subject ?? null,
    place: line.place ?? null,
    outcome,
    purpose: line.purpose ?? null,
  };
  return {
    ...base,
    digest: keys.digest('audit', JSON.stringify([at.toISOString(), base, line.facts ?? null])),
  };
}
