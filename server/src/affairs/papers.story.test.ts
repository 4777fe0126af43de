// SPDX-License-Identifier: Apache-2.0
// A medical record on paper goes from a counter to the bureau and to another hall, is missed, found, and given back.
import {
  answerPaper,
  findPapers,
  giveBackPapers,
  listPapers,
  paperFlow,
  receivePapers,
  sendPapers,
} from '@lilong/contracts/affair-papers';
import { moveAffair, receiveApplication } from '@lilong/contracts/affair-work';
import { getMine } from '@lilong/contracts/affairs';
import { moveTicket } from '@lilong/contracts/counters';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  at,
  bund,
  bureau,
  codeOf,
  hall,
  type Offices,
  openOffices,
  visits,
} from '../../test/affairs-people.ts';
import type { Person } from '../../test/city.ts';

let offices: Offices;
let lin: Person;
let ref: string;
const DAY = 86_400_000;
beforeAll(async () => {
  offices = await openOffices();
  const { bai, gu } = offices;
  const { who, put } = await offices.aResident();
  lin = who;
  const ticket = await visits(offices, bai, put);
  const page = await bai.call(receiveApplication, {
    ...{ person: put.person, item: 'S013', consent: { by: 'told' } },
    questions: { now: 'home', again: 'no' },
    fields: { contact: '儿子', mobility: 'help' },
    materials: [{ key: 'medical', how: 'paper' }],
  });
  await bai.call(moveTicket, { ticket, move: 'done' });
  ref = (await gu.call(moveAffair, { ...at(page), move: 'accept' })).ref;
});
afterAll(() => offices.city.close());

const paper = () => ({ ref, key: 'medical' });
const countsOf = async (who: Person) => (await who.call(listPapers, {})).counts;
const noOf = async (name: string) => (await offices.city.organisation(name)).no;
const send = async (who: Person, to: string) =>
  who.call(sendPapers, { papers: [paper()], to: await noOf(to) });
const receive = (who: Person, there: boolean) =>
  who.call(receivePapers, { papers: [{ ...paper(), there }], words: '点过了' });
const find = (who: Person) => who.call(findPapers, { papers: [paper()], words: '夹在别的里面' });
const giveBack = (who: Person) => who.call(giveBackPapers, { papers: [paper()] });
/** What its person reads at home. */
const atHome = async () =>
  (await lin.call(getMine, { ref })).materials.find(({ key }) => key === 'medical');

test('each hand-over is said by both sides, what did not come is said, and its person reads where it is', async () => {
  const { bai, gu, civil } = offices;
  expect(await countsOf(bai)).toEqual({ here: 1, coming: 0, going: 0, long: 0 });
  expect(await atHome()).toMatchObject({ paper: 'held', custodianName: bund });
  expect(await codeOf(send(gu, bureau))).toBe('auth.denied'); // it is not there
  expect(await codeOf(send(bai, '徐汇区民政局（示例）'))).toBe('papers.not-theirs');
  await send(bai, bureau);
  expect(await atHome()).toMatchObject({ paper: 'way', custodianName: bund, goingToName: bureau });
  expect([await countsOf(bai), await countsOf(civil)]).toMatchObject([
    { here: 0, going: 1 },
    { coming: 1 },
  ]);
  expect(await codeOf(giveBack(bai))).toBe('papers.state');
  expect(await codeOf(receive(bai, true))).toBe('auth.denied'); // not theirs to say
  offices.city.clock.advance(4 * DAY);
  expect([await countsOf(bai), await countsOf(civil)]).toMatchObject([{ long: 1 }, { long: 1 }]);
  await receive(civil, true);
  expect(await atHome()).toMatchObject({ paper: 'held', custodianName: bureau });
  await send(civil, hall);
  await receive(gu, false);
  expect(await atHome()).toMatchObject({
    paper: 'missing',
    custodianName: bureau,
    goingToName: null,
  });
  const [line] = (await civil.call(listPapers, { tab: 'long' })).papers;
  expect(line).toMatchObject({
    ref,
    state: 'missing',
    can: { find: true, send: false, give_back: false },
  });
  expect(await codeOf(find(gu))).toBe('auth.denied');
  await find(civil);
  await send(civil, hall);
  await receive(gu, true);
  const steps = await offices.city.asOwner(`select set_config('lilong.whole', 'backup', true);
    select s.did from affairs.paper_step s order by s.no`);
  expect(steps.filter((row) => 'did' in row).map(({ did }) => did)).toEqual([
    ...['brought', 'send', 'receive', 'send', 'miss', 'find', 'send', 'receive'],
  ]);
});

