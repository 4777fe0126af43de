// SPDX-License-Identifier: Apache-2.0
// How far 帮办 goes. The law lets two people agree on a day (民法典 161 to 165, as read and not confirmed here); the
// limits are 示例 until a city sets its own.
import { settingEntry } from '../../kernel/catalogue.ts';

const source = '示例（里弄自拟，2026-11）';
export const mandateSettings = {
  days: {
    ...{ key: 'mandate_most_days', value: 183, unit: 'd', source },
    name: '委托帮办最长的天数',
    nameEn: 'The longest that somebody may be let help, in days',
  },
  people: {
    ...{ key: 'mandate_most_people', value: 5, unit: '', source },
    name: '一个人最多同时帮几个人办',
    nameEn: 'For how many people at once one may help',
  },
} as const;
export const mandateEntries = Object.values(mandateSettings).map(settingEntry);
