// SPDX-License-Identifier: Apache-2.0
// The floor: what one would write by hand with the same tools, Fastify and our own connection to PostgreSQL
// (prepared, pipelined), doing the same statements with no rights, audit, events, clocks or idempotency.
import { openServer } from '@lilong/server/kernel/db';
import fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import {
  type BareDb,
  callNext,
  type Received,
  readByDigest,
  readCase,
  readCrowd,
  readLines,
  type Said,
  type Taken,
  writeApplication,
  writeReport,
  writeTicket,
} from './bare-queries.ts';

const { kysely } = openServer({ url: process.env.DATABASE_URL ?? '', connections: 16 });
const db = kysely as unknown as BareDb; // it knows tables by their SQL only
const http = fastify();

const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength });
const integer = { type: 'integer' };
const said = {
  type: 'object',
  required: ['place', 'address', 'words', 'photos'],
  properties: {
    place: integer,
    address: text(120),
    words: text(2000),
    photos: { type: 'array', items: integer },
    category: text(40),
    point: { type: 'object', properties: { lon: { type: 'number' }, lat: { type: 'number' } } },
  },
};

http.get('/healthz', async () => ({ ok: true }));
http.post('/reports', { schema: { body: said } }, async (req) =>
  writeReport(db, req.body as Said, new Date()),
);
const taken = {
  type: 'object',
  required: ['services', 'by'],
  properties: {
    services: { type: 'array', minItems: 1, maxItems: 5, uniqueItems: true, items: text(40) },
    priority: text(20),
    by: text(10),
  },
};
http.post('/tickets', { schema: { body: taken } }, async (req) =>
  writeTicket(db, req.body as Taken, new Date()),
);
const received = {
  type: 'object',
  required: ['person', 'item', 'materials'],
  properties: {
    person: integer,
    item: text(40),
    materials: {
      type: 'array',
      items: { type: 'object', properties: { key: text(40), how: text(10) } },
    },
  },
};
http.post('/applications', { schema: { body: received } }, async (req) =>
  writeApplication(db, req.body as Received, new Date()),
);
/** Boards by hall: what one would write by hand. */
const boards = new Map<number, Set<FastifyReply>>();
const hallOf = (req: FastifyRequest): number => Number((req.params as { no: string }).no);
http.get('/halls/:no/live', (req, reply) => {
  const replies = boards.get(hallOf(req)) ?? new Set();
  boards.set(hallOf(req), replies.add(reply.hijack()));
  reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  reply.raw.write('retry: 2000\n\n');
  reply.raw.on('close', () => replies.delete(reply));
});
http.post('/halls/:no/next', async (req) => {
  const centre = hallOf(req);
  const call = await callNext(db, centre, new Date());
  const text = `data: ${JSON.stringify({ call })}\n\n`;
  for (const reply of boards.get(centre) ?? []) reply.raw.write(text);
  return { centre, ...call };
});
http.get('/cases', async (req) => readLines(db, Number((req.query as { place: string }).place)));
http.get('/cases/:street/:no', async (req) => {
  const { street, no } = req.params as { street: string; no: string };
  return readCase(db, Number(street), Number(no));
});
http.get('/people/:digest', async (req) =>
  readByDigest(db, (req.params as { digest: string }).digest),
);

http.get('/crowds/:street', async (req) =>
  readCrowd(db, Number((req.params as { street: string }).street)),
);

process.on('SIGTERM', () => process.exit(0));
await http.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
