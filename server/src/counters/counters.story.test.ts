// SPDX-License-Identifier: Apache-2.0
// A hall: tickets are taken, called, served, handed over; whose hall is whose; the board; nobody twice, nobody lost.
import {
  addMatter,
  boardLivePath,
  callNext,
  cancelMyTicket,
  cancelTicket,
  centreBoard,
  centreCard,
  counterDesk,
  followTicket,
  leaveWindow,
  listCentres,
  moveTicket,
  myTickets,
  parkTicket,
  sitAtWindow,
  takeTicket,
  transferTicket,
} from '@lilong/contracts/counters';
import { setWindow } from '@lilong/contracts/counters-hall';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../test/city.ts';
import { refusal } from '../../test/refusal.ts';
import { listenOn, openStream } from '../../test/stream.ts';
import { systemActor } from '../kernel/actor.ts';
import { asSystem } from '../kernel/serve.ts';
import { emptyHalls, forgetTickets } from './on.ts';
import { nextFor } from './order.ts';
import { countOpen } from './pace.ts';
import type { TicketRow } from './tables.ts';

const street = 310101002000000; // 南京东路街道
const other = 310101013000000; // 外滩街道
const minute = 60_000;

let city: City;
let gu: Person;
let tang: Person;
let manager: Person;
let centre: number;
let windows: readonly number[];
beforeAll(async () => {
  city = await aCity({ settings: { SESSION_HOURS: '10000', RESIDENT_SESSION_DAYS: '1000' } });
  const hall = '南京东路街道社区事务受理服务中心（示例）';
  gu = await city.person('顾窗口', { as: 'counter_clerk', organisation: hall });
  tang = await city.person('汤窗口', { as: 'counter_clerk', organisation: hall });
  manager = await city.person('陆主任', { as: 'centre_manager', organisation: hall });
  const desk = await gu.call(counterDesk, {});
  centre = desk.centre;
  windows = desk.windows.map(({ window }) => window);
});
afterAll(() => city.close());

const window = (ordinal: number): number => windows[ordinal - 1] ?? 0;
type Take = Partial<Parameters<typeof taken>[0]>;
const taken = (input: { services: string[]; priority?: 'elderly' }) =>
  city.anyone().call(takeTicket, { centre, by: 'kiosk', ...input });
/** Takes a ticket a minute after the last one. */
async function take(service: string, more: Take = {}) {
  city.clock.advance(minute);
  return taken({ services: [service], ...more });
}
async function next(person: Person, ordinal: number, done = false) {
  return (await person.call(callNext, { window: window(ordinal), done })).ticket;
}
/** Everybody who is at a window is finished, everybody in line is gone, all windows are left. */
async function empty(): Promise<void> {
  await city.asOwner(`
    update counters.ticket set state = 'cancelled', "window" = null, serving_at = null, ended_at = taken_at
      where state in ('taken', 'transferred', 'called', 'serving');
    update counters."window" set open = false, seat = null`);
}

test('every street has a hall, 287 in all; everybody may look at one', async () => {
  const anyone = city.anyone();
  const { centres } = await anyone.call(listCentres, {});
  expect(centres).toHaveLength(287);
  expect(new Set(centres.map(({ place }) => place)).size).toBe(215);
  const [here] = (await anyone.call(listCentres, { place: street })).centres;
  expect(here).toMatchObject({ centre, districtName: '黄浦区', open: true, waiting: 0 });
  const card = await anyone.call(centreCard, { centre });
  expect(card).toMatchObject({ generated: true, source: expect.stringContaining('示例') });
  expect(card.services.map(({ letter }) => letter)).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
  expect(card.services[0]).toMatchObject({ waiting: 0, windows: 0, wait: { minutes: null } });
  expect(card.spoken).toContain('mandarin');
  expect(card.equipment).toContain('kiosk');
  const [bare] = await city.asOwner(`select count(*)::int as count from counters.centre
    where not generated or cardinality(spoken) = 0 or cardinality(equipment) = 0 or source not like '%示例%'`);
  expect(bare).toEqual({ count: 0 });
});

