// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { nobodysIn } from './nobodys.ts';

test.each([
  ...['hiv_positive', 'HIV', 'ＨＩＶ携带', 'H.I.V', 'h i v', 'h_i_v', 'AIDS patient', 'aids'],
  ...[
    'Human immunodeficiency virus',
    '艾滋病感染者',
    '艾 滋',
    '爱滋',
    '愛滋病',
    '人类免疫缺陷病毒',
  ],
  ...['aizibing', 'ai_zi_bing', 'Ai Zi Bing', '抗病毒治疗对象'],
  ...[
    '宗教信仰',
    '宗-教',
    '佛教居士',
    '信佛',
    '回教',
    '基督徒',
    '天主教友',
    '清真饮食',
    '去教堂',
    '法轮功',
  ],
  ...['zongjiao', 'zong_jiao_xin_yang', 'xinyang', 'fojiao', 'jidujiao', 'musilin', 'yisilan'],
  ...[
    'Muslim',
    'moslem',
    'Islam',
    'Catholic',
    'church-goer',
    'faith',
    'Believer',
    'religious belief',
  ],
  ...['Buddhist', 'Taoist', 'Jewish', 'worships'],
])('%s is nobody’s to note', (text) => {
  expect(nobodysIn(['某个标签', text])).toBeDefined();
});

test.each([
  ...[
    'Needs hearing aids',
    'walking_aids',
    'First aid',
    'archive',
    'achiever',
    '信访',
    '独居',
    '需要关照',
  ],
  ...[
    '党员',
    '教师',
    '道路',
    '佛山户籍',
    '少数民族',
    '诚信教育',
    '街道教育志愿者',
    'Tax information',
  ],
])('%s may be a label', (text) => {
  expect(nobodysIn([text])).toBeUndefined();
});

test('no label of the dictionary is one', () => {
  const labels = readFileSync(
    new URL('../../../data/registry-labels.csv', import.meta.url),
    'utf8',
  );
  expect(labels.split('\n').length).toBeGreaterThan(10);
  expect(nobodysIn(labels.split('\n'))).toBeUndefined();
});
