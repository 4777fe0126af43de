// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { uploadPath } from '@lilong/contracts/files';
import { Refusal } from '@lilong/contracts/refusals';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Actor } from './actor.ts';
import { type Ctx, makeCtx } from './ctx.ts';
import type { Host } from './host.ts';
import { type Picture, photoFrom, voiceFrom } from './pictures.ts';
import { answerProblem, languageOf, refusalOf } from './problem.ts';
import { asSystem } from './serve.ts';
import { sendSpan } from './span.ts';

/** Asks the subject's own policy whether the actor may see the file; no for subjects of other modules. */
export type MaySee = (ctx: Ctx, file: { no: number; subject: string }) => Promise<boolean>;

/** Writes down that the actor opened a whole file of this subject, which is somebody else's upload. */
export interface SawFile {
  /** How its subjects begin. */
  readonly begins: string;
  readonly saw: (ctx: Ctx, file: { readonly subject: string }) => Promise<void>;
}

/** Whether a token on paper lets somebody without an account send a photo now. Set by the module that prints it. */
export type MayBring = (ctx: Ctx, token: string) => Promise<boolean>;

/** `POST /api/files?kind=…` and `GET /api/files/:no`. Two small siblings of `serve`. */
export function serveFiles(host: Host, mayBring: MayBring): void {
  host.http.addContentTypeParser(
    /^(image|audio|application\/octet-stream)/,
    { parseAs: 'buffer', bodyLimit: host.config.PHOTO_MAX_BYTES },
    (_, body, done) => done(null, body),
  );
  // Also what Fastify refuses before we are asked.
  const errorHandler = async (thrown: unknown, req: FastifyRequest, reply: FastifyReply) => {
    const refusal = fileRefusalOf(host, thrown, req);
    if (refusal.code === 'server.fault') req.log.error({ err: thrown }, 'fault');
    await answerProblem(reply, refusal, languageOf(req));
  };
  host.http.post(uploadPath, { errorHandler }, (req, reply) => upload(host, mayBring, req, reply));
  host.http.get('/api/files/:no', { errorHandler }, (req, reply) => download(host, req, reply));
}

function fileRefusalOf(host: Host, thrown: unknown, req: FastifyRequest): Refusal {
  const { statusCode } = thrown as { statusCode?: number }; // a Refusal has none
  const limitMb = Math.round(host.config.PHOTO_MAX_BYTES / 1e6);
  if (statusCode === 413) return new Refusal('files.too-large', { limitMb }, fieldOf(kindIn(req)));
  return statusCode === 415 ? notOfKind(kindIn(req)) : refusalOf(thrown, req.id);
}

type FileKind = 'photo' | 'voice';
const kindIn = (req: FastifyRequest): FileKind =>
  (req.query as Record<string, string>).kind === 'voice' ? 'voice' : 'photo';
const fieldOf = (kind: FileKind): string => (kind === 'voice' ? 'voice' : 'photos');
const notOfKind = (kind: FileKind): Refusal =>
  new Refusal(kind === 'voice' ? 'files.not-a-voice' : 'files.not-an-image', {}, fieldOf(kind));

async function upload(
  host: Host,
  mayBring: MayBring,
  req: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const actor = await host.whoIs(req, languageOf(req));
  if (actor.kind === 'public' && !(await bringsOrder(host, mayBring, actor, req)))
    throw new Refusal('auth.sign-in-first', {});
  if (actor.csrf !== null && req.headers['x-csrf'] !== actor.csrf)
    throw new Refusal('auth.csrf', {});
  const kind = kindIn(req);
  const body = req.body ?? Buffer.alloc(0);
  if (!Buffer.isBuffer(body)) throw notOfKind(kind);
  return reply.send(await takeUpload(host, actor.account, kind, body));
}

/**
 * Stores an upload that hangs nowhere yet; the same bytes make one file. Whoever calls it has settled
 * that they may be brought.
 *
 * @throws {Refusal} what `photoFrom` and `voiceFrom` refuse
 */
export async function takeUpload(
  host: Host,
  account: number | null,
  kind: 'photo' | 'voice',
  body: Buffer,
): Promise<{ no: number; kind: string; sizeBytes: number }> {
  const digest = createHash('sha256').update(body).digest('hex');
  const before = await looseFile(host, account, digest).executeTakeFirst();
  if (before !== undefined)
    return { no: before.no, kind: before.kind, sizeBytes: before.size_bytes };
  const made = kind === 'voice' ? voiceFrom(body) : await photoFrom(body);
  return keep(host, account, kind, digest, made);
}

async function bringsOrder(
  host: Host,
  mayBring: MayBring,
  actor: Actor,
  req: FastifyRequest,
): Promise<boolean> {
  const { order } = req.query as Record<string, string | undefined>;
  if (order === undefined) return false;
  return host.db.kysely
    .transaction()
    .setAccessMode('read only')
    .execute((db) => mayBring(makeCtx(host, db, actor, host.clock(), req.id).ctx, order));
}

