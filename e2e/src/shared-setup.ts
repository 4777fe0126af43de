// SPDX-License-Identifier: Apache-2.0
// One demonstration for all browser stories that only read: each start takes both cores for seconds.
import { once } from 'node:events';
import { createServer, type Server as Door } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { type Server, startServer } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Who asks here is told the address of the shared demonstration, in the project `e2e`. */
    sharedDemo: string;
  }
}

let door: Door | undefined;
let demo: Promise<Server> | undefined;

/** The tests before these take many minutes: the program is started when first asked for. */
export async function setup(project: TestProject): Promise<void> {
  door = createServer(async (_, reply) => {
    demo ??= startServer({});
    try {
      reply.end((await demo).url);
    } catch (fault) {
      reply.writeHead(500).end(String(fault));
    }
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  const { port } = door.address() as AddressInfo;
  project.provide('sharedDemo', `http://127.0.0.1:${port}`);
}

export async function teardown(): Promise<void> {
  door?.close();
  const server = await demo?.catch(() => undefined);
  await server?.stop();
}
