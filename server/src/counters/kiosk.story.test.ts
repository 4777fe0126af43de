// SPDX-License-Identifier: Apache-2.0
// The machine in the hall: a number is typed, the ticket comes to its holder's phone, and the machine learns nothing.
import { bookableTimes, bookTime, myBookings } from '@lilong/contracts/booking';
import { followTicket, listCentres, myTickets, takeTicket } from '@lilong/contracts/counters';
import { idCheckOf } from '@lilong/contracts/id-number';
import { presentCode, presentNumber, ticketCode } from '@lilong/contracts/kiosk';
import { bindMe, offerBinding, ownLooks } from '@lilong/contracts/registry-own';
import { showMe } from '@lilong/contracts/registry-show';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../test/city.ts';
import { refusal } from '../../test/refusal.ts';
import { putPerson } from '../../test/registry-people.ts';
import { yearsAt } from './kiosk.ts';

const lane = 310101002001000; // 云南中路居委会

let city: City;
let centre: number;
let wu: Person;
beforeAll(async () => {
  city = await aCity();
  wu = await city.person('吴干部', { as: 'committee_worker', at: lane });
  const { centres } = await city.anyone().call(listCentres, { place: 310101002000000 });
  centre = centres[0]?.centre ?? 0;
});
afterAll(() => city.close());

const present = (number: string) => city.anyone().call(presentNumber, { number });
const take = (holder?: string) =>
  city.anyone().call(takeTicket, {
    ...{ centre, services: ['general'], by: 'kiosk' as const },
    ...(holder === undefined ? {} : { holder }),
  });
const withCheck = (first17: string) => first17 + idCheckOf(first17);

/** Somebody with an account that is bound to them. */
async function bound(name: string): Promise<{ who: Person; id: string }> {
  const { person, id } = await putPerson(city, lane, {
    ...{ role: 'lives', until: null, protected: false },
  });
  const who = await city.resident(name);
  const { code } = await wu.call(offerBinding, { person, document: '111', number: id });
  await who.call(bindMe, { code });
  return { who, id };
}
const numbersOf = async (who: Person) =>
  (await who.call(myTickets, {})).tickets.map(({ number }) => number);

test('a number that is typed at the machine brings the ticket to its holder’s phone', async () => {
  const { who: lin, id } = await bound('林先生');
  const { holder, elderly } = await present(id.toLowerCase());
  expect(elderly).toBe(false);
  const { ticket } = await take(holder);
  await expect.poll(() => numbersOf(lin)).toEqual([ticket.number]);
  const rows = await city.asOwner(`
    select (select coalesce(string_agg(t::text, ' '), '') from counters.ticket t) ||
      (select coalesce(string_agg(e::text, ' '), '') from kernel.event e) ||
      (select coalesce(string_agg(a::text, ' '), '') from kernel.audit a) ||
      (select coalesce(string_agg(i::text, ' '), '') from kernel.idempotency i) as all`);
  expect(String(rows[0]?.all)).not.toContain(id);
  expect(String(rows[0]?.all)).not.toContain(holder);
});

test('of a number that nobody has the machine is told just as much, and takes a ticket just so', async () => {
  const nobodys = await present(withCheck('31010119480229001'));
  expect(nobodys).toEqual({ holder: expect.any(String), elderly: true });
  const somebodys = await present(withCheck('31010019800101001'));
  expect(nobodys.holder).toHaveLength(somebodys.holder.length);
  const { ticket } = await take(nobodys.holder);
  expect(ticket).toMatchObject({ state: 'taken', priority: null });
  expect(await refusal(present('310101194802290010'))).toMatchObject({
    ...{ code: 'registry.id-number', field: 'number' },
  });
  expect((await take(`${nobodys.holder}x`)).ticket.state).toBe('taken');
});

test('a code that was shown brings the ticket to the phone and keeps the booked time; it is used up and told of', async () => {
  const { who: mei } = await bound('梅阿姨');
  const services = ['general'];
  const { times } = await mei.call(bookableTimes, { centre, services });
  const at = times.find(({ left }) => left > 0)?.at ?? '';
  await mei.call(bookTime, { centre, services, at });
  city.clock.set(new Date(Date.parse(at) - 5 * 60_000));
  const others = [await take(), await take()];
  const { number: code } = await mei.call(showMe, {});
  const { holder, elderly } = await city.anyone().call(presentCode, { centre, code });
  expect(elderly).toBe(false);
  const { ticket, token } = await take(holder);
  await expect.poll(() => numbersOf(mei)).toEqual([ticket.number]);
  const ahead = async (of: string) =>
    (await city.anyone().call(followTicket, { token: of })).ahead ?? -1;
  expect(await ahead(token)).toBeLessThan(await ahead(others[0]?.token ?? ''));
  expect((await mei.call(myBookings, {})).bookings).toMatchObject([
    { state: 'came', ticket: { number: ticket.number } },
  ]);
  expect((await mei.call(ownLooks, {})).looks[0]?.purpose).toBeDefined();
  expect(await refusal(city.anyone().call(presentCode, { centre, code }))).toMatchObject({
    ...{ code: 'registry.shown-code', field: 'code' },
  });
});

test('the slip’s picture leads to the ticket, and what is secret of it stands behind the #', async () => {
  const { token } = await take();
  const { url, qrSvg } = await city.anyone().call(ticketCode, { token });
  expect(new URL(url)).toMatchObject({ pathname: '/ticket', search: '', hash: `#${token}` });
  expect(qrSvg).toMatch(/^<svg/);
});

test('somebody is as old as their last birthday', () => {
  expect(yearsAt('1966-11-28', '2026-11-27')).toBe(59);
  expect(yearsAt('1966-11-27', '2026-11-27')).toBe(60);
  expect(yearsAt('1968-02-29', '2026-02-28')).toBe(57);
});
