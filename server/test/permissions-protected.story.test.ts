// SPDX-License-Identifier: Apache-2.0
// Somebody who is protected stands in nothing that is searched, counted, drawn, proposed or taken out, and is named by no
// number that a worker types; whoever lives beside them is found as ever.
import { homeCard, householdCard, personCard, revealValue } from '@lilong/contracts/registry';
import {
  countCrowd,
  exportCrowd,
  exportFile,
  keepCrowd,
  listCrowdPeople,
  mapCrowd,
} from '@lilong/contracts/registry-crowds';
import { findInRegistry } from '@lilong/contracts/registry-find';
import { putGroup, setLeader } from '@lilong/contracts/registry-groups';
import {
  institutionCard,
  listInstitutions,
  putInstitution,
  putMember,
} from '@lilong/contracts/registry-institutions';
import { putLabel } from '@lilong/contracts/registry-labels';
import { listTwins } from '@lilong/contracts/registry-merging';
import { lookUpNumber, moveOut } from '@lilong/contracts/registry-moves';
import { objectTo } from '@lilong/contracts/registry-objections';
import type { Route } from '@lilong/contracts/route';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '../src/kernel/actor.ts';
import { asSystem } from '../src/kernel/serve.ts';
import { protect } from '../src/registry/protection.ts';
import { aCity, type City, type Person } from './city.ts';
import { refusal } from './refusal.ts';
import { type Put, putPerson } from './registry-people.ts';

const lane = 310101002001000; // 云南中路居委会
const like = { role: 'lives', until: null } as const;

let city: City;
let wu: Person;
let hidden: Put;
let open: Put;
beforeAll(async () => {
  city = await aCity();
  wu = await city.person('吴干部', { as: 'committee_worker', at: lane });
  hidden = await putPerson(city, lane, { ...like, protected: true });
  open = await putPerson(city, lane, { ...like, protected: false });
});
afterAll(() => city.close());

const says = (reply: unknown, { name, id, phone }: Put): boolean =>
  [name, id, phone].some((one) => JSON.stringify(reply).includes(one));
const everybody = { role: 'lives' } as const;

test('no search finds them, by whatever somebody has at hand', async () => {
  for (const at of ['name', 'id', 'phone', 'door'] as const) {
    expect(says(await wu.call(findInRegistry, { q: hidden[at] }), hidden)).toBe(false);
    expect(says(await wu.call(findInRegistry, { q: open[at] }), open)).toBe(true);
  }
  for (const q of ['mou', 'm', '某', hidden.phone.slice(-4)])
    expect(says(await wu.call(findInRegistry, { q }), hidden)).toBe(false);
  const { homes } = await wu.call(findInRegistry, { q: hidden.door });
  expect(homes).toMatchObject([{ people: 0 }]);
});

test('their home and their household stand without them; they are neither opened nor changed', async () => {
  const { person, home, household } = hidden;
  expect(says(await wu.call(homeCard, { home }), hidden)).toBe(false);
  expect(says(await wu.call(householdCard, { household }), hidden)).toBe(false);
  const tries: readonly (readonly [Route, object])[] = [
    [personCard, { person }],
    [revealValue, { person, element: 'phone', purpose: 'visit' }],
    [putLabel, { person, label: 'lives_alone' }],
    [moveOut, { person, on: '2026-03-01' }],
    [objectTo, { person, element: 'person.sex', proposed: '2', evidence: '身份证' }],
  ];
  for (const [route, input] of tries) {
    const answer = await refusal(wu.call(route, input as never));
    expect([route.path, answer.status]).toEqual([route.path, 403]);
    expect(says(answer, hidden)).toBe(false);
  }
});

test('no crowd lists, counts or draws them, and none is taken out with them', async () => {
  const conditions = everybody;
  const listed = await wu.call(listCrowdPeople, { conditions });
  expect(says(listed, open)).toBe(true);
  expect(says(listed, hidden)).toBe(false);
  const before = await wu.call(countCrowd, { conditions });
  const drawn = await wu.call(mapCrowd, { conditions });
  await putPerson(city, lane, { ...like, protected: true });
  expect(await wu.call(countCrowd, { conditions })).toEqual(before);
  expect(await wu.call(mapCrowd, { conditions })).toEqual(drawn);
  const columns = ['name', 'door'] as const;
  const { crowd } = await wu.call(keepCrowd, { name: '所有人', conditions, columns: [...columns] });
  const made = await wu.call(exportCrowd, { crowd, purpose: 'visit' });
  const file = await wu.call(exportFile, { export: made.export, as: 'csv' });
  expect([says(file, open), says(file, hidden)]).toEqual([true, false]);
});

