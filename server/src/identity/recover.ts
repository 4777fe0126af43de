// SPDX-License-Identifier: Apache-2.0
import { Refusal } from '@lilong/contracts/refusals';
import { systemActor } from '../kernel/actor.ts';
import { type Ctx, makeCtx, type Tools } from '../kernel/ctx.ts';
import type { Database } from '../kernel/db.ts';
import { flush } from '../kernel/flush.ts';
import { newOneTime } from './passwords.ts';
import { deleteSessions, lockAccountByLogin, notifySessions, setPassword } from './queries.ts';

/**
 * A one-time password given at the machine itself: the way back in when nobody is left who could give one in
 * the desk. Whoever has the machine has everything anyway; the audit gets its line all the same.
 *
 * @throws {Refusal} found.nothing when no member of staff signs in like that
 */
export function recover(db: Database, tools: Tools, now: Date, login: string): Promise<string> {
  return db.kysely.transaction().execute(async (transaction) => {
    const gathered = makeCtx(tools, transaction, systemActor, now, 'command-line');
    const password = await giveFresh(gathered.ctx, login);
    await flush(transaction, gathered, tools.keys);
    return password;
  });
}

async function giveFresh(ctx: Ctx, login: string): Promise<string> {
  const found = await lockAccountByLogin(ctx, login);
  if (found === undefined) throw new Refusal('found.nothing', { what: 'account' });
  const { password, kept } = newOneTime(ctx.keys);
  await setPassword(ctx, found.no, kept, 'must change');
  await deleteSessions(ctx, found.no);
  await notifySessions(ctx.db, found.no);
  ctx.note({ act: 'password.recovered', subject: `account:${found.no}` });
  return password;
}
