// SPDX-License-Identifier: Apache-2.0
// Who stands at a window is recognised; their file is open to whoever serves them, until the visit ends, in whichever way.
import {
  addMatter,
  callNext,
  cancelTicket,
  counterDesk,
  moveTicket,
  parkTicket,
  sitAtWindow,
  takeTicket,
  transferTicket,
} from '@lilong/contracts/counters';
import { identifyVisitor, openWard, ticketVisit } from '@lilong/contracts/counters-visit';
import { parseRef } from '@lilong/contracts/refs';
import { personCard, revealValue } from '@lilong/contracts/registry';
import { findInRegistry } from '@lilong/contracts/registry-find';
import { proveGuardian } from '@lilong/contracts/registry-guardians';
import { recordDeath } from '@lilong/contracts/registry-moves';
import { bindMe, endGrant, offerBinding, ownData, ownLooks } from '@lilong/contracts/registry-own';
import { showMe } from '@lilong/contracts/registry-show';
import { sayTie } from '@lilong/contracts/registry-ties';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emptyHalls } from '../src/counters/on.ts';
import { lookAs } from '../src/registry/reach.ts';
import { aCity, type City, type Person } from './city.ts';
import { refusal } from './refusal.ts';
import { type Put, putPerson } from './registry-people.ts';

const far = 310104003001000; // a committee of 徐汇区: the hall is in 黄浦区
const minute = 60_000;
const document = '111' as const;

let city: City;
let gu: Person;
let tang: Person;
let elsewhere: Person;
let manager: Person;
let wu: Person;
let centre: number;
let windows: readonly number[];
beforeAll(async () => {
  city = await aCity({ settings: { SESSION_HOURS: '10000', RESIDENT_SESSION_DAYS: '1000' } });
  const hall = '南京东路街道社区事务受理服务中心（示例）';
  gu = await city.person('顾窗口', { as: 'counter_clerk', organisation: hall });
  tang = await city.person('汤窗口', { as: 'counter_clerk', organisation: hall });
  manager = await city.person('陆主任', { as: 'centre_manager', organisation: hall });
  const other = '外滩街道社区事务受理服务中心（示例）';
  elsewhere = await city.person('乔窗口', { as: 'counter_clerk', organisation: other });
  wu = await city.person('吴干部', { as: 'committee_worker', at: far });
  const desk = await gu.call(counterDesk, {});
  centre = desk.centre;
  windows = desk.windows.map(({ window }) => window);
});
afterAll(() => city.close());

/** An empty hall, in which two sit. */
beforeEach(async () => {
  city.clock.advance(minute);
  await city.asOwner(`
    update counters.ticket set state = 'cancelled', "window" = null, serving_at = null, ended_at = taken_at, identified = false
      where state in ('taken', 'transferred', 'called', 'serving');
    update counters."window" set open = false, seat = null`);
  await gu.call(sitAtWindow, { window: windows[0] ?? 0 });
  await tang.call(sitAtWindow, { window: windows[1] ?? 0 });
});

const put = (more: Partial<Put> = {}) =>
  putPerson(city, far, { role: 'lives', until: null, protected: false, ...more });
let residents = 0;
async function bound(): Promise<{ who: Person; put: Put }> {
  const one = await put();
  const who = await city.resident(`居民${++residents}`);
  const { code } = await wu.call(offerBinding, { person: one.person, document, number: one.id });
  await who.call(bindMe, { code });
  return { who, put: one };
}
const at = (clerk: Person): number => windows[clerk === gu ? 0 : 1] ?? 0;
const next = async (clerk: Person): Promise<string> =>
  (await clerk.call(callNext, { window: at(clerk) })).ticket?.ticket ?? '';
const move = (
  clerk: Person,
  ticket: string,
  name: 'serve' | 'done' | 'no_show' | 'cancel' | 'call_again' | 'bring_back' | 'back',
) => clerk.call(moveTicket, { ticket, move: name });

