// SPDX-License-Identifier: Apache-2.0
// The machine in the hall: a number is typed, the ticket comes to its holder's phone, and the machine learns nothing.
import { listCentres, myTickets, takeTicket } from '@lilong/contracts/counters';
import { idCheckOf } from '@lilong/contracts/id-number';
import { presentNumber, ticketCode } from '@lilong/contracts/kiosk';
import { bindMe, offerBinding } from '@lilong/contracts/registry-own';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City } from '../../test/city.ts';
import { refusal } from '../../test/refusal.ts';
import { putPerson } from '../../test/registry-people.ts';
import { yearsAt } from './kiosk.ts';

const lane = 310101002001000; // 云南中路居委会

let city: City;
let centre: number;
beforeAll(async () => {
  city = await aCity();
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

test('a number that is typed at the machine brings the ticket to its holder’s phone', async () => {
  const wu = await city.person('吴干部', { as: 'committee_worker', at: lane });
  const lin = await city.resident('林先生');
  const known = await putPerson(city, lane, { role: 'lives', until: null, protected: false });
  const { code } = await wu.call(offerBinding, {
    ...{ person: known.person, document: '111', number: known.id },
  });
  await lin.call(bindMe, { code });
  const { holder, elderly } = await present(known.id.toLowerCase());
  expect(elderly).toBe(false);
  const { ticket } = await take(holder);
  await expect
    .poll(async () => (await lin.call(myTickets, {})).tickets.map(({ number }) => number))
    .toEqual([ticket.number]);
  const rows = await city.asOwner(`
    select (select coalesce(string_agg(t::text, ' '), '') from counters.ticket t) ||
      (select coalesce(string_agg(e::text, ' '), '') from kernel.event e) ||
      (select coalesce(string_agg(a::text, ' '), '') from kernel.audit a) ||
      (select coalesce(string_agg(i::text, ' '), '') from kernel.idempotency i) as all`);
  expect(String(rows[0]?.all)).not.toContain(known.id);
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
