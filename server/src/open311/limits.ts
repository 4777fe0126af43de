// SPDX-License-Identifier: Apache-2.0
// How often one key and one address may ask. Per process, like all limits here.
import { Refusal } from '@lilong/contracts/refusals';
import type { Ctx } from '../kernel/ctx.ts';
import { makeLimit } from '../kernel/limits.ts';
import { type Fields, textOf } from './fields.ts';
import type { KeyRow } from './key-queries.ts';
import { keyOf } from './keys.ts';
import { visibleServices } from './listing.ts';
import type { Reader } from './queries.ts';

const minutes = 10;

/** Calls in ten minutes. An address may hold many people, a key many addresses. */
const most = {
  rules: 1200,
  readByAddress: 120,
  readByKey: 1200,
  postByAddress: 60,
  postByKey: 300,
};

export interface Limits {
  /** Counts a look at what is the same for all: services and their definitions. */
  rules(ctx: Ctx): void;
  /** Who reads, counted. Without a key, or with one that may not read like a partner, by address. */
  reader(ctx: Ctx, fields: Fields): Promise<Reader>;
  /**
   * Whose key posts, counted.
   *
   * @throws {Refusal} open311.key, auth.too-many
   */
  poster(ctx: Ctx, fields: Fields): Promise<KeyRow>;
}

export function makeLimits(): Limits {
  const rules = makeLimit(most.rules, minutes);
  const reading = {
    address: makeLimit(most.readByAddress, minutes),
    key: makeLimit(most.readByKey, minutes),
  };
  const posting = {
    address: makeLimit(most.postByAddress, minutes),
    key: makeLimit(most.postByKey, minutes),
  };
  return {
    rules: (ctx) => rules.count(ctx.actor.address, ctx.now),
    reader: async (ctx, fields) => {
      const key = await givenKey(ctx, fields).catch((wrong: unknown) => {
        reading.address.count(ctx.actor.address, ctx.now);
        throw wrong;
      });
      if (key?.mayRead === true) reading.key.count(String(key.no), ctx.now);
      else reading.address.count(ctx.actor.address, ctx.now);
      return { key: key?.no ?? null, visible: await visibleServices(ctx) };
    },
    poster: async (ctx, fields) => {
      posting.address.count(ctx.actor.address, ctx.now);
      const key = await givenKey(ctx, fields);
      if (key === undefined || !key.mayReport) throw new Refusal('open311.key', {}, 'api_key');
      posting.key.count(String(key.no), ctx.now);
      return key;
    },
  };
}

async function givenKey(ctx: Ctx, fields: Fields): Promise<KeyRow | undefined> {
  const key = textOf(fields, 'api_key', 200);
  return key === undefined ? undefined : keyOf(ctx, key);
}
