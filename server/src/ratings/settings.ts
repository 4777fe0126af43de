// SPDX-License-Identifier: Apache-2.0
// Numbers of ratings that a city may set. What is published of the days is said in docs/domain/ratings.md; all 示例.
import type { Ctx } from '../kernel/ctx.ts';
import { calendarOf, settingOf } from '../kernel/in-force.ts';
import type { ClockFacts } from './workflow.ts';

const published = '示例（上海“好差评”公开报道的 1、5、15 个工作日，起算和口径未核实，2026-11）';
const ours = '示例（里弄自拟，2026-11）';
export const settings = [
  {
    ...{ key: 'rating_contact_days', value: 1, unit: 'WD', source: published },
    ...{ name: '差评先行联系的工作日', nameEn: 'Working days to contact whoever rated badly' },
  },
  {
    ...{ key: 'rating_simple_days', value: 5, unit: 'WD', source: published },
    ...{ name: '差评一般问题办结的工作日', nameEn: 'Working days to handle a bad rating' },
  },
  {
    ...{ key: 'rating_hard_days', value: 15, unit: 'WD', source: published },
    ...{ name: '差评复杂问题办结的工作日', nameEn: 'Working days to handle a hard one' },
  },
  {
    ...{ key: 'rating_open_days', value: 30, unit: 'd', source: ours },
    ...{ name: '办完以后几天内可以评价', nameEn: 'Days in which something can be rated' },
  },
  {
    ...{ key: 'rating_fewest', value: 5, unit: '', source: ours },
    ...{ name: '评价的统计里少于几件不显示', nameEn: 'Counts of ratings below this are not told' },
  },
] as const;

const setting = (ctx: Ctx, key: (typeof settings)[number]['key']): Promise<number> =>
  settingOf(ctx, key, settings.find((one) => one.key === key)?.value ?? 1);

export async function clockFacts(ctx: Ctx): Promise<ClockFacts> {
  const days = {
    contact: await setting(ctx, 'rating_contact_days'),
    simple: await setting(ctx, 'rating_simple_days'),
    hard: await setting(ctx, 'rating_hard_days'),
  };
  return { calendar: await calendarOf(ctx), now: ctx.now, days };
}
export const openDays = (ctx: Ctx): Promise<number> => setting(ctx, 'rating_open_days');
export const fewest = (ctx: Ctx): Promise<number> => setting(ctx, 'rating_fewest');
