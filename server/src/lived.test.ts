// SPDX-License-Identifier: Apache-2.0
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { layLived, noteMade } from './lived.ts';

const noon = new Date('2026-03-02T04:00:00Z'); // 12:00 in Shanghai
const later = (hours: number) => new Date(noon.getTime() + hours * 3_600_000);
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lilong-lived-'));
  for (const folder of ['lived/db', 'lived/keys', 'home'])
    mkdirSync(join(root, folder), { recursive: true });
  for (const file of ['db/PG_VERSION', 'keys/master', 'db.ready', 'lock.pid'])
    writeFileSync(join(root, 'lived', file), file);
  noteMade(join(root, 'lived'), config(), noon);
});
afterEach(() => rmSync(root, { recursive: true }));

const config = (more: Record<string, string> = {}) =>
  readConfig({ DATA_DIR: join(root, 'home'), ...more });
const lay = (now: Date, more?: Record<string, string>) =>
  layLived(config(more), now, join(root, 'lived'));
const has = (file: string) => existsSync(join(root, 'home', file));

test('a start some hours later begins with the lived city, without what its maker held', () => {
  expect(lay(later(2))).toBe(true);
  expect(readFileSync(join(root, 'home/db/PG_VERSION'), 'utf8')).toBe('db/PG_VERSION');
  expect([has('keys/master'), has('db.ready'), has('lock.pid'), has('made.json')]).toEqual([
    ...[true, false, false, false],
  ]);
});

test.each<[string, number, Record<string, string>]>([
  ['six hours are over', 6, {}],
  ['the clock stands before it was made', -1, {}],
  ['another time zone', 1, { TIME_ZONE: 'Europe/Berlin' }],
  ['files kept elsewhere', 1, { FILES: join(tmpdir(), 'elsewhere') }],
  ['a key kept elsewhere', 1, { KEYS: join(tmpdir(), 'no-such-key') }],
])('is left alone: %s', (_, hours, more) => {
  expect(lay(later(hours), more)).toBe(false);
  expect(has('db')).toBe(false);
});

test('yesterday’s city is left alone, however young', () => {
  const evening = later(10); // 22:00
  noteMade(join(root, 'lived'), config(), evening);
  expect(lay(later(13))).toBe(false);
  expect(lay(later(11))).toBe(true);
});

test('a data folder that has a key keeps it, and lives through its own days', () => {
  mkdirSync(join(root, 'home/keys'));
  writeFileSync(join(root, 'home/keys/master'), 'mine');
  expect(lay(later(1))).toBe(false);
  expect(readFileSync(join(root, 'home/keys/master'), 'utf8')).toBe('mine');
});

test('nothing was made', () => {
  rmSync(join(root, 'lived'), { recursive: true });
  expect(lay(later(1))).toBe(false);
});
