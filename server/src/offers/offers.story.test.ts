// SPDX-License-Identifier: Apache-2.0
// 免申即享: found at night, each once; told why; taken with one tap, refused, lapsed; told at the door, answered at a window.
import { affairStates } from '@lilong/contracts/affair-flow';
import { receiveApplication } from '@lilong/contracts/affair-work';
import { getMine, startDraft, submitDraft } from '@lilong/contracts/affairs';
import { moveTicket } from '@lilong/contracts/counters';
import type { Condition } from '@lilong/contracts/item-body';
import {
  acceptOffer,
  acceptOfferFor,
  myOffer,
  myOffers,
  offerFigures,
  offersFor,
  offerTasks,
  openOfferTask,
  refuseOffer,
  reopenOffer,
  tellOfferTask,
} from '@lilong/contracts/offers';
import { placeRange } from '@lilong/contracts/place-no';
import { ownLooks } from '@lilong/contracts/registry-own';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, codeOf, type Offices, openOffices, visits } from '../../test/affairs-people.ts';
import { refusal } from '../../test/refusal.ts';
import { type Put, putPerson } from '../../test/registry-people.ts';
import { isSo } from '../affairs/index.ts';
import { systemActor } from '../kernel/actor.ts';
import type { Host } from '../kernel/host.ts';
import { asSystem } from '../kernel/serve.ts';
import { heldAmong } from '../registry/index.ts';
import { findEntitled } from './find.ts';
import { tidyOffers } from './tidy.ts';

const lane = 310101002001000;
const DAY = 86_400_000;
let offices: Offices;
beforeAll(async () => {
  offices = await openOffices();
});
afterAll(() => offices.city.close());

/** Somebody of the lane without an account. */
async function somebody(bornOn: string, registered = '310101', more = ''): Promise<Put> {
  const put = await putPerson(offices.city, lane, { role: 'lives', until: null, protected: false });
  await offices.city.asOwner(`select set_config('lilong.persons', '{${put.person}}', true);
    update registry.person set born_on = '${bornOn}', registered_in = '${registered}' ${more} where no = ${put.person};`);
  return put;
}
const whole = `select set_config('lilong.whole', 'backup', true);`;
async function offersOf(person: number): Promise<string[]> {
  const rows = await offices.city.asOwner(
    `${whole} select item, state from offers.offer where person = ${person} order by item;`,
  );
  return rows.filter((row) => 'item' in row).map(({ item, state }) => `${item} ${state}`);
}
/** A program that is killed at its so many-th transaction. */
function killedAfter(host: Host, times: number): Host {
  let left = times;
  const clock = () => {
    left -= 1;
    if (left < 0) throw new Error('killed');
    return host.clock();
  };
  return { ...host, clock };
}
const both = ['S011 waits', 'S067 waits'];

test('a night that is killed in the middle goes on; two at once share it; everybody is offered once, and nobody else', async () => {
  const { city, aResident } = offices;
  const olds = [];
  for (const year of [1940, 1945, 1950, 1955, 1959]) olds.push(await somebody(`${year}-05-06`));
  const justNow = await somebody('1961-03-02'); // 65 today
  const tomorrow = await somebody('1961-03-03');
  const others = [
    tomorrow,
    await somebody('1950-01-01', '320100'),
    await somebody('1950-01-01', '310101', ', protected = true'),
    await somebody('1950-01-01', '310101', `, died_on = '2026-01-05'`),
  ];
  const asked = await aResident('1950-02-03');
  await asked.who.call(startDraft, { item: 'S011' });
  await expect(findEntitled(killedAfter(city.host, 4), 3)).rejects.toThrow('killed');
  const half = await city.asOwner(`select looked, offered, ended_at from offers.run`);
  expect(half).toMatchObject([{ looked: 9, ended_at: null }]);
  await Promise.all([findEntitled(city.host, 3), findEntitled(city.host, 4)]);
  for (const { person } of [...olds, justNow]) expect(await offersOf(person)).toEqual(both);
  for (const { person } of others) expect(await offersOf(person)).toEqual([]);
  expect(await offersOf(asked.put.person)).toEqual(['S067 waits']);
  const looks =
    await city.asOwner(`${whole} select x.person, x.elements, x.organisation, x.post from registry.access x
    where x.role = 'program' and x.person = ${justNow.person};`);
  expect(looks.filter((row) => 'elements' in row)).toHaveLength(2);
  await findEntitled(city.host);
  expect(await offersOf(justNow.person)).toEqual(both);
  city.clock.set(new Date(city.clock().getTime() + DAY));
  await findEntitled(city.host);
  expect(await offersOf(tomorrow.person)).toEqual(both);
});

