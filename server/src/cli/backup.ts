// SPDX-License-Identifier: Apache-2.0
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { headsFile } from '../audit/index.ts';
import { filesFolder, keysFile, version } from '../config.ts';
import { keysOf, readRing } from '../kernel/keys.ts';
import { migrationsRun, modeOf } from '../kernel/selfcheck.ts';
import { type About, names } from './archive.ts';
import { askPassphrase } from './keys.ts';
import { adminUrl, openAsOwner } from './open.ts';
import { findPgProgram, runPg } from './pg-programs.ts';
import { sealRing } from './sealed-keys.ts';
import { type OpenDatabase, type Shell, Trouble, tell } from './shell.ts';
import { type Packed, type TarWriter, writeTar } from './tar.ts';

/** `backup FILE [--with-keys]`: database, files and heads in one archive; the keys only when asked for. */
export async function backup(shell: Shell, args: readonly string[]): Promise<number> {
  const options = { 'with-keys': { type: 'boolean' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [given] = positionals;
  if (given === undefined || positionals.length > 1)
    throw new Trouble('cli.usage', { usage: 'lilong backup FILE [--with-keys]' });
  const to = resolve(given);
  if (existsSync(to)) throw new Trouble('cli.file-there', { file: to });
  const folder = dirname(to);
  if (!existsSync(folder)) throw new Trouble('cli.no-folder', { folder });
  const ring = readRing(keysFile(shell.config));
  const sealed =
    values['with-keys'] === true ? sealRing(ring, await askPassphrase(shell)) : undefined;
  const opened = await openAsOwner(shell.config);
  try {
    const about = await aboutOf(shell, opened, keysOf(ring).id, sealed !== undefined);
    const packed = await write(shell, opened, about, sealed, to);
    const bytes = packed.reduce((sum, { size }) => sum + size, 0);
    const files = packed.filter(({ name }) => name.startsWith('files/')).length;
    tell(shell.out, 'backup.done', { file: to, mb: Math.ceil(bytes / 1e6), files });
    if (sealed === undefined) tell(shell.out, 'backup.without-keys', { id: about.keyId });
  } finally {
    await opened.close();
  }
  return 0;
}

async function aboutOf(
  shell: Shell,
  { db }: OpenDatabase,
  keyId: string,
  withKeys: boolean,
): Promise<About> {
  const ran = await migrationsRun(db);
  const mode = ran.size === 0 ? undefined : await modeOf(db);
  if (mode === undefined) throw new Trouble('backup.nothing');
  const madeAt = shell.clock().toISOString();
  const migrations = [...ran.keys()];
  return {
    format: 1,
    program: version,
    madeAt,
    database: db.kind,
    mode,
    migrations,
    keyId,
    withKeys,
  };
}

/** Writes beside the target and renames: a backup that was interrupted never looks like one. */
async function write(
  shell: Shell,
  opened: OpenDatabase,
  about: About,
  sealed: string | undefined,
  to: string,
): Promise<Packed[]> {
  const work = await mkdtemp(join(dirname(to), '.lilong-backup-'));
  const part = join(work, 'part');
  try {
    const tar = await writeTar(part, Math.floor(Date.parse(about.madeAt) / 1000));
    try {
      const packed = await fill(shell, opened, about, sealed, tar, work);
      await tar.addText(names.manifest, `${JSON.stringify({ files: packed }, null, 2)}\n`);
      await tar.finish();
      await rename(part, to);
      return packed;
    } finally {
      await tar.close();
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Heads first, files last: the database may know more blocks than the heads, and no photo that is not there. */
async function fill(
  shell: Shell,
  opened: OpenDatabase,
  about: About,
  sealed: string | undefined,
  tar: TarWriter,
  work: string,
): Promise<Packed[]> {
  const packed = [await tar.addText(names.about, `${JSON.stringify(about, null, 2)}\n`)];
  const heads = headsFile(shell.config);
  if (existsSync(heads)) packed.push(await tar.addFile(names.heads, heads));
  if (sealed !== undefined) packed.push(await tar.addText(names.keys, sealed));
  packed.push(await addDatabase(shell, opened, tar, work));
  const folder = filesFolder(shell.config);
  for (const name of blobsIn(folder))
    packed.push(await tar.addFile(`files/${name}`, join(folder, name)));
  return packed;
}

/** Row-level security holds for the owner too: a backup says that it copies all (migration 0020). */
const wholeRegistry = { PGOPTIONS: '-c lilong.whole=backup' };

async function addDatabase(
  { config }: Shell,
  { db }: OpenDatabase,
  tar: TarWriter,
  work: string,
): Promise<Packed> {
  const url = adminUrl(config);
  if (url === undefined) {
    const dump = await db.dump?.();
    if (dump === undefined) throw new Error('the embedded database gave no dump');
    return tar.addBytes(names.embedded, await dump.bytes());
  }
  const file = join(work, names.server);
  // What PostGIS itself brings is not ours to write back.
  const args = ['--exclude-table-data=*.spatial_ref_sys', '--no-owner', '--no-comments'];
  const to = [...args, '--enable-row-security', '--format=custom', `--file=${file}`];
  await runPg(findPgProgram('pg_dump', process.env), to, url, wholeRegistry);
  return tar.addFile(names.server, file);
}

/** `ab/abcdef…`, whole blobs only. */
function blobsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /^[\w-]{2}\/[\w-]{20,40}$/.test(name))
    .sort();
}
