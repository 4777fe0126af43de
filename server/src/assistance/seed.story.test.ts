// SPDX-License-Identifier: Apache-2.0
// The demonstration's assistance: households at each stage, reckoned as always, paid by lists, looked at again.
import { publicNotices, type Reckoning } from '@lilong/contracts/assistance';
import { getAssistance, listRechecks, payLists } from '@lilong/contracts/assistance-work';
import { signInDemo } from '@lilong/contracts/identity';
import { formatRef } from '@lilong/contracts/refs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City } from '../../test/city.ts';
import { liveApplications } from '../affairs/index.ts';
import { seedRegistry } from '../registry/index.ts';
import { reckon } from './arithmetic.ts';
import { liveAssistance } from './index.ts';
import { opened } from './kept.ts';
import type { AwardRow, MatterRow } from './tables.ts';

let city: City;
beforeAll(async () => {
  city = await aCity({ demo: true });
  const { keys } = city.host;
  await city.db.kysely
    .transaction()
    .execute((db) => seedRegistry(db, { keys, now: city.now, people: 600 }));
  await liveApplications(city.host);
  await liveAssistance(city.host);
}, 180_000);
afterAll(() => city.close());

const see = `select set_config('lilong.affairs', '{[0,999999999999999]}', true);`;
const rowsOf = async <R>(query: string): Promise<R[]> =>
  ((await city.asOwner(`${see} ${query}`)) as unknown as (R & { set_config?: string })[]).filter(
    (row) => row.set_config === undefined,
  );
async function through(as: 'counter_clerk' | 'centre_manager') {
  const browser = city.anyone();
  await browser.call(signInDemo, { as });
  return browser;
}

test('a household stands at each stage, and each opens', async () => {
  const lu = await through('centre_manager');
  const matters = await rowsOf<MatterRow>('select * from assistance.matter order by no;');
  const stages = new Set<string>();
  for (const { street, no } of matters) {
    const page = await lu.call(getAssistance, { ref: formatRef('A', { street, no }) });
    stages.add(page.stage);
  }
  expect([...stages].sort()).toEqual(
    ['authorise', 'decide', 'granted', 'inquire', 'notice', 'over', 'visit'].sort(),
  );
  await liveAssistance(city.host);
  expect(await rowsOf(`select no from assistance.matter;`)).toHaveLength(matters.length);
});

test('every award is what the arithmetic comes to, and every list the sum of its payments', async () => {
  const awards = await rowsOf<AwardRow>('select * from assistance.award;');
  expect(awards.length).toBeGreaterThan(4);
  const basis = { edgePercent: 150, rigidPercent: 300, assetsFen: 3_000_000 };
  for (const { sealed, standard_fen, amount_fen, category } of awards) {
    const kept = opened<Reckoning>(city.host, sealed);
    const { people, incomeFen, medicalFen, educationFen, assetsFen } = kept;
    const means = { people, incomeFen, medicalFen, educationFen, assetsFen };
    const again = reckon(means, { ...basis, standardFen: Number(standard_fen) });
    expect([again.amountFen, again.category]).toEqual([Number(amount_fen), category]);
  }
  const lists = await rowsOf<{ total: number; sum: number; households: number; count: number }>(
    `select l.total_fen as total, sum(y.amount_fen) as sum, l.households, count(*) as count from assistance.pay_list l
      join assistance.payment y on y.street = l.street and y.pay_list = l.no group by l.no, l.total_fen, l.households;`,
  );
  expect(lists.length).toBeGreaterThan(2);
  for (const { total, sum, households, count } of lists)
    expect([Number(sum), Number(count)]).toEqual([Number(total), Number(households)]);
});

test('whoever is behind the doors has something to do: a list to approve, somebody to look at, notices to read', async () => {
  const [gu, lu] = [await through('counter_clerk'), await through('centre_manager')];
  expect((await lu.call(payLists, {})).lists.filter(({ can }) => can.approve)).toHaveLength(1);
  expect((await gu.call(listRechecks, {})).rechecks.length).toBeGreaterThan(0);
  const { notices } = await city.anyone().call(publicNotices, {});
  expect(notices.length).toBeGreaterThan(0);
  for (const { name } of notices) expect(name).toMatch(/\*/);
});
