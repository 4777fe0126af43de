// SPDX-License-Identifier: Apache-2.0
// What the doctor finds, each ailment made on purpose.
import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { giveFeedback } from '@lilong/contracts/office';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sealOnce } from '../src/audit/index.ts';
import { keysFile } from '../src/config.ts';
import { type ServerKey, sayServer } from '../src/kernel/voice.ts';
import { addressAt, breakGround, type Ground, onCluster, type Site } from './deployment.ts';

const patience = 240_000;
let ground: Ground;
let town: Site;
vi.setConfig({ testTimeout: patience, hookTimeout: patience });
beforeAll(async () => {
  ground = await breakGround();
  town = await ground.newSite('town', {
    UNIT_NAME: '南桥镇',
    SMS_URL: 'https://sms.example/?to={phone}&text={text}',
    SMS_SECRET: 'a secret',
  });
});
afterAll(() => ground.clear());

/** What a finding says in Chinese. */
function words(key: ServerKey, facts: Record<string, unknown> = {}): string {
  return sayServer('zh', key, facts);
}
const doctor = (more: Record<string, string> = {}) => town.lilong(['doctor'], more);

test('before the first start nothing is there, and that is said', async () => {
  const { said, code } = await doctor();
  expect(said).toContain(words('doctor.keys-none', { file: keysFile(town.config) }));
  if (ground.cluster === undefined) {
    expect(said).toContain(words('doctor.nothing-yet', { folder: town.config.DATA_DIR }));
    expect(code).toBe(0);
  } else {
    expect(said).toContain('0001_kernel.sql');
    expect(said).toContain('lilong migrate');
    expect(code).toBe(1);
  }
});

test('a deployment in good order has nothing wrong, only administrators to appoint', async () => {
  expect((await town.lilong(['migrate'])).code).toBe(0);
  expect((await town.lilong(['keys', 'make'])).code).toBe(0);
  const { said, code } = await doctor({ TRUST_PROXY: 'true' });
  expect(said.match(/^不行/gm)).toBeNull();
  expect(said.match(/^注意/gm)).toHaveLength(1);
  expect(said).toContain('first-admins');
  for (const key of [
    'doctor.encoding',
    'doctor.migrations',
    'doctor.clock',
    'doctor.settings',
  ] as const)
    expect(said).toContain(words(key));
  expect(said).toMatch(/PostGIS \d/);
  expect(code).toBe(0);
});

test('settings that real use needs are asked for, one by one; the demonstration needs none', async () => {
  const bare = { UNIT_NAME: '', SMS_URL: '', PUBLIC_URL: 'http://town.example' };
  const site = await ground.newSite('bare');
  const { said } = await site.lilong(['doctor'], bare);
  for (const key of ['doctor.no-unit', 'doctor.no-sms'] as const)
    expect(said).toContain(words(key));
  expect(said).toContain(words('doctor.not-https', { url: 'http://town.example' }));
  expect(said).toContain(words('doctor.no-trust-proxy', { host: '127.0.0.1' }));
  expect((await site.lilong(['doctor', '--demo'], bare)).said).not.toContain('SMS_URL');
  const half = await site.lilong(['doctor'], { SMS_URL: 'https://sms.example/?to={phone}' });
  expect([half.code, half.said]).toEqual([1, expect.stringContaining('SMS_SECRET')]);
});

test('a key that is not the one of the database is noticed', async () => {
  const { host, stop } = await town.start();
  const payload = { about: 'suggestion', words: '记一笔' };
  await host.http.inject({ method: 'POST', url: giveFeedback.path, payload });
  expect(await sealOnce(host)).toBe(1);
  await stop();
  const file = keysFile(town.config);
  copyFileSync(file, `${file}.kept`);
  rmSync(file);
  expect((await town.lilong(['keys', 'make'])).code).toBe(0);
  const other = await doctor();
  expect([other.code, other.said]).toEqual([1, expect.stringContaining('请把原来的密钥放回')]);
  writeFileSync(file, 'not a key\n');
  expect((await doctor()).said).toContain('密钥文件坏了');
  copyFileSync(`${file}.kept`, file);
});

test('a folder that cannot be written is named', async () => {
  const file = join(ground.folder, 'plain');
  writeFileSync(file, '');
  const site = await ground.newSite('unwritable');
  const { code, said } = await site.lilong(['doctor'], { FILES: join(file, 'photos') });
  expect([code, said]).toEqual([1, expect.stringContaining(join(file, 'photos'))]);
});

test('a migration that was changed, or is newer than the program, is named', async () => {
  await town.asOwner(
    "update public.lilong_migration set digest = digest || 'x' where name = '0001_kernel.sql'; insert into public.lilong_migration (name, digest) values ('9999_later.sql', 'x')",
  );
  const { code, said } = await doctor();
  expect(code).toBe(1);
  expect(said).toContain(
    words('doctor.migrations-changed', { count: 1, names: '0001_kernel.sql' }),
  );
  expect(said).toContain(words('doctor.migrations-unknown', { count: 1, names: '9999_later.sql' }));
  await town.asOwner(
    "update public.lilong_migration set digest = left(digest, 64); delete from public.lilong_migration where name = '9999_later.sql'",
  );
});

if (process.env.LILONG_TEST_DB === 'postgres') {
  const cluster = () => {
    if (ground.cluster === undefined) throw new Error('no PostgreSQL');
    return ground.cluster;
  };
  const withAddress = (DATABASE_URL: string) => doctor({ DATABASE_URL });

  test('a program that signs in as superuser or owner is refused', async () => {
    const superuser = await withAddress(addressAt(cluster(), 'lilong'));
    expect([superuser.code, superuser.said]).toEqual([1, expect.stringContaining('是超级用户')]);
    const owner = await withAddress(town.settings.DATABASE_ADMIN_URL ?? '');
    expect([owner.code, owner.said]).toEqual([1, expect.stringContaining('是表的主人')]);
  });

  test('a role without the program’s rights is told how to get them', async () => {
    await onCluster(cluster().adminUrl, "create role stranger login password 'x'");
    const { said } = await withAddress(addressAt(cluster(), 'lilong', 'stranger', 'x'));
    expect(said).toContain('grant lilong_program to stranger');
  });

  test.each([
    ['a wrong password', (url: URL) => Object.assign(url, { password: 'wrong' }), '密码不对'],
    [
      'a database that is not there',
      (url: URL) => Object.assign(url, { pathname: '/nowhere' }),
      '没有那个库',
    ],
    [
      'a port where nothing listens',
      (url: URL) => Object.assign(url, { port: '1' }),
      '没有 PostgreSQL 在听',
    ],
  ])('%s is told in plain words', async (_, change, expected) => {
    const url = change(new URL(town.settings.DATABASE_URL ?? ''));
    const { code, said } = await withAddress(url.href);
    expect([code, said]).toEqual([1, expect.stringContaining(expected)]);
    expect(said).not.toContain('app-secret');
  });

  test('a database without PostGIS, or that cannot hold Chinese, is told', async () => {
    const admin = cluster().adminUrl;
    await onCluster(
      admin,
      "create database ascii encoding 'SQL_ASCII' locale 'C' template template0",
    );
    const { said } = await withAddress(addressAt(cluster(), 'ascii'));
    expect(said).toContain('create extension postgis');
    expect(said).toContain('SQL_ASCII');
  });
} else {
  test('while the program runs, the doctor names who holds the folder', async () => {
    const { stop } = await town.start();
    const { said } = await doctor();
    await stop();
    expect(said).toContain(`进程 ${process.pid}`);
  });
}
