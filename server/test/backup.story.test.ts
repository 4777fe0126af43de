// SPDX-License-Identifier: Apache-2.0
// The drill: a deployment is backed up, lost, and brought back with everything in it.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { giveFeedback } from '@lilong/contracts/office';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sealOnce } from '../src/audit/index.ts';
import { keysFile } from '../src/config.ts';
import type { Host } from '../src/kernel/host.ts';
import { lookOver } from '../src/registry/reach.ts';
import { breakGround, type Ground, type Site, siteOf } from './deployment.ts';

const passphrase = { LILONG_PASSPHRASE: 'a passphrase for drills' };
const onServer = process.env.LILONG_TEST_DB === 'postgres';
const patience = 240_000; // the embedded database is opened ten times
const photo = Buffer.from('these bytes stand for a photo');
let ground: Ground;
let town: Site;
let blob: string;
let archive: string;
vi.setConfig({ testTimeout: patience, hookTimeout: patience });
beforeAll(async () => {
  ground = await breakGround();
  town = await ground.newSite('town');
  archive = join(ground.folder, 'town.backup');
  expect((await town.lilong(['migrate'])).code).toBe(0);
  await live(town);
});
afterAll(() => ground.clear());

/** A day in the town: somebody says something, a photo is kept, the audit is sealed. */
async function live(site: Site): Promise<void> {
  const { host, stop } = await site.start();
  blob = await host.files.put(photo);
  const said = { about: 'complaint', words: '找不到入口', contact: '13800000000' };
  const reply = await host.http.inject({ method: 'POST', url: giveFeedback.path, payload: said });
  expect(reply.statusCode).toBe(200);
  expect(await sealOnce(host)).toBe(1);
  await asThemselves(
    host,
    sql`insert into registry.person (no, name, pinyin, sex, protected, source, recorded_at)
      values (${hidden}, '受保护的人', 'shou bao hu de ren', 1, true, 'test', '2026-01-01')`,
  );
  await stop();
}

/** Somebody whom no range shows: a backup copies them all the same. */
const hidden = 7;
function asThemselves<R>(host: Host, statement: RawBuilder<R>): Promise<R[]> {
  return host.db.kysely.transaction().execute(async (db) => {
    await lookOver({ db, now: host.clock() }, [], { persons: [hidden] });
    return (await statement.execute(db)).rows;
  });
}

test('a backup carries database, files and heads, is for nobody else to read, and needs no other program to list', async () => {
  const { code, said } = await town.lilong(['backup', archive]);
  expect(said).toContain('town.backup');
  expect(said).toMatch(/没有密钥/);
  expect(code).toBe(0);
  expect(statSync(archive).mode & 0o077).toBe(0);
  const listed = spawnSync('tar', ['-tf', archive], { encoding: 'utf8' }).stdout.split('\n');
  const database = ground.cluster === undefined ? 'database.tar.gz' : 'database.dump';
  expect(listed).toEqual(
    expect.arrayContaining([
      'about.json',
      'audit-heads.log',
      database,
      `files/${blob.slice(0, 2)}/${blob}`,
    ]),
  );
  expect(listed).not.toContain('keys.sealed');
  expect(readdirSync(ground.folder).filter((name) => name.startsWith('.lilong'))).toEqual([]);
  expect((await town.lilong(['restore', archive, '--check'])).code).toBe(0);
});

test('a backup never overwrites a file', async () => {
  const { code, said } = await town.lilong(['backup', archive]);
  expect([code, said]).toEqual([1, expect.stringContaining('不会覆盖')]);
});

test('a damaged backup is refused by the name of what is damaged, and nothing is put in place', async () => {
  const damaged = join(ground.folder, 'damaged.backup');
  copyFileSync(archive, damaged);
  const file = openSync(damaged, 'r+');
  writeSync(file, 'XX', statSync(damaged).size - 5000);
  const { code, said } = await town.lilong(['restore', damaged, '--check']);
  expect(code).toBe(1);
  expect(said).toMatch(/files\/|database\.|manifest/);
  const empty = await ground.newSite('damaged');
  expect((await empty.lilong(['restore', damaged])).code).toBe(1);
  expect(existsSync(join(empty.config.DATA_DIR, 'db'))).toBe(false);
  expect(existsSync(join(empty.config.DATA_DIR, 'files'))).toBe(false);
});

test('a backup cut short is refused', async () => {
  const short = join(ground.folder, 'short.backup');
  const { stdout } = spawnSync('head', ['-c', '20000', archive]);
  const file = openSync(short, 'w');
  writeSync(file, stdout);
  const { code, said } = await town.lilong(['restore', short, '--check']);
  expect([code, said]).toEqual([1, expect.stringContaining('不是完整的备份')]);
});

test('nothing is restored over what is there', async () => {
  const { code, said } = await town.lilong(['restore', archive]);
  expect([code, said]).toEqual([1, expect.stringContaining('已经有东西')]);
});

