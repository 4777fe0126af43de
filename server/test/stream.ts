// SPDX-License-Identifier: Apache-2.0
// The stream of changes as a browser holds it: a real connection to a program that listens.
import { livePath } from '@lilong/contracts/office';
import type { FastifyInstance } from 'fastify';

export interface Stream {
  readonly status: number;
  /** Topics, in the order in which they came. */
  readonly heard: readonly string[];
  /** What was said, whole. */
  readonly said: readonly unknown[];
  isOpen(): boolean;
  close(): void;
}

/** The program's address on a port of its own. */
export async function listenOn(http: FastifyInstance): Promise<string> {
  return http.listen({ port: 0, host: '127.0.0.1' });
}

export async function openStream(url: string, cookie = '', path = livePath): Promise<Stream> {
  const leaving = new AbortController();
  const reply = await fetch(`${url}${path}`, { headers: { cookie }, signal: leaving.signal });
  const heard: string[] = [];
  const said: unknown[] = [];
  let open = reply.status === 200;
  const read = async (): Promise<void> => {
    let text = '';
    for await (const piece of reply.body ?? []) {
      text += Buffer.from(piece).toString('utf8');
      const lines = text.split('\n\n');
      text = lines.pop() ?? '';
      for (const line of lines)
        if (line.startsWith('data: ')) {
          const one = JSON.parse(line.slice(6)) as { look?: string };
          said.push(one);
          if (one.look !== undefined) heard.push(one.look);
        }
    }
  };
  const end = (): void => {
    open = false;
  };
  void read().then(end, end);
  return { status: reply.status, heard, said, isOpen: () => open, close: () => leaving.abort() };
}
