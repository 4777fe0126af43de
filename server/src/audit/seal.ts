// SPDX-License-Identifier: Apache-2.0
import type { Host } from '../kernel/host.ts';
import { type AuditRow, genesis, hashOf, markOf, signHash } from './chain.ts';
import { appendHead } from './heads.ts';
import {
  type Block,
  claimSealing,
  insertBlock,
  lastRowBefore,
  newestBlock,
  selectUnsealed,
} from './queries.ts';

/** What sealing needs of a running program. */
export type Sealer = Pick<Host, 'db' | 'keys' | 'clock' | 'config'>;

const mostRows = 2000; // of one block: a transaction stays short
const lookBackMs = 5 * 60_000; // no request holds its audit number longer

/**
 * Seals what has been written since. Rows commit out of their numbers' order, so it looks again at the
 * numbers of the last five minutes. Safe in several processes: one at a time has the right to seal.
 *
 * @returns how many rows were sealed
 */
export async function sealOnce(host: Sealer): Promise<number> {
  const since = new Date(host.clock().getTime() - lookBackMs);
  return sealFrom(host, await lastRowBefore(host.db.kysely, since));
}

/** Looks at every row there is, for what the look back did not reach. Once a day. */
export async function sealLeftovers(host: Sealer): Promise<number> {
  return sealFrom(host, 0);
}

async function sealFrom(host: Sealer, first: number): Promise<number> {
  let sealed = 0;
  let after = first;
  for (;;) {
    const rows = await sealBlock(host, after);
    sealed += rows.length;
    after = rows.at(-1)?.no ?? after;
    if (rows.length < mostRows) return sealed;
  }
}

/** Makes one block in a transaction of its own; its head goes to the heads file once it is committed. */
async function sealBlock(host: Sealer, after: number): Promise<readonly AuditRow[]> {
  const made = await host.db.kysely.transaction().execute(async (db) => {
    if (!(await claimSealing(db))) return undefined;
    const rows = await selectUnsealed(db, after, mostRows);
    if (rows.length === 0) return undefined;
    const block = blockOf(host, await newestBlock(db), rows);
    await insertBlock(
      db,
      block,
      rows.map(({ no }) => no),
      rows.map(markOf),
    );
    return { block, rows };
  });
  if (made === undefined) return [];
  appendHead(host.config, made.block);
  return made.rows;
}

function blockOf(host: Sealer, last: Block | undefined, rows: readonly AuditRow[]): Block {
  const no = (last?.no ?? 0) + 1;
  const prev = last?.hash ?? genesis;
  const at = host.clock().toISOString().replace('Z', '000Z'); // as PostgreSQL writes it, to the microsecond
  const hash = hashOf({ no, at, prev }, rows);
  return {
    no,
    prev,
    hash,
    rows: rows.length,
    firstRow: rows[0]?.no ?? 0,
    lastRow: rows.at(-1)?.no ?? 0,
    at,
    keyId: host.keys.id,
    signature: signHash(host.keys, hash),
  };
}