/** Somebody takes a ticket and is called to a clerk. */
async function called(clerk: Person, services = ['general']) {
  const { token } = await city.anyone().call(takeTicket, { centre, services, by: 'kiosk' });
  return { token, ticket: await next(clerk) };
}
/** The same, and shows who they are. */
async function known(clerk: Person, services?: string[]) {
  const [one, of] = [await called(clerk, services), await put()];
  await clerk.call(identifyVisitor, { ticket: one.ticket, document, number: of.id });
  return { ...one, person: of.person, put: of };
}
async function opens(clerk: Person, person: number): Promise<boolean> {
  const code = await clerk.call(personCard, { person }).then(
    () => undefined,
    (thrown: { problem?: { code: string } }) => thrown.problem?.code,
  );
  expect([undefined, 'auth.denied', 'registry.own-household']).toContain(code);
  return code === undefined;
}
/** Nothing says any more who it was. */
async function nothingLeft(person: number): Promise<void> {
  const rows = await city.asOwner(`select set_config('lilong.persons', '{${person}}', true);
    select (select count(*)::int from registry.visit where person = ${person}) as visits,
      (select count(*)::int from registry.access_grant where person = ${person} and purpose = 'hall'
        and until_at > '${city.clock().toISOString()}') as grants`);
  expect(rows.at(-1)).toEqual({ visits: 0, grants: 0 });
}

test('a shown code opens the file of any street’s resident to the clerk who serves them, and to nobody else', async () => {
  const { who, put: one } = await bound();
  const { ticket } = await called(gu);
  const { person } = one;
  const everybody = [gu, tang, elsewhere, manager];
  for (const clerk of everybody) expect(await opens(clerk, person)).toBe(false);
  const { number } = await who.call(showMe, {});
  expect((await refusal(tang.call(identifyVisitor, { ticket, code: number }))).code).toBe(
    'counters.not-here',
  );
  const visit = await gu.call(identifyVisitor, { ticket, code: number });
  expect(visit).toMatchObject({
    visitors: [{ person, name: one.name, seen: 'code', ward: false, age: 46 }],
    ...{ wards: [], until: new Date(city.clock().getTime() + 4 * 60 * minute).toISOString() },
  });
  const { current } = await gu.call(counterDesk, {});
  expect(current).toMatchObject({ ticket, state: 'serving', identified: true });
  expect(JSON.stringify(current)).not.toContain(one.name);
  expect(await gu.call(ticketVisit, { ticket })).toEqual(visit);
  expect((await tang.call(ticketVisit, { ticket })).visitors).toEqual([]);
  for (const clerk of everybody) expect(await opens(clerk, person)).toBe(clerk === gu);
  const card = await gu.call(personCard, { person });
  expect(card).toMatchObject({ name: one.name, can: { change: false, reveal: true } });
  expect(card.presences).toMatchObject([{ role: 'lives', door: one.door }]);
  expect(JSON.stringify(card)).not.toContain(one.id);
  const asked = { person, element: 'phone', purpose: 'contact' } as const;
  expect((await gu.call(revealValue, asked)).value).toBe(one.phone);
  expect((await refusal(gu.call(findInRegistry, { q: one.name }))).code).toBe('auth.denied');
  const { looks } = await who.call(ownLooks, {});
  expect(looks.slice(-5, -1)).toMatchObject([
    { says: '看了您的联系电话', purpose: '联系本人' },
    { says: '看了您的档案', purpose: '窗口办事' },
    { says: '看了您的档案', purpose: '窗口办事' },
    { says: '凭您亮的证认出了您', purpose: '窗口办事' },
  ]);
  const hall = { organisationName: expect.stringContaining('南京东路街道'), roleName: '综合窗口' };
  expect(looks[0]).toMatchObject(hall);
  expect((await who.call(ownData, {})).grants).toMatchObject([{ ...hall, holds: true }]);
});

type Ending = (on: Awaited<ReturnType<typeof known>>) => Promise<unknown>;
const handOver = ({ ticket }: { ticket: string }) =>
  gu.call(transferTicket, { ticket, toWindow: at(tang) });
