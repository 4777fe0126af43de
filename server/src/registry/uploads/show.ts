// SPDX-License-Identifier: Apache-2.0
// How far a file at the desk is, what was understood of it, and which of its lines were refused.
import { maskRuns } from '@lilong/contracts/mask';
import { Refusal } from '@lilong/contracts/refusals';
import type {
  listUploads,
  refusedFile,
  refusedLines,
  showUpload,
  Upload,
  uploadColumns,
} from '@lilong/contracts/registry-uploads';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../../kernel/ctx.ts';
import { type ServerKey, sayServer } from '../../kernel/voice.ts';
import { Misfit } from '../../places/index.ts';
import { selectMapping } from '../import/batch-queries.ts';
import { firstRows } from '../import/begin.ts';
import {
  areTitles,
  fieldsOf,
  formOf,
  type Mapping,
  mappingOf,
  tidyHeading,
  understood,
} from '../import/fields.ts';
import { headOf, lineOf } from '../import/refused.ts';
import { openTable, type Row } from '../import/table.ts';
import { uploadPolicy } from '../policy.ts';
import { opened } from './bring.ts';
import { storedFile } from './parts.ts';
import {
  lookAtUploads,
  selectPart,
  selectRefused,
  selectSources,
  selectUploads,
  type UploadFound,
  type UploadRow,
} from './queries.ts';
import { openKept } from './report.ts';

export async function list(ctx: Ctx): Promise<ReplyOf<typeof listUploads>> {
  ctx.requireEver(uploadPolicy, 'bring');
  await lookAtUploads(ctx);
  const rows = await selectUploads(ctx);
  return {
    uploads: rows.map((row) => uploadCard(ctx, row)),
    sources: await selectSources(ctx.db),
  };
}

export async function show(
  ctx: Ctx,
  { upload }: InputOf<typeof showUpload>,
): Promise<ReplyOf<typeof showUpload>> {
  await lookAtUploads(ctx, upload);
  await ctx.require(uploadPolicy, 'see', { no: upload });
  const [row] = await selectUploads(ctx, upload);
  if (row === undefined) throw new Refusal('found.nothing', { what: 'file' });
  return uploadCard(ctx, row);
}

function uploadCard(ctx: Ctx, row: UploadFound): Upload {
  const { no, kind, under, underName, source, file, bytes, state, organisationName, next } = row;
  const { read, added, changed, same, kept, faulty, unknown, fault } = row;
  return {
    ...{ upload: no, kind, under, underName, source, name: file, bytes, state, organisationName },
    ...{ share: row.share, secondsLeft: secondsLeft(ctx, row), next, unknown: [...unknown] },
    counts: { read, added, changed, same, kept, faulty },
    broughtAt: row.brought_at.toISOString(),
    knownSince: row.known_since?.toISOString() ?? null,
    fault:
      fault === null ? null : sayServer(ctx.actor.language, fault.key as ServerKey, fault.facts), // written by `move.ts`
    can: { open: row.can.open === true, drop: row.can.drop === true },
  };
}

/** If it goes on as it did since this run began. */
function secondsLeft({ now }: Ctx, { state, share, share_from, stage_at }: UploadRow) {
  if (state !== 'trying' && state !== 'moving') return null;
  const done = share - (share_from ?? share);
  if (done <= 0 || stage_at === null) return null;
  return Math.ceil(((now.getTime() - stage_at.getTime()) / 1000 / done) * (1 - share));
}

const SAMPLES = 3;

