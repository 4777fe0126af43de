// SPDX-License-Identifier: Apache-2.0
import { sql, type Transaction } from 'kysely';
import type { Actor } from './actor.ts';
import { type Ctx, type Gathered, makeCtx, type Tools } from './ctx.ts';
import { auditRow } from './flush.ts';
import type { Keys } from './keys.ts';
import type { DB } from './tables.ts';

/** Somebody does something at a moment. */
export interface Deed {
  readonly actor: Actor;
  readonly at: Date;
  readonly work: (ctx: Ctx) => Promise<void>;
}

const atOnce = 100; // deeds whose events and audit go into one statement

/**
 * Does many things one after the other, each as somebody at a given moment, inside one transaction.
 * For the demonstration, which lives through the days before it begins. Permission, events and audit
 * are those of a request; `name` stands in the audit where a request has its number.
 */
export async function actInTurn(
  tools: Tools,
  db: Transaction<DB>,
  name: string,
  deeds: readonly Deed[],
): Promise<void> {
  for (let first = 0; first < deeds.length; first += atOnce) {
    const done: Gathered[] = [];
    for (const { actor, at, work } of deeds.slice(first, first + atOnce)) {
      const gathered = makeCtx(tools, db, actor, at, name);
      await work(gathered.ctx);
      if (!gathered.asked()) throw new Error('something was done without asking for permission');
      done.push(gathered);
    }
    await writeGathered(db, done, tools.keys);
  }
}

/** What `flush` writes for one request, for many moments at once. */
async function writeGathered(
  db: Transaction<DB>,
  done: readonly Gathered[],
  keys: Keys,
): Promise<void> {
  const events = done.flatMap(({ emitted, ctx: { actor, now: at } }) =>
    emitted.map(({ unnamed, ...fact }) => ({
      ...fact,
      by_account: unnamed === true ? null : actor.account,
      by_post: actor.post?.no,
      at,
    })),
  );
  const lines = done.flatMap(({ noted, ctx: { actor, now: at, requestId } }) =>
    noted.map((line) => ({ at, ...auditRow(keys, actor, at, requestId, line, 'done') })),
  );
  await sql`
    with event as (
      insert into kernel.event (street, name, subject, place, facts, audience, by_account, by_post, at)
      select e.* from jsonb_to_recordset(${JSON.stringify(events)}::text::jsonb)
        as e (street int, name text, subject text, place bigint, facts jsonb, audience jsonb, by_account bigint, by_post bigint, at timestamptz)
    )
    insert into kernel.audit (at, request, account, post, act, subject, place, outcome, purpose, digest)
    select a.* from jsonb_to_recordset(${JSON.stringify(lines)}::text::jsonb)
      as a (at timestamptz, request text, account bigint, post bigint, act text, subject text, place bigint, outcome text, purpose text, digest text)`.execute(
    db,
  );
}