test('a ticket is followed by its token alone, moves up, and is cancelled', async () => {
  await gu.call(sitAtWindow, { window: window(1) });
  const [first, second] = [await take('general'), await take('general')];
  expect(first.ticket).toMatchObject({ number: 'A001', state: 'taken', ahead: 0 });
  expect(second.ticket).toMatchObject({ number: 'A002', ahead: 1, wait: { basis: 'usual' } });
  await city.anyone().call(cancelTicket, { token: first.token });
  const held = await city.anyone().call(followTicket, { token: second.token });
  expect(held).toMatchObject({ ahead: 0, can: { cancel: true }, wait: { minutes: 0 } });
  expect((await refusal(city.anyone().call(cancelTicket, { token: first.token }))).code).toBe(
    'counters.wrong-state',
  );
  const nobodys = 'AAAAAAAAAAAAAAAAAAAAAA';
  expect((await refusal(city.anyone().call(followTicket, { token: nobodys }))).status).toBe(404);
  const rows = await city.asOwner('select * from counters.ticket');
  expect(JSON.stringify(rows)).not.toContain(second.token);
  expect(rows.map(({ account }) => account)).toEqual([null, null]);
  await empty();
});

test('sent five times at once with one key, one number is taken and all get it', async () => {
  const { ticket: before } = await take('other');
  const input = { centre, services: ['other'], by: 'phone' as const };
  const once = () => city.anyone().call(takeTicket, input, { 'idempotency-key': 'impatient' });
  const all = await Promise.all(Array.from({ length: 5 }, once));
  expect(new Set(all.map(({ token }) => token)).size).toBe(1);
  const { ticket } = await take('other');
  expect(Number(ticket.number.slice(1))).toBe(Number(before.number.slice(1)) + 2);
  await empty();
});

test('who has priority is next, who is handed over keeps the place, who is put aside comes back', async () => {
  await gu.call(sitAtWindow, { window: window(1) });
  await tang.call(sitAtWindow, { window: window(7) }); // veterans
  const plain = await take('general');
  const second = await take('general');
  const old = await take('insurance', { priority: 'elderly' });
  const called = await next(gu, 1);
  expect(called).toMatchObject({ number: old.ticket.number, calls: 1, priority: 'elderly' });
  const ticket = called?.ticket ?? '';
  expect((await refusal(next(gu, 1) as Promise<unknown>)).code).toBe('counters.window-busy');
  await gu.call(parkTicket, { ticket, minutes: 10 });
  expect(await next(gu, 1)).toMatchObject({ number: plain.ticket.number });
  const at = plain.ticket.ticket;
  expect((await refusal(tang.call(moveTicket, { ticket: at, move: 'serve' }))).code).toBe(
    'counters.not-here',
  );
  await gu.call(moveTicket, { ticket: at, move: 'serve' });
  expect((await refusal(gu.call(transferTicket, { ticket: at, service: 'assistance' }))).code).toBe(
    'counters.no-window',
  );
  await gu.call(transferTicket, { ticket: at, service: 'veterans' });
  const veteran = await taken({ services: ['veterans'], priority: 'elderly' });
  expect(await next(tang, 7)).toMatchObject({ number: veteran.ticket.number });
  const desk = await gu.call(counterDesk, {});
  expect(desk.line.map(({ number }) => number)).toEqual(
    [plain, second].map((one) => one.ticket.number),
  );
  expect(desk.aside.map(({ number }) => number)).toEqual([old.ticket.number]);
  city.clock.advance(10 * minute);
  expect(await next(gu, 1)).toMatchObject({ number: old.ticket.number });
  await empty();
});

