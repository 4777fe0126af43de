// SPDX-License-Identifier: Apache-2.0
// A number is wrong: the telephone is the committee's to correct, the document's number the police's; masked everywhere.
import { idCheckOf } from '@lilong/contracts/id-number';
import { type PersonCard, personCard, revealValue } from '@lilong/contracts/registry';
import { findInRegistry } from '@lilong/contracts/registry-find';
import {
  answerObjection,
  correctValue,
  listObjections,
  objectTo,
  objectToMine,
  openProposed,
  ownObjections,
  readObjection,
} from '@lilong/contracts/registry-objections';
import { bindMe, offerBinding, ownData, ownFile, ownLooks } from '@lilong/contracts/registry-own';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../../test/city.ts';
import { refusal } from '../../../test/refusal.ts';
import { type Put, putPerson } from '../../../test/registry-people.ts';

const LANE = 310101002001000; // 云南中路居委会
const day = 24 * 60 * 60_000;
const evidence = '看过身份证原件';
const whole = /(?<![\d-])(1[3-9]\d{9}|\d{17}[\dX])(?!\d)/;
let city: City;
let min: Person; // committee worker
let police: Person; // 公安分局
beforeAll(async () => {
  city = await aCity({ settings: { SESSION_HOURS: '10000' } });
  min = await city.person('王敏', { as: 'committee_worker' });
  police = await city.person('钱民警', {
    ...{ as: 'department_officer', organisation: '黄浦区公安分局（示例）' },
  });
});
afterAll(() => city.close());

const someone = (): Promise<Put> =>
  putPerson(city, LANE, { role: 'lives', until: null, protected: false });
const cardOf = ({ person }: Put, at?: string): Promise<PersonCard> =>
  min.call(personCard, { person, ...(at === undefined ? {} : { at }) });
const numbersOf = ({ numbers }: PersonCard) => numbers.map(({ masked }) => masked);
const found = async (q: string) =>
  (await min.call(findInRegistry, { q })).people.map(({ person }) => person);
const code = async (asked: Promise<unknown>) => (await refusal(asked)).code;

test('a document’s number is objected to masked, compared whole by whoever answers, and then finds its person', async () => {
  const [put, other] = [await someone(), await someone()];
  const first = `310100197902${put.id.slice(12, 17)}`;
  const proposed = first + idCheckOf(first);
  const object = (number: number, to: string) =>
    min.call(objectTo, {
      element: 'person.id',
      person: put.person,
      number,
      proposed: to,
      evidence,
    });
  expect(await code(object(0, '310100197902010010'))).toBe('objection.value');
  expect(await code(object(0, put.id))).toBe('objection.same');
  expect(await code(object(1, proposed))).toBe('found.nothing'); // that one is a telephone
  const correct = { element: 'person.id', person: put.person, number: 0, proposed } as const;
  expect(await code(min.call(correctValue, correct))).toBe('objection.not-own');
  const { objection } = await object(0, proposed);
  const card = await cardOf(put);
  const value = card.values.find(({ element }) => element === 'person.id');
  const masked = `310***********${proposed.slice(-4)}`;
  expect(value).toMatchObject({
    ...{ number: 0, name: '身份证', value: null, says: `310***********${put.id.slice(-4)}` },
    ...{ may: 'object', contested: { proposed: masked, state: 'open' } },
  });
  const facts = await police.call(readObjection, { objection });
  expect(facts).toMatchObject({ proposed: masked, can: { answer: true, open: true } });
  const lists = [card, facts, await police.call(listObjections, { box: 'answer' })];
  expect(JSON.stringify([...lists, await min.call(listObjections, { box: 'raised' })])).not.toMatch(
    whole,
  );
  expect(await code(min.call(openProposed, { objection }))).toBe('auth.denied');
  expect((await police.call(openProposed, { objection })).value).toBe(proposed);
  city.clock.advance(day);
  await police.call(answerObjection, { objection, accept: true });
  expect([await found(proposed), await found(put.id)]).toEqual([[put.person], []]);
  expect(numbersOf(await cardOf(put))).toContain(masked);
  expect(numbersOf(await cardOf(put, '2026-03-02'))).toEqual(numbersOf(card));
  const taken = await object(0, other.id);
  const accept = police.call(answerObjection, { objection: taken.objection, accept: true });
  expect(await code(accept)).toBe('objection.number-known');
  expect([await found(proposed), await found(other.id)]).toEqual([[put.person], [other.person]]);
});

test('a telephone is the committee’s: it is corrected at once, found by its end, and its account is parted', async () => {
  const put = await someone();
  const who = await city.resident('林阿婆');
  const { keys } = city.host;
  await city.asOwner(`update identity.account set phone_sealed = '${keys.seal(put.phone)}',
    phone_digest = '${keys.digest('phone', put.phone)}' where no = ${who.account}`);
  const bind = await min.call(offerBinding, {
    ...{ person: put.person, document: '111', number: put.id },
  });
  await who.call(bindMe, { code: bind.code });
  const mine = await who.call(objectToMine, {
    ...{ element: 'person.phone', number: 1, proposed: '139 1234 8765', evidence: '换了号码' },
  });
  const raised = (await who.call(ownObjections, {})).objections;
  expect(raised[0]).toMatchObject({ current: expect.any(String), proposed: '139****8765' });
  expect(JSON.stringify(raised)).not.toMatch(whole);
  const { objection } = mine;
  expect((await min.call(openProposed, { objection })).value).toBe('13912348765');
  await min.call(answerObjection, { objection, accept: true });
  expect([await found('13912348765'), await found(put.phone)]).toEqual([[put.person], []]);
  expect(await found('8765')).toContain(put.person);
  expect(await found(put.phone.slice(-4))).not.toContain(put.person);
  const asked = { person: put.person, element: 'phone', purpose: 'visit' } as const;
  expect((await min.call(revealValue, asked)).value).toBe('13912348765');
  expect(await who.call(ownData, {})).toMatchObject({ binding: null, ended: { why: 'phone' } });
  const again = { element: 'person.phone', person: put.person, number: 1 } as const;
  await min.call(correctValue, { ...again, proposed: '63221234' });
  expect(numbersOf(await cardOf(put))).toContain('021*****1234');
  const next = await min.call(offerBinding, {
    ...{ person: put.person, document: '111', number: put.id },
  });
  await who.call(bindMe, { code: next.code });
  const { groups } = await who.call(ownData, {});
  const phone = groups.flatMap(({ values }) => values).find(({ key }) => key === 'phone');
  expect(phone).toMatchObject({ says: '021*****1234', source: '居委会登记' });
  expect(phone?.more.join()).toContain(`以前：联系电话 ${put.phone.slice(0, 3)}****`);
  const { looks } = await who.call(ownLooks, {});
  expect(looks.map(({ says }) => says)).toEqual(
    expect.arrayContaining(['看了您的联系电话', '更正了您的信息：联系电话']),
  );
  expect(JSON.stringify(await who.call(ownFile, { as: 'json' }))).toContain(put.phone);
});
