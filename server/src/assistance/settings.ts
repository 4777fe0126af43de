// SPDX-License-Identifier: Apache-2.0
// What a city states of assistance: dated rows of the catalogue. All of it 示例 until a city replaces it.
import type { AssistancePage } from '@lilong/contracts/assistance-work';
import { insertEntries, settingEntry } from '../kernel/catalogue.ts';
import type { Ctx } from '../kernel/ctx.ts';
import type { Db } from '../kernel/db.ts';
import { settingOf } from '../kernel/in-force.ts';
import { today } from '../kernel/today.ts';
import type { Basis } from './arithmetic.ts';

const source = '示例（domain 5.7；里弄自拟，2026-11）';
const settings = {
  assistance_standard_fen: {
    value: 160_000,
    unit: 'fen',
    name: '低保标准（每人每月）',
    nameEn: 'Minimum living standard (per head and month)',
  },
  assistance_edge_percent: {
    value: 150,
    unit: '%',
    name: '低保边缘收入上限（标准的）',
    nameEn: 'Edge of low income: most income (of the standard)',
  },
  assistance_rigid_percent: {
    value: 300,
    unit: '%',
    name: '刚性支出困难收入上限（标准的）',
    nameEn: 'Rigid spending: most income (of the standard)',
  },
  assistance_assets_fen: {
    value: 3_000_000,
    unit: 'fen',
    name: '货币财产上限（每人）',
    nameEn: 'Most savings and the like (per head)',
  },
  assistance_notice_days: {
    value: 7,
    unit: 'UD',
    name: '公示的天数',
    nameEn: 'Days that a notice is up',
  },
  assistance_inquiry_days: {
    value: 10,
    unit: 'UD',
    name: '核对单位回复的天数',
    nameEn: 'Days in which a source should answer',
  },
  assistance_recheck_months: {
    value: 6,
    unit: 'month',
    name: '几个月复核一次',
    nameEn: 'Months until the next re-check',
  },
} as const;
type Key = keyof typeof settings;

const setting = (ctx: Ctx, key: Key): Promise<number> => settingOf(ctx, key, settings[key].value);

export async function basisOf(ctx: Ctx): Promise<Basis> {
  return {
    standardFen: await setting(ctx, 'assistance_standard_fen'),
    edgePercent: await setting(ctx, 'assistance_edge_percent'),
    rigidPercent: await setting(ctx, 'assistance_rigid_percent'),
    assetsFen: await setting(ctx, 'assistance_assets_fen'),
  };
}
export const noticeDays = (ctx: Ctx): Promise<number> => setting(ctx, 'assistance_notice_days');
export const inquiryDays = (ctx: Ctx): Promise<number> => setting(ctx, 'assistance_inquiry_days');
export const recheckMonths = (ctx: Ctx): Promise<number> =>
  setting(ctx, 'assistance_recheck_months');

const shown: readonly Key[] = [
  'assistance_standard_fen',
  'assistance_edge_percent',
  'assistance_rigid_percent',
  'assistance_assets_fen',
];
/** The rows that a reckoning rests on, as they are told beside it. */
export async function basisTold(ctx: Ctx): Promise<AssistancePage['basis']> {
  const rows = await Promise.all(
    shown.map((key) => ctx.catalogue.inForce(ctx.db, 'setting', key, today(ctx), ctx.now)),
  );
  return rows.flatMap((row) => {
    if (row === undefined) return [];
    const { key, name, nameEn, body } = row;
    const said = ctx.actor.language === 'en' ? (nameEn ?? name) : name;
    return [
      {
        key,
        name: said,
        value: Number(body.value),
        unit: String(body.unit ?? ''),
        source: `${row.source} · ${row.effectiveFrom}`,
      },
    ];
  });
}

/** Returns how many rows that is. */
export const seedAssistanceRules = (db: Db, now: Date): Promise<number> =>
  insertEntries(
    db,
    Object.entries(settings).map(([key, one]) => settingEntry({ key, ...one, source })),
    now,
  );
