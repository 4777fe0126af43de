// SPDX-License-Identifier: Apache-2.0
// What a client sent: its fields, and the files beside them. Clients form a post in one of two ways.
import { createHash } from 'node:crypto';
import { Refusal } from '@lilong/contracts/refusals';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Fields } from './fields.ts';

export interface Form {
  readonly fields: Fields;
  readonly files: readonly File[];
}

const longestForm = 100_000; // bytes, without files

/** Takes forms as bodies, and nothing else; with files up to `mostBytes` in all. */
export function takeForms(http: FastifyInstance, mostBytes: number): void {
  http.removeAllContentTypeParsers();
  http.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: longestForm },
    async (_: FastifyRequest, body: string): Promise<Form> => ({
      fields: new URLSearchParams(body),
      files: [],
    }),
  );
  http.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer', bodyLimit: mostBytes },
    (req: FastifyRequest, body: Buffer) => partsOf(req.headers['content-type'] ?? '', body),
  );
}

/** What is no form, or not readable as one, is said so; the kernel would speak of JSON. */
export function formRefusal(thrown: unknown, mostBytes: number): unknown {
  const status = (thrown as { statusCode?: number }).statusCode ?? 500;
  if (thrown instanceof Refusal || status >= 500) return thrown;
  if (status !== 413) return new Refusal('open311.form', {});
  return new Refusal('input.too-large', { limitMb: Math.round(mostBytes / 1e6) });
}

/** @throws {Refusal} open311.form */
async function partsOf(type: string, body: Buffer): Promise<Form> {
  const answer = new Response(new Uint8Array(body), { headers: { 'content-type': type } });
  const parts = await answer.formData().catch(() => {
    throw new Refusal('open311.form', {});
  });
  const fields = new URLSearchParams();
  const files: File[] = [];
  for (const [name, part] of parts)
    if (typeof part === 'string') fields.append(name, part);
    else if (part.size > 0) files.push(part);
  return { fields, files };
}

/**
 * The query; of a post the form, and of the query what the form leaves out, such as the key.
 *
 * @throws {Refusal} open311.form
 */
export function formOf(req: FastifyRequest): Form {
  const query = new URLSearchParams(req.url.split('?')[1] ?? '');
  if (req.method === 'GET') return { fields: query, files: [] };
  const form = req.body as Form | undefined; // made by one of the parsers above
  if (form === undefined) throw new Refusal('open311.form', {});
  const said = new Set(form.fields.keys());
  for (const [name, value] of query) if (!said.has(name)) form.fields.append(name, value);
  return form;
}

/** Everything that was sent, so that a retry can be told from another post. */
export async function everythingIn({ fields, files }: Form): Promise<string> {
  const marks = files.map(async (file) =>
    createHash('sha256')
      .update(await file.bytes())
      .digest('hex'),
  );
  return [fields.toString(), ...(await Promise.all(marks))].join('\n');
}
