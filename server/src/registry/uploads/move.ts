// SPDX-License-Identifier: Apache-2.0
// Files are tried and taken in by the program while nobody waits. Each transaction says how far its file is: cut off, by
// a crash or a new start of the program, another process goes on from there a minute later.
import { setImmediate as breathe } from 'node:timers/promises';
import { sql } from 'kysely';
import { systemActor } from '../../kernel/actor.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import type { Host } from '../../kernel/host.ts';
import { asSystem } from '../../kernel/serve.ts';
import { type ServerKey, Trouble } from '../../kernel/voice.ts';
import { Misfit } from '../../places/index.ts';
import { type Counts, nothing } from '../import/batch-queries.ts';
import { importRegistry, type Operate } from '../import/run.ts';
import { storedFile } from './parts.ts';
import {
  deleteParts,
  type Failed,
  failUpload,
  finishUpload,
  holdUpload,
  lookAtUpload,
  moveUpload,
  selectPart,
  type UploadRow,
} from './queries.ts';
import { type KeptReports, reportsOf } from './report.ts';

/** After so long without a word a process counts as gone. */
const HELD_MS = 60_000;
/** A file that fails so often at the same lines is given up. */
const MOST_TRIES = 5;

/** Somebody stopped it, or the program ends: it goes on another time. */
class Stopped extends Error {}

export interface Mover {
  /** Goes on with one file, in this process, unless another has it. */
  start(upload: number): void;
  /** Goes on with every file that no process has. */
  resume(): Promise<void>;
  /** Waits until nothing moves. */
  settle(): Promise<void>;
  /** Ends after the transactions that are under way. */
  stop(): Promise<void>;
}

export function makeMover(host: Host): Mover {
  const going = new Map<number, Promise<void>>();
  const anew = new Set<number>(); // stopped and begun again before it had ended
  let ends = false;
  const start = (upload: number): void => {
    if (ends) return;
    if (going.has(upload)) {
      anew.add(upload);
      return;
    }
    const run = move(host, upload, () => ends)
      .catch((fault: unknown) => host.http.log.error({ err: fault, upload }, 'upload'))
      .finally(() => {
        going.delete(upload);
        if (anew.delete(upload)) start(upload);
      });
    going.set(upload, run);
  };
  const settle = async (): Promise<void> => {
    while (going.size > 0) await Promise.all(going.values());
  };
  return {
    start,
    settle,
    resume: async () => {
      const { rows } = await sql<{ no: number }>`
        select no from registry.uploads_waiting(${host.clock()}::timestamptz) as no`.execute(
        host.db.kysely,
      );
      for (const { no } of rows) start(no);
    },
    stop: async () => {
      ends = true;
      await settle();
    },
  };
}

async function move(host: Host, upload: number, ends: () => boolean): Promise<void> {
  const row = await inOne(host, upload, ({ db, now }) =>
    holdUpload(db, upload, now, heldUntil(now)),
  );
  if (row === undefined) return;
  const isDry = row.state === 'trying';
  try {
    if (row.tries > MOST_TRIES) throw new Misfit('', 'upload.broken');
    const { counts, unknown, knownSince } = await run(host, row, isDry, ends);
    await inOne(host, upload, async (ctx) => {
      const state = isDry ? 'tried' : 'done';
      const found = { state, counts, unknown, knownSince } as const;
      const isWhole = await finishUpload(ctx, upload, found);
      if (isWhole && !isDry && knownSince === null) await deleteParts(ctx.db, upload);
    });
  } catch (fault) {
    if (fault instanceof Misfit) await fail(host, upload, fault);
    else await letGo(host, upload);
    if (!(fault instanceof Misfit || fault instanceof Stopped || fault instanceof Trouble))
      throw fault;
  }
}

async function run(host: Host, row: UploadRow, isDry: boolean, ends: () => boolean) {
  const { no, kind, under, source, file, bytes, map, again, account } = row;
  const fetch = (part: number) => inOne(host, no, ({ db }) => selectPart(db, no, part));
  const reports = reportsOf(no, isDry);
  const progress: Progress = { share: 0, counts: nothing };
  const loaded = await importRegistry(operateOf(host, row, { isDry, ends, reports, progress }), {
    ...{ kind, under, source, map, again, dry: isDry, reports, operator: `account ${account}` },
    file: storedFile({ keys: host.keys, name: file, size: bytes, fetch }),
    onProgress: (share, counts) => Object.assign(progress, { share, counts }),
  });
  // Refused lines of a trial's last transaction, or none at all: what an earlier run refused goes.
  await inOne(host, no, (ctx) => reports.write(ctx));
  return loaded;
}

interface Progress {
  share: number;
  counts: Counts;
}
interface Running {
  readonly isDry: boolean;
  readonly ends: () => boolean;
  readonly reports: KeptReports;
  readonly progress: Progress;
}

/** One transaction after another; of a trial each is undone, but for the lines that it refused. */
function operateOf(host: Host, { no }: UploadRow, running: Running): Operate {
  const { isDry, ends, reports, progress } = running;
  return async (work) => {
    if (ends()) throw new Stopped();
    await breathe(); // the embedded database works in this process: whoever asks meanwhile is answered in between
    return inOne(host, no, async (ctx) => {
      const made = isDry ? await undone(ctx, work) : await work(ctx);
      if (isDry) await reports.write(ctx);
      const to = { ...progress, now: ctx.now, until: heldUntil(ctx.now) };
      if (!(await moveUpload(ctx.db, no, to))) throw new Stopped();
      return made;
    });
  };
}

/** Does the work and takes it back; what it found is all that is left. */
async function undone<R>(ctx: Ctx, work: (ctx: Ctx) => Promise<R>): Promise<R> {
  await sql`savepoint trial`.execute(ctx.db);
  const made = await work({ ...ctx, note: () => undefined, emit: () => undefined });
  await sql`rollback to savepoint trial`.execute(ctx.db);
  return made;
}

const heldUntil = (now: Date): Date => new Date(now.getTime() + HELD_MS);

/** One transaction of the program about one file. */
function inOne<R>(host: Host, upload: number, work: (ctx: Ctx) => Promise<R>): Promise<R> {
  return asSystem(host, 'registry.upload', systemActor, async (ctx) => {
    await lookAtUpload(ctx.db, upload);
    return work(ctx);
  });
}

/** What can be said better to somebody who has the columns before them. */
const here: Readonly<Partial<Record<ServerKey, ServerKey>>> = {
  'load.no-titles': 'load.no-titles-here',
  'load.no-column': 'load.no-column-here',
  'load.twice-column': 'load.twice-column-here',
};

/** The file as a whole cannot be read: somebody has to mend it, or say what its columns are. */
async function fail(host: Host, upload: number, { key, facts }: Misfit): Promise<void> {
  const fault: Failed = { key: here[key] ?? key, facts };
  await inOne(host, upload, (ctx) => failUpload(ctx, upload, fault));
}

/** Whoever looks next may have it at once. */
async function letGo(host: Host, upload: number): Promise<void> {
  await inOne(host, upload, ({ db }) =>
    sql`update registry.upload set held_until = null where no = ${upload}::bigint`.execute(db),
  );
}