const endings: Record<string, Ending> = {
  done: ({ ticket }) => move(gu, ticket, 'done'),
  'done, and the next is called': () => gu.call(callNext, { window: at(gu), done: true }),
  'cancelled by the clerk': async (on) => {
    await handOver(on);
    await move(tang, on.ticket, 'cancel');
  },
  'cancelled by the holder': async (on) => {
    await handOver(on);
    await city.anyone().call(cancelTicket, { token: on.token });
  },
  'no-show': async (on) => {
    await handOver(on);
    await next(tang);
    for (const _ of [2, 3]) await move(tang, on.ticket, 'call_again');
    await move(tang, on.ticket, 'no_show');
    await move(tang, on.ticket, 'bring_back');
    await next(tang);
    await move(tang, on.ticket, 'serve');
  },
  'the end of the day': async () => {
    city.clock.advance(24 * 60 * minute);
    await emptyHalls(city.host);
  },
  'so many hours': async () => city.clock.advance(4 * 60 * minute),
};
test.each(Object.keys(endings))('it ends: %s', async (how) => {
  const on = await known(gu);
  expect(await opens(gu, on.person)).toBe(true);
  await endings[how]?.(on);
  for (const clerk of [gu, tang, manager]) expect(await opens(clerk, on.person)).toBe(false);
  if (how === 'so many hours') await emptyHalls(city.host);
  await nothingLeft(on.person);
});

test('transferred, put aside, with a matter left: the next window opens it without asking, the first no longer does', async () => {
  const { ticket, person } = await known(gu);
  await gu.call(addMatter, { ticket, service: 'veterans' });
  await gu.call(transferTicket, { ticket, toWindow: at(tang) });
  for (const clerk of [gu, tang]) expect(await opens(clerk, person)).toBe(false);
  expect(await next(tang)).toBe(ticket);
  expect(await opens(tang, person)).toBe(false); // called, and not there yet
  await move(tang, ticket, 'serve');
  expect((await tang.call(ticketVisit, { ticket })).visitors).toMatchObject([{ person }]);
  expect([await opens(gu, person), await opens(tang, person)]).toEqual([false, true]);
  await tang.call(parkTicket, { ticket, minutes: 10 });
  expect(await opens(tang, person)).toBe(false);
  await move(tang, ticket, 'back');
  await next(gu);
  await move(gu, ticket, 'serve');
  expect([await opens(gu, person), await opens(tang, person)]).toEqual([true, false]);
  await move(gu, ticket, 'done'); // a matter is left that this window does not do
  expect(await opens(gu, person)).toBe(false);
  await move(gu, ticket, 'cancel');
  await nothingLeft(person);
});

test('whatever two windows do with them: open at the one that serves whoever was recognised, and only there', async () => {
  type Step = 'next' | 'serve' | 'show' | 'park' | 'transfer' | 'done' | 'cancel' | 'back' | 'add';
  const steps = fc.array(
    fc.tuple(
      fc.constantFrom<'gu' | 'tang'>('gu', 'tang'),
      fc.constantFrom<Step>(
        'next',
        'serve',
        'show',
        'park',
        'transfer',
        'done',
        'cancel',
        'back',
        'add',
      ),
    ),
    { minLength: 6, maxLength: 14 },
  );
  await fc.assert(
    fc.asyncProperty(steps, async (walk) => {
      const { ticket, put: one, person } = await known(gu);
      const acts = (clerk: Person): Record<Step, () => Promise<unknown>> => ({
        next: () => next(clerk),
        serve: () => move(clerk, ticket, 'serve'),
        show: () => clerk.call(identifyVisitor, { ticket, document, number: one.id }),
        park: () => clerk.call(parkTicket, { ticket, minutes: 1 }),
        transfer: () =>
          clerk.call(transferTicket, { ticket, toWindow: at(clerk === gu ? tang : gu) }),
        done: () => move(clerk, ticket, 'done'),
        cancel: () => move(clerk, ticket, 'cancel'),
        back: () => move(clerk, ticket, 'back'),
        add: () => clerk.call(addMatter, { ticket, service: 'insurance' }),
      });
      for (const [name, step] of walk) {
        await acts(name === 'gu' ? gu : tang)
          [step]()
          .catch(() => undefined); // not permitted just now
        for (const clerk of [gu, tang]) {
          const { current } = await clerk.call(counterDesk, {});
          const there =
            current?.ticket === ticket && current.state === 'serving' && current.identified;
          expect(await opens(clerk, person), `${name} ${step}`).toBe(there);
        }
      }
      await move(gu, ticket, 'cancel').catch(() => undefined);
      await city.asOwner(`update counters.ticket set state = 'cancelled', "window" = null, serving_at = null,
        ended_at = taken_at, identified = false where ended_at is null`);
    }),
    { numRuns: 8, endOnFailure: true },
  );
});

