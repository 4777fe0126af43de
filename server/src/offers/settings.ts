// SPDX-License-Identifier: Apache-2.0
// How long an offer waits, as rows that a city may set. All of it 示例.
import { insertEntries, settingEntry } from '../kernel/catalogue.ts';
import type { Ctx } from '../kernel/ctx.ts';
import type { Db } from '../kernel/db.ts';
import { settingOf } from '../kernel/in-force.ts';

const settings = {
  offer_days: {
    ...{ value: 90, unit: 'd', name: '免申即享的提醒等多少天' },
    nameEn: 'Days for which an offer waits for an answer',
  },
  offer_remind_days: {
    ...{ value: 30, unit: 'd', name: '多少天没有回答，再提醒一次' },
    nameEn: 'Days without an answer after which an offer is told once more',
  },
} as const;

export const offerSetting = (ctx: Ctx, key: keyof typeof settings): Promise<number> =>
  settingOf(ctx, key, settings[key].value);

/** Returns how many rows that is. */
export function seedOfferRules(db: Db, now: Date): Promise<number> {
  const source = '示例（里弄自拟，2026-11）';
  const entries = Object.entries(settings).map(([key, one]) =>
    settingEntry({ key, ...one, source }),
  );
  return insertEntries(db, entries, now);
}
