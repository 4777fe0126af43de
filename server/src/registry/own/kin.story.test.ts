// SPDX-License-Identifier: Apache-2.0
// A mother reads about her child until it comes of age; a husband about his wife once she lets him; and nobody else.
import { personCard } from '@lilong/contracts/registry';
import {
  endGuardian,
  guardianProofs,
  offerConsent,
  ownConsents,
  proveGuardian,
  takeConsent,
  withdrawConsent,
} from '@lilong/contracts/registry-guardians';
import { moveOut, recordDeath } from '@lilong/contracts/registry-moves';
import { objectToMine, ownObjections, withdrawMine } from '@lilong/contracts/registry-objections';
import {
  bindMe,
  endGrant,
  offerBinding,
  ownData,
  ownGrants,
  ownLooks,
  unbindMe,
} from '@lilong/contracts/registry-own';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../../test/city.ts';
import { refusal } from '../../../test/refusal.ts';
import { type Put, putPerson } from '../../../test/registry-people.ts';
import { sealValue } from '../sealed.ts';

const lane = 310101002001000; // 云南中路居委会
const dayMs = 86_400_000;

let city: City;
let wu: Person;
beforeAll(async () => {
  city = await aCity({ settings: { RESIDENT_SESSION_DAYS: '120' } });
  wu = await city.person('吴干部', { as: 'committee_worker', at: lane });
});
afterAll(() => city.close());

const put = () => putPerson(city, lane, { role: 'lives', until: null, protected: false });
async function bind(who: Person, { person, id }: Put): Promise<void> {
  const { code } = await wu.call(offerBinding, { person, document: '111', number: id });
  await who.call(bindMe, { code });
}
async function bound(name: string): Promise<{ who: Person; put: Put }> {
  const one = { who: await city.resident(name), put: await put() };
  await bind(one.who, one.put);
  return one;
}
const stated = (persons: readonly number[]) =>
  `select set_config('lilong.persons', '{${persons.join()}}', true);`;
/** Somebody of eight years, unless told; a label of level 4 is said of them. */
async function aChild(bornOn = '2018-03-10'): Promise<Put> {
  const child = await put();
  const sealed = sealValue(city.host.keys, JSON.stringify({ code: 'disabled', words: '拄拐' }));
  await city.asOwner(`${stated([child.person])}
    update registry.person set born_on = '${bornOn}' where no = ${child.person};
    insert into registry.label (person, digest, sealed, kind, organisation, valid_from, verified_at)
      values (${child.person}, decode(repeat('00', 16), 'hex'), '\\x${sealed.toString('hex')}'::bytea, 'shared', 1, '2026-01-02', '2026-01-03')`);
  return child;
}
/** Puts two under one roof. */
const join = (one: Put, other: Put) =>
  city.asOwner(`${stated([one.person, other.person])}
    update registry.presence p set home = q.home, household = q.household from registry.presence q
      where p.person = ${other.person} and q.person = ${one.person}`);
const parentOf = (child: Put, parent: Put) =>
  wu.call(proveGuardian, {
    ...{ person: child.person, relation: 'parent', proof: 'birth', document: '111' },
    number: parent.id,
  });

/** Told to oneself and to parents and guardians. */
const elsewhere = ['affairs', 'certificates', 'ratings'];

test('a mother whose papers were seen reads about her child, and the child reads that she did', async () => {
  const [{ who: mother, put: her }, child] = [await bound('母亲'), await aChild()];
  await join(her, child);
  expect((await mother.call(ownData, {})).wards).toEqual([]);
  expect((await wu.call(guardianProofs, { person: child.person })).child).toBe(true);
  expect(await parentOf(child, her)).toEqual({ name: her.name, until: '2036-03-09' });
  const [ward] = (await mother.call(ownData, {})).wards;
  expect(ward).toMatchObject({ name: child.name, relation: 'child' });
  const of = ward?.grant ?? 0;
  const { groups, grants } = await mother.call(ownData, { of });
  const told = JSON.stringify(groups);
  for (const wanted of [child.name, '拄拐', `${her.name}（父母）`]) expect(told).toContain(wanted);
  expect(told).not.toContain(child.id);
  expect(groups.flatMap(({ values }) => values).filter(({ number }) => number !== null)).toEqual(
    [],
  );
  expect(groups.map(({ group }) => group)).toEqual(expect.arrayContaining(elsewhere));
  expect(grants).toEqual([]);
  const { looks } = await mother.call(ownLooks, { of });
  expect(looks[0]).toMatchObject({ organisationName: null, roleName: '父母', purpose: '监护' });
  expect(looks.map(({ says }) => says)).toEqual([
    '在自己的“我的数据”里看了您的信息',
    '看过材料，登记了您的监护人',
  ]);
  const { guardians } = await wu.call(personCard, { person: child.person });
  expect(guardians).toMatchObject([{ name: her.name, relation: 'parent', proof: 'birth' }]);
  expect((await refusal(mother.call(personCard, { person: child.person }))).code).toBe(
    'auth.denied',
  );
});

