// SPDX-License-Identifier: Apache-2.0
import type { Ctx } from '../kernel/ctx.ts';
import { addressOf } from '../kernel/openapi.ts';
import { sayServer } from '../kernel/voice.ts';
import { w3c } from './fields.ts';
import { contentTypes, type Spark } from './format.ts';
import { selectChangeset } from './queries.ts';

export const base = '/open311/v2';

/** Where the interface is, who answers for it and how to get a key. */
export async function discover(ctx: Ctx): Promise<Spark> {
  const { language } = ctx.actor;
  const say = (key: Parameters<typeof sayServer>[1], facts = {}) => sayServer(language, key, facts);
  const unit = ctx.config.UNIT_NAME ?? (ctx.demo ? say('office.demo-unit') : say('open311.unit'));
  const changeset = w3c((await selectChangeset(ctx)) ?? ctx.now);
  return {
    changeset,
    contact: say('open311.contact', { unit, address: addressOf(ctx) }),
    key_service: ctx.demo ? say('open311.key-demo') : say('open311.key-service', { unit }),
    endpoints: [
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url: `${addressOf(ctx)}${base}`,
        changeset,
        type: ctx.demo ? 'test' : 'production',
        formats: [contentTypes.xml, contentTypes.json].map((type) => type.replace(/;.*/, '')),
      },
    ],
  };
}
