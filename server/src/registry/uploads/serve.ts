// SPDX-License-Identifier: Apache-2.0
import {
  beginUpload,
  dropUpload,
  listUploads,
  putUploadPart,
  refusedFile,
  refusedLines,
  runUpload,
  showUpload,
  stopUpload,
  uploadColumns,
} from '@lilong/contracts/registry-uploads';
import { sql } from 'kysely';
import { systemActor } from '../../kernel/actor.ts';
import type { Host } from '../../kernel/host.ts';
import { asSystem, serve } from '../../kernel/serve.ts';
import { today } from '../../kernel/today.ts';
import { begin, drop, makeRun, putPart, stop } from './bring.ts';
import { type Mover, makeMover } from './move.ts';
import { columns, list, refused, show, takeRefused } from './show.ts';

/** Files of people, homes and institutions that an operator brings in at the desk. */
export function serveUploads(host: Host): Mover {
  const mover = makeMover(host);
  serve(host, listUploads, list);
  serve(host, beginUpload, begin);
  serve(host, putUploadPart, putPart);
  serve(host, showUpload, show);
  serve(host, uploadColumns, columns);
  serve(host, runUpload, makeRun(mover));
  serve(host, stopUpload, stop);
  serve(host, dropUpload, drop);
  serve(host, refusedLines, refused);
  serve(host, refusedFile, takeRefused, {
    onReply: (reply) => reply.header('cache-control', 'no-store'),
  });
  host.subscribers.every('* * * * *', 'registry.uploads', mover.resume);
  host.subscribers.every('29 2 * * *', 'registry.forget-uploads', forgetUploads);
  host.http.addHook('onClose', mover.stop);
  return mover;
}

/** The database deletes, and writes the register of deletions in the same act. */
export async function forgetUploads(host: Host): Promise<void> {
  await asSystem(host, 'registry.forget-uploads', systemActor, async (ctx) => {
    const { rows } = await sql<{ gone: number }>`
      select registry.forget_uploads(${ctx.now}::timestamptz, ${today(ctx)}::date) as gone`.execute(
      ctx.db,
    );
    const gone = rows[0]?.gone ?? 0;
    if (gone > 0) ctx.note({ act: 'registry.deleted', subject: 'upload', facts: { gone } });
  });
}
