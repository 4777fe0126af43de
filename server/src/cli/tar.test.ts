// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newRing } from '../kernel/keys.ts';
import { unpack } from './archive.ts';
import { openRing, sealRing } from './sealed-keys.ts';
import { Trouble } from './shell.ts';
import { readMember, readTar, writeTar } from './tar.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lilong-tar-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function bytesOf(path: string, name: string): Promise<Buffer> {
  const member = (await readTar(path)).find((one) => one.name === name);
  if (member === undefined) throw new Error(`no ${name}`);
  const pieces: Buffer[] = [];
  for await (const piece of readMember(path, member)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** An archive of what is given, finished. */
async function archive(files: Readonly<Record<string, string>>): Promise<string> {
  const path = join(folder, 'a.tar');
  const tar = await writeTar(path, 1_772_413_200);
  for (const [name, text] of Object.entries(files)) await tar.addText(name, text);
  await tar.finish();
  await tar.close();
  return path;
}

test.each([0, 1, 511, 512, 513, 200_000])('%i bytes come back as they went in', async (size) => {
  const bytes = Buffer.alloc(size, 'x');
  const source = join(folder, 'source');
  writeFileSync(source, bytes);
  const path = join(folder, 'a.tar');
  const tar = await writeTar(path, 0);
  const packed = await tar.addFile('one', source);
  await tar.addBytes('two', bytes);
  await tar.finish();
  await tar.close();
  expect(packed.size).toBe(size);
  expect(await bytesOf(path, 'one')).toEqual(bytes);
  expect(await bytesOf(path, 'two')).toEqual(bytes);
});

test('a changed header is no archive of ours', async () => {
  const path = await archive({ one: 'words' });
  const bytes = readFileSync(path);
  bytes.write('X', 3);
  writeFileSync(path, bytes);
  await expect(readTar(path)).rejects.toThrow('no archive of ours');
});

test('a name that leads elsewhere is never unpacked', async () => {
  const path = await archive({ '../../etc/cron.d/x': 'words' });
  const refused = await unpack(path, folder).catch((thrown: unknown) => thrown);
  expect(refused).toBeInstanceOf(Trouble);
  expect((refused as Trouble).key).toBe('backup.strange');
});

test.each([
  [
    'a file that the manifest does not list',
    { 'about.json': '{"format":1}', 'manifest.json': '{"files":[]}' },
    'backup.changed',
  ],
  ['a backup without a manifest', { 'about.json': '{"format":1}' }, 'backup.lacks'],
  [
    'a format of the future',
    { 'about.json': '{"format":2}', 'manifest.json': '{"files":[]}' },
    'backup.format',
  ],
])('%s is refused', async (_, files, key) => {
  const path = await archive(files);
  await expect(unpack(path, undefined)).rejects.toMatchObject({ key });
});

test('keys open with their passphrase only', () => {
  const ring = newRing('aes', Buffer.alloc(32, 5).toString('base64'));
  const sealed = sealRing(ring, 'twelve letters');
  expect(sealed).not.toContain(Buffer.alloc(32, 5).toString('base64'));
  expect(openRing(sealed, 'twelve letters')).toEqual(ring);
  expect(() => openRing(sealed, 'thirteen letters')).toThrow(Trouble);
  const changed = JSON.parse(sealed) as { data: string };
  changed.data = Buffer.alloc(32, 1).toString('base64');
  expect(() => openRing(JSON.stringify(changed), 'twelve letters')).toThrow(Trouble);
  expect(() => sealRing(ring, 'short')).toThrow(Trouble);
});