test('one ticket serves several matters; who does not come after three calls may be brought back', async () => {
  await gu.call(sitAtWindow, { window: window(1) });
  const { ticket, token } = await take('general');
  await next(gu, 1);
  const move = (name: 'serve' | 'done' | 'call_again' | 'no_show' | 'bring_back') =>
    gu.call(moveTicket, { ticket: ticket.ticket, move: name });
  expect((await refusal(move('no_show'))).code).toBe('counters.call-first');
  await move('call_again');
  expect(await move('call_again')).toMatchObject({ calls: 3 });
  await move('no_show');
  expect((await gu.call(counterDesk, {})).missed).toHaveLength(1);
  await move('bring_back');
  await next(gu, 1);
  await move('serve');
  await gu.call(addMatter, { ticket: ticket.ticket, service: 'veterans' });
  expect(
    (await refusal(gu.call(addMatter, { ticket: ticket.ticket, service: 'veterans' }))).code,
  ).toBe('counters.there');
  city.clock.advance(8 * minute);
  expect(await move('done')).toMatchObject({
    state: 'transferred',
    matters: [{ done: true }, { service: 'veterans', done: false }],
  });
  const held = await city.anyone().call(followTicket, { token });
  expect(held).toMatchObject({ state: 'transferred', wait: { minutes: null, basis: 'none' } });
  await tang.call(sitAtWindow, { window: window(7) });
  await next(tang, 7);
  await tang.call(moveTicket, { ticket: ticket.ticket, move: 'serve' });
  expect(await next(tang, 7, true)).toBeNull();
  expect(await city.anyone().call(followTicket, { token })).toMatchObject({ state: 'done' });
  const [measured] = await city.asOwner(
    `select array_agg(service || ' ' || took_s order by no) as all from counters.served`,
  );
  expect(measured?.all).toEqual(['general 480', 'veterans 0']);
  await empty();
});

test('clerks work in their own hall, windows are the manager’s, and nobody leaves somebody alone', async () => {
  const yu = await city.person('俞窗口', {
    ...{ as: 'counter_clerk', organisation: '外滩街道社区事务受理服务中心（示例）', at: other },
  });
  const { ticket } = await take('general');
  const denied = async (calling: Promise<unknown>) =>
    expect((await refusal(calling)).code).toBe('auth.denied');
  await denied(yu.call(sitAtWindow, { window: window(1) }));
  await denied(yu.call(callNext, { window: window(1) }));
  await denied(yu.call(moveTicket, { ticket: ticket.ticket, move: 'cancel' }));
  await denied(yu.call(counterDesk, { centre }));
  await denied(gu.call(setWindow, { window: window(1), open: true }));
  expect((await refusal(gu.call(callNext, { window: window(1) }))).code).toBe(
    'counters.window-closed',
  );
  await gu.call(sitAtWindow, { window: window(1) });
  expect((await refusal(tang.call(sitAtWindow, { window: window(1) }))).code).toBe(
    'counters.seat-taken',
  );
  await next(gu, 1);
  const busy = await refusal(gu.call(leaveWindow, { window: window(1) }));
  expect(busy).toMatchObject({ code: 'counters.window-busy', facts: { number: ticket.number } });
  await manager.call(setWindow, { window: window(2), services: ['veterans'], open: true });
  const desk = await manager.call(counterDesk, {});
  expect(desk.can).toEqual({ serve: true, manage: true });
  expect(desk.windows[1]).toMatchObject({ open: true, services: ['veterans'], seat: 'free' });
  expect(desk.windows[0]).toMatchObject({ seat: 'taken', number: ticket.number });
  await manager.call(setWindow, { window: window(2), services: ['general'], open: false });
  await empty();
});

test('the board tells of a call at once, with its moment; the stream is open to everybody', async () => {
  await gu.call(sitAtWindow, { window: window(1) });
  const url = await listenOn(city.host.http);
  const stream = await openStream(url, '', boardLivePath(centre));
  const far = await openStream(url, '', boardLivePath(centre + 1));
  const { ticket } = await take('general');
  await next(gu, 1);
  await city.settleDown();
  const call = {
    number: ticket.number,
    window: '1号窗口',
    at: city.clock().toISOString(),
    times: 1,
  };
  await expect.poll(() => stream.said).toContainEqual({ call });
  expect(far.said).toEqual([]);
  const board = await city.anyone().call(centreBoard, { centre });
  expect(board.calls[0]).toEqual(call);
  expect(board.calls.map(({ number }) => number)).toContain('E001'); // done, and called just now all the same
  expect(board).toMatchObject({ waiting: 0, open: true, opens: null });
  expect(board.windows).toEqual([{ window: '1号窗口', number: ticket.number, state: 'called' }]);
  stream.close();
  far.close();
  await empty();
});