async function keep(
  host: Host,
  account: number | null,
  kind: FileKind,
  digest: string,
  { whole, thumb, mime }: Picture,
) {
  const blob = await host.files.put(whole);
  const small = thumb === undefined ? null : await host.files.put(thumb);
  const row = await host.db.kysely
    .insertInto('kernel.file')
    .values({
      account,
      digest,
      kind,
      blob,
      thumb: small,
      mime,
      size_bytes: whole.length,
      subject: null,
      at: host.clock(),
    })
    .onConflict((on) => on.columns(['account', 'digest']).where('subject', 'is', null).doNothing())
    .returning('no')
    .executeTakeFirst();
  if (row !== undefined) return { no: row.no, kind, sizeBytes: whole.length };
  // The same bytes came twice at once: the first one's row stands.
  await host.files.remove(blob);
  if (small !== null) await host.files.remove(small);
  const first = await looseFile(host, account, digest).executeTakeFirstOrThrow();
  return { no: first.no, kind: first.kind, sizeBytes: first.size_bytes };
}

/** An upload of these bytes that hangs nowhere yet. */
function looseFile(host: Host, account: number | null, digest: string) {
  return host.db.kysely
    .selectFrom('kernel.file')
    .select(['no', 'kind', 'size_bytes'])
    .where('account', 'is not distinct from', account)
    .where('digest', '=', digest)
    .where('subject', 'is', null);
}

async function download(
  host: Host,
  req: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const no = Number((req.params as Record<string, string>).no);
  if (!Number.isSafeInteger(no) || no < 1) throw new Refusal('found.nothing', { what: 'file' });
  const actor = await host.whoIs(req, languageOf(req));
  const file = await host.db.kysely
    .selectFrom('kernel.file')
    .selectAll()
    .where('no', '=', no)
    .executeTakeFirst();
  if (file === undefined) throw new Refusal('found.nothing', { what: 'file' });
  const { subject } = file;
  const own = subject === null && file.account !== null && file.account === actor.account;
  const yes =
    own ||
    (subject !== null &&
      (await host.db.kysely
        .transaction()
        .setAccessMode('read only')
        .execute((db) =>
          maySee(host, makeCtx(host, db, actor, host.clock(), req.id).ctx, { no, subject }),
        )));
  if (!yes) throw new Refusal('found.nothing', { what: 'file' }); // the same answer as for no file: numbers tell nothing
  const wantsThumb = (req.query as Record<string, string>).size === 'thumb' && file.thumb !== null;
  if (!own && subject !== null && !wantsThumb && isFromStart(req.headers.range))
    await tellSeen(host, actor, req.id, subject);
  const bytes = await host.files.get(wantsThumb ? (file.thumb ?? file.blob) : file.blob);
  reply
    .header('content-type', file.mime)
    .header('cache-control', 'private, max-age=3600')
    .header('content-disposition', 'inline');
  return sendSpan(reply, req.headers.range, bytes);
}

/** What is fetched in parts is opened once. */
const isFromStart = (range: string | undefined): boolean =>
  range === undefined || /^bytes=0-/.test(range);

async function tellSeen(host: Host, actor: Actor, request: string, subject: string) {
  const told = host.sawFile.filter(({ begins }) => subject.startsWith(begins));
  for (const { saw } of told) await asSystem(host, request, actor, (ctx) => saw(ctx, { subject }));
}

async function maySee(host: Host, ctx: Ctx, file: { no: number; subject: string }) {
  for (const sees of host.seesFile) if (await sees(ctx, file)) return true;
  return false;
}

/**
 * Hangs uploaded files on a subject. Only one's own, and only files that hang nowhere yet.
 *
 * @throws {Refusal} files.unknown
 */
export async function attach(ctx: Ctx, files: readonly number[], subject: string): Promise<void> {
  if (files.length === 0) return;
  const { rows } = await sql<{ no: number }>`
    update kernel.file set subject = ${subject}
    where no = any(${[...files]}::bigint[]) and subject is null and account is not distinct from ${ctx.actor.account}::bigint
    returning no`.execute(ctx.db);
  const missing = files.find((no) => !rows.some((row) => row.no === no));
  if (missing !== undefined) throw new Refusal('files.unknown', { file: missing }, 'photos');
}

/** Removes uploads that nothing took within a day. */
export async function sweepFiles(host: Host): Promise<void> {
  const before = new Date(host.clock().getTime() - 24 * 3_600_000);
  const loose = await host.db.kysely
    .deleteFrom('kernel.file')
    .where('subject', 'is', null)
    .where('at', '<', before)
    .returning(['blob', 'thumb'])
    .execute();
  for (const { blob, thumb } of loose) {
    await host.files.remove(blob);
    if (thumb !== null) await host.files.remove(thumb);
  }
}
