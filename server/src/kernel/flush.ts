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

/** What one request gathered, and what a retry of it will find. */
export interface Ended {
  readonly gathered: Gathered;
  readonly remembered?: Remembered | undefined;
}

/** Writes what a request gathered (events, audit, the remembered reply) as one statement before the commit. */
export function flush(
  db: Transaction<DB>,
  gathered: Gathered,
  keys: Keys,
  remembered?: Remembered,
): Promise<void> {
  return flushAll(db, [{ gathered, remembered }], keys);
}

/** The same of several requests that share a transaction. */
export async function flushAll(
  db: Transaction<DB>,
  ended: readonly Ended[],
  keys: Keys,
): Promise<void> {
  const emitted = ended.flatMap(({ gathered }) => eventRows(gathered));
  const noted = ended.flatMap(({ gathered: { noted: lines, ctx } }) =>
    lines.map((line) => ({
      ...{ at: ctx.now, ...auditRow(keys, ctx.actor, ctx.now, ctx.requestId, line, 'done') },
    })),
  );
  const remembered = ended.flatMap(({ gathered: { ctx }, remembered: one }) =>
    one === undefined ? [] : [{ ...one, at: ctx.now }],
  );
  if (emitted.length + noted.length + remembered.length === 0) return;
  await runLater(
    db,
    sql`
    with event as (
      insert into kernel.event (street, name, subject, place, facts, audience, by_account, by_post, at)
      select e.street, e.name, e.subject, e.place, e.facts, e.audience, e.by_account, e.by_post, e.at
      from jsonb_to_recordset(${JSON.stringify(emitted)}::text::jsonb) as e (street int, name text, subject text, place bigint,
        facts jsonb, audience jsonb, by_account bigint, by_post bigint, at timestamptz)
    ), audit as (
      insert into kernel.audit (at, request, account, post, act, subject, place, outcome, purpose, digest)
      select a.at, a.request, a.account, a.post, a.act, a.subject, a.place, a.outcome, a.purpose, a.digest
      from jsonb_to_recordset(${JSON.stringify(noted)}::text::jsonb) as a (at timestamptz, request text, account bigint, post bigint,
        act text, subject text, place bigint, outcome text, purpose text, digest text)
    )
    insert into kernel.idempotency (owner, key, route, digest, status, reply, at)
    select r.owner, r.key, r.route, r.digest, r.status, r.reply, r.at
    from jsonb_to_recordset(${JSON.stringify(remembered)}::text::jsonb)
      as r (owner text, key text, route text, digest text, status int, reply text, at timestamptz) order by r.owner, r.key`,
  );
}

function eventRows({ emitted, ctx: { actor, now } }: Gathered) {
  return emitted.map(({ unnamed, ...fact }) => ({
    ...{ ...fact, at: now, by_post: actor.post?.no ?? null },
    by_account: unnamed === true ? null : actor.account,
  }));
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
