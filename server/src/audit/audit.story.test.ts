// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase } from '../../test/database.ts';
import { readConfig } from '../config.ts';
import { systemActor } from '../kernel/actor.ts';
import { fixedClock } from '../kernel/clock.ts';
import { type Database, programRole } from '../kernel/db.ts';
import { keysFrom } from '../kernel/keys.ts';
import { makeReads } from '../kernel/reads.ts';
import { markOf } from './chain.ts';
import { headsFile, readHeads, sealLeftovers, sealOnce, verifyAudit } from './index.ts';
import { selectSealed } from './queries.ts';

const keys = keysFrom(Buffer.alloc(32, 7));
let db: Database;
let folder: string;
let clock: ReturnType<typeof fixedClock>;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.run('truncate audit.seal, audit.block, kernel.audit restart identity');
  folder = mkdtempSync(join(tmpdir(), 'lilong-audit-'));
  clock = fixedClock('2026-03-02T01:00:00Z');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const config = () => readConfig({ DATA_DIR: folder });
const seal = () => sealOnce({ db, keys, clock, config: config() });
const heads = () => readHeads(headsFile(config()));
const verify = (withHeads = heads()) =>
  verifyAudit(db.kysely, keys, { now: clock(), heads: withHeads });
const faultsOf = async () =>
  (await verify()).faults.map(({ kind, block, row }) => ({ kind, block, row }));

/** The program notes so many reads, a second apart. */
async function note(count: number): Promise<void> {
  const reads = makeReads(db, keys, (fault) => expect.fail(String(fault)));
  for (let i = 0; i < count; i++) {
    clock.advance(1000);
    reads.add({
      ctx: { actor: systemActor, now: clock(), requestId: 'request' },
      noted: [{ act: 'case.read', subject: `C${i}`, facts: { i } }],
    });
  }
  await reads.flush();
}

/** Three blocks of three, two and four rows. */
async function threeBlocks(): Promise<void> {
  for (const count of [3, 2, 4]) {
    await note(count);
    clock.advance(60_000);
    expect(await seal()).toBe(count);
  }
}

test('what was noted is sealed once, chained and signed, and its heads are kept outside', async () => {
  await threeBlocks();
  expect(await seal()).toBe(0);
  expect(await verify()).toEqual({
    good: true,
    blocks: 3,
    first: 1,
    rows: 9,
    faults: [],
    total: 0,
  });
  const { rows } = await db.run('select no, hash from audit.block order by no');
  expect(heads()).toEqual(rows);
});

test('a changed row is named with its block', async () => {
  await threeBlocks();
  await db.run("update kernel.audit set outcome = 'auth.denied' where no = 4");
  expect(await faultsOf()).toEqual([{ kind: 'row-changed', block: 2, row: 4 }]);
});

test('a moment changed by a microsecond is a change', async () => {
  await threeBlocks();
  await db.run("update kernel.audit set at = at + interval '1 microsecond' where no = 9");
  expect(await faultsOf()).toEqual([{ kind: 'row-changed', block: 3, row: 9 }]);
});

test('a changed row whose mark was made to fit still breaks its block', async () => {
  await threeBlocks();
  await db.run("update kernel.audit set subject = 'C99' where no = 5");
  const forged = (await selectSealed(db.kysely, 2, 2)).find((one) => one.row === 5);
  if (forged?.no == null) return expect.fail('row 5 is not sealed in block 2');
  await db.run(
    `update audit.seal set mark = '${markOf({ ...forged, no: forged.no })}' where row = 5`,
  );
  expect(await faultsOf()).toEqual([{ kind: 'block-changed', block: 2, row: null }]);
});

test('a removed row is named; removed with its seal, its block says how many are gone', async () => {
  await threeBlocks();
  await db.run('delete from kernel.audit where no = 2');
  await db.run(
    'delete from audit.seal where row in (6, 7); delete from kernel.audit where no in (6, 7)',
  );
  expect(await faultsOf()).toEqual([
    { kind: 'row-missing', block: 1, row: 2 },
    { kind: 'rows-missing', block: 3, row: null },
  ]);
  expect((await verify()).faults[1]?.facts).toEqual({ count: 2, first: 6, last: 9 });
});

test('an end that was cut off is noticed by the heads kept outside, and only by them', async () => {
  await threeBlocks();
  await db.run(`delete from audit.seal where block = 3; delete from audit.block where no = 3;
    delete from kernel.audit where no > 5`);
  expect(await faultsOf()).toEqual([{ kind: 'cut-off', block: 3, row: null }]);
  expect((await verify([])).good).toBe(true);
});

