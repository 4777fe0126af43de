// SPDX-License-Identifier: Apache-2.0
// What one step for another organisation is worth: dated rows of the catalogue. All of it 示例 until a city says otherwise.
import { type SettleWork, settleWorks } from '@lilong/contracts/settlement';
import { insertEntries, type Setting, settingEntry } from '../kernel/catalogue.ts';
import type { Ctx } from '../kernel/ctx.ts';
import type { Db } from '../kernel/db.ts';

const source = '示例（里弄自拟：没有公布的结算标准，2026-11）';
const settings: readonly Setting[] = [
  {
    ...{ key: 'settle_received', value: 10, unit: '点', source },
    ...{ name: '代收一件折几点', nameEn: 'Units for receiving one for another office' },
  },
  {
    ...{ key: 'settle_accepted', value: 10, unit: '点', source },
    ...{ name: '代受理一件折几点', nameEn: 'Units for accepting one for another office' },
  },
  {
    ...{ key: 'settle_delivered', value: 5, unit: '点', source },
    ...{ name: '代送达一件折几点', nameEn: 'Units for delivering one for another office' },
  },
  {
    ...{ key: 'settle_kept', value: 2, unit: '点', source },
    ...{ name: '代管一件纸质材料折几点', nameEn: 'Units for keeping the paper of one' },
  },
  {
    ...{ key: 'settle_fen', value: 0, unit: '分', source },
    ...{ name: '一点折多少分钱', nameEn: 'Money of one unit, in fen' },
  },
];
export const seedSettlementRules = (db: Db, now: Date): Promise<number> =>
  insertEntries(db, settings.map(settingEntry), now);

export interface Worth {
  readonly units: Readonly<Record<SettleWork, number>>;
  readonly fenPerUnit: number;
  readonly source: string;
}

/** As it was in force on a day. */
export async function worthOn(ctx: Ctx, day: string): Promise<Worth> {
  const value = async (key: string): Promise<number> => {
    const entry = await ctx.catalogue.inForce(ctx.db, 'setting', key, day, ctx.now);
    const first = settings.find((one) => one.key === key);
    return Math.max(0, Math.round(Number(entry?.body.value ?? first?.value ?? 0)));
  };
  const units: Record<string, number> = {};
  for (const what of settleWorks) units[what] = await value(`settle_${what}`);
  const entry = await ctx.catalogue.inForce(ctx.db, 'setting', 'settle_received', day, ctx.now);
  return {
    units: units as Worth['units'], // each of its names
    fenPerUnit: await value('settle_fen'),
    source: entry?.source ?? source,
  };
}
