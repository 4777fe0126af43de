// SPDX-License-Identifier: Apache-2.0
// A value is wrong: somebody says so, whoever owns it answers in time, and everybody who sees it sees the answer.
import { filePath } from '@lilong/contracts/files';
import { homeCard, type PersonCard, personCard } from '@lilong/contracts/registry';
import { findInRegistry } from '@lilong/contracts/registry-find';
import {
  answerObjection,
  askedElements,
  correctValue,
  listObjections,
  objectionFigures,
  objectTo,
  objectToMine,
  ownObjections,
  readObjection,
  withdrawMine,
  withdrawObjection,
} from '@lilong/contracts/registry-objections';
import { bindMe, offerBinding, ownData, ownLooks, unbindMe } from '@lilong/contracts/registry-own';
import { supplyLabels } from '@lilong/contracts/registry-supply';
import type { ElementKey } from '@lilong/contracts/registry-values';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPhoto } from '../../../test/case-steps.ts';
import { aCity, type City, type Person } from '../../../test/city.ts';
import { refusal } from '../../../test/refusal.ts';
import { type Put, putPerson } from '../../../test/registry-people.ts';
import { sweepFiles } from '../../kernel/files.ts';
import { forgetAll } from '../keeping/forget.ts';

const LANE = 310101002001000; // 云南中路居委会
const day = 24 * 60 * 60_000;
let city: City;
let min: Person; // committee worker
let zheng: Person; // of the committee beside
let police: Person; // 公安分局
let civil: Person; // 民政局
beforeAll(async () => {
  city = await aCity({ settings: { SESSION_HOURS: '10000' } });
  const officer = (name: string, organisation: string) =>
    city.person(name, { as: 'department_officer', organisation });
  min = await city.person('王敏', { as: 'committee_worker' });
  zheng = await city.person('郑干部', { as: 'committee_worker', at: 310101002002000 });
  police = await officer('钱民警', '黄浦区公安分局（示例）');
  civil = await officer('赵民政', '黄浦区民政局（示例）');
});
afterAll(() => city.close());

const someone = (): Promise<Put> =>
  putPerson(city, LANE, { role: 'lives', until: null, protected: false });
const cardOf = ({ person }: Put, at?: string): Promise<PersonCard> =>
  min.call(personCard, { person, ...(at === undefined ? {} : { at }) });
const valueIn = ({ values }: Pick<PersonCard, 'values'>, element: ElementKey) =>
  values.find((one) => one.element === element);
const evidence = '户口簿上是这个，看过原件';
const rename = ({ person }: Put, proposed = '王小明') =>
  min.call(objectTo, { element: 'person.name', person, proposed, evidence });
const inbox = async (who: Person, box: 'answer' | 'raised' = 'answer') =>
  (await who.call(listObjections, { box })).objections;
async function aResident(put: Put): Promise<Person> {
  const who = await city.resident(`居民${put.person}`);
  const { code } = await min.call(offerBinding, {
    ...{ person: put.person, document: '111', number: put.id },
  });
  await who.call(bindMe, { code });
  return who;
}
/** Objects to a label of oneself. */
const mineOf = async (who: Person, label: number): Promise<number> =>
  (await who.call(objectToMine, { element: 'label', label, evidence })).objection;