test('conditions mean the same in the database as in a form', async () => {
  const { city } = offices;
  const day = '2026-03-03';
  const conditions: Condition[] = [
    { element: 'person.age', atLeast: 65 },
    { element: 'person.age', atLeast: 60, below: 76 },
    { element: 'person.age', is: ['66', '76'] },
    { element: 'person.registered_in', begins: '31' },
    { element: 'person.registered_in', is: ['320100'] },
    { element: 'person.sex', is: ['1'] },
    { element: 'person.nation', known: true },
    { element: 'person.born_on', atLeast: 3 },
    { element: 'person.labels', is: ['needs_care', 'lives_alone'] },
    { element: 'person.labels', known: true },
    { element: 'person.committee', is: [String(lane)] },
    { element: 'person.door', begins: '试验路1' },
    { element: 'person.phone', known: true },
    { element: 'home.tenure', known: true },
    { element: 'home.area_m2', atLeast: 40 },
  ];
  const people = await asSystem(city.host, 'test', systemActor, (ctx) =>
    heldAmong(ctx, placeRange(lane), 100),
  );
  expect(people.length).toBeGreaterThan(8);
  for (const condition of conditions) {
    const asked = JSON.stringify(condition).replaceAll("'", "''");
    const [{ said } = { said: '' }] = await city.asOwner(
      `select offers.fits('${asked}'::jsonb, '${day}') as said`,
    );
    const rows = await city.asOwner(`${whole} select q.no from registry.person q
      cross join lateral (select p.* from registry.presence p where p.person = q.no and p.role = 'lives' and p.to_on is null) p
      left join registry.home h on h.street = p.street and h.no = p.home where ${said};`);
    const found = rows.flatMap(({ no }) => (no === undefined ? [] : [Number(no)]));
    for (const { person, values } of people)
      expect(found.includes(person), `${asked} ${person}`).toBe(
        isSo(condition, values, { questions: {} }),
      );
  }
});

test('why, with the source of each value; one tap hands it in and it is decided; what has to be said first is asked', async () => {
  const { city, aResident } = offices;
  const { who, put } = await aResident('1951-04-05');
  expect((await who.call(myOffers, {})).offers).toEqual([]);
  await findEntitled(city.host);
  const { offers } = await who.call(myOffers, {});
  expect(offers.map(({ item, state }) => `${item} ${state}`).sort()).toEqual(both);
  const { offer = 0 } = offers.find(({ item }) => item === 'S011') ?? {};
  const shown = await who.call(myOffer, { offer });
  expect(shown).toMatchObject({
    ...{ whole: true, atOnce: true, gets: '老年综合津贴', fills: { deliverBy: 'phone' } },
    conditions: [
      { says: '年满 65 周岁', so: true, held: { says: '74', source: 'test', day: '2026-01-01' } },
      { says: '本市户籍', so: true, held: { says: '黄浦区' } },
    ],
  });
  expect(JSON.stringify(shown)).not.toContain(put.id);
  const stranger = (await aResident('1951-04-05')).who;
  expect((await refusal(stranger.call(myOffer, { offer }))).status).toBe(404);
  expect((await refusal(stranger.call(acceptOffer, { offer }))).status).toBe(404);
  const taken = await who.call(acceptOffer, { offer, fields: { account: 'card' } });
  expect(taken).toMatchObject({ state: 'delivered', item: 'S011' });
  expect(affairStates).toContain(taken.state);
  const page = await who.call(getMine, { ref: taken.matter });
  expect(page.timeline.map(({ did }) => did)).toEqual([
    'started',
    'unasked',
    'submit',
    'accept',
    'grant',
    'deliver',
  ]);
  expect(page.fields).toContainEqual(
    expect.objectContaining({ key: 'account', says: '社会保障卡银行账户' }),
  );
  expect(await codeOf(who.call(acceptOffer, { offer }))).toBe('offers.answered');
  const card = offers.find(({ item }) => item === 'S067')?.offer ?? 0;
  expect((await who.call(acceptOffer, { offer: card })).state).toBe('draft');
  const looks = (await who.call(ownLooks, {})).looks.filter(
    ({ roleName }) => roleName === '系统自动核对',
  );
  expect(looks.map(({ says }) => says)).toContain(
    '按“老年综合津贴申领”的条件（年满 65 周岁、本市户籍）自动核对，符合，提醒您',
  );
  expect(looks[0]).toMatchObject({ organisationName: null, purpose: '免申即享：够条件的主动提醒' });
});

test('no is no, until one asks; unanswered it is told once more and lapses; what no longer fits cannot be taken', async () => {
  const { city, aResident } = offices;
  const { who, put } = await aResident('1952-05-06');
  await findEntitled(city.host);
  const [first, second] = (await who.call(myOffers, {})).offers;
  const [one, other] = [first?.offer ?? 0, second?.offer ?? 0];
  await who.call(refuseOffer, { offer: one, reason: '已经够用了' });
  expect(await codeOf(who.call(acceptOffer, { offer: one }))).toBe('offers.answered');
  await findEntitled(city.host);
  const states = async () =>
    new Map((await who.call(myOffers, {})).offers.map((line) => [line.offer, line]));
  expect((await states()).get(one)).toMatchObject({ state: 'refused', reason: '已经够用了' });
  city.clock.set(new Date(city.clock().getTime() + 31 * DAY));
  await tidyOffers(city.host);
  expect((await states()).get(other)).toMatchObject({ state: 'waits', reminded: true });
  await who.call(reopenOffer, { offer: one });
  await city.asOwner(`select set_config('lilong.persons', '{${put.person}}', true);
    update registry.person set registered_in = '320100' where no = ${put.person};`);
  expect((await who.call(myOffer, { offer: one })).conditions).toMatchObject([
    { so: true },
    { so: false },
  ]);
  expect(await codeOf(who.call(acceptOffer, { offer: one }))).toBe('offers.no-longer');
  city.clock.set(new Date(city.clock().getTime() + 70 * DAY));
  await tidyOffers(city.host);
  expect((await states()).get(other)).toMatchObject({
    state: 'lapsed',
    answeredOn: expect.any(String),
  });
  expect((await states()).get(one)).toMatchObject({ state: 'waits' }); // it began anew when it was asked for
});

