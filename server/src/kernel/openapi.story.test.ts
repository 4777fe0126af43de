// SPDX-License-Identifier: Apache-2.0
import { reportCase } from '@lilong/contracts/cases';
import { signIn } from '@lilong/contracts/identity';
import { Ajv } from 'ajv';
import * as addFormats from 'ajv-formats';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City } from '../../test/city.ts';
import type { Operation } from './openapi.ts';

let city: City;
beforeAll(async () => {
  city = await aCity({ demo: true });
});
afterAll(() => city.close());

const get = (url: string) => city.anyone().fetch({ method: 'GET', url });
interface Read {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { securitySchemes: { session: { name: string } } };
}

test('every route that is served stands in the document, with schemas that a validator takes', async () => {
  const document = (await get('/api/openapi.json')).json<Read>();
  const listed = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const served = city.host.served.map(
    ({ route }) => `${route.method} ${route.path.replace(/:(\w+)/g, '{$1}')}`,
  );
  expect(served.length).toBeGreaterThan(30);
  expect(served.filter((one) => !listed.includes(one))).toEqual([]);
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  const names = operations.map(({ operationId }) => operationId);
  expect(new Set(names).size).toBe(names.length);
  const ajv = new Ajv({ strict: false });
  addFormats.default(ajv);
  for (const { parameters, requestBody } of operations) {
    for (const { schema } of parameters) ajv.compile(schema as object);
    const contents = Object.values(requestBody?.content ?? {}) as { schema?: object }[];
    for (const { schema } of contents) if (schema !== undefined) ajv.compile(schema);
  }
});

test('the cookie that signing in sets is the one that the document names', async () => {
  const document = (await get('/api/openapi.json')).json<Read>();
  const reply = await city.anyone().fetch({
    method: 'POST',
    url: '/api/sign-in/demo',
    payload: { as: 'dispatcher' },
  });
  expect(reply.statusCode).toBe(200);
  const { name } = document.components.securitySchemes.session;
  expect(reply.cookies.map((cookie) => cookie.name)).toEqual([name]);
});

test('a retry key is offered where a retry gets the first reply, and nowhere else', async () => {
  const { paths } = (await get('/api/openapi.json')).json<Read>();
  const keyOf = (path: string) =>
    paths[path]?.post?.parameters.some(({ name }) => name === 'Idempotency-Key');
  expect([keyOf(signIn.path), keyOf(reportCase.path)]).toEqual([false, true]);
});

test('the page shows every path, runs no script and fetches nothing from elsewhere', async () => {
  const reply = await get('/api/docs');
  expect(reply.headers['content-type']).toContain('text/html');
  const page = reply.payload;
  expect(page).toContain('里弄接口');
  expect(page).toContain('Lilong interfaces');
  expect(page).toContain('这是演示城市');
  expect(page).toContain(signIn.path);
  expect(page).toContain('http://localhost:8080/open311/v2');
  expect(page.match(/<details>/g)?.length).toBeGreaterThan(30);
  expect(page).not.toMatch(/<script|<link|src=|href="https?:/);
});
