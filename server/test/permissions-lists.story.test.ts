// SPDX-License-Identifier: Apache-2.0
// Generated, of the registry: a list that is taken out holds whom its reader may find and no other; and a move is
// heard by whoever may see it, as a topic and nothing more.
import { isWithin } from '@lilong/contracts/place-no';
import { exportCrowd, exportFile, keepCrowd } from '@lilong/contracts/registry-crowds';
import { moveOut } from '@lilong/contracts/registry-moves';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { concerns, type LiveNews } from '../src/kernel/live.ts';
import { drawn, homes, mayFind, maySee } from './permission-people.ts';
import { ask, LONG_MS, openTries, type Tries } from './permission-tries.ts';
import { actorOf, asStaff, places, type Somebody } from './permission-world.ts';
import { type Put, putPerson } from './registry-people.ts';

let tries: Tries;
let workers: readonly Somebody[];
let everybody: readonly Somebody[];
beforeAll(async () => {
  tries = await openTries();
  const { city } = tries.world;
  const { no: organisation } = await city.organisation('云南中路居委会');
  workers = [
    tries.somebody('committee_worker'),
    await asStaff(city, 'committee_worker', { at: places.otherLane }),
    await asStaff(city, 'committee_worker', { at: places.estate, organisation }),
  ];
  everybody = [...tries.world.everybody, ...workers.slice(1)];
}, LONG_MS);
afterAll(() => tries.world.city.close());

const purpose = 'visit';
const mayUse = (somebody: Somebody, owner: Somebody): boolean =>
  somebody.role === 'committee_worker' && somebody.organisation === owner.organisation;

test(
  'a list that is taken out is fetched by its organisation, and holds whom the reader may find, without a number',
  async () => {
    const crowds: { owner: Somebody; crowd: number; role: Put['role'] }[] = [];
    for (const owner of workers)
      for (const role of ['lives', 'registered'] as const) {
        const kept = { name: `${role} ${owner.account}`, conditions: { role }, columns: ['name'] };
        const { crowd } = JSON.parse((await ask(owner, keepCrowd, kept)).text);
        crowds.push({ owner, crowd, role });
      }
    const property = fc.asyncProperty(fc.constantFrom(...homes), drawn, async (place, like) => {
      const put = await putPerson(tries.world.city, place, like);
      for (const one of crowds.filter(({ role }) => role === put.role))
        expect(await wrongOf(one, put), JSON.stringify(put)).toEqual([]);
    });
    await fc.assert(property, { numRuns: 10, endOnFailure: true });
  },
  LONG_MS,
);

/** Everything that somebody gets of a list and must not, or must and does not. */
async function wrongOf(
  { owner, crowd }: { readonly owner: Somebody; readonly crowd: number },
  put: Put,
): Promise<string[]> {
  const wrong: string[] = [];
  const taken = await ask(owner, exportCrowd, { crowd, purpose });
  const { export: no } = JSON.parse(taken.text);
  const before = await looksOf(put);
  let looks = 0;
  for (const somebody of everybody) {
    const may = mayUse(somebody, owner);
    const shown = may && mayFind(somebody, put);
    if (!may && (await ask(somebody, exportCrowd, { crowd, purpose })).status === 200)
      wrong.push(`${somebody.role} of ${somebody.seat} took the list of another office`);
    for (const as of ['csv', 'page'] as const) {
      const { status, text } = await ask(somebody, exportFile, { export: no, as });
      if (shown) looks += 1;
      if ((status === 200) !== may || text.includes(put.name) !== shown)
        wrong.push(`${somebody.role} of ${somebody.seat}, ${as}: ${status}`);
      if (text.includes(put.id) || text.includes(put.phone)) wrong.push(`a number in ${as}`);
    }
  }
  const told = (await looksOf(put)) - before;
  return told === looks ? wrong : [...wrong, `谁看过 has ${told} rows for ${looks} readings`];
}

async function looksOf({ person }: Put): Promise<number> {
  const rows = await tries.world.city.asOwner(`
    select set_config('lilong.persons', '{${person}}', true);
    select count(*)::int as looks from registry.access where person = ${person} and act = 'export'`);
  return Number(rows.find(({ looks }) => looks !== undefined)?.looks);
}

test('a move is heard by whoever may see whom it is about, by nobody far away, and says nothing of them', async () => {
  const { city } = tries.world;
  for (const worker of workers.slice(0, 2)) {
    const like = { role: 'lives', until: null, protected: false } as const;
    const put = await putPerson(city, worker.seat, like);
    const news = await newsOf(put.place, () =>
      ask(worker, moveOut, { person: put.person, on: '2026-03-01' }),
    );
    for (const somebody of everybody) {
      const heard = news.some((one) => concerns(actorOf(somebody), one));
      const who = `${somebody.role} of ${somebody.seat}, of a move at ${put.place}`;
      const isStaff = somebody.organisation !== null;
      if (maySee(somebody, put)) expect(heard, who).toBe(true);
      else if (!isStaff || !isWithin(put.place, somebody.seat)) expect(heard, who).toBe(false);
    }
    const said = JSON.stringify(news);
    for (const value of [put.name, put.id, put.phone, put.door, `person ${put.person}`])
      expect(said).not.toContain(value);
  }
});

/** What every stream of this process was told of the registry while `act` was done and relayed. */
async function newsOf(at: number, act: () => Promise<{ status: number }>): Promise<LiveNews[]> {
  const { city } = tries.world;
  const tell = vi.spyOn(city.host.live, 'tell');
  const told = () => tell.mock.calls.flat(2).filter(({ topic }) => topic === 'registry');
  expect((await act()).status).toBe(200);
  await city.settleDown();
  await vi.waitFor(() => expect(told().some(({ place }) => place === at)).toBe(true), {
    timeout: 5000,
  });
  const news = told();
  tell.mockRestore();
  return news;
}