test('forty press "next" at once: everybody is called once, numbers are given once', async () => {
  const clerks: Person[] = [];
  for (let index = 0; index < 8; index++) {
    clerks.push(await city.person(`窗口${index}`, { as: 'counter_clerk', at: street }));
    await clerks[index]?.call(sitAtWindow, { window: window(index + 1) });
    await manager.call(setWindow, { window: window(index + 1), services: ['general', 'other'] });
  }
  const services = ['general', 'other'];
  const all = await Promise.all(
    Array.from({ length: 60 }, (_, index) => taken({ services: [services[index % 2] ?? ''] })),
  );
  expect(new Set(all.map(({ ticket }) => ticket.number)).size).toBe(60);
  const numbers = (letter: string) =>
    all
      .map(({ ticket }) => ticket.number)
      .filter((number) => number.startsWith(letter))
      .map((number) => Number(number.slice(1)))
      .sort((one, two) => one - two);
  const [firstOther = 0] = numbers('F');
  expect(numbers('F')).toEqual(Array.from({ length: 30 }, (_, index) => firstOther + index));
  const called: string[] = [];
  for (let round = 0; round < 12; round++) {
    const served = await Promise.allSettled(
      clerks.flatMap((clerk, index) => {
        const press = () => clerk.call(callNext, { window: window(index + 1), done: true });
        return Array.from({ length: 5 }, press); // impatient: forty at once, one of five counts
      }),
    );
    const tickets = served.flatMap((one) =>
      one.status === 'fulfilled' && one.value.ticket !== null ? [one.value.ticket] : [],
    );
    called.push(...tickets.map(({ number }) => number));
    for (const { ticket, window: at } of tickets) {
      const clerk = clerks[windows.indexOf(at ?? 0)];
      await clerk?.call(moveTicket, { ticket, move: 'serve' });
    }
  }
  expect(called).toHaveLength(60);
  expect(new Set(called).size).toBe(60);
  const every = ['general', 'insurance', 'residence', 'assistance', 'veterans', 'other'];
  await empty();
  await manager.call(setWindow, { window: window(8), services: every });
}, 60_000);

test('the database calls whom the pure rule calls', async () => {
  await gu.call(sitAtWindow, { window: window(1) });
  for (const index of Array.from({ length: 14 }, (_, one) => one)) {
    const service = ['general', 'veterans', 'insurance', 'other'][index % 4] ?? '';
    await take(service, index % 3 === 1 ? { priority: 'elderly' } : {});
  }
  await manager.call(setWindow, { window: window(1), services: ['general', 'insurance'] });
  for (;;) {
    const rows = (await city.db.kysely
      .selectFrom('counters.ticket')
      .selectAll()
      .where('state', 'in', ['taken', 'transferred'])
      .execute()) as TicketRow[];
    const at = { no: window(1), services: ['general', 'insurance'] };
    const expected = nextFor(at, rows, city.clock());
    const ticket = await next(gu, 1, true);
    expect(ticket?.number.slice(1)).toBe(
      expected === undefined ? undefined : String(expected.seq).padStart(3, '0'),
    );
    if (ticket === null) break;
    await gu.call(moveTicket, { ticket: ticket.ticket, move: 'serve' });
  }
  await empty();
});

