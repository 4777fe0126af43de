// SPDX-License-Identifier: Apache-2.0
// Limits that no item has of its own, as rows that a city may set.
import type { Ctx } from '../kernel/ctx.ts';
import { calendarOf, settingOf } from '../kernel/in-force.ts';
import type { ClockFacts, Limits } from './clocks.ts';

const law = '行政许可法（2019 修正）';
export const settings = [
  {
    ...{ key: 'affair_receipt_days', value: 5, unit: 'WD', source: `${law}第三十二条` },
    ...{ name: '受理或一次告知的工作日', nameEn: 'Working days to accept, or to ask once' },
  },
  {
    ...{ key: 'affair_delivery_days', value: 10, unit: 'WD', source: `${law}第四十四条` },
    ...{ name: '决定送达的工作日', nameEn: 'Working days until a decision is delivered' },
  },
  {
    ...{ key: 'affair_extension_days', value: 10, unit: 'WD', source: `${law}第四十二条` },
    ...{ name: '延期的工作日', nameEn: 'Working days that an extension gives' },
  },
  {
    ...{
      key: 'affair_correction_days',
      value: 30,
      unit: 'UD',
      source: '示例（里弄自拟，2026-11）',
    },
    ...{ name: '补正的自然日', nameEn: 'Days in which a correction should be brought' },
  },
  {
    ...{ key: 'affair_paper_way_days', value: 3, unit: 'd', source: '示例（里弄自拟，2026-11）' },
    ...{ name: '纸质材料在路上最多几天', nameEn: 'Days that a paper may be on the way' },
  },
  {
    ...{ key: 'load_fewest', value: 5, unit: '', source: '示例（里弄自拟，2026-11）' },
    ...{ name: '办件量里少于几件不显示', nameEn: 'Counts of applications below this are not told' },
  },
] as const;

const setting = (ctx: Ctx, key: (typeof settings)[number]['key']): Promise<number> =>
  settingOf(ctx, key, settings.find((one) => one.key === key)?.value ?? 1);

/** Days that a paper may be on the way. */
export const paperWayDays = (ctx: Ctx): Promise<number> => setting(ctx, 'affair_paper_way_days');
/** Counts of applications below this are not told. */
export const loadFewest = (ctx: Ctx): Promise<number> => setting(ctx, 'load_fewest');

export async function limitsOf(ctx: Ctx): Promise<Limits> {
  return {
    receipt: await setting(ctx, 'affair_receipt_days'),
    delivery: await setting(ctx, 'affair_delivery_days'),
    extension: await setting(ctx, 'affair_extension_days'),
    correction: await setting(ctx, 'affair_correction_days'),
  };
}

export async function clockFacts(ctx: Ctx): Promise<ClockFacts> {
  return { calendar: await calendarOf(ctx), now: ctx.now, limits: await limitsOf(ctx) };
}
