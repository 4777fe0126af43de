// SPDX-License-Identifier: Apache-2.0
// A client that costs as little as can be, because it shares the machine with what it measures:
// raw sockets, requests made of prepared text, replies cut by their content-length.
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Asked {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: string;
  readonly body?: string;
}
export interface Answered {
  readonly status: number;
  readonly body: string;
}
export interface LoadOptions {
  readonly port: number;
  readonly connections: number;
  /** The next request, or nothing when there is none left. Called once for each request, in turn. */
  readonly next: () => Asked | undefined;
  /** So many requests each second, whether or not those before have their reply: how long people wait when not all press at once. */
  readonly arriving?: number;
  /** Ends after so many seconds; without it when `next` has no more. */
  readonly seconds?: number;
  /** Sees each reply; it costs the client's time. Without it bodies are not even decoded. */
  readonly see?: (answered: Answered, asked: Asked) => void;
}
export interface Loaded {
  readonly perSecond: number;
  /** Milliseconds from the last byte sent (when `arriving`, from when it was due) to the last byte of the reply. */
  readonly p50: number;
  readonly p99: number;
  readonly count: number;
  /** How many replies had each status. */
  readonly statuses: ReadonlyMap<number, number>;
}

/** Keeps so many connections busy, one request at a time on each. */
export async function load(options: LoadOptions): Promise<Loaded> {
  const times: number[] = [];
  const statuses = new Map<number, number>();
  const from = performance.now();
  const until = options.seconds === undefined ? Infinity : from + options.seconds * 1000;
  const gap = options.arriving === undefined ? undefined : 1000 / options.arriving;
  let due = from;
  const turn = async (): Promise<number> => {
    if (gap === undefined) return performance.now();
    due += gap;
    const mine = due;
    const early = mine - performance.now();
    if (early > 0) await sleep(early);
    return mine;
  };
  const runOne = async (): Promise<void> => {
    const wire = await openWire(options.port);
    for (;;) {
      const sent = await turn();
      const asked = sent < until ? options.next() : undefined;
      if (asked === undefined) break;
      const { status, body } = await wire.ask(textOf(asked));
      times.push(performance.now() - sent);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      options.see?.({ status, body: body.toString('utf8') }, asked);
    }
    wire.end();
  };
  await Promise.all(Array.from({ length: options.connections }, runOne));
  const seconds = (performance.now() - from) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor((times.length - 1) * share)] ?? 0;
  const count = times.length;
  return { perSecond: count / seconds, p50: at(0.5), p99: at(0.99), count, statuses };
}

/** One request and its reply, for what a bench needs to know beforehand. */
export async function askOnce(port: number, asked: Asked): Promise<Answered> {
  const wire = await openWire(port);
  const { status, body } = await wire.ask(textOf(asked));
  wire.end();
  return { status, body: body.toString('utf8') };
}

export function textOf({ method, path, headers, body }: Asked): string {
  const start = `${method} ${path} HTTP/1.1\r\nhost: bench\r\n${headers}`;
  if (body === undefined) return `${start}\r\n`;
  return `${start}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

export interface Reply {
  readonly status: number;
  readonly body: Buffer;
}
export interface Wire {
  ask(text: string): Promise<Reply>;
  end(): void;
}

export async function openWire(port: number): Promise<Wire> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  return wireOn(socket);
}

function wireOn(socket: Socket): Wire {
  let got: Buffer = Buffer.alloc(0);
  let waiting = Promise.withResolvers<Reply>();
  socket.on('data', (bytes) => {
    got = got.length === 0 ? bytes : Buffer.concat([got, bytes]);
    const reply = replyOf(got);
    if (reply === undefined) return;
    got = Buffer.alloc(0); // one request at a time: nothing stands behind a reply
    waiting.resolve(reply);
  });
  const fail = (why: string) => () => waiting.reject(new Error(`the server ${why}`));
  socket.on('error', fail('is gone'));
  socket.on('close', fail('hung up'));
  return {
    ask: (text) => {
      waiting = Promise.withResolvers<Reply>();
      socket.write(text);
      return waiting.promise;
    },
    end: () => {
      waiting.promise.catch(() => undefined);
      socket.destroy();
    },
  };
}

/** The reply, once it is whole. */
function replyOf(bytes: Buffer): Reply | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = bytes.toString('latin1', 0, end);
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN);
  if (Number.isNaN(length)) throw new Error(`a reply without content-length: ${head}`);
  if (bytes.length < end + 4 + length) return undefined;
  return { status: Number(head.slice(9, 12)), body: bytes.subarray(end + 4, end + 4 + length) };
}
