// SPDX-License-Identifier: Apache-2.0
// Who may read about somebody else, and for how long. What the law leaves open is 示例 until a city sets its own.
import { settingEntry } from '../../kernel/catalogue.ts';

const example = '示例（里弄自拟，2026-11）';
const civilCode = (articles: string): string => `民法典${articles}`;

export const guardianSettings = {
  ofAge: {
    ...{ key: 'age_of_majority', value: 18, unit: '岁', source: civilCode('第十七条') },
    name: '成年的年龄：到这一天，父母的查看结束',
    nameEn: 'Age of majority: on that day a parent’s reading ends',
  },
  ofChild: {
    ...{ key: 'guardian_proofs_child', value: 'birth、book、adoption、court、appointed', unit: '' },
    name: '证明未成年人父母或监护人的材料',
    nameEn: 'Documents that prove a child’s parent or guardian',
    source: `${civilCode('第二十七条、第三十一条')}；${example}`,
  },
  ofAdult: {
    ...{ key: 'guardian_proofs_adult', value: 'court、appointed', unit: '' },
    name: '证明成年人监护人的材料',
    nameEn: 'Documents that prove the guardian of somebody of age',
    source: `${civilCode('第二十四条、第三十一条')}；${example}`,
  },
  lookAgain: {
    ...{ key: 'guardian_look_again_days', value: 365, unit: 'd', source: example },
    name: '成年人的监护多少天以后要再看一次材料',
    nameEn: 'Days after which the guardian of somebody of age is proven again',
  },
  consent: {
    ...{ key: 'family_consent_days', value: 90, unit: 'd', source: example },
    name: '同意家人看自己数据的天数',
    nameEn: 'Days for which somebody of the household may read one’s data',
  },
} as const;

export const guardianEntries = Object.values(guardianSettings).map(settingEntry);