test('a mother objects to a value of her child and withdraws what the child agreed to; the child reads it', async () => {
  const [{ who: mother, put: her }, child] = [await bound('母亲'), await aChild()];
  const [youth, friend] = [await city.resident('孩子'), await bound('同学')];
  await bind(youth, child);
  await join(her, child);
  await join(her, friend.put);
  await parentOf(child, her);
  const of = (await mother.call(ownData, {})).wards[0]?.grant ?? 0;
  const nation = { element: 'person.nation', proposed: '03', evidence: '户口簿' } as const;
  const { objection } = await mother.call(objectToMine, { ...nation, of });
  const { objections, elements } = await mother.call(ownObjections, { of });
  expect(objections).toMatchObject([{ objection, state: 'open', organisationName: null }]);
  expect(elements.map(({ element }) => element)).toContain('person.phone');
  expect((await mother.call(ownObjections, {})).objections).toEqual([]);
  await mother.call(withdrawMine, { objection, of });
  const { code } = await youth.call(offerConsent, {});
  await friend.who.call(takeConsent, { code });
  const theirs = (await friend.who.call(ownData, {})).wards[0]?.grant ?? 0;
  for (const route of [ownObjections, ownConsents])
    expect((await refusal(friend.who.call(route, { of: theirs }))).code).toBe('auth.denied');
  const object = friend.who.call(objectToMine, { ...nation, of: theirs });
  expect((await refusal(object)).code).toBe('auth.denied');
  const [consent] = (await mother.call(ownConsents, { of })).consents;
  expect(consent?.name).toBe(friend.put.name);
  await mother.call(withdrawConsent, { consent: consent?.no ?? 0, of });
  expect((await refusal(friend.who.call(ownData, { of: theirs }))).code).toBe('found.nothing');
  const says = (await youth.call(ownLooks, {})).looks
    .filter(({ roleName }) => roleName === '父母')
    .map((one) => one.says);
  expect(says).toEqual(['替您撤回了一项同意', '对您的信息提了异议：民族']);
});

test('papers that prove nothing, nobody of the register, and another committee are refused', async () => {
  const [mother, child, grown] = [await put(), await aChild(), await put()];
  const zheng = await city.person('郑干部', { as: 'committee_worker', at: 310101002002000 });
  const asked = { person: child.person, relation: 'guardian', document: '111' } as const;
  const tryIt = (who: Person, more: object) =>
    refusal(
      who.call(proveGuardian, { ...asked, proof: 'court', number: mother.id, ...more } as never),
    );
  expect((await tryIt(zheng, {})).code).toBe('auth.denied');
  const unproven = await tryIt(wu, { person: grown.person, proof: 'book' });
  expect(unproven).toMatchObject({ code: 'registry.guardian-proof', field: 'proof' });
  for (const number of [child.id, '11010519491231002X'])
    expect(await tryIt(wu, { number })).toMatchObject({
      ...{ code: 'registry.guardian-who', field: 'number' },
    });
  await wu.call(proveGuardian, {
    ...asked,
    person: grown.person,
    proof: 'court',
    number: mother.id,
  });
});

test('it ends by the worker, a death, and with the binding; whoever binds anew reads again', async () => {
  const [{ who: mother, put: her }, child] = [await bound('母亲'), await aChild()];
  await parentOf(child, her);
  const wards = async () => (await mother.call(ownData, {})).wards.map(({ name }) => name);
  expect(await wards()).toEqual([child.name]);
  await mother.call(unbindMe, {});
  await bind(mother, her);
  expect(await wards()).toEqual([child.name]);
  const { guardians } = await wu.call(personCard, { person: child.person });
  const [{ guardian } = { guardian: 0 }] = guardians;
  await wu.call(endGuardian, { person: child.person, guardian });
  expect(await wards()).toEqual([]);
  await parentOf(child, her);
  const of = (await mother.call(ownData, {})).wards[0]?.grant ?? 0;
  await wu.call(recordDeath, { person: child.person, on: '2026-03-01' });
  expect(await wards()).toEqual([]);
  expect((await refusal(mother.call(ownData, { of }))).code).toBe('found.nothing');
});

