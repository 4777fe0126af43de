// SPDX-License-Identifier: Apache-2.0
// What an operator does with a file at the desk.
import { levelOf } from '@lilong/contracts/place-no';
import { Refusal } from '@lilong/contracts/refusals';
import {
  type beginUpload,
  type dropUpload,
  type putUploadPart,
  type runUpload,
  type stopUpload,
  uploadSize,
} from '@lilong/contracts/registry-uploads';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../../kernel/ctx.ts';
import { fieldsOf } from '../import/fields.ts';
import { uploadPolicy } from '../policy.ts';
import { sealBytes } from '../sealed.ts';
import type { Mover } from './move.ts';
import {
  beginStage,
  deleteUpload,
  insertPart,
  insertUpload,
  lookAtUploads,
  selectUpload,
  setState,
  type UploadRow,
} from './queries.ts';

export async function begin(
  ctx: Ctx,
  { kind, under, source, name, bytes }: InputOf<typeof beginUpload>,
): Promise<ReplyOf<typeof beginUpload>> {
  ctx.requireEver(uploadPolicy, 'bring');
  const within = ctx.actor.post?.ranges.some(({ first, last }) => first <= under && under <= last);
  if (within !== true) throw new Refusal('auth.denied', { action: 'bring' }, 'under');
  if (levelOf(under) === 'estate') throw new Refusal('registry.upload-under', {}, 'under');
  const limitMb = uploadSize.file / 1e6;
  if (bytes > uploadSize.file) throw new Refusal('input.too-large', { limitMb }, 'file');
  if (!/\.(xlsx|csv|tsv|txt)$/i.test(name)) throw new Refusal('registry.upload-kind', {}, 'file');
  await lookAtUploads(ctx);
  const file = { kind, under, source: source.trim().slice(0, 60), file: name, bytes };
  if (file.source === '')
    throw new Refusal('input.invalid', { field: 'source', rule: 'minLength' }, 'source');
  const upload = await insertUpload(ctx, file);
  ctx.note({ act: 'registry.upload', subject: `upload ${upload}`, place: under });
  return { upload };
}

/** A part comes in its turn, so that a page that was closed goes on from the last one. */
export async function putPart(
  ctx: Ctx,
  { upload, part, data }: InputOf<typeof putUploadPart>,
): Promise<ReplyOf<typeof putUploadPart>> {
  const row = await opened(ctx, upload, 'for update');
  const parts = Math.ceil(row.bytes / uploadSize.part);
  if (row.state !== 'arriving') return { next: parts, state: row.state };
  const bytes = Buffer.from(data, 'base64');
  const size = Math.min(uploadSize.part, row.bytes - part * uploadSize.part);
  if (bytes.length !== size) throw new Refusal('registry.upload-part', {}, 'file');
  const next = await insertPart(ctx.db, upload, part, sealBytes(ctx.keys, bytes));
  const state = next === parts ? 'ready' : 'arriving';
  await setState(ctx, upload, state);
  return { next, state };
}

export const makeRun =
  (mover: Mover) =>
  async (
    ctx: Ctx,
    { upload, dry, again = false, map }: InputOf<typeof runUpload>,
  ): Promise<ReplyOf<typeof runUpload>> => {
    const row = await opened(ctx, upload, 'for update');
    if (!canRun(row)) throw new Refusal('registry.upload-state', {});
    const said = map?.map(({ title, field }) => `${title}=${fieldNamed(row, field)}`) ?? row.map;
    await beginStage(ctx, upload, { state: dry ? 'trying' : 'moving', again, map: said });
    const act = dry ? 'registry.upload-tried' : 'registry.upload-run';
    ctx.note({ act, subject: `upload ${upload}`, place: row.under });
    ctx.after(() => mover.start(upload));
    return { done: true };
  };

const canRun = ({ state, known_since }: UploadRow): boolean =>
  state === 'done' ? known_since !== null : !['arriving', 'trying', 'moving'].includes(state);

function fieldNamed({ kind }: UploadRow, field: string): string {
  if (field === '' || fieldsOf(kind).some((one) => one.field === field)) return field;
  throw new Refusal('found.nothing', { what: 'field' }, 'map');
}

export async function stop(
  ctx: Ctx,
  { upload }: InputOf<typeof stopUpload>,
): Promise<ReplyOf<typeof stopUpload>> {
  const row = await opened(ctx, upload, 'for update');
  if (!isGoing(row)) throw new Refusal('registry.upload-state', {});
  await setState(ctx, upload, row.state === 'trying' ? 'ready' : 'stopped');
  return { done: true };
}

export async function drop(
  ctx: Ctx,
  { upload }: InputOf<typeof dropUpload>,
): Promise<ReplyOf<typeof dropUpload>> {
  await lookAtUploads(ctx, upload);
  await ctx.require(uploadPolicy, 'drop', { no: upload });
  const row = await selectUpload(ctx.db, upload, 'for update');
  if (row === undefined) throw new Refusal('found.nothing', { what: 'file' });
  if (isGoing(row)) throw new Refusal('registry.upload-state', {});
  await deleteUpload(ctx.db, upload);
  ctx.note({ act: 'registry.upload-dropped', subject: `upload ${upload}`, place: row.under });
  return { done: true };
}

const isGoing = ({ state }: UploadRow): boolean => state === 'trying' || state === 'moving';

/** The file, for whoever brought it. */
export async function opened(
  ctx: Ctx,
  upload: number,
  lock: 'for update' | '' = '',
): Promise<UploadRow> {
  await lookAtUploads(ctx, upload);
  await ctx.require(uploadPolicy, 'open', { no: upload });
  const row = await selectUpload(ctx.db, upload, lock);
  if (row === undefined) throw new Refusal('found.nothing', { what: 'file' });
  return row;
}
