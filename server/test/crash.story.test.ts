// SPDX-License-Identifier: Apache-2.0
// Power cuts: the program, and PostgreSQL under it, are killed while people report.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { reportCase } from '@lilong/contracts/cases';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openAsOwner } from '../src/cli/index.ts';
import { beginSession } from '../src/identity/index.ts';
import { systemClock } from '../src/kernel/clock.ts';
import { type Child, startChild } from './children.ts';
import { insertTestAccount } from './city-rows.ts';
import { keepCalling, openHall, type Seat } from './crash-hall.ts';
import { eachMatterOnce, keepReceiving, type Matters, openMatters } from './crash-matters.ts';
import { breakGround, type Ground, type Site } from './deployment.ts';
import { freePort, startDurable } from './postgres.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 }); // ms; programs start on however busy a machine
const COMMITTEE = 310101002001000;
const kills = 2;
const people = 4;
const thinking = 25; // ms between two reports of one person
let ground: Ground;
let town: Site;
let port: number;
let program: Child;
let signedIn: Record<string, string>;
let seat: Seat;
let matters: Matters;
const children: Child[] = [];
beforeAll(async () => {
  ground = await breakGround(startDurable);
  port = await freePort();
  town = await ground.newSite('town', { PORT: String(port) });
  for (const args of [['migrate'], ['keys', 'make']])
    expect((await town.lilong(args)).code).toBe(0);
  signedIn = await moveIn();
  program = start(town);
  await program.answers();
});
afterAll(async () => {
  for (const child of children) await child.end('SIGKILL');
  await ground.clear();
});

function start(site: Site): Child {
  const child = startChild(site.settings);
  children.push(child);
  return child;
}
/** A committee and one resident in it, already signed in: the headers that her phone sends. */
async function moveIn(): Promise<Record<string, string>> {
  const { db, close } = await openAsOwner(town.config);
  try {
    await db.run(`insert into places.place (no, level, name, pinyin, parent, valid_from) values
      (310000000000000, 'city', '上海市', 'x', null, '2023-01-01'),
      (310101000000000, 'district', '黄浦区', 'x', 310000000000000, '2023-01-01'),
      (310101002000000, 'street', '南京东路街道', 'x', 310101000000000, '2023-01-01'),
      (${COMMITTEE}, 'committee', '云南中路居委会', 'x', 310101002000000, '2023-01-01')`);
    const now = systemClock();
    seat = await openHall(db, town.config, now);
    matters = await openMatters(db, town.config, seat, COMMITTEE);
    return await db.kysely.transaction().execute(async (rows) => {
      const lin = await insertTestAccount(rows, '林阿婆', undefined, COMMITTEE, now);
      const who = { no: lin.account, kind: 'resident' } as const;
      const tools = { db: rows, config: town.config, now };
      const { token, csrf } = await beginSession(tools, who, null);
      return { cookie: `lilong=${token}`, 'x-csrf': csrf, 'content-type': 'application/json' };
    });
  } finally {
    await close();
  }
}

/** One try to report; the reply as it came, undefined when nobody knows what became of it. */
async function report(key: string): Promise<string | undefined> {
  const said = { place: COMMITTEE, address: '弄口', words: `路灯不亮 ${key}`, photos: [] };
  const reply = await fetch(`http://127.0.0.1:${port}${reportCase.path}`, {
    method: reportCase.method,
    headers: { ...signedIn, 'idempotency-key': key },
    body: JSON.stringify(said),
  }).catch(() => undefined);
  const text = await reply?.text().catch(() => undefined);
  if (reply === undefined || text === undefined || reply.status >= 500) return undefined;
  if (!reply.ok) throw new Error(`${reply.status} ${text}`);
  return text;
}

/** Reports again and again, each until it is acknowledged, as a phone does. */
async function keepReporting(acknowledged: Map<string, string>, isOver: () => boolean) {
  while (!isOver()) {
    const key = randomUUID();
    let reply: string | undefined;
    do {
      await sleep(thinking);
      reply = await report(key);
    } while (reply === undefined);
    acknowledged.set(key, reply);
  }
}

