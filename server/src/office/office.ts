// SPDX-License-Identifier: Apache-2.0
import { type about, type giveFeedback, nationalHotline } from '@lilong/contracts/office';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { version } from '../config.ts';
import { dateOfDay, zoneOf } from '../kernel/calendar-zone.ts';
import type { Ctx } from '../kernel/ctx.ts';
import type { Limit } from '../kernel/limits.ts';
import { sayServer } from '../kernel/voice.ts';
import { cityName, insertFeedback } from './queries.ts';

/** Who runs this deployment, and what it is. */
export async function tellAbout(ctx: Ctx): Promise<ReplyOf<typeof about>> {
  const { config } = ctx;
  const invented = ctx.demo ? sayServer(ctx.actor.language, 'office.demo-unit') : '';
  return {
    city: await cityName(ctx),
    unit: config.UNIT_NAME ?? invented,
    filingNo: config.FILING_NO ?? null,
    version,
    demo: ctx.demo,
    mapTiles: config.MAP_TILES ?? null,
    hotline: await hotline(ctx),
    privacyContact: config.PRIVACY_CONTACT ?? null,
  };
}

/** The national one, unless the city has set its own. */
async function hotline(ctx: Ctx): Promise<string> {
  const day = dateOfDay(zoneOf(ctx.config.TIME_ZONE).dayOf(ctx.now.getTime()));
  const set = await ctx.catalogue.inForce(ctx.db, 'setting', 'hotline', day, ctx.now);
  return set === undefined ? nationalHotline : String(set.body.value);
}

/** Keeps what somebody says of the product. Anyone may, a few times an hour. */
export async function takeFeedback(
  ctx: Ctx,
  input: InputOf<typeof giveFeedback>,
  limit: Limit,
): Promise<ReplyOf<typeof giveFeedback>> {
  limit.count(ctx.actor.account === null ? ctx.actor.address : `@${ctx.actor.account}`, ctx.now);
  const no = await insertFeedback(ctx, input.about, input.words, input.contact ?? null);
  ctx.note({ act: 'office.feedback', subject: `feedback ${no}`, facts: input });
  return { no };
}
