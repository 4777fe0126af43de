// SPDX-License-Identifier: Apache-2.0
// A file of people, homes or institutions that an operator brings in at the desk: sent in parts, its columns understood,
// tried, and taken in while nobody need wait for it. Words: docs/domain/registry.md.
import { type Static, Type } from 'typebox';
import { route } from './route.ts';
import { Done, Moment, Nullable, OneOf, PlaceNo, Words } from './shapes.ts';

/** What a file is about. */
export const fileKinds = ['people', 'homes', 'institutions'] as const;
export type FileKind = (typeof fileKinds)[number];

/** Bytes of a part, and of a file; larger ones come in at a terminal of the program. */
export const uploadSize = { part: 1_048_576, file: 300_000_000 } as const;
/** Lines that were refused, on one screen. */
export const refusedPage = 100;

/** Arriving → ready → trying → tried → moving → done; stopped by somebody, or failed as a whole. */
export const uploadStates = [
  'arriving',
  'ready',
  'trying',
  'tried',
  'moving',
  'stopped',
  'failed',
  'done',
] as const;
export type UploadState = (typeof uploadStates)[number];

export const Upload = Type.Object({
  upload: Type.Integer(),
  kind: OneOf(fileKinds),
  under: PlaceNo,
  underName: Type.String(),
  source: Type.String(),
  name: Type.String(),
  bytes: Type.Integer(),
  state: OneOf(uploadStates),
  organisationName: Type.String(),
  broughtAt: Moment,
  /** How much of it has been read in this run, 0 to 1, and what is left if it goes on so. */
  share: Type.Number(),
  secondsLeft: Nullable(Type.Integer()),
  counts: Type.Object({
    read: Type.Integer(),
    added: Type.Integer(),
    changed: Type.Integer(),
    same: Type.Integer(),
    /** Left as a committee worker has recorded it. */
    kept: Type.Integer(),
    faulty: Type.Integer(),
  }),
  /** Columns that nothing was understood by. */
  unknown: Type.Array(Type.String()),
  /** The same file was whole by then, and nothing was done. */
  knownSince: Nullable(Moment),
  /** Why it failed, in the reader's language. */
  fault: Nullable(Type.String()),
  /** The first part that is not here yet. */
  next: Type.Integer(),
  can: Type.Object({
    /** Reads what is in it, tries it and takes it in: whoever brought it. */
    open: Type.Boolean(),
    drop: Type.Boolean(),
  }),
});
export type Upload = Static<typeof Upload>;

const one = { upload: Type.Integer({ minimum: 1 }) };

export const listUploads = route({
  method: 'GET',
  path: '/api/registry/uploads',
  summary: 'Files that came in at the desk for the places of the post, latest first',
  input: Type.Object({}),
  reply: Type.Object({
    uploads: Type.Array(Upload),
    /** Who gave files before. */
    sources: Type.Array(Type.String()),
  }),
});
export const beginUpload = route({
  method: 'POST',
  path: '/api/registry/uploads',
  summary: 'Begin to bring in a file of people, homes or institutions; its parts follow',
  input: Type.Object({
    kind: OneOf(fileKinds),
    under: PlaceNo,
    source: Words(60),
    name: Words(200),
    bytes: Type.Integer({ minimum: 1 }),
  }),
  reply: Type.Object({ upload: Type.Integer() }),
});
export const putUploadPart = route({
  method: 'POST',
  path: '/api/registry/uploads/:upload/parts/:part',
  summary: 'One part of such a file, as base64; the same part again changes nothing',
  input: Type.Object({
    ...one,
    part: Type.Integer({ minimum: 0 }),
    data: Words(Math.ceil(uploadSize.part / 3) * 4),
  }),
  reply: Type.Object({ next: Type.Integer(), state: OneOf(uploadStates) }),
});
export const showUpload = route({
  method: 'GET',
  path: '/api/registry/uploads/:upload',
  summary: 'How far such a file is, and what came of it',
  input: Type.Object(one),
  reply: Upload,
});

export const UploadColumn = Type.Object({
  title: Type.String(),
  /** Name of the field, an empty text when it is left out, null when nobody said. */
  field: Nullable(Type.String()),
  /** What stands in the first lines, numbers masked. */
  samples: Type.Array(Type.String()),
});
export type UploadColumn = Static<typeof UploadColumn>;
export const uploadColumns = route({
  method: 'GET',
  path: '/api/registry/uploads/:upload/columns',
  summary: 'Columns of such a file and how each is understood, with what was said before',
  input: Type.Object(one),
  reply: Type.Object({
    columns: Type.Array(UploadColumn),
    fields: Type.Array(Type.Object({ field: Type.String(), needed: Type.Boolean() })),
  }),
});
export const runUpload = route({
  method: 'POST',
  path: '/api/registry/uploads/:upload/run',
  summary: 'Try such a file, or take it in; it goes on by itself from where it stood',
  input: Type.Object({
    ...one,
    dry: Type.Boolean(),
    /** Also when the same file came in before. */
    again: Type.Optional(Type.Boolean()),
    /** What columns are; an empty field leaves one out. It is remembered for the source. */
    map: Type.Optional(
      Type.Array(Type.Object({ title: Words(200), field: Type.String({ maxLength: 40 }) }), {
        maxItems: 300,
      }),
    ),
  }),
  reply: Done,
});
export const stopUpload = route({
  method: 'POST',
  path: '/api/registry/uploads/:upload/stop',
  summary: 'Stop such a file after the lines that are under way; it can go on later',
  input: Type.Object(one),
  reply: Done,
});
export const dropUpload = route({
  method: 'POST',
  path: '/api/registry/uploads/:upload/drop',
  summary: 'Throw such a file away; what came in by it stays',
  input: Type.Object(one),
  reply: Done,
});

const after = { after: Type.Optional(Type.Integer({ minimum: 0 })) };
export const refusedLines = route({
  method: 'GET',
  path: '/api/registry/uploads/:upload/refused',
  summary: 'Lines of such a file that were refused: line, column and reason, numbers masked',
  input: Type.Object({ ...one, ...after }),
  reply: Type.Object({
    faults: Type.Array(
      Type.Object({
        line: Type.Integer(),
        field: Type.String(),
        code: Type.String(),
        detail: Type.String(),
      }),
    ),
    more: Type.Boolean(),
  }),
});
export const refusedFile = route({
  method: 'POST',
  path: '/api/registry/uploads/:upload/refused/file',
  summary: 'The same lines as they were, as pieces of a CSV file to mend and bring in again',
  input: Type.Object({ ...one, ...after }),
  reply: Type.Object({
    text: Type.String(),
    /** Ask again with it; null when this was the last piece. */
    next: Nullable(Type.Integer()),
  }),
});
