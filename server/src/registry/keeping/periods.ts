// SPDX-License-Identifier: Apache-2.0
// How long each kind of row is kept. All of it 示例 until a city sets its own: the law says as short as the purpose needs
// (个人信息保护法 19), and of logs no less than six months (网络安全法 21).
import type { KeptKind } from '@lilong/contracts/registry-keeping';
import { type NewEntry, settingEntry } from '../../kernel/catalogue.ts';

const year = 366;

/** Days; a day or none is for what was good for one use. */
const days: Readonly<Record<KeptKind, number>> = {
  access: 3 * year,
  grant: 3 * year,
  presence: 5 * year,
  label: 3 * year,
  fact: 5 * year,
  objection: 3 * year,
  binding: 3 * year,
  guardian: 3 * year,
  consent: 3 * year,
  mandate: 3 * year,
  consent_code: 1,
  binding_code: 1,
  binding_try: 1,
  merge_row: 30,
  office: 5 * year,
  leader: 5 * year,
  hold: 10 * year,
  delay: 3 * year, // no shorter than the entries that it held back
  export: 183,
  upload: 30,
  ticket: 30,
  rating: 3 * year, // then a grade and an office are left, for the counts
  person: 10 * year,
};

const names: Readonly<Record<KeptKind, readonly [string, string]>> = {
  access: ['谁看过的记录', 'Entries of who looked'],
  grant: ['结束了的查看许可', 'Grants that ended'],
  presence: ['结束了的居住、户籍等登记', 'Presences that ended'],
  label: ['结束了的标签', 'Labels that ended'],
  fact: ['被更正的旧值', 'Values that were replaced'],
  objection: ['办结的异议', 'Objections that were answered'],
  binding: ['结束了的账号绑定', 'Bindings that ended'],
  guardian: ['结束了的监护登记', 'Guardians that ended'],
  consent: ['结束了的同意', 'Consents that ended'],
  mandate: ['结束了的帮办委托', 'Mandates that ended'],
  consent_code: ['没有用的家人码', 'Codes for the household that nobody used'],
  binding_code: ['没有用的绑定码', 'Binding codes that nobody used'],
  binding_try: ['输错绑定码的次数', 'Wrong codes'],
  merge_row: ['不能再撤销的合并里的旧值', 'Old values of merges that can no longer be undone'],
  office: ['结束了的任职', 'Offices that ended'],
  leader: ['结束了的楼组长', 'Leaders of building groups who ended'],
  hold: ['结束了的保全', 'Holds that ended'],
  delay: ['结束了的暂缓告知', 'Delays that ended'],
  ticket: ['取过的号', 'Tickets'],
  rating: ['评价里的人和话', 'Who rated, and what they wrote'],
  export: ['到期的名单导出', 'Exports that expired'],
  upload: ['人房导入的记录和没收的行', 'Imports at the desk, with the lines they refused'],
  person: ['哪里都不再有登记的人', 'People who are on record nowhere any more'],
};

export const keepSetting = (kind: KeptKind): string => `keep_${kind}`;
export const holdSetting = { key: 'hold_most_days', value: 366 };

const source = '示例（里弄自拟，2026-11；个人信息保护法第十九条）';
const setting = (key: string, value: number, name: string, nameEn: string): NewEntry =>
  settingEntry({ key, name, nameEn, value, unit: 'd', source });
export const keepingEntries: readonly NewEntry[] = [
  ...(Object.keys(days) as KeptKind[]).map((kind) =>
    setting(
      keepSetting(kind),
      days[kind],
      `${names[kind][0]}保存的天数`,
      `${names[kind][1]}: how long they are kept`,
    ),
  ),
  setting(holdSetting.key, holdSetting.value, '保全最长的天数', 'The longest hold'),
];
