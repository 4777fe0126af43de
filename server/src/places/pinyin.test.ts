// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { pinyinOf } from './pinyin.ts';

test.each([
  ['南京东路街道', 'nan jing dong lu jie dao'],
  ['长宁区', 'chang ning qu'],
  ['莘庄镇', 'xin zhuang zhen'],
  ['重固镇', 'chong gu zhen'],
  ['殷行一村居委会', 'yin hang yi cun ju wei hui'],
  ['顾家圩村村委会', 'gu jia wei cun cun wei hui'],
  ['田林一、二村居委会', 'tian lin yi er cun ju wei hui'],
  ['水产村（方泰）村委会', 'shui chan cun fang tai cun wei hui'],
  ['吕巷镇', 'lv xiang zhen'],
  ['', ''],
])('%s is read %s', (name, reading) => {
  expect(pinyinOf(name)).toBe(reading);
});
