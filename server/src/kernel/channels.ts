// SPDX-License-Identifier: Apache-2.0
// What everybody may hear who stands in a hall: a board on its wall, a phone beside it. Nobody signs in for it.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Host } from './host.ts';

/** Said to whoever listens to a channel. Nothing in it is anybody's. */
export interface Aloud {
  readonly channel: string;
  readonly say: object;
}
export interface Channels {
  readonly listeners: Map<string, Set<FastifyReply>>;
  /** Called before those who listen hear of a channel; without one when nobody knows what was missed. */
  readonly before: ((channel?: string) => void)[];
  say(aloud: readonly Aloud[]): void;
  /** Nobody knows what was missed: all look again. */
  lookAgain(): void;
  beat(): void;
  close(): void;
}

const look = { look: 'board' };

export function makeChannels(): Channels {
  const listeners = new Map<string, Set<FastifyReply>>();
  const before: Channels['before'] = [];
  const write = (replies: Iterable<FastifyReply>, text: string): void => {
    for (const reply of replies) reply.raw.write(text);
  };
  const everybody = () => [...listeners.values()].flatMap((some) => [...some]);
  const line = (say: object) => `data: ${JSON.stringify(say)}\n\n`;
  return {
    listeners,
    before,
    say: (aloud) => {
      const told = new Set<string>();
      for (const channel of new Set(aloud.map((one) => one.channel)))
        for (const hear of before) hear(channel);
      for (const { channel, say } of aloud) {
        const text = line(say);
        if (told.has(channel + text)) continue; // five changes in one batch are one look
        told.add(channel + text);
        write(listeners.get(channel) ?? [], text);
      }
    },
    lookAgain: () => {
      for (const hear of before) hear();
      write(everybody(), line(look));
    },
    beat: () => write(everybody(), ': still here\n\n'),
    close: () => {
      for (const reply of everybody()) reply.raw.end();
      listeners.clear();
    },
  };
}

/** Listens to the channel that the request names. */
export function serveChannel(
  { http, live }: Host,
  path: string,
  channelOf: (req: FastifyRequest) => string,
): void {
  const { listeners } = live.channels;
  http.get(path, async (req, reply) => {
    const channel = channelOf(req);
    const replies = listeners.get(channel) ?? new Set();
    listeners.set(channel, replies.add(reply.hijack()));
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    reply.raw.write('retry: 2000\n\n');
    reply.raw.on('close', () => {
      replies.delete(reply);
      if (replies.size === 0 && listeners.get(channel) === replies) listeners.delete(channel);
    });
    return reply;
  });
}
