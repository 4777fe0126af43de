// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { doorsMeant, tidyDoor } from './query-door.ts';
import { readQuery } from './query-text.ts';

test.each([
  '南京东路 123弄 4号 501',
  '南京东路１２３弄４号５０１',
  '南京东路,123弄,4號,501',
  '南京东路123衖4号501',
  '南京东路一百二十三弄四号五零一',
  '南京东路一二三弄4号五〇一',
  '南京东路幺二三弄四号501',
  '南京东路123-4-501',
  '南京东路123弄4-501',
  '南京东路123弄4号5楼501',
])('%s is one door', (typed) => {
  expect(tidyDoor(typed)).toBe('南京东路123弄4号501');
});

test('a zero before a number may be how the door is kept, or not', () => {
  expect(doorsMeant(tidyDoor('南京东路012弄04号501'))).toEqual([
    '南京东路012弄04号501',
    '南京东路12弄4号501',
  ]);
  expect(doorsMeant('南京东路10弄4号')).toEqual(['南京东路10弄4号']);
});

test.each([
  ['501室4号123弄南京东路', '南京东路123弄4号501室'],
  ['4号，123弄', '123弄4号'],
  ['Room 501, No. 4, Lane 123', '123弄4号501室'],
  ['Lane 123 No 4 501', '123弄4号501'],
  ['南京东路十二号', '南京东路12号'],
  ['南京东路二百零五弄十号', '南京东路205弄10号'],
  ['南京东路三百号', '南京东路300号'],
  ['汉口路12号三楼后间', '汉口路12号三楼后间'],
  ['四川中路145号', '四川中路145号'],
  ['七浦路100号', '七浦路100号'],
  ['12号甲', '12号甲'],
])('%s is %s', (typed, door) => {
  expect(tidyDoor(typed)).toBe(door);
});

test.each([
  ['wxm', 'pinyin'],
  ['王小', 'name'],
  ['５６７８', 'phone_end'],
  ['139 1234 5678', 'phone'],
  ['021-63221234', 'phone'],
  ['11010519491231002x', 'id'],
  ['1101 0519 4912 3100 2X', 'id'],
  ['四号五零一', 'door'],
  ['Lane 123', 'door'],
  ['万一', 'name'],
  ['百里', 'name'],
] as const)('%s is asked by %s', (typed, by) => {
  expect(readQuery(typed).by).toBe(by);
});
