// SPDX-License-Identifier: Apache-2.0
// The demonstration's people: there at the first start, found by their own committee, nobody's real numbers.
import { signInDemo } from '@lilong/contracts/identity';
import { placeRange } from '@lilong/contracts/place-no';
import { homeCard, personCard, revealValue } from '@lilong/contracts/registry';
import { listDelays } from '@lilong/contracts/registry-delays';
import { listDoorHints } from '@lilong/contracts/registry-doors';
import { findInRegistry } from '@lilong/contracts/registry-find';
import { listDeletions, listHolds } from '@lilong/contracts/registry-keeping';
import { ownData, ownLooks } from '@lilong/contracts/registry-own';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../test/city.ts';
import { isSyntheticId, isSyntheticPhone } from './generate/numbers.ts';
import { seedRegistry } from './index.ts';
import { lookOver } from './reach.ts';

const lane = 310101002001000; // 云南中路居委会

let city: City;
let wang: Person;
const seed = () =>
  city.db.kysely
    .transaction()
    .execute((db) => seedRegistry(db, { keys: city.host.keys, now: city.now }));
/** What the program sees that looks over the whole city. */
const look = (text: string): Promise<Record<string, unknown>[]> =>
  city.db.kysely.transaction().execute(async (db) => {
    await lookOver({ db, now: city.now }, [placeRange(310000000000000)]);
    return (await sql.raw<Record<string, unknown>>(text).execute(db)).rows;
  });
const count = async (what: string): Promise<number> =>
  Number((await look(`select count(*) as found from ${what}`))[0]?.found);
beforeAll(async () => {
  city = await aCity({ demo: true });

  await seed();

  wang = await city.person('王敏敏', { as: 'committee_worker', at: lane });
});
afterAll(() => city.close());

test('three thousand people live in the home street, eight hundred of them in the home committee', async () => {
  expect(await count(`registry.presence where role = 'lives'`)).toBe(3000);
  expect(await count(`registry.presence where role = 'lives' and place = ${lane}`)).toBe(800);
  expect(await count('registry.person')).toBe(3001); // one of them stands there twice
  expect(await count(`registry.person_key where kind = 'id'`)).toBe(3000);
  expect(
    await count(`registry.home h join places.address a on a.no = h.address
    where h.place = ${lane} and h.place = a.place and h.door like a.line || '%'`),
  ).toBe(await count(`registry.home where place = ${lane}`));
});

test('a second start leaves them as they are, and what comes later gets numbers of its own', async () => {
  expect(await seed()).toBe(false);
  expect(await count('registry.person')).toBe(3001); // one of them stands there twice
  for (const table of ['person', 'home', 'household']) {
    const [row] = await look(
      `select nextval(pg_get_serial_sequence('registry.${table}', 'no')) > max(no) as free from registry.${table}`,
    );
    expect(row?.free, table).toBe(true);
  }
});

test('what the search proposes to try finds somebody', async () => {
  for (const q of ['王小', 'wxm', '5678', '16499995678', '146弄 1号 501']) {
    const { people } = await wang.call(findInRegistry, { q });
    expect(
      people.map(({ name }) => name),
      q,
    ).toContain('王小妹');
  }
  expect((await wang.call(findInRegistry, { q: '1号501' })).homes).not.toEqual([]);
});

test('the worker finds them by pinyin, opens a home, and the number that is opened is nobody’s', async () => {
  const { people } = await wang.call(findInRegistry, { q: 'zhang' });
  expect(people.length).toBeGreaterThan(5);
  const home = people.find((one) => one.role === 'lives')?.home ?? '';
  const card = await wang.call(homeCard, { home });
  expect(card.households[0]?.people.map(({ relation }) => relation)).toContain('02');
  const person = people[0]?.person ?? 0;
  const { numbers } = await wang.call(personCard, { person });
  expect(numbers[0]?.masked).toMatch(/^313\*+\d{3}[\dX]$/);
  const opened = async (element: 'id' | 'phone') =>
    (await wang.call(revealValue, { person, element, purpose: 'visit' })).value;
  const id = await opened('id');
  expect(isSyntheticId(id)).toBe(true);
  expect((await wang.call(findInRegistry, { q: id })).people[0]?.person).toBe(person);
  if (numbers.length > 1) expect(isSyntheticPhone(await opened('phone'))).toBe(true);
});

test('labels of level 4 are sealed: neither a card nor a list nor SQL over the whole city has them', async () => {
  expect(await count('registry.label')).toBe(await count('registry.label where code is not null'));
  const [row] = await city.asOwner(
    'select count(*) as sealed from registry.label where code is null',
  );
  expect(Number(row?.sealed)).toBeGreaterThan(50);
  const sensitive = ['disabled', 'care_grade', 'pregnant', 'lost_only_child', 'child_in_need'];
  const list = sensitive.map((code) => `'${code}'`).join();
  const clear = `select (select count(*) from registry.label where code in (${list}))
    + (select count(*) from registry.presence where labels && array[${list}]) as found`;
  expect(Number((await city.asOwner(clear))[0]?.found)).toBe(0);
});

test('who is registered in another committee of the street stands in both, as what they are there', async () => {
  const pairs = `registry.presence l join registry.presence r on r.person = l.person
    where l.role = 'lives' and r.role = 'registered' and l.standing = 2 and r.standing = 3 and l.street = r.street`;
  expect(await count(`${pairs} and l.place = ${lane} and r.place <> ${lane}`)).toBeGreaterThan(80);
  expect(await count(`${pairs} and r.place = ${lane}`)).toBeGreaterThan(80);
  const { people } = await wang.call(findInRegistry, { q: 'zhang' });
  expect(people.map(({ standing }) => standing)).toContain('from_outside');
});

test('the resident of the landing page is one of them, and reads who looked at her', async () => {
  const lin = city.anyone();
  await lin.call(signInDemo, { as: 'resident' });
  const { binding, groups } = await lin.call(ownData, {});
  expect(binding?.roleName).toBe('居委会干部');
  const empty = groups.filter(({ values }) => values.length === 0);
  const others = ['affairs', 'certificates', 'offers', 'ratings', 'assistance', 'papers']; // told apart from the registry
  expect(empty.map(({ group }) => group)).toEqual(others);
  expect(groups[0]?.values[0]?.says).toBe('林桂英');
  expect((await lin.call(ownLooks, {})).looks).toHaveLength(4);
});

test('one record is held, one delay waits, something was deleted, and a committee has told of an address', async () => {
  const safety = city.anyone();
  await safety.call(signInDemo, { as: 'safety_admin' });
  const { holds } = await safety.call(listHolds, {});
  expect(holds).toMatchObject([{ number: expect.stringContaining('*'), holds: true }]);
  const { delays } = await safety.call(listDelays, {});
  expect(delays).toMatchObject([{ state: 'asked', approvals: [{ role: 'safety_admin' }] }]);
  const { deletions } = await safety.call(listDeletions, {});
  expect(deletions).toMatchObject([{ kind: 'access', why: 'period', count: 14 }]);
  const leader = city.anyone();
  await leader.call(signInDemo, { as: 'street_leader' });
  expect((await leader.call(listDoorHints, {})).hints).toMatchObject([{ state: 'open' }]);
});
