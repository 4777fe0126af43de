// SPDX-License-Identifier: Apache-2.0
import type { Db } from '../kernel/db.ts';
import type { Keys } from '../kernel/keys.ts';
import { type AuditRow, genesis, hashOf, isSigned, markOf } from './chain.ts';
import type { Head } from './heads.ts';
import {
  type Block,
  countSealed,
  type Sealed,
  selectBlocks,
  selectForgotten,
  selectSealed,
} from './queries.ts';

/** What can be wrong. Words: `audit.fault.<kind>` in server/words. */
export const faultKinds = [
  'row-changed', // its text no longer fits its mark
  'row-missing', // sealed once, gone now
  'rows-missing', // gone together with their seals: how many, of which block
  'row-unsealed', // older than ten minutes and in no block
  'block-changed', // the hash does not fit though every row does: the block or a seal was changed
  'block-missing', // a number is left out
  'chain-broken', // does not follow the block before
  'signature-wrong',
  'key-other', // signed with a key that this deployment does not have
  'cut-off', // a head kept outside knows more blocks than there are
  'head-other', // a head kept outside has another hash for this block
] as const;
export type FaultKind = (typeof faultKinds)[number];
export interface Fault {
  readonly kind: FaultKind;
  readonly block: number | null;
  readonly row: number | null;
  /** For the words: how many, which key. */
  readonly facts: Readonly<Record<string, string | number>>;
}
export interface Verdict {
  readonly good: boolean;
  /** Blocks looked at, from `first` on. */
  readonly blocks: number;
  readonly first: number;
  readonly rows: number;
  /** At most a few hundred; `total` says how many there are. */
  readonly faults: readonly Fault[];
  readonly total: number;
}
export interface VerifyOptions {
  readonly now: Date;
  /** Heads kept outside the database. */
  readonly heads?: readonly Head[];
  /** Looks at so many of the newest blocks only. */
  readonly newest?: number;
}

const patienceMs = 10 * 60_000;
const chunk = 20; // blocks read at once
const mostFaults = 300;

/** Gathers faults up to a bound: with a wrong key every block of years is one. */
interface Findings {
  readonly faults: Fault[];
  total: number;
  rows: number;
  blocks: number;
}
function add(
  to: Findings,
  kind: FaultKind,
  block: number | null,
  row: number | null,
  facts = {},
): void {
  to.total += 1;
  if (to.faults.length < mostFaults) to.faults.push({ kind, block, row, facts });
}

/**
 * Proves the chain, or names what was changed, removed, left unsealed or cut off.
 *
 * What nobody can see: a row removed within the minute before it was sealed, and an end cut off when no
 * head was kept outside the database.
 */
export async function verifyAudit(db: Db, keys: Keys, options: VerifyOptions): Promise<Verdict> {
  const { blocks: present } = await countSealed(db);
  const first = Math.max(1, present - (options.newest ?? present) + 1);
  const findings: Findings = { faults: [], total: 0, rows: 0, blocks: 0 };
  const heads = new Map(options.heads?.map(({ no, hash }) => [no, hash]));
  let before: Block | undefined = (await selectBlocks(db, first - 1, 1))[0];
  if (before !== undefined && before.no >= first) before = undefined;
  let last = first - 1;
  for (;;) {
    const blocks = await selectBlocks(db, last + 1, chunk);
    const newest = blocks.at(-1);
    if (newest === undefined) break;
    const sealed = await selectSealed(db, last + 1, newest.no);
    const rowsOf = Map.groupBy(sealed, ({ block }) => block);
    for (const block of blocks) {
      checkLink(findings, block, before, first);
      checkSignature(findings, keys, block);
      checkRows(findings, block, rowsOf.get(block.no) ?? []);
      const known = heads.get(block.no);
      if (known !== undefined && known !== block.hash) add(findings, 'head-other', block.no, null);
      before = block;
    }
    last = newest.no;
  }
  checkEnd(findings, last, [...heads.keys()]);
  await checkForgotten(findings, db, options.now);
  const { faults, total, rows, blocks } = findings;
  return { good: total === 0, blocks, first, rows, faults, total };
}

/** Each block names the one before it; the first one looked at may stand on what was not looked at. */
function checkLink(to: Findings, block: Block, before: Block | undefined, first: number): void {
  to.blocks += 1;
  const expected = before === undefined ? first : before.no + 1;
  if (block.no > expected) add(to, 'block-missing', expected, null, { count: block.no - expected });
  const prev = before?.hash ?? genesis;
  const follows = block.no === expected && (before !== undefined || first === 1);
  if (follows && block.prev !== prev) add(to, 'chain-broken', block.no, null);
}

function checkSignature(to: Findings, keys: Keys, block: Block): void {
  const own = [keys, ...keys.earlier].find(({ id }) => id === block.keyId);
  if (own === undefined) add(to, 'key-other', block.no, null, { key: block.keyId, own: keys.id });
  else if (!isSigned(own, block.hash, block.signature)) add(to, 'signature-wrong', block.no, null);
}

function checkRows(to: Findings, block: Block, sealed: readonly Sealed[]): void {
  to.rows += sealed.length;
  const missing = sealed.filter(({ no }) => no === null);
  const present = sealed.flatMap((one) => (one.no === null ? [] : [{ ...one, no: one.no }]));
  const changed = present.filter((one) => markOf(one) !== one.mark);
  for (const { row } of missing) add(to, 'row-missing', block.no, row);
  for (const { row } of changed) add(to, 'row-changed', block.no, row);
  const gone = block.rows - sealed.length;
  const { firstRow, lastRow } = block;
  if (gone > 0)
    add(to, 'rows-missing', block.no, null, { count: gone, first: firstRow, last: lastRow });
  const explained = missing.length > 0 || changed.length > 0 || gone > 0;
  if (!explained && hashOf(block, present satisfies AuditRow[]) !== block.hash)
    add(to, 'block-changed', block.no, null, { first: firstRow, last: lastRow });
}

function checkEnd(to: Findings, last: number, heads: readonly number[]): void {
  const known = heads.reduce((most, no) => Math.max(most, no), 0);
  if (known > last) add(to, 'cut-off', known, null, { last, count: known - last });
}

async function checkForgotten(to: Findings, db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - patienceMs);
  const { rows, total } = await selectForgotten(db, before, mostFaults);
  for (const row of rows) add(to, 'row-unsealed', null, row);
  to.total += total - rows.length;
}
