// SPDX-License-Identifier: Apache-2.0
// How much looking at people passes without an auditor being told to look. Our own figures (示例) until a city sets its own.
import { insertEntries, settingEntry } from '../kernel/catalogue.ts';
import type { Db } from '../kernel/db.ts';

const ours = '示例（里弄自拟，2026-11）';
export const thresholds = {
  opened: {
    ...{ key: 'audit_opened_a_day', value: 20, unit: '人' },
    name: '一个岗位一天打开号码的人数，超过就请审计看一看',
    nameEn: 'People whose numbers a post opens in a day before an auditor is told',
  },
  outside: {
    ...{ key: 'audit_outside_a_day', value: 3, unit: '人' },
    name: '一个岗位一天在工作时间以外看的人数，超过就请审计看一看',
    nameEn: 'People whom a post looks at outside office hours in a day before an auditor is told',
  },
  wider: {
    ...{ key: 'audit_hours_wider', value: 2, unit: 'h' },
    name: '工作时间前后多少小时内不算工作时间以外',
    nameEn: 'Hours before and after office hours that are not outside them',
  },
  again: {
    ...{ key: 'audit_days_again', value: 5, unit: 'd' },
    name: '一个岗位看同一个人的天数，超过就请审计看一看',
    nameEn: 'Days on which a post looks at one person before an auditor is told',
  },
  lookers: {
    ...{ key: 'audit_lookers', value: 5, unit: '人' },
    name: '看同一个人的工作人员数，超过就请审计看一看',
    nameEn: 'Staff who look at one person before an auditor is told',
  },
  neighbours: {
    ...{ key: 'audit_neighbours_a_day', value: 2, unit: '人' },
    name: '一个岗位一天看同一门牌邻居的人数，超过就请审计看一看',
    nameEn: 'People behind the own door whom a post looks at in a day before an auditor is told',
  },
} as const;

export async function seedAuditRules(db: Db, now: Date): Promise<number> {
  const entries = Object.values(thresholds).map((one) => settingEntry({ ...one, source: ours }));
  return insertEntries(db, entries, now);
}
