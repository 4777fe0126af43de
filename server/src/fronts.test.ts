// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import compress from '@fastify/compress';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveFronts } from './fronts.ts';

const folder = mkdtempSync(join(tmpdir(), 'lilong-fronts-'));
const script = 'export const lane = "南京东路";\n'.repeat(200);
const shell = `<!doctype html><title>里弄</title>${'<p>一</p>'.repeat(300)}`;
const brotli = brotliCompressSync(script);

let http: FastifyInstance;
beforeAll(async () => {
  for (const front of ['home', 'desk']) {
    mkdirSync(join(folder, front, 'assets'), { recursive: true });
    writeBuilt(join(folder, front, 'index.html'), `${shell}${front}`);
    writeBuilt(join(folder, front, 'assets/main-1.js'), script);
  }
  writeFileSync(join(folder, 'home', 'mark.png'), 'not compressed by the build');
  http = fastify();
  await http.register(compress, { threshold: 1024 }); // as the program does, for what is made on the way
  serveFronts(http, join(folder, 'home'), join(folder, 'desk'));
});
afterAll(async () => {
  await http.close();
  rmSync(folder, { recursive: true });
});

/** A file as the build leaves it. */
function writeBuilt(file: string, text: string): void {
  writeFileSync(file, text);
  writeFileSync(`${file}.br`, brotliCompressSync(text));
  writeFileSync(`${file}.gz`, gzipSync(text));
}
const get = (url: string, headers: Record<string, string> = {}) =>
  http.inject({ method: 'GET', url, headers });
/** What Chromium says since it reads zstd. */
const chromium = { 'accept-encoding': 'gzip, deflate, br, zstd' };

test.each(['/assets/main-1.js', '/desk/assets/main-1.js'])(
  '%s is sent as the build compressed it, and is kept for good',
  async (url) => {
    const { headers, rawPayload } = await get(url, chromium);
    expect(headers).toMatchObject({
      'content-encoding': 'br',
      'content-length': String(brotli.length),
      'content-type': expect.stringContaining('javascript'),
      'cache-control': 'public, max-age=31536000, immutable',
      vary: expect.stringContaining('accept-encoding'),
    });
    expect(brotliDecompressSync(rawPayload).toString()).toBe(script);
  },
);

test('a client without Brotli gets gzip, and one without either gets it plain', async () => {
  const zipped = await get('/assets/main-1.js', { 'accept-encoding': 'gzip' });
  expect(zipped.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(zipped.rawPayload).toString()).toBe(script);
  const plain = await get('/assets/main-1.js');
  expect([plain.headers['content-encoding'], plain.payload]).toEqual([undefined, script]);
});

test('an unchanged file is not sent again, and each encoding is a file of its own', async () => {
  const tags = new Set<unknown>();
  for (const encoding of ['br', 'gzip', 'identity']) {
    const asked = { 'accept-encoding': encoding };
    const { etag } = (await get('/assets/main-1.js', asked)).headers;
    const again = await get('/assets/main-1.js', { ...asked, 'if-none-match': String(etag) });
    expect([again.statusCode, again.payload]).toEqual([304, '']);
    tags.add(etag);
  }
  expect(tags.size).toBe(3);
});

test.each([
  ['/', 'home'],
  ['/my/R310101002-42', 'home'],
  ['/desk/', 'desk'],
  ['/desk/cases', 'desk'],
])('%s is the shell of %s, compressed, and asked for each time', async (url, front) => {
  const { headers, rawPayload } = await get(url, chromium);
  expect(headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': expect.stringContaining('text/html'),
    'cache-control': 'no-cache',
  });
  expect(brotliDecompressSync(rawPayload).toString()).toBe(`${shell}${front}`);
});

test('what the build did not compress is sent all the same; what is not there is not found', async () => {
  expect((await get('/mark.png', chromium)).payload).toBe('not compressed by the build');
  expect((await get('/assets/gone.js', chromium)).statusCode).toBe(404);
});