/** Kills and starts again, each time at a moment that nobody chose. */
async function cutThePower(acknowledged: ReadonlyMap<string, string>): Promise<void> {
  const later = async (): Promise<void> => {
    const before = acknowledged.size;
    await expect.poll(() => acknowledged.size, { timeout: 60_000 }).toBeGreaterThan(before + 8);
    await sleep(Math.random() * 200);
  };
  for (let kill = 0; kill < kills; kill += 1) {
    await later();
    await program.end('SIGKILL');
    program = start(town);
    await program.answers();
  }
  if (ground.cluster !== undefined) {
    await later();
    await ground.cluster.kill9();
    await ground.cluster.restart();
  }
  await later();
}

if (process.env.LILONG_TEST_DB === 'pglite') {
  test('a second start on the same folder is refused and names the holder', async () => {
    const second = startChild({ ...town.settings, PORT: String(await freePort()) });
    expect(await second.ends()).toBe(1);
    expect(second.said()).toContain(`进程 ${program.pid} `);
    await program.answers();
  });
}

test('whenever it is killed, each acknowledged report is there once, its retry gets the first answer, whom a window called was called once, and what it received was received and certified once', async () => {
  const acknowledged = new Map<string, string>();
  let over = false;
  const all = Array.from({ length: people }, () => keepReporting(acknowledged, () => over));
  const [url, isOver] = [() => `http://127.0.0.1:${port}`, () => over];
  const calling = keepCalling(seat, url, isOver);
  const receiving = keepReceiving(matters, url, isOver);
  await Promise.race([cutThePower(acknowledged), Promise.all([...all, calling, receiving])]); // whoever is refused ends the story
  over = true;
  await Promise.all(all);
  const called = await calling;
  const received = await receiving;
  for (const [key, reply] of acknowledged) expect(await report(key)).toBe(reply);
  await program.end('SIGTERM');
  const told = await town.asOwner(
    `select 'A' || lpad(seq::text, 3, '0') as number from counters.ticket where first_called is not null order by seq`,
  );
  expect(told.map(({ number }) => number)).toEqual(called);
  await eachMatterOnce(town, received);
  const rows = await town.asOwner('select words from cases.report');
  const kept = rows.map(({ words }) => String(words).split(' ')[1]);
  expect(kept.toSorted()).toEqual([...acknowledged.keys()].toSorted());
  const [cases] = await town.asOwner('select count(*) as count from cases.case');
  expect(Number(cases?.count)).toBe(acknowledged.size);
});

test('a first start that is interrupted heals itself at the next', async () => {
  const fresh = await ground.newSite('fresh', { PORT: String(await freePort()) });
  const first = start(fresh);
  await expect.poll(() => hasBegun(fresh), { timeout: 60_000, interval: 5 }).toBe(true);
  await sleep(Math.random() * 1000);
  await first.end('SIGKILL');
  const healed = start(fresh);
  await healed.answers();
  await healed.end('SIGTERM');
  const said = await fresh.asOwner('select mode, key_id is not null as sealed from kernel.install');
  expect(said).toEqual([{ mode: 'real', sealed: true }]);
  const kinds = 'select count(distinct kind) as kinds from kernel.catalogue';
  expect(await fresh.asOwner(kinds)).toEqual(await town.asOwner(kinds));
});

/** The first start has laid hands on the database. */
async function hasBegun({ config }: Site): Promise<boolean> {
  if (config.DATABASE_ADMIN_URL === undefined) return existsSync(join(config.DATA_DIR, 'db'));
  const open = await openAsOwner(config);
  try {
    const { rows } = await open.db.run(`select to_regnamespace('pgboss') is not null as begun`);
    return rows[0]?.begun === true;
  } finally {
    await open.close();
  }
}