test('above the committee nobody of them is in a count', async () => {
  const leader = await city.person('李主任', { as: 'street_leader', at: 310101002000000 });
  const asked = { conditions: everybody };
  const before = await leader.call(countCrowd, asked);
  for (let nth = 0; nth < 5; nth += 1) await putPerson(city, lane, { ...like, protected: true });
  expect(await leader.call(countCrowd, asked)).toEqual(before);
});

test('a number that is typed opens nothing, writes no grant and says no name', async () => {
  const answer = await refusal(wu.call(lookUpNumber, { document: '111', number: hidden.id }));
  expect(answer).toMatchObject({ code: 'registry.not-by-number', field: 'number' });
  expect(says(answer, { ...hidden, id: hidden.name })).toBe(false);
  expect((await refusal(wu.call(personCard, { person: hidden.person }))).status).toBe(403);
  const other = await city.person('郑干部', { as: 'committee_worker', at: 310101002002000 });
  const asked = { document: '111', number: hidden.id } as const;
  expect((await refusal(other.call(lookUpNumber, asked))).status).toBe(403);
});

test('they are proposed as nobody’s second record', async () => {
  const other = await putPerson(city, lane, { ...like, protected: false });
  const say = (change: string) =>
    city.asOwner(`select set_config('lilong.whole', 'rotation', true); ${change}`);
  await say(`
    update registry.presence set name = '${open.name}' where person = ${other.person};
    delete from registry.person_key where person = ${other.person} and kind = 'id'`);
  expect((await wu.call(listTwins, {})).pairs).toHaveLength(1);
  await say(`update registry.presence set protected = true where person = ${other.person}`);
  expect((await wu.call(listTwins, {})).pairs).toEqual([]);
});

test('they hold no office that a list would show', async () => {
  const { institution } = await wu.call(putInstitution, { kind: 'team', name: '合唱队' });
  const { person } = hidden;
  const office = wu.call(putMember, { institution, person, position: '队长' });
  expect((await refusal(office)).status).toBe(403);
  const { group } = await wu.call(putGroup, { name: '第一楼组' });
  expect((await refusal(wu.call(setLeader, { group, person }))).status).toBe(403);
  const cards = [
    await wu.call(institutionCard, { institution }),
    await wu.call(listInstitutions, { q: hidden.name }),
  ];
  expect(says(cards, hidden)).toBe(false);
});

test('somebody is protected by order: found no more, what was open ends, and all is as before when it is lifted', async () => {
  const other = await putPerson(city, lane, { ...like, protected: false });
  const { person, id: number, name } = other;
  const order = (lift: boolean, of = number) =>
    asSystem(city.host, 'test', systemActor, (ctx) =>
      protect(ctx, { number: of, reason: '人身安全保护令', operator: 'root', lift }),
    );
  await wu.call(lookUpNumber, { document: '111', number });
  await order(false);
  expect(says(await wu.call(findInRegistry, { q: name }), other)).toBe(false);
  expect((await refusal(wu.call(personCard, { person }))).status).toBe(403);
  await order(true);
  expect(says(await wu.call(findInRegistry, { q: name }), other)).toBe(true);
  await expect(order(false, '11010519491231002X')).rejects.toMatchObject({
    code: 'registry.nobody',
  });
  const kept = await city.asOwner(
    "select act, to_jsonb(a)::text as line from kernel.audit a where act like 'registry.prot%' order by no",
  );
  expect(kept.map(({ act }) => act)).toEqual(['registry.protected', 'registry.protection-lifted']);
  expect(JSON.stringify(kept)).not.toContain(number);
});

test('what is pushed to screens names a place and nobody', async () => {
  await wu.call(putLabel, { person: open.person, label: 'lives_alone' });
  await city.settleDown();
  const told = JSON.stringify(await city.asOwner('select name, facts from kernel.event'));
  for (const put of [hidden, open]) expect(says(told, put)).toBe(false);
});
