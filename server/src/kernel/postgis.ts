// SPDX-License-Identifier: Apache-2.0
// PostGIS for the embedded database. The package also brings raster, topology and a geocoder, which Lilong never
// loads, and each opening unpacks and compiles all of it. `npm ci` puts aside what is needed, unpacked: an opening
// copies a quarter of it from the disk, and takes half as long.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Extension, PGlite } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';

const dist = dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite-postgis'));
const shipped = join(dist, 'postgis.tar.gz');
const { version } = JSON.parse(readFileSync(join(dist, '../package.json'), 'utf8')) as {
  version: string;
};
const aside = fileURLToPath(new URL(`../../../.cache/postgis-${version}`, import.meta.url));

/** What is left of the package's files; all others belong to extensions that no migration creates. */
const wanted =
  /^\/?(lib\/postgresql\/postgis-3\.so|share\/proj\/|share\/postgresql\/extension\/postgis(\.control|--3[.\d]+\.sql))/;

/** The package's PostGIS, from the files put aside where there are any. */
export const embeddedPostgis: Extension = {
  name: postgis.name,
  setup: async (pg, options) => {
    const found = await postgis.setup(pg, options);
    if (!existsSync(aside)) return found;
    const { bundlePath: _, ...rest } = found;
    return { ...rest, init: () => layIn(pg as PGlite) };
  },
};

type FileSystem = PGlite['Module']['FS'];
/** Where the embedded database looks for the files of its extensions. */
const inside = '/pglite';

/** Lays the files into the database's own file system, and compiles the library. Nothing needs them before it is open. */
async function layIn(lite: PGlite): Promise<void> {
  const { FS } = lite.Module;
  const { rows } = await lite.query("select from pg_extension where extname = 'postgis'");
  const isThere = rows.length > 0;
  for (const entry of readdirSync(aside, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || (isThere && scripts.test(entry.name))) continue;
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    const folder = `${inside}${entry.parentPath.slice(aside.length)}`;
    FS.mkdirTree(folder);
    if (entry.name.endsWith('.so')) await compile(FS, folder, entry.name, bytes);
    else FS.writeFile(`${folder}/${entry.name}`, bytes);
  }
}
/** Needed once in the life of a database. */
const scripts = /\.sql$/;

function compile(fs: FileSystem, folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const fail = (): void => reject(new Error(`${name} of the embedded database does not load`));
  // The types ask for a text; the package itself gives bytes.
  fs.createPreloadedFile(folder, name, bytes as unknown as string, true, true, resolve, fail);
  return promise;
}

/** Puts aside what is needed. Run once after `npm ci`; without it everything works, and opens more slowly. */
export function putPostgisAside(): void {
  const part = `${aside}.part`;
  rmSync(part, { recursive: true, force: true });
  for (const { name, bytes } of entriesOf(gunzipSync(readFileSync(shipped)))) {
    if (!wanted.test(name) || name.endsWith('/')) continue;
    const file = join(part, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  rmSync(aside, { recursive: true, force: true });
  renameSync(part, aside);
}

const block = 512;

export interface Entry {
  readonly name: string;
  readonly bytes: Buffer;
}
/** The entries of an archive (POSIX ustar), as far as it goes. */
export function* entriesOf(tar: Buffer): Generator<Entry> {
  for (let at = 0; at + block <= tar.length && tar[at] !== 0; ) {
    const size = Number.parseInt(text(tar, at + 124, 12), 8);
    const name = [text(tar, at + 345, 155), text(tar, at, 100)]
      .filter((part) => part !== '')
      .join('/');
    yield { name, bytes: tar.subarray(at + block, at + block + size) };
    at += block + Math.ceil(size / block) * block;
  }
}

/** A field of a header: bytes up to the first that is zero. */
function text(tar: Buffer, from: number, length: number): string {
  const field = tar.subarray(from, from + length);
  const end = field.indexOf(0);
  return field.toString('latin1', 0, end < 0 ? length : end).trim();
}
