// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import { Refusal } from '@lilong/contracts/refusals';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { answerProblem, languageOf } from './kernel/problem.ts';

/**
 * The two front ends, when they are built: residents' at `/`, the desk at `/desk/`. Unknown pages get
 * their shell. Files are sent as the build compressed them; a client that reads neither Brotli nor
 * gzip gets them plain.
 */
export function serveFronts(http: FastifyInstance, home: string, desk: string): void {
  if (existsSync(desk))
    http.register(fastifyStatic, {
      ...asBuilt,
      root: desk,
      prefix: '/desk/',
      decorateReply: false,
    });
  if (existsSync(home)) http.register(fastifyStatic, { ...asBuilt, root: home, prefix: '/' });
  http.setNotFoundHandler(async (req, reply) => {
    const isPage =
      req.method === 'GET' &&
      !req.url.startsWith('/api/') &&
      !/\.\w+$/.test(req.url.split('?')[0] ?? '');
    if (isPage && existsSync(home)) {
      const root = req.url.startsWith('/desk') ? desk : home;
      return reply.header('cache-control', 'no-cache').sendFile('index.html', root);
    }
    return answerProblem(reply, new Refusal('found.nothing', { what: 'page' }), languageOf(req));
  });
}

const asBuilt = {
  wildcard: true,
  preCompressed: true,
  cacheControl: false,
  setHeaders: (reply: FastifyReply, path: string): void => {
    const lasting = path.includes('/assets/');
    reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
  },
};
