// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import type { Language } from '@lilong/contracts/identity';
import { Refusal, type RefusalCode } from '@lilong/contracts/refusals';
import { speak } from '@lilong/contracts/words';
import { en } from '@lilong/contracts/words/en';
import { zh } from '@lilong/contracts/words/zh';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { FastifySchemaValidationError } from 'fastify/types/schema.js';

const voices = { zh: speak('zh', zh), en: speak('en', en) };

/** The sentence for a code, in the reader's language. */
export function sayRefusal(
  language: Language,
  code: RefusalCode,
  facts: Record<string, unknown>,
): string {
  return voices[language]._(`refusal.${code}`, facts);
}
/** Any shared word, in the reader's language. */
export function say(language: Language, key: string, facts: Record<string, unknown> = {}): string {
  return voices[language]._(key, facts);
}

/** `accept-language` → one of ours; Chinese unless English is asked for first. */
export function languageOf(req: FastifyRequest): Language {
  return /^\s*en\b/i.test(req.headers['accept-language'] ?? '') ? 'en' : 'zh';
}

/** A refusal as a problem document (RFC 9457). */
export function problemOf(refusal: Refusal, language: Language): Problem {
  const facts = { ...refusal.facts };
  const detail = sayRefusal(language, refusal.code, facts);
  return {
    status: refusal.status,
    code: refusal.code,
    facts,
    detail,
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
  };
}

/** Whatever was thrown, as the refusal that the reader gets. Bugs become a bare 500 with the request's number. */
export function refusalOf(thrown: unknown, requestId: string): Refusal {
  if (thrown instanceof Refusal) return thrown;
  const fault = thrown as FastifyError;
  const wrong = fault.validation?.[0];
  if (wrong !== undefined) {
    const path = pathOf(wrong);
    return new Refusal(
      'input.invalid',
      { field: path.join('_'), rule: wrong.keyword },
      path.join('.'),
    );
  }
  if (fault.statusCode === 413) return new Refusal('input.too-large', { limitMb: 1 });
  if (
    fault.code === 'FST_ERR_CTP_INVALID_JSON_BODY' ||
    fault.statusCode === 400 ||
    fault.statusCode === 415
  )
    return new Refusal('input.invalid', { field: 'body', rule: 'json' });
  return new Refusal('server.fault', { request: requestId });
}

/** Names down to the field to blame: `fresh`, `name`. What stands in a list is the list's. */
function pathOf({ instancePath, params }: FastifySchemaValidationError): string[] {
  const { missingProperty, additionalProperty } = params as Record<string, string>;
  const path = [...instancePath.split('/').slice(1), missingProperty ?? additionalProperty ?? ''];
  const inList = path.findIndex((name) => /^\d+$/.test(name));
  return (inList < 0 ? path : path.slice(0, inList)).filter((name) => name !== '');
}

/** Answers with a problem document. */
export async function answerProblem(
  reply: FastifyReply,
  refusal: Refusal,
  language: Language,
): Promise<void> {
  await reply
    .code(refusal.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(problemOf(refusal, language));
}