test('a chain written anew from the cut on differs from the heads kept outside', async () => {
  await threeBlocks();
  await db.run(`delete from audit.seal where block = 3; delete from audit.block where no = 3;
    delete from kernel.audit where no > 5`);
  const kept = heads();
  await note(4);
  expect(await seal()).toBe(4);
  const verdict = await verify(kept);
  expect(verdict.faults.map(({ kind, block }) => ({ kind, block }))).toEqual([
    { kind: 'head-other', block: 3 },
  ]);
});

test('a block taken out of the middle leaves a hole that is named', async () => {
  await threeBlocks();
  await db.run('delete from audit.seal where block = 2; delete from audit.block where no = 2');
  clock.advance(11 * 60_000);
  expect(await faultsOf()).toEqual([
    { kind: 'block-missing', block: 2, row: null },
    { kind: 'row-unsealed', block: null, row: 4 },
    { kind: 'row-unsealed', block: null, row: 5 },
  ]);
});

test('a forged signature, a changed hash and another key are each named', async () => {
  await threeBlocks();
  await db.run("update audit.block set signature = 'AAAA' where no = 1");
  await db.run("update audit.block set prev = repeat('1', 64) where no = 3");
  expect(await faultsOf()).toEqual([
    { kind: 'signature-wrong', block: 1, row: null },
    { kind: 'chain-broken', block: 3, row: null },
    { kind: 'block-changed', block: 3, row: null },
  ]);
  const other = await verifyAudit(db.kysely, keysFrom(Buffer.alloc(32, 8)), { now: clock() });
  expect(other.faults.filter(({ kind }) => kind === 'key-other')).toHaveLength(3);
});

test('a row left unsealed is a fault after ten minutes, not before', async () => {
  await note(1);
  clock.advance(9 * 60_000);
  expect((await verify()).good).toBe(true);
  clock.advance(2 * 60_000);
  expect(await faultsOf()).toEqual([{ kind: 'row-unsealed', block: null, row: 1 }]);
  expect(await seal()).toBe(1);
  expect((await verify()).good).toBe(true);
});

test('a row that commits after higher numbers is sealed all the same', async () => {
  await note(3);
  await db.run('update kernel.audit set no = default where no = 2'); // number 2 is still on its way
  expect(await seal()).toBe(3);
  await db.run(
    "insert into kernel.audit (no, at, request, act, outcome, digest) overriding system value values (2, '2026-03-02T01:00:02Z', 'late', 'case.read', 'read', 'd')",
  );
  expect(await seal()).toBe(1);
  expect(await verify()).toMatchObject({ good: true, blocks: 2, rows: 4 });
});

test('what comes later than the look back is found by the daily look at everything', async () => {
  await note(3);
  expect(await seal()).toBe(3);
  await db.run('delete from audit.seal where row = 1'); // as if number 1 had come much later
  clock.advance(3_600_000);
  expect(await seal()).toBe(0);
  expect(await sealLeftovers({ db, keys, clock, config: config() })).toBe(1);
});

test('only the newest blocks are looked at when so asked', async () => {
  await threeBlocks();
  const verdict = await verifyAudit(db.kysely, keys, { now: clock(), newest: 2 });
  expect(verdict).toMatchObject({ good: true, first: 2, blocks: 2, rows: 6 });
});

test('several processes that seal at once make one chain, and no row is sealed twice', async () => {
  await db.run(`insert into kernel.audit (at, request, act, outcome, digest)
    select timestamptz '2026-03-02 01:00:00Z' + n * interval '1 ms', 'many', 'case.read', 'read', n::text
    from generate_series(1, 4500) n`);
  const sealed = await Promise.all([seal(), seal(), seal()]);
  const rest = await seal();
  expect(sealed.reduce((sum, count) => sum + count, rest)).toBe(4500);
  expect(await verify()).toMatchObject({ good: true, blocks: 3, rows: 4500, faults: [] });
});

test('the program itself can neither change nor remove what is noted or sealed', async () => {
  await threeBlocks();
  for (const statement of [
    "update kernel.audit set outcome = 'x'",
    'delete from kernel.audit',
    'delete from audit.seal',
    "update audit.block set hash = ''",
    'truncate audit.seal',
  ]) {
    const asProgram = db.kysely.transaction().execute(async (trx) => {
      const run = (sql: string) =>
        trx.executeQuery({
          sql,
          parameters: [],
          query: { kind: 'RawNode' } as never,
          queryId: { queryId: 'x' },
        });
      await run(`set local role ${programRole}`);
      await run(statement);
    });
    await expect(asProgram, statement).rejects.toThrow(/permission denied/);
  }
  expect((await verify()).good).toBe(true);
});
