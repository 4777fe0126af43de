// SPDX-License-Identifier: Apache-2.0
import { formatRef, parseRef } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import { sayMore } from '../cases/index.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { attempt, needed, Refusals, textOf } from './fields.ts';
import type { Spark } from './format.ts';
import { isRequestOf } from './key-queries.ts';
import { mediaNotices, mediaOf, mostWords } from './media.ts';
import type { Posted } from './serve.ts';

/**
 * Adds what somebody says later to a request of the same key, as FixMyStreet sends it. A state that the
 * client names moves nothing: the office settles it.
 *
 * @throws {Refusals} what is missing; {Refusal} open311.request for another key's, open311.ended
 */
export async function postUpdate(ctx: Ctx, posted: Posted): Promise<Spark> {
  ctx.settled('an API key that may report, for its own request');
  const media = mediaOf(posted);
  const { ref, words } = read(posted, media.photos.length + media.links.length);
  const opened = parseRef('C', ref);
  if (opened === undefined || !(await isRequestOf(ctx, posted.key, opened)))
    throw new Refusal('open311.request', { ref }, 'service_request_id');
  const flow = await sayMore(ctx, opened, { words, ...media });
  if (flow === undefined) throw new Refusal('open311.ended', { ref }, 'service_request_id');
  const name = formatRef('C', opened);
  ctx.note({ act: 'open311.updated', subject: name, facts: { key: posted.key.no } });
  const notices = mediaNotices(ctx, media);
  const service_notice = notices.length === 0 ? null : notices.join(' ');
  return [{ update_id: `${name}.${flow}`, service_request_id: name, service_notice }];
}

function read({ fields }: Posted, pictures: number): { ref: string; words: string | undefined } {
  const wrong: Refusal[] = [];
  const ref = attempt(wrong, () => needed(fields, 'service_request_id', 60));
  const words = attempt(wrong, () =>
    (pictures === 0 ? needed : textOf)(fields, 'description', mostWords),
  );
  if (ref === undefined || wrong.length > 0) throw new Refusals(wrong);
  return { ref, words };
}
