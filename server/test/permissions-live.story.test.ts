// SPDX-License-Identifier: Apache-2.0
// Who is told to look again when something was really done: what the relay tells the streams, case by case.
import { moveCase, superviseCase } from '@lilong/contracts/case-work';
import { isWithin } from '@lilong/contracts/place-no';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { concerns, type LiveNews } from '../src/kernel/live.ts';
import { type DrawnCase, isOpen, mayRead } from './permission-cases.ts';
import { LONG_MS, openTries, type Tries } from './permission-tries.ts';
import { actorOf, asStaff, places, positionOf, type Somebody } from './permission-world.ts';

let tries: Tries;
/** Looks after every place, so that something can be done to a case anywhere. */
let above: Somebody;
beforeAll(async () => {
  tries = await openTries();
  above = await asStaff(tries.world.city, 'street_leader', { at: places.city });
}, LONG_MS);
afterAll(() => tries.world.city.close());

/** What every stream of this process was told of while `act` was done and its events were relayed. */
async function newsOf(one: DrawnCase, act: () => Promise<unknown>): Promise<LiveNews[]> {
  const { city } = tries.world;
  const tell = vi.spyOn(city.host.live, 'tell');
  const told = () => tell.mock.calls.flat(2);
  const isHere = ({ topic, place }: LiveNews) => topic === 'cases' && place === one.place;
  await act();
  await city.settleDown();
  await vi.waitFor(() => expect(told().some(isHere)).toBe(true), { timeout: 5000 });
  const news = told();
  tell.mockRestore();
  return news;
}

/** Whoever may read hears of it; whoever is neither around nor involved does not. */
function isToldRight(one: DrawnCase, news: readonly LiveNews[]): void {
  for (const somebody of tries.world.everybody) {
    const heard = news.some((each) => concerns(actorOf(somebody), each));
    const who = `GET /api/live, ${somebody.role}, ${positionOf(one.place, somebody.seat)}`;
    const isAround = somebody.organisation !== null && isWithin(one.place, somebody.seat);
    const involved = [one.organisation, ...one.assisting];
    if (mayRead(tries.world, somebody, one)) expect(heard, who).toBe(true);
    else if (!isAround && !involved.includes(somebody.organisation ?? 0))
      expect(heard, who).toBe(false);
  }
}

test(
  'pressing for a case is heard by everybody who may read it, and by nobody far away',
  async () => {
    await tries.everywhere(above, 12, async (one) => {
      if (!isOpen(one)) return;
      const input = { ref: one.ref, kind: 'leader', words: '请抓紧' } as const;
      isToldRight(one, await newsOf(one, () => above.call(superviseCase, input)));
    });
  },
  LONG_MS,
);

test(
  'an organisation that is given a case hears of it at once',
  async () => {
    const { other } = tries.world;
    const dispatcher = tries.somebody('dispatcher');
    const waiting = { state: 'pending_dispatch', with: 'nobody', crewed: false } as const;
    const one = await tries.anyCase(places.lane, { ...waiting, assists: false });
    const move = { ref: one.ref, move: 'dispatch', organisation: other, version: 1 } as const;
    const news = await newsOf(one, () => dispatcher.call(moveCase, move));
    isToldRight({ ...one, organisation: other }, news);
  },
  LONG_MS,
);

test('a push holds a topic and nothing of the case', () => {
  const said: string[] = [];
  const { seat, ...dispatcher } = tries.somebody('dispatcher');
  const write = (line: string) => said.push(line);
  const listener = { actor: actorOf({ ...dispatcher, seat }), reply: { raw: { write } } } as never;
  const { live } = tries.world.city.host;
  live.listeners.add(listener);
  live.tell([{ topic: 'cases', place: seat, organisations: [], accounts: [] }]);
  live.listeners.delete(listener);
  expect(said).toEqual(['data: {"look":"cases"}\n\n']);
});