test('who takes it back is seen by nobody, at the next window neither', async () => {
  const { who, put: one } = await bound();
  const { ticket } = await called(gu);
  await gu.call(identifyVisitor, { ticket, code: (await who.call(showMe, {})).number });
  const [grant] = (await who.call(ownData, {})).grants;
  await who.call(endGrant, { no: grant?.no ?? 0 });
  expect(await opens(gu, one.person)).toBe(false);
  await gu.call(transferTicket, { ticket, toWindow: at(tang) });
  await next(tang);
  await move(tang, ticket, 'serve');
  expect(await opens(tang, one.person)).toBe(false);
  expect((await tang.call(ticketVisit, { ticket })).visitors).toEqual([]);
});

test('a number that nobody has, a protected person and a dead one say the same; tries are counted and written down', async () => {
  const { ticket } = await called(tang);
  const [hidden, dead, free] = [await put({ protected: true }), await put(), await put()];
  await wu.call(recordDeath, { person: dead.person, on: '2026-03-01' });
  const numbers = [hidden.id, dead.id, '11010519491231002X'];
  const ask = (number: string, kind: '111' | '414' = document) =>
    refusal(tang.call(identifyVisitor, { ticket, document: kind, number }));
  const told = [];
  for (const number of numbers) told.push(await ask(number));
  told.push(await ask(free.id, '414'));
  for (const { code, facts, field, detail } of told)
    expect({ code, facts, field, detail }).toEqual({
      ...{ code: 'counters.unknown', facts: {}, field: 'number', detail: told[0]?.detail },
    });
  expect((await tang.call(counterDesk, {})).current).toMatchObject({ state: 'called' });
  expect((await refusal(tang.call(identifyVisitor, { ticket }))).code).toBe('counters.say-who');
  for (let tried = told.length; tried < 20; tried += 1) await ask(numbers[2] ?? '');
  expect((await ask(free.id)).code).toBe('auth.too-many');
  const lines = await city.asOwner(
    `select count(*)::int as tries from kernel.audit where account = ${tang.account} and outcome = 'counters.unknown'`,
  );
  expect(Number(lines[0]?.tries)).toBeGreaterThanOrEqual(20);
  await nothingLeft(hidden.person);
  city.clock.advance(61 * minute);
  expect(
    (await tang.call(identifyVisitor, { ticket, document, number: free.id })).visitors,
  ).toHaveLength(1);
});

test('a mother comes for her child: whose relation holds can be opened too, said so, and ends with the visit', async () => {
  const { who, put: mother } = await bound();
  const [child, hidden] = [await put(), await put({ protected: true })];
  for (const { person } of [child, hidden])
    await city.asOwner(`select set_config('lilong.persons', '{${person}}', true);
      update registry.person set born_on = '2018-05-01' where no = ${person}`);
  await wu.call(proveGuardian, {
    ...{ person: child.person, relation: 'parent', proof: 'birth', document, number: mother.id },
  });
  await city.asOwner(`select set_config('lilong.persons', '{${hidden.person}}', true);
    insert into registry.guardian (person, guardian, name, relation, proof, seen_by, organisation, role, seen_at, until_on)
      values (${hidden.person}, ${mother.person}, 'x', 'parent', 'birth', 1, 1, 'committee_worker', '2026-01-01', '2030-01-01')`);
  const { ticket } = await called(gu);
  const ward = child.person;
  const asked = { ticket, person: ward };
  expect((await refusal(gu.call(openWard, asked))).code).toBe('found.nothing');
  const { wards } = await gu.call(identifyVisitor, { ticket, document, number: mother.id });
  expect(wards).toEqual([{ person: ward, name: child.name, relation: 'child' }]);
  expect(await opens(gu, ward)).toBe(false);
  const visit = await gu.call(openWard, asked);
  expect(visit.visitors).toMatchObject([{ person: mother.person }, { person: ward, ward: true }]);
  expect(visit.wards).toEqual([]);
  expect(await opens(gu, ward)).toBe(true);
  for (const person of [hidden.person, 1])
    expect((await refusal(gu.call(openWard, { ticket, person }))).code).toBe('found.nothing');
  await gu.call(transferTicket, { ticket, toWindow: at(tang) });
  await next(tang);
  await move(tang, ticket, 'serve');
  expect([await opens(gu, ward), await opens(tang, ward)]).toEqual([false, true]);
  await move(tang, ticket, 'done');
  expect(await opens(tang, ward)).toBe(false);
  for (const person of [mother.person, ward]) await nothingLeft(person);
  expect((await who.call(ownLooks, {})).looks.map(({ says }) => says)).toContain(
    '凭您出示的证件找到您的档案',
  );
});

