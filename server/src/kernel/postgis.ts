// SPDX-License-Identifier: Apache-2.0
// PostGIS for the embedded database. The package also brings raster, topology and a geocoder, which Lilong never
// loads, and each opening unpacks and compiles all of it. `npm ci` puts aside what is needed: a quarter of it.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { postgis } from '@electric-sql/pglite-postgis';

const dist = dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite-postgis'));
const shipped = join(dist, 'postgis.tar.gz');
const { version } = JSON.parse(readFileSync(join(dist, '../package.json'), 'utf8')) as {
  version: string;
};
const lean = new URL(`../../../.cache/postgis-${version}.tar.gz`, import.meta.url);

/** What is left of the package's files; all others belong to extensions that no migration creates. */
const wanted =
  /^\/?(lib\/postgresql\/postgis-3\.so|share\/proj\/|share\/postgresql\/extension\/postgis(\.control|--3[.\d]+\.sql))/;

/** The package's PostGIS, from the files put aside where there are any. */
export const embeddedPostgis: typeof postgis = {
  ...postgis,
  setup: async (pg, options) => {
    const found = await postgis.setup(pg, options);
    return existsSync(lean) ? { ...found, bundlePath: lean } : found;
  },
};

/** Puts aside what is needed. Run once after `npm ci`; without it everything works, and opens more slowly. */
export function putPostgisAside(): void {
  const file = fileURLToPath(lean);
  mkdirSync(dirname(file), { recursive: true });
  const kept = entriesOf(gunzipSync(readFileSync(shipped)), (name) => wanted.test(name));
  writeFileSync(`${file}.part`, gzipSync(kept, { level: 1 })); // unpacked at every opening
  renameSync(`${file}.part`, file);
}

const block = 512;

/** An archive (POSIX ustar) of the wanted entries of another. */
export function entriesOf(tar: Buffer, isWanted: (name: string) => boolean): Buffer {
  const kept: Buffer[] = [];
  for (let at = 0; at + block <= tar.length && tar[at] !== 0; ) {
    const size = Number.parseInt(text(tar, at + 124, 12), 8);
    const end = at + block + Math.ceil(size / block) * block;
    const name = [text(tar, at + 345, 155), text(tar, at, 100)]
      .filter((part) => part !== '')
      .join('/');
    if (isWanted(name)) kept.push(tar.subarray(at, end));
    at = end;
  }
  return Buffer.concat([...kept, Buffer.alloc(2 * block)]);
}

/** A field of a header: bytes up to the first that is zero. */
function text(tar: Buffer, from: number, length: number): string {
  const field = tar.subarray(from, from + length);
  const end = field.indexOf(0);
  return field.toString('latin1', 0, end < 0 ? length : end).trim();
}
