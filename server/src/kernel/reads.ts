// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Gathered } from './ctx.ts';
import type { Database } from './db.ts';
import { auditRow } from './flush.ts';
import type { Keys } from './keys.ts';

const every = 250; // ms
const most = 500; // rows

/** What a read noted. */
export interface Read extends Pick<Gathered, 'noted'> {
  readonly ctx: Pick<Gathered['ctx'], 'actor' | 'now' | 'requestId'>;
}

/** Audit lines of reads. They are gathered and written together, at most a quarter of a second later. */
export interface Reads {
  add(read: Read): void;
  flush(): Promise<void>;
}

/**
 * Reads run in read-only transactions; writing each one's audit line there would double their cost.
 * A crash can lose the last 250 ms of read lines, never a line of a write or of an opened contact.
 */
export function makeReads(db: Database, keys: Keys, onFault: (fault: unknown) => void): Reads {
  let waiting: Line[] = [];
  let timer: NodeJS.Timeout | undefined;
  const flush = async (): Promise<void> => {
    if (timer !== undefined) clearTimeout(timer);
    timer = undefined;
    const rows = waiting;
    waiting = [];
    if (rows.length > 0) await insertLines(db, rows);
  };
  return {
    add: ({ noted, ctx: { actor, now: at, requestId } }) => {
      if (noted.length === 0) return;
      for (const line of noted)
        waiting.push({ at, ...auditRow(keys, actor, at, requestId, line, 'read') });
      if (waiting.length >= most) flush().catch(onFault);
      else timer ??= setTimeout(() => flush().catch(onFault), every);
    },
    flush,
  };
}

type Line = { readonly at: Date } & ReturnType<typeof auditRow>;

/** One statement whose text is the same however many there are: it is compiled and planned once. */
async function insertLines({ kysely }: Database, lines: readonly Line[]): Promise<void> {
  await sql`
    insert into kernel.audit (at, request, account, post, act, subject, place, outcome, purpose, digest)
    select a.at, a.request, a.account, a.post, a.act, a.subject, a.place, a.outcome, a.purpose, a.digest
    from jsonb_to_recordset(${JSON.stringify(lines)}::text::jsonb)
      as a (at timestamptz, request text, account bigint, post bigint, act text, subject text, place bigint, outcome text, purpose text, digest text)`.execute(
    kysely,
  );
}
