// SPDX-License-Identifier: Apache-2.0
import { refusals } from '@lilong/contracts/refusals';
import { route } from '@lilong/contracts/route';
import { Type } from 'typebox';
import { expect, test } from 'vitest';
import { openapiOf } from './openapi.ts';

const list = route({
  method: 'GET',
  path: '/api/lanes/:no',
  summary: 'Lanes of a place',
  input: Type.Object({ no: Type.Integer(), q: Type.Optional(Type.String()) }),
  reply: Type.Object({ lanes: Type.Array(Type.String()) }),
});
const rename = route({
  method: 'POST',
  path: '/api/lanes/:no/name',
  summary: 'A lane gets another name',
  input: Type.Object({
    no: Type.Integer(),
    name: Type.String(),
    why: Type.Optional(Type.String()),
  }),
  reply: Type.Object({ done: Type.Literal(true) }),
});
const enter = route({
  method: 'POST',
  path: '/api/doors',
  summary: 'Somebody comes in and gets a cookie',
  input: Type.Object({ name: Type.String() }),
  reply: Type.Object({ done: Type.Literal(true) }),
});
const document = openapiOf(
  [
    { route: list, open: 'names are public', remembers: true },
    { route: rename, open: undefined, remembers: true },
    { route: enter, open: 'signing in', remembers: false },
  ],
  'https://town.example',
);
const stored = JSON.parse(JSON.stringify(document)); // as clients read it

test('a read has its path and query as parameters, and says that nobody has to sign in', () => {
  const found = stored.paths['/api/lanes/{no}'].get;
  expect(found.parameters).toEqual([
    { name: 'no', in: 'path', required: true, schema: { type: 'integer' } },
    { name: 'q', in: 'query', required: false, schema: { type: 'string' } },
  ]);
  expect(found.security).toEqual([{}, { session: [] }]);
  expect(found.requestBody).toBeUndefined();
});

test('a write has a body without the path, a retry key, and needs session and csrf', () => {
  const found = stored.paths['/api/lanes/{no}/name'].post;
  expect(found.operationId).toBe('postLanesNoName');
  expect(found.parameters.map(({ name }: { name: string }) => name)).toEqual([
    'no',
    'Idempotency-Key',
  ]);
  expect(found.requestBody.content['application/json'].schema).toMatchObject({
    required: ['name'],
    properties: { name: { type: 'string' }, why: { type: 'string' } },
    additionalProperties: false,
  });
  expect(found.security).toEqual([{ session: [], csrf: [] }]);
});

test('a write whose reply is not remembered offers no retry key', () => {
  expect(stored.paths['/api/doors'].post.parameters).toEqual([]);
});

test('every endpoint may refuse with a problem document whose codes are all listed', () => {
  expect(stored.openapi).toBe('3.1.0');
  expect(stored.servers).toEqual([{ url: 'https://town.example' }]);
  for (const methods of Object.values<Record<string, { responses: object }>>(stored.paths))
    for (const { responses } of Object.values(methods)) expect(responses).toHaveProperty('200');
  expect(stored.paths['/api/lanes/{no}/name'].post.responses.default.content).toEqual({
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  });
  expect(stored.components.schemas.Problem.properties.code.enum).toEqual(Object.keys(refusals));
});
