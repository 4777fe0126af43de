// SPDX-License-Identifier: Apache-2.0
// The demonstration's settlement: a month to close, one that is closed with an objection to answer, both with lines.
import { signInDemo } from '@lilong/contracts/identity';
import { closeMonth, settleMonths, settleStatement } from '@lilong/contracts/settlement';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City } from '../../test/city.ts';
import { liveApplications } from '../affairs/index.ts';
import { seedRegistry } from '../registry/index.ts';
import { liveSettlement } from './index.ts';

let city: City;
beforeAll(async () => {
  city = await aCity({ demo: true });
  const { keys } = city.host;
  await city.db.kysely
    .transaction()
    .execute((db) => seedRegistry(db, { keys, now: city.now, people: 600 }));
  await liveApplications(city.host);
  await liveSettlement(city.host);
  await liveSettlement(city.host); // changes nothing
}, 180_000);
afterAll(() => city.close());

async function through(as: 'city' | 'centre_manager' | 'department_officer') {
  const browser = city.anyone();
  await browser.call(signInDemo, { as });
  return browser;
}

test('last month waits for the city, with lines; the month before is closed, and the hall is asked about a line of it', async () => {
  const [hall, top] = [await through('centre_manager'), await through('city')];
  const { months, toAnswer } = await hall.call(settleMonths, {});
  const [running, last, before] = months;
  expect(months).toHaveLength(3);
  expect([running?.closedAt, last?.closedAt]).toEqual([null, null]);
  expect(before?.closedAt).not.toBeNull();
  expect(toAnswer).toEqual([before?.month]);
  for (const month of [last?.month ?? '', before?.month ?? '']) {
    const { lines } = await hall.call(settleStatement, { month });
    expect(lines.length).toBeGreaterThan(2);
  }
  expect((await top.call(settleMonths, {})).months.map(({ can }) => can.close)).toEqual([
    false,
    true,
    false,
  ]);
  await top.call(closeMonth, { month: last?.month ?? '' });
  expect((await hall.call(settleMonths, {})).months[1]?.closedAt).not.toBeNull();
});