test('without the key there is no restoring; with it everything is back', async () => {
  const kept = join(ground.folder, 'town.key');
  expect((await town.lilong(['keys', 'backup', kept], passphrase)).code).toBe(0);
  const again = await ground.newSite('again');
  expect((await again.lilong(['restore', archive])).said).toContain('lilong keys restore');
  const wrong = { LILONG_PASSPHRASE: 'not the passphrase' };
  expect((await again.lilong(['keys', 'restore', kept], wrong)).said).toContain('口令不对');
  expect((await again.lilong(['keys', 'restore', kept], passphrase)).code).toBe(0);

  const restored = await again.lilong(['restore', archive]);

  expect(restored.said).toContain('已恢复');
  await expectEverything(again);
  const verified = await again.lilong(['audit', 'verify']);
  expect([verified.code, verified.said]).toEqual([0, expect.stringContaining('审计链完好')]);
  expect((await again.lilong(['feedback'])).said).toMatch(/13800000000\n.*找不到入口/);
});

test('with --with-keys one file and a passphrase are enough', async () => {
  const whole = join(ground.folder, 'whole.backup');
  expect((await town.lilong(['backup', whole, '--with-keys'])).said).toContain('口令');
  expect((await town.lilong(['backup', whole, '--with-keys'], passphrase)).code).toBe(0);
  const third = await ground.newSite('third');
  expect((await third.lilong(['restore', whole, '--with-keys'], passphrase)).code).toBe(0);
  await expectEverything(third);
});

test('a key of another deployment is not mixed with a backup', async () => {
  const foreign = await ground.newSite('foreign');
  expect((await foreign.lilong(['keys', 'make'])).code).toBe(0);
  const { code, said } = await foreign.lilong(['restore', archive]);
  expect([code, said]).toEqual([1, expect.stringContaining('备份要的是')]);
});

test('a tampered audit and an end cut off are found from the command line', async () => {
  await town.asOwner("update kernel.audit set act = 'nothing' where no = 1");
  const changed = await town.lilong(['audit', 'verify']);
  expect([changed.code, changed.said]).toEqual([1, expect.stringContaining('第 1 行记录被改过')]);
  await town.asOwner('delete from audit.seal; delete from audit.block; delete from kernel.audit');
  const cut = await town.lilong(['audit', 'verify']);
  expect([cut.code, cut.said]).toEqual([1, expect.stringContaining('末尾少了 1 块')]);
});

if (onServer) {
  test('a program that may not migrate says who may, and runs without the owner’s address once that is done', async () => {
    const site = await ground.newSite('processes');
    const { DATABASE_ADMIN_URL: _, ...process } = site.settings;
    const program = siteOf(process);
    await expect(program.start()).rejects.toThrow('lilong migrate');
    expect((await site.lilong(['migrate'])).code).toBe(0);
    const [one, two] = await Promise.all([program.start(), program.start()]);
    const reply = await two.host.http.inject({ method: 'GET', url: '/healthz' });
    expect(reply.json()).toMatchObject({ ok: true });
    await one.stop();
    await two.stop();
  });

  test('a PostgreSQL deployment is backed up while the program runs', async () => {
    const { stop } = await town.start();
    const { code } = await town.lilong(['backup', join(ground.folder, 'busy.backup')]);
    await stop();
    expect(code).toBe(0);
  });
} else {
  test('a backup of the embedded database while the program runs names who holds it', async () => {
    const { stop } = await town.start();
    const { code, said } = await town.lilong(['backup', join(ground.folder, 'busy.backup')]);
    await stop();
    expect([code, said]).toEqual([1, expect.stringContaining(`进程 ${process.pid}`)]);
  });
}

test('a key file that others can read is noticed', async () => {
  const file = keysFile(town.config);
  chmodSync(file, 0o644);
  expect(await town.lilong(['keys', 'check'])).toEqual({
    code: 1,
    said: expect.stringContaining(`chmod 600 ${file}`),
  });
  chmodSync(file, 0o600);
  expect((await town.lilong(['keys', 'check'])).code).toBe(0);
});

/** The photo, what was said, and who keeps it from being changed. */
async function expectEverything(site: Site): Promise<void> {
  const { host, stop } = await site.start();
  try {
    expect(await host.files.get(blob)).toEqual(photo);
    const { rows } = await host.db.run('select words from office.feedback');
    expect(rows).toEqual([{ words: '找不到入口' }]);
    const people = await asThemselves(host, sql`select name from registry.person`);
    expect(people).toEqual([{ name: '受保护的人' }]);
    expect((await host.db.run('select from registry.person')).rows).toEqual([]);
    await expect(host.db.run('delete from kernel.audit')).rejects.toThrow(/permission denied/);
    const again = { about: 'suggestion', words: '恢复以后也能用' };
    const reply = await host.http.inject({
      method: 'POST',
      url: giveFeedback.path,
      payload: again,
    });
    expect(reply.json()).toEqual({ no: 2 });
  } finally {
    await stop();
  }
}
