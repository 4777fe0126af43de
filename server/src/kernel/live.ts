// SPDX-License-Identifier: Apache-2.0
import { everyTopic, livePath } from '@lilong/contracts/office';
import type { FastifyReply } from 'fastify';
import type { Actor } from './actor.ts';
import { type Aloud, type Channels, makeChannels } from './channels.ts';
import type { Host } from './host.ts';
import { languageOf } from './problem.ts';

/** Who should look again. Never carries data: the page asks with its own rights. */
export interface LiveNews {
  readonly topic: string;
  readonly place: number | null;
  readonly organisations: readonly number[];
  readonly accounts: readonly number[];
  /** What everybody in a hall hears as well. */
  readonly aloud?: Aloud;
  /** Too many to name: all who listen look again. */
  readonly everyone?: true;
}
/** Nobody knows what happened, or it is too much to say. */
export const everything: LiveNews = {
  topic: everyTopic,
  place: null,
  organisations: [],
  accounts: [],
  everyone: true,
};
interface Listener {
  /** As whom: the post acted as may change while the stream is open. */
  actor: Actor;
  readonly reply: FastifyReply;
  /** Who that browser is now. */
  readonly whoNow: () => Promise<Actor>;
}
export interface Live {
  readonly listeners: Set<Listener>;
  readonly channels: Channels;
  /** Tells this process's listeners. */
  tell(news: readonly LiveNews[]): void;
  /** Sessions or posts of an account changed (of all accounts, when none is named): who hears it, and as whom? */
  lookAgain(account?: number): void;
  /** Ends every stream. */
  close(): void;
}

export function makeLive(): Live {
  const listeners = new Set<Listener>();
  const channels = makeChannels();
  const end = (listener: Listener): void => {
    listeners.delete(listener); // first: nothing is written after the end
    listener.reply.raw.end();
  };
  const settle = async (listener: Listener): Promise<void> => {
    const now = await listener.whoNow().catch(() => undefined);
    if (now === undefined || now.kind === 'public') end(listener);
    else listener.actor = now;
  };
  return {
    listeners,
    channels,
    tell: (news) => {
      channels.say(news.flatMap(({ aloud }) => (aloud === undefined ? [] : [aloud])));
      if (news.some(({ everyone }) => everyone === true)) channels.lookAgain();
      for (const { actor, reply } of listeners) {
        const topics = new Set(
          news.filter((one) => concerns(actor, one)).map((one) => topicFor(actor, one)),
        );
        for (const look of topics) reply.raw.write(`data: ${JSON.stringify({ look })}\n\n`);
      }
    },
    lookAgain: (account) => {
      for (const listener of listeners)
        if (account === undefined || listener.actor.account === account) void settle(listener);
    },
    close: () => {
      listeners.forEach(end);
      channels.close();
    },
  };
}

/** True when the news concern somebody in this post, organisation or account. */
export function concerns(actor: Actor, news: LiveNews): boolean {
  if (news.everyone === true) return true;
  if (actor.account !== null && news.accounts.includes(actor.account)) return true;
  const { post } = actor;
  if (post === null) return false;
  if (news.organisations.includes(post.organisation)) return true;
  const { place } = news;
  return place !== null && post.ranges.some(({ first, last }) => place >= first && place <= last);
}
/** Of which somebody without a post has pages of their own. */
const residents: readonly string[] = ['cases', 'counters', 'affairs', 'assistance', 'ratings'];
function topicFor(actor: Actor, news: LiveNews): string {
  return actor.post === null && residents.includes(news.topic) ? 'my' : news.topic;
}

const heartbeat = 25_000; // ms; below the usual 30 s of proxies

/** `GET /api/live`: server-sent events, one stream per browser. */
export function serveLive(host: Host): void {
  host.http.get(livePath, async (req, reply) => {
    const whoNow = () => host.whoIs(req, languageOf(req));
    const actor = await whoNow();
    if (actor.kind === 'public') return reply.code(204).send(); // 204 stops an EventSource from reconnecting
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    reply.raw.write('retry: 2000\n\n');
    const listener: Listener = { actor, reply, whoNow };
    host.live.listeners.add(listener);
    reply.raw.on('close', () => host.live.listeners.delete(listener));
    return reply;
  });
  // Sessions and posts also end by the clock, of which nobody tells.
  const beat = setInterval(() => {
    for (const { reply } of host.live.listeners) reply.raw.write(': still here\n\n');
    host.live.channels.beat();
    host.live.lookAgain();
  }, heartbeat).unref();
  host.http.addHook('onClose', async () => clearInterval(beat));
}

/** Hears the relays of all processes. */
export async function hearNews(host: Host): Promise<void> {
  await host.db.listen(
    'lilong_live',
    (payload) => host.live.tell(JSON.parse(payload) as LiveNews[]),
    () => host.live.tell([everything]),
  );
}
