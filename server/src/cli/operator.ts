// SPDX-License-Identifier: Apache-2.0
import { keysFile } from '../config.ts';
import { systemActor } from '../kernel/actor.ts';
import { makeCatalogue } from '../kernel/catalogue.ts';
import { type Ctx, makeCtx } from '../kernel/ctx.ts';
import { flush } from '../kernel/flush.ts';
import { readKeys } from '../kernel/keys.ts';
import { openForReading } from './open.ts';
import type { Shell } from './shell.ts';

/** Carries what a dry run found past the end of its transaction. */
class Tried extends Error {
  readonly found: unknown;
  constructor(found: unknown) {
    super('tried');
    this.found = found;
  }
}

/** One transaction on the database of this deployment, noted in the audit as `command`. */
export function asOperator<R>(
  shell: Shell,
  command: string,
  work: (ctx: Ctx) => Promise<R>,
): Promise<R> {
  return operating(shell, command, (operate) => operate(work));
}

/** The same, for what takes one transaction after another: `operate` makes each. */
export async function operating<R>(
  shell: Shell,
  command: string,
  work: (operate: <S>(one: (ctx: Ctx) => Promise<S>) => Promise<S>) => Promise<R>,
): Promise<R> {
  const { config } = shell;
  const keys = readKeys(keysFile(config));
  const tools = { keys, catalogue: makeCatalogue(), config, demo: false };
  const { db, close } = await (shell.open?.() ?? openForReading(config));
  try {
    return await work((one) =>
      db.kysely.transaction().execute(async (tx) => {
        const gathered = makeCtx(tools, tx, systemActor, shell.clock(), command);
        const made = await one(gathered.ctx);
        await flush(tx, gathered, keys);
        return made;
      }),
    );
  } finally {
    await close();
  }
}

/** The same work, undone at its end: what it found is all that is left. */
export async function asTrial<R>(
  shell: Shell,
  command: string,
  work: (ctx: Ctx) => Promise<R>,
): Promise<R> {
  try {
    return await asOperator(shell, command, async (ctx) => {
      throw new Tried(await work(ctx));
    });
  } catch (thrown) {
    if (thrown instanceof Tried) return thrown.found as R; // what `work` gave, above
    throw thrown;
  }
}