test('whoever is offered something and applies in the ordinary way has taken it, at home and at a window', async () => {
  const { city, bai, aResident } = offices;
  const { who, put } = await aResident('1954-01-02');
  await findEntitled(city.host);
  const stateOf = async (item: string) =>
    (await who.call(myOffers, {})).offers.find((one) => one.item === item);
  await who.call(refuseOffer, { offer: (await stateOf('S067'))?.offer ?? 0 });
  const draft = await who.call(startDraft, {
    ...{ item: 'S011', questions: { who: 'self' }, fields: { account: 'card' } },
  });
  await city.settleDown();
  await tidyOffers(city.host);
  expect(await stateOf('S011')).toMatchObject({ state: 'waits', matter: null }); // only begun
  const handed = await who.call(submitDraft, { ...at(draft), deliverBy: 'phone' });
  await city.settleDown();
  expect(await stateOf('S011')).toMatchObject({ state: 'accepted', matter: handed.ref });
  // Who said no and asked for it later has it as well.
  const ticket = await visits(offices, bai, put);
  const page = await bai.call(receiveApplication, {
    ...{ person: put.person, item: 'S067', consent: { by: 'told' }, deliverBy: 'post' },
    questions: { first: 'yes' },
    fields: { photo_agreed: true },
  });
  await bai.call(moveTicket, { ticket, move: 'done' });
  await city.settleDown();
  await tidyOffers(city.host);
  expect(await stateOf('S067')).toMatchObject({
    ...{ state: 'accepted', matter: page.ref, reason: null },
  });
});

test('the committee tells those without an account at the door; a clerk writes down a yes at the window', async () => {
  const { city, bai, wu } = offices;
  const put = await somebody('1953-06-07');
  await findEntitled(city.host);
  const { tasks, total } = await wu.call(offerTasks, { item: 'S011' });
  const task = tasks.find(({ door }) => door === put.door);
  expect(task).toMatchObject({ itemName: '老年综合津贴申领', told: null });
  expect(JSON.stringify(tasks)).not.toContain(put.name);
  const offer = task?.offer ?? 0;
  const elsewhere = await city.person('郑干部', { as: 'committee_worker', at: 310101002002000 });
  expect((await elsewhere.call(offerTasks, {})).total).toBe(0);
  expect((await refusal(elsewhere.call(openOfferTask, { offer }))).status).toBe(404);
  const opened = await wu.call(openOfferTask, { offer });
  expect(opened).toMatchObject({
    name: put.name,
    person: put.person,
    conditions: [{ so: true }, { so: true }],
  });
  await wu.call(tellOfferTask, { offer, how: 'told' });
  expect((await wu.call(offerTasks, { item: 'S011' })).total).toBe(total - 1);
  const looks = await city.asOwner(`${whole} select elements, purpose from registry.access
    where person = ${put.person} and role = 'committee_worker' and purpose = 'offer';`);
  expect(looks).toContainEqual({ elements: ['offer-told'], purpose: 'offer' });
  expect(await codeOf(bai.call(offersFor, { person: put.person }))).toBe('affairs.no-grant');
  await visits(offices, bai, put);
  const atWindow = await bai.call(offersFor, { person: put.person });
  expect(atWindow.offers.map(({ item }) => item).sort()).toEqual(['S011', 'S067']);
  const taken = await bai.call(acceptOfferFor, { person: put.person, offer });
  expect(taken.state).toBe('delivered');
  expect(await offersOf(put.person)).toEqual(['S011 accepted', 'S067 waits']);
});

test('counted by item and district, small numbers hidden and all rounded; a department reads its own', async () => {
  const { city } = offices;
  const chief = await city.person('市领导', { as: 'city', at: 310000000000000 });
  const { figures, nights } = await chief.call(offerFigures, {});
  const allowance = figures.find(({ item }) => item === 'S011');
  expect(allowance).toMatchObject({
    districtName: '黄浦区',
    accepted: null,
    refused: null,
    over: null,
  });
  expect((allowance?.offered ?? 1) % 5).toBe(0);
  expect(nights.every(({ endedAt }) => endedAt !== null)).toBe(true);
  const own = await offices.civil.call(offerFigures, {});
  expect(own.figures.map(({ item }) => item)).toEqual(['S011']);
});
