// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import type { Language } from '@lilong/contracts/identity';
import { placeRange } from '@lilong/contracts/place-no';
import type { FastifyRequest } from 'fastify';
import { type ActingPost, type Actor, publicActor } from '../kernel/actor.ts';
import type { Ctx } from '../kernel/ctx.ts';
import type { Host } from '../kernel/host.ts';
import { newToken, tokenHash } from '../kernel/keys.ts';
import { tokenOf } from './cookie.ts';
import { insertSession, notifySessions, type SessionRow, selectSession } from './queries.ts';

/** What a session looks like from this process. */
export interface Sessions {
  whoIs(req: FastifyRequest, language: Language): Promise<Actor>;
  /** Every process looks the account's sessions up again: this one at the commit, the others a moment later. */
  lookAgain(ctx: Ctx, account: number): Promise<void>;
}

const channel = 'lilong_session';
const keptMs = 30_000; // ms; what a lost notice can cost at most
const most = 50_000;

type Kept = { readonly at: number; readonly row: SessionRow };

/** Looks sessions up by the hash of their token, and remembers them for half a minute. */
export function makeSessions(host: Host): Sessions {
  const kept = new Map<string, Kept>();
  let drops = 0;
  const drop = (account: number): void => {
    drops += 1;
    for (const [hash, { row }] of kept) if (row.account === account) kept.delete(hash);
    host.live.lookAgain(account);
  };
  const dropAll = (): void => {
    drops += 1;
    kept.clear();
    host.live.lookAgain();
  };
  host.http.addHook('onReady', () =>
    host.db.listen(channel, (payload) => drop(Number(payload)), dropAll),
  );
  const find = async (hash: string, now: Date): Promise<SessionRow | undefined> => {
    const known = kept.get(hash);
    if (known !== undefined && Math.abs(now.getTime() - known.at) < keptMs) return known.row;
    const before = drops;
    const row = await selectSession(host.db.kysely, hash);
    if (kept.size >= most) kept.clear();
    // Somebody signed out while we looked: what we saw may be old, so it is used once and not kept.
    if (row !== undefined && drops === before) kept.set(hash, { at: now.getTime(), row });
    return row;
  };
  return {
    whoIs: async (req, language) => {
      const token = tokenOf(req);
      if (token === undefined || token === '') return publicActor(language, req.ip);
      const now = host.clock();
      const row = await find(tokenHash(token), now);
      return actorOf(row, now, language, req.ip);
    },
    lookAgain: async (ctx, account) => {
      await notifySessions(ctx.db, account);
      ctx.after(() => drop(account));
    },
  };
}

/** Who this is at `now`. A session ends, and a post is over, at its very moment. */
function actorOf(
  row: SessionRow | undefined,
  now: Date,
  language: Language,
  address: string,
): Actor {
  if (row === undefined || row.ends_at <= now || row.ended_at !== null)
    return publicActor(language, address);
  return {
    kind: row.kind,
    account: row.account,
    level: row.level === 2 ? 2 : 1,
    post: actingPost(row, now),
    language,
    address,
    csrf: row.csrf,
  };
}

function actingPost(row: SessionRow, now: Date): ActingPost | null {
  const { post, role, organisation, places, status, valid_from: from, valid_to: to } = row;
  if (row.must_change || post === null || role === null || organisation === null) return null;
  if (places === null || status !== 'approved' || from === null || from > now) return null;
  if (to !== null && to <= now) return null;
  return { no: post, role, organisation, places, ranges: places.map(placeRange) };
}

export interface Begun {
  readonly token: string;
  readonly csrf: string;
  readonly hours: number;
}

/** Begins a session. Only the hash of its token is stored. */
export async function beginSession(
  ctx: Pick<Ctx, 'db' | 'config' | 'now'>,
  account: { no: number; kind: 'staff' | 'resident' },
  post: number | null,
): Promise<Begun> {
  const { token, hash } = newToken();
  const csrf = randomBytes(16).toString('base64url');
  const { SESSION_HOURS, RESIDENT_SESSION_DAYS } = ctx.config;
  const hours = account.kind === 'staff' ? SESSION_HOURS : RESIDENT_SESSION_DAYS * 24;
  const endsAt = new Date(ctx.now.getTime() + hours * 3_600_000);
  await insertSession(
    ctx.db,
    { token_hash: hash, account: account.no, post, csrf },
    ctx.now,
    endsAt,
  );
  return { token, csrf, hours };
}