test('a ticket with an account is its holder’s; at night the hall is emptied, after 30 days it is forgotten', async () => {
  const lin = await city.resident('林阿婆');
  const wu = await city.resident('吴阿姨');
  const input = { centre, services: ['general'], by: 'phone' as const };
  const { ticket } = await lin.call(takeTicket, input);
  const { ticket: hidden } = await lin.call(takeTicket, { ...input, unnamed: true });
  await city.settleDown();
  const events = await city.asOwner(
    `select by_account from kernel.event where subject = '${hidden.ticket}'`,
  );
  expect(events).toEqual([{ by_account: null }]);
  expect((await lin.call(myTickets, {})).tickets.map(({ number }) => number)).toEqual([
    ticket.number,
  ]);
  const id = { ticket: ticket.ticket };
  expect((await refusal(wu.call(cancelMyTicket, id))).code).toBe('auth.denied');
  await gu.call(sitAtWindow, { window: window(1) });
  city.clock.advance(24 * 60 * minute);
  await emptyHalls(city.host);
  expect((await lin.call(myTickets, {})).tickets).toMatchObject([{ state: 'cancelled' }]);
  expect((await gu.call(counterDesk, {})).windows[0]).toMatchObject({ open: false, seat: 'free' });
  expect((await lin.call(takeTicket, input)).ticket.number).toBe('A001');
  city.clock.advance(30 * 24 * 60 * minute);
  await city.settleDown();
  await forgetTickets(city.host);
  expect(await city.asOwner('select day from counters.ticket')).toHaveLength(1);
  expect(
    await city.asOwner(`select kind, days from registry.deletion where kind = 'ticket'`),
  ).toMatchObject([{ kind: 'ticket', days: 30 }]);
  const [left] = await city.asOwner(
    `select count(*)::int as events from kernel.event where subject = '${ticket.ticket}'`,
  );
  expect(left?.events).toBe(0);
  expect(await city.asOwner('select no from counters.served')).not.toEqual([]);
});

test('what estimates are made of is counted by hall: windows usually open, how long one kept a window', async () => {
  await gu.call(sitAtWindow, { window: window(1) });
  await tang.call(sitAtWindow, { window: window(2) });
  await asSystem(city.host, 'test', systemActor, countOpen);
  await tang.call(leaveWindow, { window: window(2) });
  await asSystem(city.host, 'test', systemActor, countOpen);
  expect(
    await city.asOwner(`select windows from counters.usual_open where centre = ${centre}`),
  ).toEqual([{ windows: 1.75 }]);
  const { ticket } = await take('general');
  const after = (minutes: number, move: 'call_again' | 'serve' | 'done') => {
    city.clock.advance(minutes * minute);
    return gu.call(moveTicket, { ticket: ticket.ticket, move });
  };
  await next(gu, 1);
  await after(2, 'call_again');
  await after(1, 'serve');
  city.clock.advance(3 * minute);
  await gu.call(parkTicket, { ticket: ticket.ticket, minutes: 1 });
  city.clock.advance(minute);
  await next(gu, 1);
  await after(0, 'serve');
  await after(2, 'done');
  const last = 'select took_s, kept_s from counters.served order by ended_at desc, no desc limit 1';
  expect(await city.asOwner(last)).toEqual([{ took_s: 300, kept_s: 480 }]);
  await empty();
});

test('outside its hours a hall gives no number, and says when it opens', async () => {
  const [far] = (await city.anyone().call(listCentres, { place: other })).centres;
  city.clock.set(new Date('2026-04-04T05:00:00Z')); // 清明, 13:00
  const shut = city.anyone().call(takeTicket, {
    ...{ centre: far?.centre ?? 0, services: ['general'], by: 'phone' as const },
  });
  expect(await refusal(shut)).toMatchObject({
    code: 'counters.closed',
    facts: { opens: expect.stringContaining('08:30') },
  });
  const nowhere = { ...{ centre: 999_999, by: 'phone' as const }, services: ['general'] };
  expect((await refusal(city.anyone().call(takeTicket, nowhere))).status).toBe(404);
  const unknown = { ...nowhere, centre, services: ['general', 'weddings'] };
  expect((await refusal(city.anyone().call(takeTicket, unknown))).status).toBe(404);
  const given = `select centre from counters.number where centre in (${far?.centre}, 999999)`;
  expect(await city.asOwner(given)).toEqual([]);
});
