// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from './db.ts';
import type { FileStore } from './filestore.ts';
import type { Picture } from './pictures.ts';

/** A picture that the program itself brings, as if `account` had uploaded it at `at`. */
export interface Brought {
  readonly account: number | null;
  readonly picture: Picture;
  readonly at: Date;
}
/** A picture whose bytes are stored, and whose row is yet to be written. */
export interface Stored {
  readonly account: number | null;
  readonly blob: string;
  readonly thumb: string | null;
  readonly mime: string;
  readonly size: number;
  readonly at: Date;
}

const atOnce = 16; // files written side by side

/** Stores the bytes of many pictures. */
export async function storePictures(
  files: FileStore,
  brought: readonly Brought[],
): Promise<Stored[]> {
  const stored: Stored[] = [];
  for (let first = 0; first < brought.length; first += atOnce) {
    const some = brought.slice(first, first + atOnce);
    stored.push(...(await Promise.all(some.map((one) => storeOne(files, one)))));
  }
  return stored;
}

async function storeOne(files: FileStore, { account, picture, at }: Brought): Promise<Stored> {
  const { whole, thumb, mime } = picture;
  const [blob, small] = await Promise.all([
    files.put(whole),
    thumb === undefined ? null : files.put(thumb),
  ]);
  return { account, blob, thumb: small, mime, size: whole.length, at };
}

/** Writes their rows: uploads that nothing has taken yet. Their numbers are in the order given. */
export async function insertStored(db: Db, stored: readonly Stored[]): Promise<number[]> {
  // Each is an upload of its own, also where two show the same.
  const digestOf = (blob: string) => createHash('sha256').update(blob).digest('hex');
  const rows = stored.map((one) => ({ ...one, digest: digestOf(one.blob) }));
  const made = await sql<{ no: number; blob: string }>`
    insert into kernel.file (account, digest, kind, blob, thumb, mime, size_bytes, at)
    select r.account, r.digest, 'photo', r.blob, r.thumb, r.mime, r.size, r.at
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as r (account bigint, digest text, blob text, thumb text, mime text, size int, at timestamptz)
    returning no, blob`.execute(db);
  const numbers = new Map(made.rows.map(({ no, blob }) => [blob, no]));
  return stored.map(({ blob }) => numbers.get(blob) ?? 0);
}