test('nobody serves the own household in office', async () => {
  const [own, free] = [await put(), await put()];
  const wife = await put();
  await city.asOwner(`select set_config('lilong.ranges', '{[${far},${far + 999}]}', true);
    update registry.presence set household = (select household from registry.presence where person = ${own.person})
      where person = ${wife.person}`);
  await gu.call(sayTie, { number: own.id });
  const { ticket } = await called(gu);
  for (const { id } of [own, wife]) {
    const asked = gu.call(identifyVisitor, { ticket, document, number: id });
    expect((await refusal(asked)).code).toBe('registry.own-household');
  }
  for (const { person } of [own, wife]) expect(await opens(gu, person)).toBe(false);
  await gu.call(transferTicket, { ticket, toWindow: at(tang) });
  await next(tang);
  const card = await tang
    .call(identifyVisitor, { ticket, document, number: wife.id })
    .then(() => tang.call(personCard, { person: wife.person }));
  expect(card.companions).toMatchObject([{ person: own.person, labels: [] }]);
  expect(await opens(tang, own.person)).toBe(false); // named, and not opened
  await tang.call(transferTicket, { ticket, toWindow: at(gu) });
  await next(gu);
  expect((await refusal(move(gu, ticket, 'serve'))).code).toBe('registry.own-household');
  const other = await gu.call(identifyVisitor, { ticket, document, number: free.id });
  expect(other.visitors).toMatchObject([{ person: free.person }]);
});

test('asked directly, the database opens a visit in the post that was given it, and its household to nobody else', async () => {
  const { person, ticket, put: one } = await known(gu);
  const { street, no: household } = parseRef('H', one.household) ?? { street: 0, no: 0 };
  const seen = (account: number, post: number | null, matter?: string) =>
    city.host.db.kysely.transaction().execute(async (db) => {
      const acting = post === null ? null : { no: post, role: 'counter_clerk', ranges: [] };
      const ctx = { db, now: city.clock(), actor: { account, post: acting } } as never; // what `lookAs` reads of a ctx
      await lookAs(ctx, matter === undefined ? {} : { matter });
      const { rows } = await sql<{ people: number; household: number }>`
        select (select count(*)::int from registry.person where no = ${person}) as people,
          (select count(*)::int from registry.household_by_visit(${person}::bigint, ${street}::int, ${household}::bigint, '2026-03-02')) as household`.execute(
        db,
      );
      return rows[0];
    });
  const nothing = { people: 0, household: 0 };
  expect(await seen(gu.account, gu.post)).toEqual({ people: 1, household: 1 });
  expect(await seen(gu.account, (gu.post ?? 0) + 1000)).toEqual(nothing);
  expect(await seen(gu.account, null)).toEqual(nothing);
  expect(await seen(tang.account, tang.post)).toEqual(nothing);
  expect(await seen(tang.account, tang.post, ticket)).toEqual(nothing);
  await move(gu, ticket, 'done');
  expect(await seen(gu.account, gu.post)).toEqual(nothing);
});
