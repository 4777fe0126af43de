// SPDX-License-Identifier: Apache-2.0
// 收受分离: the nearest centre receives, the street of registration accepts, verifies and decides; where somebody lives a
// colleague only looks.
import { listAffairs, moveAffair, receiveApplication } from '@lilong/contracts/affair-work';
import { getAssistance } from '@lilong/contracts/assistance-work';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  at,
  bund,
  codeOf,
  hall,
  type Offices,
  openOffices,
  visits,
} from '../../test/affairs-people.ts';
import { refusal } from '../../test/refusal.ts';

let offices: Offices;
beforeAll(async () => {
  offices = await openOffices();
});
afterAll(() => offices.city.close());

test('the nearest centre receives; only where the household is registered anybody goes on with it', async () => {
  const { city, bai, gu, aPerson } = offices;
  const put = await aPerson();
  const ticket = await visits(offices, bai, put);
  expect(ticket).not.toBe('');
  const received = await bai.call(receiveApplication, {
    ...{ person: put.person, item: 'S001', questions: { why: 'income' }, consent: { by: 'told' } },
    fields: { odd_income: 300, support_income: 0, medical: 0, education: 0 },
  });
  expect(received).toMatchObject({
    ...{ state: 'received', receiveName: bund, acceptName: hall, decideName: hall },
  });
  const { ref } = received;
  expect(await codeOf(bai.call(moveAffair, { ...at(received), move: 'accept' }))).toBe(
    'auth.denied',
  );
  expect((await gu.call(listAffairs, { tab: 'incoming' })).affairs).toMatchObject([{ ref }]);
  await gu.call(moveAffair, { ...at(received), move: 'accept' });
  await city.settleDown();
  const page = await gu.call(getAssistance, { ref });
  expect(page).toMatchObject({ stage: 'authorise', decideName: hall, can: { paper: true } });
  expect((await refusal(bai.call(getAssistance, { ref }))).status).toBe(404);
});
