// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { documentKinds, documentOf, mustTell, paragraphsOf, slotsOf } from './item-documents.ts';

const facts = {
  ...{ applicant: '林**', item: '临时救助', number: 'A310101002-1', result: '救助金' },
  ...{ reason: '', remedy: '', law: '', office: '区民政局', day: '2026-03-02' },
};

test('each slot is filled in either language, and a paragraph with nothing in its slots is left out', () => {
  const text = '【申请人】：\n\n准予“【item】”。\n理由：【理由】\n【日期】，依据【依据】。\n谢谢。';
  expect(paragraphsOf(text, facts)).toEqual([
    '林**：',
    '准予“临时救助”。',
    '2026-03-02，依据。',
    '谢谢。',
  ]);
});

test('a slot that nothing fills is found, and stays as it was written', () => {
  expect(slotsOf('【理由】【谁】')).toEqual([
    ['理由', 'reason'],
    ['谁', undefined],
  ]);
  expect(paragraphsOf('【谁】【事项】', facts)).toEqual(['【谁】临时救助']);
});

test('the general letters tell what law wants told, in both languages', () => {
  for (const kind of documentKinds)
    for (const text of [documentOf({}, kind).text, documentOf({}, kind).textEn ?? '']) {
      const slots = slotsOf(text).map(([, slot]) => slot);
      expect(slots).toEqual(expect.arrayContaining([...mustTell[kind]]));
      expect(slots).not.toContain(undefined);
    }
});
