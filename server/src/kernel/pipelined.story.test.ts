// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase } from '../../test/database.ts';
import type { Database } from './db.ts';
import { runLater, runTogether } from './pipelined.ts';

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
  await db.run('create table public.noted (no int primary key, words text)');
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.run('truncate public.noted');
});

const insert = (no: number) => sql`insert into public.noted (no, words) values (${no}, 'x')`;
const kept = async () => {
  const { rows } = await sql<{ no: number }>`select no from public.noted order by no`.execute(
    db.kysely,
  );
  return rows.map(({ no }) => no);
};

test('the last statement is committed with the rest', async () => {
  await db.kysely.transaction().execute(async (transaction) => {
    await insert(1).execute(transaction);
    await runLater(transaction, insert(2));
  });
  expect(await kept()).toEqual([1, 2]);
});

test('a last statement alone is a transaction too', async () => {
  await db.kysely.transaction().execute((transaction) => runLater(transaction, insert(1)));
  expect(await kept()).toEqual([1]);
});

test('what is asked together is answered each by itself, after what waited, in one transaction', async () => {
  const told = await db.kysely.transaction().execute(async (transaction) => {
    await runLater(transaction, insert(1));
    return runTogether<[{ no: number }, { count: number }, { words: string }]>(
      transaction,
      sql`insert into public.noted (no, words) values (2, 'y') returning no`,
      sql`select count(*)::int as count from public.noted`,
      sql`select words from public.noted order by no`,
    );
  });
  expect(told).toEqual([[{ no: 2 }], [{ count: 2 }], [{ words: 'x' }, { words: 'y' }]]);
});

test('when one of those fails nobody is told anything, and the fault is its own', async () => {
  const failing = db.kysely
    .transaction()
    .execute((transaction) =>
      runTogether<[unknown, { one: number }]>(
        transaction,
        sql`insert into public.noted (no, words) values (3, null), (3, null)`,
        sql`select 1 as one`,
      ),
    );
  await expect(failing).rejects.toMatchObject({ code: '23505' });
  expect(await kept()).toEqual([]);
});

test('when the last statement fails everything is undone, and the fault is its own', async () => {
  await insert(2).execute(db.kysely);
  const failing = db.kysely.transaction().execute(async (transaction) => {
    await insert(1).execute(transaction);
    await runLater(transaction, insert(2));
  });
  await expect(failing).rejects.toMatchObject({ code: '23505', constraint: 'noted_pkey' });
  expect(await kept()).toEqual([2]);
});

test('what waits keeps its place before the next statement', async () => {
  const seen = await db.kysely.transaction().execute(async (transaction) => {
    await runLater(transaction, insert(1));
    await runLater(transaction, insert(2));
    const { rows } = await sql<{
      count: number;
    }>`select count(*) as count from public.noted`.execute(transaction);
    await runLater(transaction, insert(3));
    return rows[0]?.count;
  });
  expect(Number(seen)).toBe(2);
  expect(await kept()).toEqual([1, 2, 3]);
});

test('the fault of what waited is not hidden behind that of the next statement', async () => {
  await insert(1).execute(db.kysely);
  const failing = db.kysely.transaction().execute(async (transaction) => {
    await runLater(transaction, insert(1));
    await insert(2).execute(transaction);
  });
  await expect(failing).rejects.toMatchObject({ code: '23505', constraint: 'noted_pkey' });
  expect(await kept()).toEqual([1]);
});

test('what waits within a savepoint is undone with it', async () => {
  await db.kysely.transaction().execute(async (transaction) => {
    await sql`savepoint one`.execute(transaction);
    await runLater(transaction, insert(1));
    await sql`rollback to savepoint one`.execute(transaction);
    await runLater(transaction, insert(2));
  });
  expect(await kept()).toEqual([2]);
});

test('a fault that was caught does not make a commit out of a rollback', async () => {
  await insert(1).execute(db.kysely);
  const failing = db.kysely.transaction().execute(async (transaction) => {
    await insert(2).execute(transaction);
    await insert(1)
      .execute(transaction)
      .catch(() => undefined);
  });
  if (db.kind === 'server') await expect(failing).rejects.toThrow('rolled back');
  else await failing.catch(() => undefined);
  expect(await kept()).toEqual([1]);
});

test('what throws after the last statement was given leaves nothing', async () => {
  const failing = db.kysely.transaction().execute(async (transaction) => {
    await insert(1).execute(transaction);
    await runLater(transaction, insert(2));
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect(await kept()).toEqual([]);
});

test('a read cannot write', async () => {
  const failing = db.kysely
    .transaction()
    .setAccessMode('read only')
    .execute((transaction) => insert(1).execute(transaction));
  await expect(failing).rejects.toMatchObject({ code: '25006' });
  expect(await kept()).toEqual([]);
});

test('after a read the connection writes, whichever way it is asked', async () => {
  const read = () =>
    db.kysely
      .transaction()
      .setAccessMode('read only')
      .execute((transaction) => sql`select 1`.execute(transaction));
  for (const no of [1, 2]) {
    await read();
    await (no === 1
      ? insert(no).execute(db.kysely)
      : db.run(`insert into public.noted values (${no}, 'x')`));
  }
  await read();
  await db.kysely.transaction().execute(async () => undefined);
  await db.run('alter table public.noted rename column words to said'); // waits for a read that never ends
  await db.run('alter table public.noted rename column said to words');
  expect(await kept()).toEqual([1, 2]);
});

test('a statement that came often survives a change of its table', async () => {
  const all = () => sql`select * from public.noted`.execute(db.kysely);
  for (let i = 0; i < 8; i++) await all();
  await db.run('alter table public.noted add column later text');
  // Every connection that had it prepared may fail once; none fails for ever.
  for (let i = 0; i < 8; i++) await all().catch(() => undefined);
  await expect(all()).resolves.toBeDefined();
  await db.run('alter table public.noted drop column later');
});

if (process.env.LILONG_TEST_DB === 'postgres')
  test('a connection that dies fails its own request and no other', async () => {
    const dying = db.kysely.transaction().execute(async (transaction) => {
      await insert(1).execute(transaction);
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(transaction);
    });
    await expect(dying).rejects.toThrow();
    expect(await kept()).toEqual([]);
  });