/** The line of titles, as each column is understood by now, and what stands beneath it. */
export async function columns(
  ctx: Ctx,
  { upload }: InputOf<typeof uploadColumns>,
): Promise<ReplyOf<typeof uploadColumns>> {
  const row = await opened(ctx, upload);
  if (row.state === 'arriving') throw new Refusal('registry.upload-state', {});
  const { kind, source, file, bytes } = row;
  const fetch = (part: number) => selectPart(ctx.db, upload, part);
  const stored = storedFile({ keys: ctx.keys, name: file, size: bytes, fetch });
  const rows = await readFirst(ctx, () => openTable(stored).then(takeFirst));
  const given = mappingOf(kind, row.map);
  const known = async (cells: readonly string[]): Promise<Mapping> => {
    const said = await selectMapping(ctx.db, { kind, source, form: formOf(cells) });
    return new Map([...said, ...given]);
  };
  const at = await titlesAt(row, rows, known);
  const titles = rows[at]?.cells ?? [];
  const said = await known(titles);
  return {
    columns: titles.flatMap((title, column) => {
      if (title === '') return [];
      const beneath = rows.slice(at + 1, at + 1 + SAMPLES).map(({ cells }) => cells[column] ?? '');
      const field = said.get(tidyHeading(title)) ?? understood(kind, title) ?? null;
      return [{ title, field, samples: beneath.filter((text) => text !== '').map(masked) }];
    }),
    fields: fieldsOf(kind),
  };
}

async function takeFirst(table: Awaited<ReturnType<typeof openTable>>): Promise<Row[]> {
  const first = await firstRows(table);
  await table.rows.return(undefined);
  return first;
}

async function readFirst(ctx: Ctx, read: () => Promise<Row[]>): Promise<Row[]> {
  try {
    const rows = await read();
    if (rows.length === 0) throw new Misfit('', 'import.empty');
    return rows;
  } catch (fault) {
    if (!(fault instanceof Misfit)) throw fault;
    const why = sayServer(ctx.actor.language, fault.key, fault.facts);
    throw new Refusal('registry.file', { why }, 'file');
  }
}

/** The first line that looks like titles; where none does, the fullest of the first lines, for somebody to say. */
async function titlesAt(
  { kind }: UploadRow,
  rows: readonly Row[],
  known: (cells: readonly string[]) => Promise<Mapping>,
): Promise<number> {
  for (const [index, { cells }] of rows.entries())
    if (areTitles(kind, cells, await known(cells))) return index;
  const filled = rows.map(({ cells }) => cells.filter((cell) => cell !== '').length);
  return filled.indexOf(Math.max(...filled));
}

/** Numbers in groups are one number. */
const masked = (text: string): string =>
  maskRuns(text.replace(/\d(?:[ -]?\d){9,}/g, (run) => run.replace(/[ -]/g, ''))).slice(0, 60);

/** Rows of refused lines that one piece of the file has. */
const ROWS_OF_PIECE = 10;

export async function refused(
  ctx: Ctx,
  { upload, after = 0 }: InputOf<typeof refusedLines>,
): Promise<ReplyOf<typeof refusedLines>> {
  await opened(ctx, upload);
  const { language } = ctx.actor;
  const [row, next] = await selectRefused(ctx.db, upload, after, 2);
  const lines = row === undefined ? [] : openKept(ctx.keys, row).lines;
  return {
    faults: lines.flatMap(({ at, faults }) =>
      faults.map((one) => ({ line: at, field: one.title, code: one.code, detail: one[language] })),
    ),
    more: next !== undefined,
  };
}

/** Whole, as they came: whoever brought them mends them. Each time is a line of the audit. */
export async function takeRefused(
  ctx: Ctx,
  { upload, after = 0 }: InputOf<typeof refusedFile>,
): Promise<ReplyOf<typeof refusedFile>> {
  const { under } = await opened(ctx, upload);
  const rows = await selectRefused(ctx.db, upload, after, ROWS_OF_PIECE + 1);
  const pieces = rows.slice(0, ROWS_OF_PIECE).map((row) => openKept(ctx.keys, row));
  const lines = pieces.flatMap(({ titles, lines: of }) =>
    of.map(({ at, cells, reasons }) => lineOf(titles, { at, cells: [...cells] }, reasons)),
  );
  const [first] = pieces;
  const head = after === 0 && first !== undefined ? headOf(first.titles) : '';
  if (after === 0)
    ctx.note({ act: 'registry.upload-refused', subject: `upload ${upload}`, place: under });
  const last = rows[ROWS_OF_PIECE - 1];
  return {
    text: head + lines.join(''),
    next: rows.length > ROWS_OF_PIECE && last ? last.line : null,
  };
}
