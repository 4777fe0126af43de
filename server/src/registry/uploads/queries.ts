// SPDX-License-Identifier: Apache-2.0
import type { FileKind, UploadState } from '@lilong/contracts/registry-uploads';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { type Db, json } from '../../kernel/db.ts';
import { runLater } from '../../kernel/pipelined.ts';
import type { Counts } from '../import/batch-queries.ts';
import { uploadPolicy } from '../policy.ts';
import { multirange } from '../reach.ts';

/** Why a file failed: the words of it. */
export interface Failed {
  readonly key: string;
  readonly facts: Readonly<Record<string, unknown>>;
}
export interface UploadRow extends Counts {
  readonly no: number;
  readonly kind: FileKind;
  readonly under: number;
  readonly source: string;
  readonly file: string;
  readonly bytes: number;
  readonly account: number;
  readonly state: UploadState;
  readonly map: readonly string[];
  readonly again: boolean;
  readonly share: number;
  readonly share_from: number | null;
  readonly unknown: readonly string[];
  readonly known_since: Date | null;
  readonly fault: Failed | null;
  readonly tries: number;
  readonly brought_at: Date;
  readonly stage_at: Date | null;
  readonly moved_at: Date;
}
export interface UploadFound extends UploadRow {
  readonly organisationName: string;
  readonly underName: string;
  readonly next: number;
  readonly can: { readonly open?: boolean; readonly drop?: boolean };
}

/** States the places of the post acted as, and the one file that this is about: nothing of another opens. */
export async function lookAtUploads({ db, actor }: Ctx, upload?: number): Promise<void> {
  await runLater(
    db,
    sql`select set_config('lilong.offices', ${multirange(actor.post?.ranges ?? [])}, true),
      set_config('lilong.upload', ${upload === undefined ? '' : String(upload)}, true)`,
  );
}
/** The program itself, about one file. */
export async function lookAtUpload(db: Db, upload: number): Promise<void> {
  await sql`select set_config('lilong.upload', ${String(upload)}, true)`.execute(db);
}

const columns = sql`u.no, u.kind, u.under, u.source, u.file, u.bytes, u.account, u.state, u.map, u.again, u.share,
  u.share_from, u.read, u.added, u.changed, u.same, u.kept, u.faulty, u.unknown, u.known_since, u.fault, u.tries,
  u.brought_at, u.stage_at, u.moved_at`;

/** Latest first. Parts come in their order: as many as there are is the first that is missing. */
export async function selectUploads(ctx: Ctx, upload?: number): Promise<UploadFound[]> {
  const one = upload === undefined ? sql`true` : sql`u.no = ${upload}::bigint`;
  const { rows } = await sql<UploadFound>`
    select ${columns}, o.name as "organisationName", p.name as "underName",
      ${ctx.can(uploadPolicy, ['open', 'drop'], 'u')} as can,
      (select count(*)::int from registry.upload_part t where t.upload = u.no) as next
    from registry.upload u
    join places.organisation o on o.no = u.organisation join places.place p on p.no = u.under
    where ${ctx.may(uploadPolicy, 'see', 'u')} and ${one} order by u.no desc limit 50`.execute(
    ctx.db,
  );
  return rows;
}

/** A row that is about to be changed is locked. */
export async function selectUpload(
  db: Db,
  upload: number,
  lock: 'for update' | '' = '',
): Promise<UploadRow | undefined> {
  const { rows } = await sql<UploadRow>`
    select ${columns} from registry.upload u where u.no = ${upload}::bigint ${sql.raw(lock)}`.execute(
    db,
  );
  return rows[0];
}

/** Who gave files for the places that were stated, the latest first. */
export async function selectSources(db: Db): Promise<string[]> {
  const { rows } = await sql<{ source: string }>`
    select source from registry.batch where under <@ (select registry.offices())
    group by source order by max(began_at) desc, source limit 50`.execute(db);
  return rows.map(({ source }) => source);
}

interface NewUpload extends Pick<UploadRow, 'kind' | 'under' | 'source' | 'file' | 'bytes'> {}

export async function insertUpload(
  { db, actor, now }: Ctx,
  { kind, under, source, file, bytes }: NewUpload,
): Promise<number> {
  const { rows } = await sql<{ no: number }>`
    insert into registry.upload (kind, under, source, file, bytes, account, organisation, brought_at, moved_at)
    values (${kind}, ${under}, ${source}, ${file}, ${bytes}, ${actor.account}::bigint, ${actor.post?.organisation}::bigint,
      ${now}, ${now}) returning no`.execute(db);
  return rows[0]?.no ?? 0;
}

/** How many there are then; the same part again changes nothing. */
export async function insertPart(
  db: Db,
  upload: number,
  part: number,
  sealed: Buffer,
): Promise<number> {
  await sql`insert into registry.upload_part (upload, part, sealed) values (${upload}::bigint, ${part}, ${sealed})
    on conflict do nothing`.execute(db);
  const { rows } = await sql<{ parts: number }>`
    select count(*)::int as parts from registry.upload_part where upload = ${upload}::bigint`.execute(
    db,
  );
  return rows[0]?.parts ?? 0;
}

