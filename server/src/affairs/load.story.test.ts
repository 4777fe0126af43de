// SPDX-License-Identifier: Apache-2.0
import { loadByItem, loadOfItem } from '@lilong/contracts/affair-load';
import { decideAffair, moveAffair, receiveApplication } from '@lilong/contracts/affair-work';
import { moveTicket } from '@lilong/contracts/counters';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  at,
  bureau,
  codeOf,
  type Offices,
  openOffices,
  visits,
} from '../../test/affairs-people.ts';
import type { Person } from '../../test/city.ts';
import { foldLoad, forgetLoad } from './load-queries.ts';

let offices: Offices;
let city: Person;
let district: Person;
let elsewhere: Person;
const DAY = 86_400_000;
beforeAll(async () => {
  offices = await openOffices();
  // Five in a real city; what is hidden is tried over five in load-figures.test.ts.
  await offices.city.asOwner(
    `update kernel.catalogue set body = body || '{"value": 2}' where kind = 'setting' and key = 'load_fewest'`,
  );
  city = await offices.city.person('市里', { as: 'city' });
  district = await offices.city.person('黄区长', { as: 'district' });
  elsewhere = await offices.city.person('徐区长', { as: 'district', at: 310104000000000 });
});
afterAll(() => offices.city.close());

const nothing = { incoming: 0, running: 0, paused: 0, late: 0, handed: 0, decided: 0 };
const none = { ...nothing, medianDays: null, weeksOfWork: null };
const wholeOf = async (who: Person) => (await who.call(loadByItem, {})).all;
const lineOf = async (who: Person, item: string) =>
  (await who.call(loadByItem, {})).items.find((one) => one.item === item);

/** Somebody new applies at the hall of the lane; S013 is the bureau's to decide. */
async function handIn(item = 'S013') {
  const { gu } = offices;
  const put = await offices.aPerson();
  const ticket = await visits(offices, gu, put);
  const page = await gu.call(receiveApplication, {
    ...{ person: put.person, item, consent: { by: 'told' }, onlyReceive: true },
    questions: { now: 'home', again: 'no' },
    fields: { contact: '儿子', mobility: 'help' },
    materials: [{ key: 'medical', how: 'paper' }],
  });
  await gu.call(moveTicket, { ticket, move: 'done' });
  return page;
}

test('what is open, was handed in and decided is exact, folded or not, and one is too few to be told', async () => {
  const { gu, civil, city: town } = offices;
  expect(await wholeOf(city)).toEqual(none);
  const pages = [await handIn(), await handIn(), await handIn()];
  expect(await wholeOf(city)).toMatchObject({ incoming: 3, running: 0, handed: 3 });
  expect(await wholeOf(elsewhere)).toEqual(none);
  await foldLoad(town.host);
  expect(await wholeOf(district)).toMatchObject({ incoming: 3, running: 0, handed: 3 });

  const accepted = [];
  for (const page of pages)
    accepted.push(await gu.call(moveAffair, { ...at(page), move: 'accept' }));
  expect(await wholeOf(city)).toMatchObject({ incoming: 0, running: 3, late: 0 });
  const [first, ...rest] = accepted;
  if (first === undefined) throw new Error('nothing was accepted');
  town.clock.advance(7 * DAY); // another week
  await civil.call(decideAffair, { ...at(first), decision: 'grant' });
  // One was decided, two are open: what is one is not told, nor how long it took.
  const few = { running: 2, handed: 0, decided: null, medianDays: null };
  expect(await lineOf(civil, 'S013')).toMatchObject(few);
  await foldLoad(town.host);
  for (const page of rest) await civil.call(decideAffair, { ...at(page), decision: 'grant' });
  const line = await lineOf(civil, 'S013');
  expect(line).toMatchObject({ running: 0, decided: 3, medianDays: 7, weeksOfWork: 0 });
  expect(line?.promisedOn).toMatch(/^2026-0[34]-/);
  await foldLoad(town.host);
  expect(await lineOf(district, 'S013')).toEqual(line);
});

test('what waits past its promise is late; old weeks are forgotten, what is open is not', async () => {
  const { gu, city: town } = offices;
  for (const page of [await handIn(), await handIn()])
    await gu.call(moveAffair, { ...at(page), move: 'accept' });
  town.clock.advance(90 * DAY);
  expect(await lineOf(city, 'S013')).toMatchObject({ running: 2, late: 2, handed: 0, decided: 0 });
  await forgetLoad(town.host);
  expect(await lineOf(city, 'S013')).toMatchObject({ running: 2, late: 2 });
});

test('by the office that decides, in the order of places; a department sees its own items and its own range', async () => {
  const { civil, gu } = offices;
  const { offices: found, item } = await city.call(loadOfItem, { item: 'S013' });
  expect(found).toMatchObject([{ name: bureau, running: 2, late: 2 }]);
  expect(found[0]).not.toHaveProperty('medianDays'); // of matters alone
  expect(item).toMatchObject({ item: 'S013', promised: item.promised });
  expect((await elsewhere.call(loadOfItem, { item: 'S013' })).offices).toEqual([]);
  const all = (await city.call(loadByItem, {})).items;
  const own = (await civil.call(loadByItem, {})).items;
  expect(own.length).toBeGreaterThan(5);
  expect(own.length).toBeLessThan(all.length);
  expect(own.every(({ departmentName }) => departmentName === '民政')).toBe(true);
  const other = all.find(({ departmentName }) => departmentName !== '民政');
  expect(await codeOf(civil.call(loadOfItem, { item: other?.item ?? '' }))).toBe('found.nothing');
  expect(await codeOf(gu.call(loadByItem, {}))).toBe('auth.denied');
});

test('the tally made anew says the same', async () => {
  const before = await city.call(loadByItem, {});
  await offices.city.asOwner('select affairs.load_anew()');
  expect(await city.call(loadByItem, {})).toEqual(before);
  await foldLoad(offices.city.host);
  expect(await city.call(loadByItem, {})).toEqual(before);
});
