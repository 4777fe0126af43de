// SPDX-License-Identifier: Apache-2.0
import { UploadReply, uploadPath } from '@lilong/contracts/files';
import { livePath } from '@lilong/contracts/office';
import { type RefusalCode, refusals } from '@lilong/contracts/refusals';
import { pathKeys } from '@lilong/contracts/route';
import { version } from '../config.ts';
import type { Host } from './host.ts';
import type { Served } from './serve.ts';

type Schema = Readonly<Record<string, unknown>>;
/** One endpoint of the document. */
export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly required: true; readonly content: Schema };
  readonly responses: Schema;
}
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description?: string;
  readonly schema: unknown;
}
export interface Document {
  readonly openapi: '3.1.0';
  readonly info: Schema;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Schema;
}

/** The OpenAPI 3.1 document of what this program serves, from the contracts themselves. */
export function openapiOf(served: readonly Served[], publicUrl: string): Document {
  const paths: Record<string, Record<string, Operation>> = {};
  const put = (path: string, method: string, operation: Operation): void => {
    const templated = path.replace(/:(\w+)/g, '{$1}');
    paths[templated] = { ...paths[templated], [method.toLowerCase()]: operation };
  };
  for (const one of served) put(one.route.path, one.route.method, operationOf(one));
  for (const [path, method, operation] of besides) put(path, method, operation);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Lilong 里弄',
      version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: publicUrl }],
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1))),
    components: { securitySchemes, schemas: { Problem: problem } },
  };
}

const securitySchemes = {
  session: { type: 'apiKey', in: 'cookie', name: 'lilong' },
  csrf: { type: 'apiKey', in: 'header', name: 'x-csrf', description: '`csrf` of GET /api/me' },
};

const problem = {
  type: 'object',
  description: 'A refusal (RFC 9457). `code` and `facts` are for programs, `detail` for people.',
  required: ['status', 'code', 'facts', 'detail'],
  properties: {
    status: { type: 'integer' },
    code: { enum: Object.keys(refusals) satisfies string[] as RefusalCode[] },
    facts: { type: 'object' },
    detail: { type: 'string', description: 'in the language of Accept-Language' },
    field: { type: 'string', description: 'name of the input field to blame' },
  },
};

const idempotencyKey: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'A retry with the same key gets the first reply, for 24 hours; with another body it is refused.',
  schema: { type: 'string', maxLength: 100 },
};

function operationOf({ route, open, remembers }: Served): Operation {
  const { method, path, summary, input, reply } = route;
  const keys = pathKeys(path);
  const fields = Object.entries(input.properties as Record<string, unknown>);
  const required = new Set((input.required as readonly string[] | undefined) ?? []);
  const reads = method === 'GET';
  const parameters = fields
    .filter(([name]) => reads || keys.includes(name))
    .map(([name, schema]): Parameter => {
      const within = keys.includes(name) ? 'path' : 'query';
      return { name, in: within, required: within === 'path' || required.has(name), schema };
    });
  const body = fields.filter(([name]) => !keys.includes(name));
  return {
    operationId: nameOf(method, path),
    summary,
    tags: [tagOf(path)],
    security: securityOf(reads, open !== undefined),
    parameters: reads || !remembers ? parameters : [...parameters, idempotencyKey],
    ...(reads ? {} : { requestBody: bodyOf(body, required) }),
    responses: responsesOf(reply),
  };
}

/** `POST /api/cases/:ref/close` → `postCasesRefClose`. */
function nameOf(method: string, path: string): string {
  const parts = path.split(/[^A-Za-z0-9]+/).slice(2);
  const words = parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1));
  return `${method.toLowerCase()}${words.join('')}`;
}
function tagOf(path: string): string {
  return path.split('/')[2] ?? '';
}

function securityOf(reads: boolean, open: boolean): Operation['security'] {
  const signedIn: Record<string, string[]> = reads ? { session: [] } : { session: [], csrf: [] };
  return open ? [{}, signedIn] : [signedIn];
}

function bodyOf(fields: readonly [string, unknown][], required: ReadonlySet<string>) {
  const needed = fields.map(([name]) => name).filter((name) => required.has(name));
  const schema = {
    type: 'object',
    properties: Object.fromEntries(fields),
    ...(needed.length === 0 ? {} : { required: needed }),
    additionalProperties: false,
  };
  return { required: true as const, content: { 'application/json': { schema } } };
}

function responsesOf(schema: unknown): Schema {
  return { 200: { description: 'Done', content: { 'application/json': { schema } } }, ...refused };
}
const refused = {
  default: {
    description: 'Refused, in words and as a code',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  },
};

/** What is served beside the contracts: raw bodies and the event stream. */
const besides: readonly (readonly [path: string, method: string, Operation])[] = [
  [
    uploadPath,
    'POST',
    {
      operationId: 'postFiles',
      summary: 'Upload a photo or a voice note as the raw body; the same bytes make one file',
      tags: ['files'],
      security: securityOf(false, false),
      parameters: [
        { name: 'kind', in: 'query', required: false, schema: { enum: ['photo', 'voice'] } },
      ],
      requestBody: {
        required: true,
        content: Object.fromEntries(
          ['image/jpeg', 'image/png', 'image/webp', 'audio/webm', 'audio/mp4', 'audio/ogg'].map(
            (type) => [type, {}],
          ),
        ),
      },
      responses: responsesOf(UploadReply),
    },
  ],
  [
    '/api/files/:no',
    'GET',
    {
      operationId: 'getFilesNo',
      summary: 'A file, through the subject that it hangs on',
      tags: ['files'],
      security: securityOf(true, false),
      parameters: [
        { name: 'no', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } },
        { name: 'size', in: 'query', required: false, schema: { enum: ['thumb'] } },
      ],
      responses: { 200: { description: 'The bytes' }, ...refused },
    },
  ],
  [
    livePath,
    'GET',
    {
      operationId: 'getLive',
      summary: 'Server-sent events `{ look: topic }`: where to ask again, never data',
      tags: ['live'],
      security: securityOf(true, false),
      parameters: [],
      responses: { 200: { description: 'text/event-stream' } },
    },
  ],
];

/** `GET /api/openapi.json`: made on first use, when all modules have put in their routes. */
export function serveOpenapi(host: Host): void {
  let text: string | undefined;
  host.http.get('/api/openapi.json', (_, reply) => {
    text ??= JSON.stringify(openapiOf(host.served, addressOf(host)));
    return reply.type('application/json; charset=utf-8').send(text);
  });
}

export function addressOf({ config }: Pick<Host, 'config'>): string {
  return config.PUBLIC_URL ?? `http://localhost:${config.PORT}`;
}