test('the proposed value stands beside the value until the source answers; accepted, everybody sees it, and what it was stays', async () => {
  const put = await someone();
  const { dueAt, objection } = await rename(put);
  expect(dueAt.slice(0, 10)).toBe('2026-03-16'); // ten working days after Monday 2 March, at its end
  expect(valueIn(await cardOf(put), 'person.name')).toMatchObject({
    ...{ says: put.name, source: 'test', may: 'object', ownerName: '黄浦区公安分局（示例）' },
    contested: { state: 'open', proposed: '王小明', dueAt, reason: null },
  });
  const [line] = await inbox(police);
  expect(line).toMatchObject({ objection, name: '姓名', late: false, own: null });
  expect(JSON.stringify(await inbox(police))).not.toContain(put.name);
  const facts = await police.call(readObjection, { objection });
  expect(facts).toMatchObject({ current: put.name, proposed: '王小明', evidence });
  expect(facts.about).toMatch(/^某\*/);
  expect(facts.number).toBe(`310***********${put.id.slice(-4)}`);
  city.clock.advance(day);
  await police.call(answerObjection, { objection, accept: true });
  const after = await cardOf(put);
  expect([after.name, after.pinyin]).toEqual(['王小明', 'wang xiao ming']);
  expect(valueIn(after, 'person.name')).toMatchObject({
    ...{ source: '黄浦区公安分局（示例）', contested: null },
  });
  expect(valueIn(after, 'person.sex')?.source).toBe('test');
  expect((await cardOf(put, '2026-03-02')).name).toBe(put.name);
  expect((await cardOf(put, '2026-03-03')).name).toBe('王小明');
  const { people } = await min.call(findInRegistry, { q: '王小明' });
  expect(people.map(({ person }) => person)).toContain(put.person);
  expect((await inbox(min, 'raised'))[0]).toMatchObject({
    ...{ objection, state: 'accepted' },
    own: { person: put.person, current: put.name, proposed: '王小明' },
  });
  expect((await refusal(police.call(answerObjection, { objection, accept: true }))).code).toBe(
    'objection.answered',
  );
});

test('rejected, the value stays and the reason stands beside it; taken back, nothing does', async () => {
  const put = await someone();
  const { objection } = await rename(put);
  expect((await refusal(rename(put, '王小'))).code).toBe('objection.open');
  expect(await refusal(police.call(answerObjection, { objection, accept: false }))).toMatchObject({
    ...{ code: 'objection.reason', field: 'reason' },
  });
  const reason = '曾用名，已于 2003 年变更';
  await police.call(answerObjection, { objection, accept: false, reason });
  const value = valueIn(await cardOf(put), 'person.name');
  expect(value).toMatchObject({ says: put.name, contested: { state: 'rejected', reason } });
  const { objection: again } = await rename(put, '王小');
  expect((await refusal(zheng.call(withdrawObjection, { objection: again }))).code).toBe(
    'auth.denied',
  );
  await min.call(withdrawObjection, { objection: again });
  expect(valueIn(await cardOf(put), 'person.name')?.contested).toMatchObject({ reason });
  expect((await inbox(police)).some((one) => one.objection === again)).toBe(false);
});

test('what the committee owns it corrects; what others own it asks for, with a value that can be', async () => {
  const { home, person } = await someone();
  const { elements } = await min.call(askedElements, {});
  const lift = elements.find(({ element }) => element === 'home.lift');
  expect(lift?.choices).toEqual([
    { value: 'true', says: '有' },
    { value: 'false', says: '没有' },
  ]);
  await min.call(correctValue, { element: 'home.floor', home, proposed: '5' });
  const card = await min.call(homeCard, { home });
  expect(card.floor).toBe(5);
  expect(valueIn(card, 'home.floor')).toMatchObject({
    says: '5 层',
    source: 'committee',
    may: 'own',
  });
  expect((await min.call(homeCard, { home, at: '2026-03-01' })).floor).toBeNull();
  const wrong = async (element: ElementKey, proposed: string) => {
    const about = element.startsWith('home.') ? { home } : { person };
    return (await refusal(min.call(objectTo, { element, ...about, proposed, evidence }))).code;
  };
  expect(await wrong('home.floor', '6')).toBe('objection.own');
  expect(await wrong('home.tenure', 'palace')).toBe('objection.value');
  expect(await wrong('person.sex', '1')).toBe('objection.same');
  expect(await wrong('person.born_on', '2030-01-01')).toBe('objection.value');
  expect(await wrong('person.died_on', '2026-01-01')).toBe('found.nothing');
  const correct = { element: 'person.sex', person, proposed: '2' } as const;
  expect((await refusal(min.call(correctValue, correct))).code).toBe('objection.not-own');
  const tenure = { element: 'home.tenure', home, proposed: 'private', evidence } as const;
  const { objection } = await min.call(objectTo, tenure);
  const housing = await city.person('孙房管', {
    ...{ as: 'department_officer', organisation: '黄浦区住房保障和房屋管理局（示例）' },
  });
  await housing.call(answerObjection, { objection, accept: true });
  expect((await min.call(homeCard, { home })).tenure).toBe('private');
});

