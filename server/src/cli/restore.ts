// SPDX-License-Identifier: Apache-2.0
import { existsSync, openAsBlob, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { headsFile } from '../audit/index.ts';
import { type Config, filesFolder, keysFile } from '../config.ts';
import { openEmbedded, openServer } from '../kernel/db.ts';
import { readKeys, writeRing } from '../kernel/keys.ts';
import { lockFolder } from '../kernel/lock.ts';
import { migrations } from '../kernel/migrate.ts';
import { isEmpty, makeProgramRole } from '../kernel/selfcheck.ts';
import { type About, names, type Unpacked, unpack } from './archive.ts';
import { askPassphrase } from './keys.ts';
import { adminUrl, databaseFolder } from './open.ts';
import { findPgProgram, runPg } from './pg-programs.ts';
import { openRing } from './sealed-keys.ts';
import { type Shell, Trouble, tell } from './shell.ts';

/**
 * `restore FILE [--with-keys] [--check]`: brings a backup back into an empty deployment.
 * Everything is unpacked and proven by its digest before anything is put in its place.
 */
export async function restore(shell: Shell, args: readonly string[]): Promise<number> {
  const options = { 'with-keys': { type: 'boolean' }, check: { type: 'boolean' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [given] = positionals;
  if (given === undefined || positionals.length > 1)
    throw new Trouble('cli.usage', { usage: 'lilong restore FILE [--with-keys] [--check]' });
  const file = resolve(given);
  if (!existsSync(file)) throw new Trouble('cli.no-file', { file });
  if (values.check === true) return onlyCheck(shell, file);
  const { config } = shell;
  const release = await lockFolder(resolve(config.DATA_DIR));
  const folder = await mkdtemp(join(resolve(config.DATA_DIR), '.restoring-'));
  try {
    await refuseOverAnything(config);
    const unpacked = await unpack(file, folder);
    refuseForeign(config, unpacked.about);
    const ring = await ringFor(shell, unpacked, folder, values['with-keys'] === true);
    await putInPlace(config, unpacked, folder, ring);
    const { madeAt, mode } = unpacked.about;
    tell(shell.out, 'restore.done', { madeAt, mode });
  } finally {
    await rm(folder, { recursive: true, force: true });
    await release();
  }
  return 0;
}

async function onlyCheck(shell: Shell, file: string): Promise<number> {
  const { about, members } = await unpack(file, undefined);
  const { madeAt, database, mode } = about;
  tell(shell.out, 'restore.whole', { file, files: members.length, madeAt, database, mode });
  return 0;
}

/** @throws {Trouble} when a database, a photo or a heads file is already here */
async function refuseOverAnything(config: Config): Promise<void> {
  const files = filesFolder(config);
  const taken = [databaseFolder(config), headsFile(config)].filter(existsSync);
  if (existsSync(files) && readdirSync(files).length > 0) taken.push(files);
  if (taken[0] !== undefined) throw new Trouble('restore.not-empty', { what: taken[0] });
  const url = adminUrl(config);
  if (url === undefined) return;
  const db = openServer({ url, connections: 1 });
  try {
    if (!(await isEmpty(db)))
      throw new Trouble('restore.not-empty', { what: new URL(url).pathname });
  } finally {
    await db.close();
  }
}

/** @throws {Trouble} when the backup is of the other kind of database, or of a newer program */
function refuseForeign(config: Config, { database, migrations: ran }: About): void {
  const here = adminUrl(config) === undefined ? 'embedded' : 'server';
  if (database !== here) throw new Trouble('restore.other-kind', { database, here });
  const known = new Set(migrations().map(({ name }) => name));
  const newer = ran.find((name) => !known.has(name));
  if (newer !== undefined) throw new Trouble('restore.newer', { name: newer });
}

/** The keys that go with the backup; undefined when the right ones are here already. */
async function ringFor(
  shell: Shell,
  { about, members }: Unpacked,
  folder: string,
  withKeys: boolean,
): Promise<string | undefined> {
  const file = keysFile(shell.config);
  if (existsSync(file)) {
    const { id, earlier } = readKeys(file);
    if (![id, ...earlier.map((one) => one.id)].includes(about.keyId))
      throw new Trouble('restore.other-key', { file, id, wanted: about.keyId });
    return undefined;
  }
  if (!withKeys) throw new Trouble('restore.needs-key', { wanted: about.keyId });
  if (!members.includes(names.keys)) throw new Trouble('restore.no-keys-inside');
  const sealed = readFileSync(join(folder, names.keys), 'utf8');
  return openRing(sealed, await askPassphrase(shell));
}

/** Files and key first, the database last: it is what makes a deployment. */
async function putInPlace(
  config: Config,
  { members }: Unpacked,
  folder: string,
  ring: string | undefined,
): Promise<void> {
  if (ring !== undefined) writeRing(keysFile(config), ring);
  if (members.includes(names.heads)) await move(join(folder, names.heads), headsFile(config));
  const files = filesFolder(config);
  if (existsSync(join(folder, 'files'))) {
    await rm(files, { recursive: true, force: true }); // empty, as was seen before
    await move(join(folder, 'files'), files);
  }
  const url = adminUrl(config);
  if (url === undefined) await restoreEmbedded(config, join(folder, names.embedded));
  else await restoreServer(url, join(folder, names.server));
}

/** Another disk cannot be renamed to. */
async function move(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await rename(from, to).catch(() => cp(from, to, { recursive: true, errorOnExist: true }));
}

/** Built beside and renamed, so that what was interrupted is not taken for a database. */
async function restoreEmbedded(config: Config, dump: string): Promise<void> {
  const folder = databaseFolder(config);
  const beside = `${folder}.restoring`;
  await rm(beside, { recursive: true, force: true });
  const db = await openEmbedded({ folder: beside, load: await openAsBlob(dump) });
  await db.run('select 1');
  await db.close();
  await rename(beside, folder);
  await writeFile(`${folder}.ready`, 'restored\n');
}

async function restoreServer(url: string, dump: string): Promise<void> {
  const db = openServer({ url, connections: 1 });
  try {
    await makeProgramRole(db);
    const name = decodeURIComponent(new URL(url).pathname.slice(1));
    const args = ['--no-owner', '--no-comments', '--exit-on-error', '--single-transaction'];
    await runPg(findPgProgram('pg_restore', process.env), [...args, `--dbname=${name}`, dump], url);
    await db.run('analyze');
  } finally {
    await db.close();
  }
}
