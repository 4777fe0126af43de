// SPDX-License-Identifier: Apache-2.0
// Many take numbers at once, in two processes, in several halls: no number twice, none left out, each with the own reply.
import { centreCard, followTicket, listCentres, takeTicket } from '@lilong/contracts/counters';
import { closeEarly } from '@lilong/contracts/counters-hall';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City } from '../../test/city.ts';
import { refusal } from '../../test/refusal.ts';

let city: City;
let centres: number[];
beforeAll(async () => {
  city = await aCity({ settings: { SESSION_HOURS: '10000' } });
  const { centres: all } = await city.anyone().call(listCentres, {});
  centres = all
    .filter(({ open }) => open)
    .map(({ centre }) => centre)
    .slice(0, 3);
});
afterAll(() => city.close());

const asked = (no: number) => ({
  method: 'POST' as const,
  url: `/api/counters/centres/${centres[no % 3]}/tickets`,
  payload: {
    ...{ services: no % 7 === 0 ? ['general', 'insurance'] : [['general', 'residence'][no % 2]] },
    ...{ by: 'kiosk', ...(no % 5 === 0 ? { priority: 'elderly' } : {}) },
  },
});
type Reply = { token: string; ticket: { number: string; ahead: number; wait: { basis: string } } };

test('two hundred at once in two processes, some twice by the same key: each has a number, and nobody two', async () => {
  const other = await city.another();
  const sent = Array.from({ length: 200 }, (_, no) => no);
  const send = (no: number, round: number) => {
    const { http } = (no + round) % 2 === 0 ? city.host : other.host;
    const headers = { 'idempotency-key': `take-${no}` };
    return http.inject({ ...asked(no), headers, remoteAddress: `10.1.0.${no % 200}` });
  };
  const twice = sent.filter((no) => no % 10 === 0);
  const replies = await Promise.all([
    ...sent.map((no) => send(no, 0)),
    ...twice.map((no) => send(no, 2)),
  ]);
  expect(new Set(replies.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
  const bodies = replies.map((reply) => reply.json<Reply>());
  for (const [at, no] of twice.entries()) expect(bodies[200 + at]).toEqual(bodies[no]);
  const tokens = new Set(bodies.map(({ token }) => token));
  expect(tokens.size).toBe(200);
  const [counted] = await city.asOwner(`
    select (select count(*)::int from counters.ticket) as tickets,
      (select count(*)::int from (select from counters.ticket group by centre, letter having max(seq) <> count(*) or count(distinct seq) <> count(*)) g) as gaps,
      (select count(*)::int from kernel.event where name = 'ticket.moved') as events,
      (select count(*)::int from kernel.idempotency where key like 'take-%') as keys,
      (select sum(last)::int from counters.number) as given`);
  expect(counted).toEqual({ tickets: 200, gaps: 0, events: 200, keys: 200, given: 200 });
  const follow = await city.anyone().call(followTicket, { token: bodies[199]?.token ?? '' });
  expect(follow.number).toBe(bodies[199]?.ticket.number);
});

test('the line is counted as it is read: the same place and nearly the same wait, in a long line too', async () => {
  const [centre = 0] = centres;
  await city.asOwner(`update counters."window" set open = true where centre = ${centre}`);
  for (const services of [['general'], ['residence'], ['general', 'residence']])
    for (const priority of [undefined, 'elderly'] as const)
      for (let again = 0; again < 2; again++) {
        const more = priority === undefined ? {} : { priority };
        const input = { centre, services, by: 'kiosk' as const, ...more };
        const { token, ticket } = await city.anyone().call(takeTicket, input);
        const read = await city.anyone().call(followTicket, { token });
        expect(ticket).toMatchObject({ ahead: read.ahead, matters: read.matters });
        const [told, walked] = [ticket.wait?.minutes ?? -1, read.wait?.minutes ?? -99];
        expect(Math.abs(told - walked)).toBeLessThanOrEqual(Math.max(8, walked / 4));
      }
  const card = await city.anyone().call(centreCard, { centre });
  expect(card.services.find(({ service }) => service === 'general')?.wait.minutes).toBeGreaterThan(
    5,
  );
});

test('a hall that shuts refuses at once, and those who came with others to other halls are not harmed', async () => {
  const [shut = 0, open = 0] = centres;
  const { organisation } = (
    await city.asOwner(`select organisation from counters.centre where no = ${shut}`)
  )[0] as { organisation: number };
  const manager = await city.person('陆主任', { as: 'centre_manager', organisation });
  await manager.call(closeEarly, { centre: shut, why: '停电' });
  const take = (centre: number) =>
    city.anyone().call(takeTicket, { centre, services: ['general'], by: 'kiosk' });
  const all = await Promise.allSettled(
    Array.from({ length: 20 }, (_, no) => take(no % 2 === 0 ? shut : open)),
  );
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
  expect((await refusal(take(shut))).code).toBe('counters.closed');
});