test('a wife lets her husband read: a code, one household, no label of level 4; withdrawn at once', async () => {
  const [she, he] = [await bound('妻子'), await bound('丈夫')];
  const { code, days } = await she.who.call(offerConsent, {});
  expect(days).toBe(90);
  expect((await refusal(he.who.call(takeConsent, { code }))).code).toBe('registry.not-household');
  await join(she.put, he.put);
  expect((await he.who.call(ownData, {})).wards).toEqual([]);
  await he.who.call(takeConsent, { code });
  expect((await refusal(he.who.call(takeConsent, { code }))).code).toBe('registry.consent-code');
  const of = (await he.who.call(ownData, {})).wards[0]?.grant ?? 0;
  const { groups } = await he.who.call(ownData, { of });
  expect(groups.filter(({ group }) => elsewhere.includes(group))).toEqual([]);
  expect((await refusal(he.who.call(ownLooks, { of }))).code).toBe('auth.denied');
  const { consents } = await she.who.call(ownConsents, {});
  expect(consents).toMatchObject([{ name: he.put.name, reason: '家人同意查看' }]);
  expect((await she.who.call(ownLooks, {})).looks[0]).toMatchObject({
    ...{ roleName: '家人（您同意的）', organisationName: null },
  });
  const consent = consents[0]?.no ?? 0;
  expect((await refusal(he.who.call(withdrawConsent, { consent }))).code).toBe('found.nothing');
  await she.who.call(withdrawConsent, { consent });
  expect((await refusal(he.who.call(ownData, { of }))).code).toBe('found.nothing');
  expect((await she.who.call(ownConsents, {})).consents).toEqual([]);
  const past = (await she.who.call(ownGrants, {})).grants;
  expect(past).toMatchObject([{ name: he.put.name, holds: false }]);
});

test('who moves out reads no longer, and a consent ends by itself', async () => {
  const [she, he] = [await bound('妻子'), await bound('丈夫')];
  await join(she.put, he.put);
  const allow = async () => {
    await he.who.call(takeConsent, { code: (await she.who.call(offerConsent, {})).code });
    return (await he.who.call(ownData, {})).wards[0]?.grant ?? 0;
  };
  const first = await allow();
  await wu.call(moveOut, { person: he.put.person, on: '2026-03-01' });
  expect((await refusal(he.who.call(ownData, { of: first }))).code).toBe('registry.not-household');
  expect((await she.who.call(ownConsents, {})).consents).toEqual([]);
  await city.asOwner(
    `${stated([he.put.person])} update registry.presence set to_on = null where person = ${he.put.person}`,
  );
  const again = await allow();
  city.clock.advance(80 * dayMs);
  await he.who.call(ownData, { of: again });
  await she.who.call(ownData, {});
  city.clock.advance(10 * dayMs);
  expect((await refusal(he.who.call(ownData, { of: again }))).code).toBe('found.nothing');
  city.clock.advance(-90 * dayMs);
});

test('asked directly, the database shows a consent and a proof to the two whom they are about alone', async () => {
  const [she, he] = [await bound('妻子'), await bound('丈夫')];
  await join(she.put, he.put);
  await he.who.call(takeConsent, { code: (await she.who.call(offerConsent, {})).code });
  const child = await aChild();
  await parentOf(child, she.put);
  const seen = (persons: readonly number[], account: number) =>
    city.db.kysely.transaction().execute(async (db) => {
      await sql
        .raw(`select set_config('lilong.persons', '{${persons.join()}}', true), set_config('lilong.reader', '${account}', true),
        set_config('lilong.moment', '${city.clock().toISOString()}', true)`)
        .execute(db);
      const { rows } = await sql
        .raw(`
        select (select count(*)::int from registry.consent where person = ${she.put.person}) as consents,
          (select count(*)::int from registry.guardian where person = ${child.person}) as guardians,
          (select count(*)::int from registry.person where no in (${she.put.person}, ${child.person})) as people`)
        .execute(db);
      return rows[0];
    });
  expect(await seen([], 0)).toEqual({ consents: 0, guardians: 0, people: 0 });
  const stranger = await bound('邻居');
  const theirs = { consents: 0, guardians: 0, people: 0 };
  expect(await seen([stranger.put.person], stranger.who.account)).toEqual(theirs);
  expect(await seen([he.put.person], he.who.account)).toMatchObject({ consents: 1, people: 1 });
  expect(await seen([she.put.person], she.who.account)).toEqual({
    ...{ consents: 1, guardians: 1, people: 2 },
  });
});

test('the child reads who may, and cannot take back what the law gives; it ends on the eighteenth birthday', async () => {
  const [{ who: father, put: his }, child] = [await bound('父亲'), await aChild('2008-03-12')];
  const kid = await city.resident('孩子');
  await bind(kid, child);
  await parentOf(child, his);
  const [grant] = (await kid.call(ownData, {})).grants;
  expect(grant).toMatchObject({ name: his.name, roleName: '父母', holds: true, kind: 'guardian' });
  const no = grant?.no ?? 0;
  expect((await refusal(kid.call(endGrant, { no }))).code).toBe('found.nothing');
  const of = (await father.call(ownData, {})).wards[0]?.grant ?? 0;
  const asFar = async (iso: string) => {
    city.clock.set(new Date(iso));
    await city.asOwner(`${stated([his.person])} update registry.binding set used_at = '${iso}'`);
    return father.call(ownData, { of });
  };
  await asFar('2026-03-11T15:59:00Z');
  expect((await refusal(asFar('2026-03-11T16:00:00Z'))).code).toBe('found.nothing');
  expect((await father.call(ownData, {})).wards).toEqual([]);
  wu = await city.person('吴后任', { as: 'committee_worker', at: lane });
  expect((await refusal(parentOf(child, his))).code).toBe('registry.of-age');
});