test('birth, sex, nation and 户籍 are corrected where they are kept, and what follows from them follows', async () => {
  const put = await someone();
  const { person } = put;
  const proposed = {
    ...{ 'person.sex': '2', 'person.born_on': '1981-02-11', 'person.nation': '03' },
    'person.registered_in': '340000',
  };
  for (const [element, value] of Object.entries(proposed)) {
    const { objection } = await min.call(objectTo, {
      ...{ element: element as ElementKey, person, proposed: value, evidence },
    });
    await police.call(answerObjection, { objection, accept: true });
  }
  const card = await cardOf(put);
  expect(card).toMatchObject({
    ...{ sex: '2', bornOn: '1981-02-11', age: 45, nation: '03', standing: 'from_outside' },
  });
  expect(valueIn(card, 'person.registered_in')?.says).toBe('安徽');
});

test('a department ends a label that it should not have supplied, sealed ones too, and the person reads why', async () => {
  const put = await someone();
  const who = await aResident(put);
  const lines = ['low_income', 'child_in_need'].map((label) => ({
    ...{ number: put.id, label, from: '2026-01-05' },
  }));
  await civil.call(supplyLabels, { lines });
  await city.settleDown();
  const card = await cardOf(put);
  const { label } = valueIn(card, 'label') ?? {};
  const about = { element: 'label', person: put.person, label: label ?? 0, evidence } as const;
  const { objection } = await min.call(objectTo, about);
  await civil.call(answerObjection, { objection, accept: true });
  expect((await cardOf(put)).labels.map(({ code }) => code)).toEqual(['needs_care']);
  const { groups } = await who.call(ownData, {});
  const labels = groups.find(({ group }) => group === 'labels')?.values ?? [];
  expect(labels.find(({ code }) => code === 'low_income')?.more.join()).toContain('经异议核对');
  const sealed = labels.find(({ code }) => code === 'child_in_need')?.label ?? 0;
  const closed = await mineOf(who, sealed);
  expect(JSON.stringify(await cardOf(put))).not.toContain('困境');
  expect((await refusal(min.call(readObjection, { objection: closed }))).code).toBe('auth.denied');
  const facts = await civil.call(readObjection, { objection: closed });
  expect(facts).toMatchObject({ current: '困境儿童', proposed: null, evidence });
  await civil.call(answerObjection, { objection: closed, accept: true });
  const after = (await who.call(ownData, {})).groups.find(({ group }) => group === 'labels');
  const ended = after?.values.find(({ code }) => code === 'child_in_need');
  expect(ended?.more.join()).toContain('经异议核对');
});

test('a resident objects from home, follows it, and reads who opened it; what the committee says of them the committee answers', async () => {
  const put = await someone();
  const who = await aResident(put);
  const { objection } = await who.call(objectToMine, {
    ...{ element: 'person.nation', proposed: '03', evidence },
  });
  expect((await inbox(police)).find((one) => one.objection === objection)).toMatchObject({
    ...{ organisationName: null, state: 'open' },
  });
  await police.call(readObjection, { objection });
  const reason = '请带户口簿到派出所办理';
  await police.call(answerObjection, { objection, accept: false, reason });
  expect((await who.call(ownObjections, {})).objections).toMatchObject([
    { objection, state: 'rejected', reason, sourceName: '黄浦区公安分局（示例）' },
  ]);
  const { looks } = await who.call(ownLooks, {});
  expect(looks[0]).toMatchObject({
    ...{ organisationName: '黄浦区公安分局（示例）', says: '核对对您信息的异议：民族' },
  });
  const { groups } = await who.call(ownData, {});
  const care = groups.find(({ group }) => group === 'labels')?.values[0]?.label ?? 0;
  const mine = await mineOf(who, care);
  await who.call(withdrawMine, { objection: mine });
  expect((await refusal(who.call(withdrawMine, { objection }))).code).toBe('objection.answered');
  const other = await aResident(await someone());
  expect(JSON.stringify(await other.call(ownObjections, {}))).not.toContain(reason);
  expect((await refusal(other.call(withdrawMine, { objection: mine }))).code).toBe('found.nothing');
});