export async function selectPart(
  db: Db,
  upload: number,
  part: number,
): Promise<Uint8Array | undefined> {
  const { rows } = await sql<{ sealed: Uint8Array }>`
    select sealed from registry.upload_part where upload = ${upload}::bigint and part = ${part}::int`.execute(
    db,
  );
  return rows[0]?.sealed;
}

export async function setState(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  upload: number,
  state: UploadState,
): Promise<void> {
  await sql`update registry.upload set state = ${state}, held_until = null, moved_at = ${now}
    where no = ${upload}::bigint`.execute(db);
}

/** A trial, or an import, begins: what an earlier one found is forgotten. */
export async function beginStage(
  { db, now }: Ctx,
  upload: number,
  { state, again, map }: Pick<UploadRow, 'state' | 'again' | 'map'>,
): Promise<void> {
  await sql`update registry.upload set state = ${state}, again = ${again}, map = ${[...map]}::text[], share = 0,
      share_from = null, read = 0, added = 0, changed = 0, same = 0, kept = 0, faulty = 0, unknown = '{}',
      known_since = null, fault = null, tries = 0, held_until = null, stage_at = ${now}, moved_at = ${now}
    where no = ${upload}::bigint`.execute(db);
}

/** Takes it for this process; none when another has it, or nothing is to be done. */
export async function holdUpload(
  db: Db,
  upload: number,
  now: Date,
  until: Date,
): Promise<UploadRow | undefined> {
  const { rows } = await sql<UploadRow>`
    update registry.upload u set held_until = ${until}, tries = tries + 1, share_from = null, stage_at = ${now}
    where u.no = ${upload}::bigint and u.state in ('trying', 'moving') and (u.held_until is null or u.held_until < ${now})
    returning ${columns}`.execute(db);
  return rows[0];
}

/** How far it is. False when somebody has stopped it meanwhile, or begun it anew. */
export async function moveUpload(
  db: Db,
  upload: number,
  to: { share: number; counts: Counts; now: Date; until: Date },
): Promise<boolean> {
  const { share, counts, now, until } = to;
  const { rows } = await sql`
    update registry.upload set share = ${share}::real,
      share_from = coalesce(share_from, case when ${share}::real = 0 then null when ${counts.read}::int = 0 then 0
        else ${share}::real end),
      read = ${counts.read}, added = ${counts.added}, changed = ${counts.changed}, same = ${counts.same},
      kept = ${counts.kept}, faulty = ${counts.faulty}, held_until = ${until}, moved_at = ${now},
      tries = case when read < ${counts.read}::int then 0 else tries end
    where no = ${upload}::bigint and held_until is not null returning no`.execute(db);
  return rows.length === 1;
}

/** What came of it. False when somebody has stopped it meanwhile, or begun it anew. */
export async function finishUpload(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  upload: number,
  found: {
    state: 'tried' | 'done';
    counts: Counts;
    unknown: readonly string[];
    knownSince: Date | null;
  },
): Promise<boolean> {
  const { state, counts, unknown, knownSince } = found;
  const { rows } =
    await sql`update registry.upload set state = ${state}, share = 1, read = ${counts.read}, added = ${counts.added},
      changed = ${counts.changed}, same = ${counts.same}, kept = ${counts.kept}, faulty = ${counts.faulty},
      unknown = ${[...unknown]}::text[], known_since = ${knownSince}, held_until = null, moved_at = ${now}
    where no = ${upload}::bigint and held_until is not null returning no`.execute(db);
  return rows.length === 1;
}

/** The file as a whole cannot be read, or not to its end; what came in before that stays. */
export async function failUpload(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  upload: number,
  fault: Failed,
): Promise<void> {
  await sql`update registry.upload set state = 'failed', fault = ${json(fault)}, held_until = null, moved_at = ${now}
    where no = ${upload}::bigint and held_until is not null`.execute(db);
}

export async function deleteParts(db: Db, upload: number): Promise<void> {
  await sql`delete from registry.upload_part where upload = ${upload}::bigint`.execute(db);
}
export async function deleteUpload(db: Db, upload: number): Promise<void> {
  await sql`delete from registry.upload where no = ${upload}::bigint`.execute(db);
}
export async function deleteRefused(db: Db, upload: number): Promise<void> {
  await sql`delete from registry.upload_refused where upload = ${upload}::bigint`.execute(db);
}

export interface RefusedRow {
  readonly line: number;
  readonly sealed: Uint8Array;
}
export async function insertRefused(
  db: Db,
  upload: number,
  row: { line: number; lines: number; sealed: Buffer },
): Promise<void> {
  await sql`insert into registry.upload_refused (upload, line, lines, sealed)
    values (${upload}::bigint, ${row.line}, ${row.lines}, ${row.sealed})`.execute(db);
}
/** From behind a line on, in the order of the file. */
export async function selectRefused(
  db: Db,
  upload: number,
  after: number,
  limit: number,
): Promise<RefusedRow[]> {
  const { rows } = await sql<RefusedRow>`
    select line, sealed from registry.upload_refused where upload = ${upload}::bigint and line > ${after}
    order by line limit ${limit}`.execute(db);
  return rows;
}