test('whatever anybody does, a paper is in one place, with somebody who answers for it', async () => {
  const { bai, gu, civil } = offices;
  const people = [bai, gu, civil];
  const names = [bund, hall, bureau];
  let [holder, goingTo, state] = [hall, '', 'held'];
  let seed = 11;
  const dice = (faces: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % faces;
  };
  for (let n = 0; n < 40; n++) {
    const who = dice(3);
    const [person, name] = [people[who] ?? bai, names[who] ?? ''];
    const to = names[dice(3)] ?? hall;
    const act = (['send', 'receive', 'miss', 'find'] as const)[dice(4)] ?? 'send';
    const side = act === 'receive' || act === 'miss' ? goingTo : holder;
    const may =
      side === name &&
      paperFlow[act].from.some((one) => one === state) &&
      (act !== 'send' || to !== name);
    const acts = {
      send: () => send(person, to),
      receive: () => receive(person, true),
      miss: () => receive(person, false),
      find: () => find(person),
    };
    const done = await acts[act]().then(
      () => true,
      () => false,
    );
    expect([n, act, name, done]).toEqual([n, act, name, may]);
    if (!may) continue;
    if (act === 'receive') holder = goingTo;
    goingTo = act === 'send' ? to : '';
    state = paperFlow[act].to;
    const home = await atHome();
    expect(home).toMatchObject({
      paper: state,
      custodianName: holder,
      goingToName: goingTo || null,
    });
  }
  const all = await Promise.all(people.map(countsOf));
  expect(all.reduce((sum, { here }) => sum + here, 0)).toBe(state === 'held' ? 1 : 0);
});

test('given back to its person it is nobody else’s, and no counter that has no part in it sees it', async () => {
  const { bai, gu, civil, city } = offices;
  const [missing] = (await civil.call(listPapers, { tab: 'long' })).papers;
  for (const who of [bai, gu, civil]) await receive(who, true).catch(() => undefined);
  if (missing?.state === 'missing')
    for (const who of [bai, gu, civil]) await find(who).catch(() => undefined);
  const stranger = await city.person('外人', {
    as: 'counter_clerk',
    organisation: '豫园街道社区事务受理服务中心（示例）',
  });
  expect(await codeOf(giveBack(stranger))).toBe('found.nothing');
  const tried = [];
  for (const who of [bai, gu, civil])
    tried.push(
      await giveBack(who).then(
        () => 'done',
        () => 'no',
      ),
    );
  expect(tried.filter((one) => one === 'done')).toHaveLength(1);
  expect(await atHome()).toMatchObject({ paper: 'returned', custodianName: null });
  expect(await Promise.all([bai, gu, civil].map(countsOf))).toEqual(
    Array.from({ length: 3 }, () => ({ here: 0, coming: 0, going: 0, long: 0 })),
  );
  await answered([bai, gu, civil][tried.indexOf('done')] ?? bai);
});

/** Its person has not got it: whoever gave it back looks for it, gives it back once more, and then they say that they have it. */
async function answered(gave: Person): Promise<void> {
  const says = (got: boolean) => lin.call(answerPaper, { ...paper(), got });
  const other = await offices.aResident();
  expect(await codeOf(other.who.call(answerPaper, { ...paper(), got: true }))).toBe(
    'found.nothing',
  );
  await says(false);
  expect(await atHome()).toMatchObject({ paper: 'missing', got: null });
  const [line] = (await gave.call(listPapers, { tab: 'long' })).papers;
  expect(line).toMatchObject({ ref, notGot: true, can: { find: true } });
  expect(await codeOf(says(true))).toBe('papers.state');
  await find(gave);
  await gave.call(giveBackPapers, { papers: [paper()], signed: true });
  expect(await atHome()).toMatchObject({ paper: 'returned', got: 'slip' });
  expect(await codeOf(says(false))).toBe('papers.state'); // they signed for it
}