test('a photo is seen by who answers and by whoever raised it, and is gone with the objection', async () => {
  const put = await someone();
  const who = await aResident(put);
  const seenBy = async (photo: number, ...people: Pick<Person, 'fetch'>[]) =>
    Promise.all(
      people.map(
        async (one) => (await one.fetch({ method: 'GET', url: filePath(photo) })).statusCode,
      ),
    );
  const photos = [await aPhoto(who), await aPhoto(who)];
  const nation = { element: 'person.nation', proposed: '03', evidence } as const;
  expect((await refusal(min.call(objectTo, { ...nation, person: put.person, photos }))).code).toBe(
    'files.unknown',
  );
  const { objection } = await who.call(objectToMine, { ...nation, photos });
  const [first = 0] = photos;
  expect((await police.call(readObjection, { objection })).photos).toEqual(photos);
  expect((await who.call(ownObjections, {})).objections[0]).toMatchObject({ photos });
  const other = await aResident(await someone());
  expect(await seenBy(first, police, who)).toEqual([200, 200]);
  expect(await seenBy(first, other, min, zheng, civil, city.anyone())).toEqual(Array(5).fill(404));

  const ours = [await aPhoto(min)];
  const name = { element: 'person.name', proposed: '王小明', evidence } as const;
  const raised = await min.call(objectTo, { ...name, person: put.person, photos: ours });
  expect(await seenBy(ours[0] ?? 0, police, min)).toEqual([200, 200]);
  expect(await seenBy(ours[0] ?? 0, who, zheng)).toEqual([404, 404]);
  await who.call(unbindMe, {});
  expect(await seenBy(first, police, who)).toEqual([200, 404]);

  expect(
    await city.asOwner(`select set_config('lilong.persons', '{${put.person}}', true);
    select organisation, count(*)::int from registry.access where elements[1] like 'evidence %' group by 1`),
  ).toHaveLength(3);
  await police.call(answerObjection, { objection, accept: true });
  const state = `select set_config('lilong.persons', '{${put.person}}', true);`;
  const old = "filed_at = '2010-01-01', answered_at = '2010-01-02'";
  await city.asOwner(`${state} update registry.objection set ${old} where no = ${objection}`);
  await forgetAll(city.host);
  expect(await seenBy(first, police)).toEqual([404]);
  city.clock.advance(2 * day);
  await sweepFiles(city.host);
  const left = await city.db.kysely.selectFrom('kernel.file').select('no').execute();
  expect(left.map(({ no }) => no)).toEqual(ours);
  await min.call(withdrawObjection, { objection: raised.objection });
});

test('late ones stand first; departments are counted for everybody, and nobody else is', async () => {
  for (const { objection, state } of await inbox(police))
    if (state === 'open') await police.call(answerObjection, { objection, accept: true });
  const { objection: first } = await rename(await someone());
  city.clock.advance(20 * day);
  const { objection: second } = await rename(await someone());
  const open = (await inbox(police)).filter(({ state }) => state === 'open');
  expect(open.map(({ objection, late }) => [objection, late])).toEqual([
    [first, true],
    [second, false],
  ]);
  const { departments } = await city.anyone().call(objectionFigures, {});
  const own = departments.find(({ organisationName }) => organisationName.includes('公安'));
  expect(own).toMatchObject({ open: 2, late: 1 });
  expect(own?.medianDays).toBeLessThan(2);
  expect(departments.some(({ organisationName }) => organisationName.includes('居委会'))).toBe(
    false,
  );
  expect((await refusal(civil.call(readObjection, { objection: first }))).code).toBe('auth.denied');
  expect((await refusal(zheng.call(readObjection, { objection: first }))).code).toBe('auth.denied');
});
