// SPDX-License-Identifier: Apache-2.0
import type { Actor } from './actor.ts';
import { type Ctx, makeCtx } from './ctx.ts';
import { flush } from './flush.ts';
import type { Host } from './host.ts';
import { firstAnswer, memoryOf, type Retry } from './retries.ts';

/** One request of an interface that others defined: everything that `serve` does, less the contract. */
export interface ForeignRequest {
  readonly name: string;
  readonly actor: Actor;
  readonly requestId: string;
  readonly reads: boolean;
  /** Why no permission is asked. */
  readonly open?: string | undefined;
  /** A retry with the same key gets the first answer. */
  readonly retry?: Retry | undefined;
}

/**
 * Does the work in one transaction, with events and audit written before the commit. What it makes is
 * remembered as JSON.
 *
 * @throws {Refusal} retry.other-body, and whatever the work refuses with
 */
export async function foreignWork<R>(
  host: Host,
  request: ForeignRequest,
  work: (ctx: Ctx) => Promise<R>,
): Promise<R> {
  try {
    return await runOnce(host, request, work);
  } catch (thrown) {
    const { retry } = request;
    const again = retry === undefined ? undefined : await firstAnswer(host, {}, retry);
    if (again === undefined) throw thrown;
    return JSON.parse(again.reply) as R; // written by `runOnce` for the same route
  }
}

async function runOnce<R>(
  host: Host,
  { name, actor, requestId, reads, open, retry }: ForeignRequest,
  work: (ctx: Ctx) => Promise<R>,
): Promise<R> {
  const afterwards: (() => void)[] = [];
  const transaction = host.db.kysely.transaction();
  const made = await (reads ? transaction.setAccessMode('read only') : transaction).execute(
    async (db) => {
      const gathered = makeCtx(host, db, actor, host.clock(), requestId);
      const result = await work(gathered.ctx);
      if (open === undefined && !gathered.asked())
        throw new Error(`${name} replied without asking for permission`);
      afterwards.push(...gathered.afterwards);
      if (reads) {
        host.reads.add(gathered);
        return result;
      }
      await flush(db, gathered, host.keys, memoryOf(host, {}, retry, result));
      if (gathered.emitted.length > 0) afterwards.push(host.wake);
      return result;
    },
  );
  for (const run of afterwards) run();
  return made;
}
