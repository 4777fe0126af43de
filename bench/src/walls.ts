// SPDX-License-Identifier: Apache-2.0
// Boards on the walls of halls, all held by this process: each listens to the stream of its hall, and asks again as a wall does.
import { connect, type Socket } from 'node:net';
import { openWire, type Wire } from './load.ts';

/** So many at once are hung up; the others wait for their turn. */
const AT_ONCE = 100;
/** A wall answers what it is told by one reading some time later: ui/src/fresh.ts. */
const TOGETHER_MS = 300;
/** Connections through which all walls ask. */
const ASKERS = 16;

export interface Paths {
  readonly stream: (centre: number) => string;
  /** What a wall reads when it was told something; none where it reads nothing. */
  readonly board?: (centre: number) => string;
}
export interface Walls {
  /** Moments (ms of `performance.now`) at which a call was on boards. */
  seen(centre: number, number: string): readonly number[];
  /** Boards read so far, and replies that were not 200. */
  readonly read: { boards: number; others: number };
  close(): void;
}

/** Hangs up so many boards, one hall after the other. */
export async function hangUp(
  port: number,
  centres: readonly number[],
  count: number,
  paths: Paths,
): Promise<Walls> {
  const seen = new Map<string, number[]>();
  const asker = await makeAsker(port);
  const sockets: Socket[] = [];
  const hang = (centre: number): Promise<Socket> => {
    let waits = false;
    const ask = (): void => {
      if (waits || paths.board === undefined) return;
      waits = true;
      const path = paths.board(centre);
      setTimeout(() => {
        waits = false;
        asker.ask(path);
      }, TOGETHER_MS);
    };
    return listen(port, paths.stream(centre), (news) => {
      ask();
      const number = /"number":"(\w+)"/.exec(news)?.[1];
      if (number === undefined) return;
      const key = `${centre} ${number}`;
      const times = seen.get(key) ?? [];
      seen.set(key, times);
      times.push(performance.now());
    });
  };
  for (let from = 0; from < count; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, at) => from + at);
    sockets.push(...(await Promise.all(some.map((no) => hang(centres[no % centres.length] ?? 0)))));
  }
  return {
    seen: (centre, number) => seen.get(`${centre} ${number}`) ?? [],
    read: asker.read,
    close: () => {
      for (const socket of sockets) socket.destroy();
      asker.close();
    },
  };
}

/** Resolves once the stream has begun. */
function listen(port: number, path: string, hear: (news: string) => void): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1' });
    let rest = '';
    socket.once('error', reject);
    socket.on('data', (bytes) => {
      rest += bytes.toString('utf8');
      if (rest.includes('retry: ')) resolve(socket);
      const end = rest.lastIndexOf('\n\n');
      for (const [, news] of rest.slice(0, end + 2).matchAll(/data: (.*)\n\n/g)) hear(news ?? '');
      rest = rest.slice(end + 2);
    });
    socket.write(`GET ${path} HTTP/1.1\r\nhost: bench\r\n\r\n`);
  });
}

async function makeAsker(port: number) {
  const idle = await Promise.all(Array.from({ length: ASKERS }, () => openWire(port)));
  const wires = [...idle];
  const queue: string[] = [];
  const read = { boards: 0, others: 0 };
  const send = async (wire: Wire): Promise<void> => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      const { status } = await wire.ask(`GET ${path} HTTP/1.1\r\nhost: bench\r\n\r\n`);
      read.boards += 1;
      if (status !== 200) read.others += 1;
    }
    idle.push(wire);
  };
  return {
    read,
    ask: (path: string): void => {
      queue.push(path);
      const wire = idle.pop();
      if (wire !== undefined) void send(wire).catch(() => undefined); // it was closed meanwhile
    },
    close: () => {
      for (const wire of wires) wire.end();
    },
  };
}
