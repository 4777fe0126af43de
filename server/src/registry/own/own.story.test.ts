// SPDX-License-Identifier: Apache-2.0
// A worker sees a document and gives a code; a resident types it, and reads all that is held and who looked.

import { whoAmI } from '@lilong/contracts/identity';
import { personCard, revealValue } from '@lilong/contracts/registry';
import { putLabel } from '@lilong/contracts/registry-labels';
import { lookUpNumber, recordDeath } from '@lilong/contracts/registry-moves';
import { ownObjections } from '@lilong/contracts/registry-objections';
import {
  bindMe,
  endBinding,
  endGrant,
  offerBinding,
  ownData,
  ownFile,
  ownLooks,
  ownNumber,
  unbindMe,
} from '@lilong/contracts/registry-own';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../../test/city.ts';
import { refusal } from '../../../test/refusal.ts';
import { type Put, putPerson } from '../../../test/registry-people.ts';
import { sealValue } from '../sealed.ts';

const lane = 310101002001000; // 云南中路居委会
const minute = 60_000;

let city: City;
let wu: Person;
beforeAll(async () => {
  city = await aCity({ settings: { RESIDENT_SESSION_DAYS: '120' } });
  wu = await city.person('吴干部', { as: 'committee_worker', at: lane });
});
afterAll(() => city.close());

const put = () => putPerson(city, lane, { role: 'lives', until: null, protected: false });
const offer = ({ person, id }: Put) =>
  wu.call(offerBinding, { person, document: '111', number: id });
let residents = 0;
const aResident = () => {
  residents += 1;
  return city.resident(`居民${residents}`);
};

/** Somebody with an account that is bound to them. */
async function bound(): Promise<{ who: Person; put: Put }> {
  const [who, one] = [await aResident(), await put()];
  const { code } = await offer(one);
  await who.call(bindMe, { code });
  return { who, put: one };
}

test('the worker sees the document, the code joins account and person, and both can read it', async () => {
  const [who, one] = [await aResident(), await put()];
  expect(await who.call(ownData, {})).toEqual({
    ...{ binding: null, ended: null, groups: [], grants: [] },
  });
  const { code, until } = await offer(one);
  expect(code).toMatch(/^\d{6}$/);
  expect(until).toBe(new Date(city.clock().getTime() + 10 * minute).toISOString());
  await who.call(bindMe, { code });
  const { binding, groups } = await who.call(ownData, {});
  expect(binding).toMatchObject({ roleName: '居委会干部', documentName: '身份证' });
  expect(binding?.organisationName).toContain('云南中路');
  expect(groups[0]?.values[0]).toMatchObject({ name: '姓名', says: one.name });
  expect((await who.call(whoAmI, {})).me?.level).toBe(2);
  const { looks } = await who.call(ownLooks, {});
  expect(looks).toMatchObject([{ says: '看过证件，给了绑定码', purpose: '本人出示证件' }]);
  expect((await wu.call(personCard, { person: one.person })).boundSince).not.toBeNull();
});

test('another document, another committee, a second binding: refused, and the code works once', async () => {
  const { who, put: one } = await bound();
  const [other, else_] = [await put(), await aResident()];
  const wrong = { person: other.person, document: '111', number: one.id } as const;
  expect(await refusal(wu.call(offerBinding, wrong))).toMatchObject({
    ...{ code: 'registry.not-theirs', field: 'number' },
  });
  const zheng = await city.person('郑干部', { as: 'committee_worker', at: 310101002002000 });
  expect((await refusal(zheng.call(offerBinding, { ...wrong, number: other.id }))).code).toBe(
    'auth.denied',
  );
  expect((await refusal(offer(one))).code).toBe('registry.bound');
  const { code } = await offer(other);
  expect((await refusal(who.call(bindMe, { code }))).code).toBe('registry.account-bound');
  await else_.call(bindMe, { code });
  const late = await aResident();
  expect((await refusal(late.call(bindMe, { code }))).code).toBe('registry.binding-code');
});

test('a code ends after ten minutes, and five wrong ones close the way for an hour', async () => {
  const [who, one] = [await aResident(), await put()];
  const { code } = await offer(one);
  city.clock.advance(10 * minute);
  expect(await refusal(who.call(bindMe, { code }))).toMatchObject({
    ...{ code: 'registry.binding-code', field: 'code', facts: { left: 4 } },
  });
  const fresh = (await offer(one)).code;
  const wrong = fresh === '000000' ? '000001' : '000000';
  for (const left of [3, 2, 1, 0])
    expect((await refusal(who.call(bindMe, { code: wrong }))).facts).toEqual({ left });
  expect((await refusal(who.call(bindMe, { code: fresh }))).facts).toEqual({ left: 0 });
  city.clock.advance(60 * minute);
  await who.call(bindMe, { code: (await offer(one)).code });
});

test('every column that is about the person is in my data, or says why not', async () => {
  const { who, put: one } = await bound();
  await fill(one);
  const { groups, grants, binding } = await who.call(ownData, {});
  const { looks } = await who.call(ownLooks, {});
  const { objections } = await who.call(ownObjections, {});
  const told = JSON.stringify({ groups, grants, binding, looks, objections });
  const { rows } = await city.host.db.run(`
    select c.table_name || '.' || c.column_name as name from information_schema.columns c where c.table_schema = 'registry'
      and (c.table_name = 'person' or exists (select from information_schema.columns p
        where p.table_schema = 'registry' and p.table_name = c.table_name and p.column_name = 'person')) order by 1`);
  const names = rows.map(({ name }) => String(name));
  expect(names.filter((name) => !(name in shown) && !(name in kept))).toEqual([]);
  expect(
    [...Object.keys(shown), ...Object.keys(kept)].filter((name) => !names.includes(name)),
  ).toEqual([]);
  const missing = Object.entries(shown).filter(([, said]) => !told.includes(said(one)));
  expect(missing.map(([name]) => name)).toEqual([]);
  expect(told).not.toContain(one.id);
  expect(told).not.toContain(one.phone);
});

/** Gives somebody a value in every column that may be empty. */
async function fill({ person }: Put): Promise<void> {
  const sealed = sealValue(city.host.keys, JSON.stringify({ code: 'disabled', words: '拄拐' }));
  const phone = sealValue(city.host.keys, '0216346789');
  const said = { current: '01', proposed: '05', evidence: '我母亲的户口簿上写的', about: '某*' };
  const objected = sealValue(city.host.keys, JSON.stringify({ ...said, number: null }));
  await wu.call(putLabel, { person, label: 'lives_alone', words: '儿子在外地' });
  await city.asOwner(`
    select set_config('lilong.persons', '{${person}}', true);
    update registry.person set died_on = null, nation = '05', registered_in = '310101', protected = true where no = ${person};
    update registry.presence set stays_as = 'carer', to_on = '2031-05-06' where person = ${person};
    update registry.household set from_on = '2019-09-08' where no in (select household from registry.presence where person = ${person});
    update registry.label set valid_to = '2027-07-08', ended_why = '子女接走了' where person = ${person} and code = 'needs_care';
    insert into registry.label (person, digest, sealed, kind, organisation, valid_from, until, verified_at)
      values (${person}, decode(repeat('00', 16), 'hex'), '\\x${sealed.toString('hex')}'::bytea, 'shared', 1, '2026-01-02', '2038-09-10', '2026-01-03');
    insert into registry.institution (street, place, kind, name, source, recorded_at)
      values (310101002, 310101002001000, 'team', '云南中路合唱队', 'test', '2026-01-04');
    insert into registry.member (street, institution, place, person, name, position, phone, from_on, to_on, source, recorded_at)
      select street, no, place, ${person}, '某人', '队长', '\\x${phone.toString('hex')}'::bytea, '2024-02-03', '2032-04-05', 'test', '2026-01-04'
        from registry.institution where name = '云南中路合唱队';
    insert into registry.building_group (street, place, name, from_on, source, recorded_at)
      values (310101002, 310101002001000, '云中第三楼组', '2024-02-03', 'test', '2026-01-04');
    insert into registry.group_leader (street, building_group, place, person, name, phone, from_on, to_on, source, recorded_at)
      select street, no, place, ${person}, '某人', '\\x${phone.toString('hex')}'::bytea, '2024-03-04', '2033-04-05', 'leaders', '2026-01-04'
        from registry.building_group where name = '云中第三楼组';
    insert into registry.access_grant (person, account, purpose, matter, from_at, until_at)
      values (${person}, 1, 'emergency', 'test', '2026-02-03T04:05:06Z', '2036-07-08T09:10:11Z');
    insert into registry.fact (person, place, element, value, kind, source, valid_from, valid_to, recorded_at)
      values (${person}, 310101002001000, 'person.name', '某旧名', 'shared', '旧户口簿', null, '2026-01-04', '2020-01-01'),
        (${person}, 310101002001000, 'person.name', '某新名', 'shared', '公安', '2026-01-05', null, '2026-01-05');
    insert into registry.objection (element, person, place, raised_by, account, organisation, source, sealed, state, filed_at, due_at, answered_at)
      select 'person.nation', ${person}, place, 'committee', 1, no, no, '\\x${objected.toString('hex')}'::bytea, 'rejected',
        '2026-01-06T04:05:06Z', '2026-01-16T04:05:06Z', '2026-01-07T04:05:06Z' from places.organisation where name = '云南中路居委会'`);
}

/** What is told of each column. */
const shown: Readonly<Record<string, (put: Put) => string>> = {
  'person.name': ({ name }) => name,
  'person.pinyin': () => '读音：mou',
  'person.sex': () => '男',
  'person.born_on': () => '1980-01-10',
  'person.nation': () => '维吾尔族',
  'person.registered_in': () => '黄浦区',
  'person.protected': () => '一般查找查不到您',
  'person.source': () => '"source":"test"',
  'person.recorded_at': () => '"day":"2026-01-01"',
  'person_key.kind': () => '手机号',
  'person_key.document': () => '身份证',
  'person_key.sealed': ({ phone }) => phone.slice(-4),
  'presence.place': () => '云南中路',
  'presence.role': () => '"key":"lives"',
  'presence.home': ({ door }) => door,
  'presence.household': () => '2019-09-08',
  'presence.relation': () => '和户主的关系：户主',
  'presence.stays_as': () => '保姆护工',
  'presence.standing': () => '人户一致',
  'presence.from_on': () => '2020-01-01',
  'presence.to_on': () => '到 2031-05-06',
  'presence.source': () => '"source":"test"',
  'presence.recorded_at': () => '2026-01-01 记入',
  'label.code': () => '独居',
  'label.sealed': () => '拄拐',
  'label.kind': () => '居委会采集',
  'label.organisation': () => '居委会',
  'label.words': () => '儿子在外地',
  'label.valid_from': () => '2026-01-02',
  'label.valid_to': () => '到 2027-07-08',
  'label.until': () => '到 2038-09-10',
  'label.ended_why': () => '子女接走了',
  'label.look_again': () => '前会再核对',
  'label.verified_at': () => '2026-01-03 核对过',
  'member.name': ({ name }) => name,
  'member.institution': () => '云南中路合唱队',
  'member.position': () => '队长',
  'member.phone': () => '021***6789',
  'member.from_on': () => '2024-02-03',
  'member.to_on': () => '到 2032-04-05',
  'member.source': () => '"source":"test"',
  'member.recorded_at': () => '2026-01-04 记入',
  'group_leader.name': ({ name }) => name,
  'group_leader.building_group': () => '云中第三楼组，楼组长',
  'group_leader.phone': () => '021***6789',
  'group_leader.from_on': () => '2024-03-04',
  'group_leader.to_on': () => '到 2033-04-05',
  'group_leader.source': () => '"source":"leaders"',
  'group_leader.recorded_at': () => '2026-01-04 记入',
  'access_grant.purpose': () => '应急处置',
  'access_grant.from_at': () => '2026-02-03T04:05:06',
  'access_grant.until_at': () => '2036-07-08T09:10:11',
  'access.at': () => city.clock().toISOString(),
  'access.organisation': () => '云南中路',
  'access.role': () => '居委会干部',
  'access.act': () => '"act":"change"',
  'access.elements': () => '登记或核对标签：独居',
  'access.purpose': () => '日常服务',
  'fact.element': () => '姓名',
  'fact.value': () => '2026-01-04 以前：某旧名',
  'fact.source': () => '旧户口簿',
  'fact.valid_from': () => '"day":"2026-01-05"',
  'fact.valid_to': () => '2026-01-04',
  'objection.element': () => '"element":"person.nation"',
  'objection.source': () => '"sourceName":"云南中路居委会',
  'objection.organisation': () => '"organisationName":"云南中路居委会',
  'objection.sealed': () => '我母亲的户口簿上写的',
  'objection.state': () => '"state":"rejected"',
  'objection.filed_at': () => '2026-01-06T04:05:06',
  'objection.due_at': () => '2026-01-16T04:05:06',
  'objection.answered_at': () => '2026-01-07T04:05:06',
  'binding.document': () => '"documentName":"身份证"',
  'binding.organisation': () => '云南中路',
  'binding.role': () => '居委会干部',
  'binding.seen_at': () => city.clock().toISOString(),
  'binding.bound_at': () => city.clock().toISOString(),
};

const oneself = 'the number by which the program knows the person, who is asking';
const worker = 'a worker by name: organisation and role answer for what was done';
const copy = 'the same value as in registry.person, for lists';
const program = 'nothing that is said of the person: how the program finds the row';
const whileBound = 'empty as long as there is a binding, and nobody unbound reads this';
/** Columns that are not told, and why. */
const kept: Readonly<Record<string, string>> = {
  'person.no': oneself,
  'person.died_on': 'a death ends the binding',
  'person.abroad': 'said when it is true; the test’s person is from the city',
  'person_key.person': oneself,
  'person_key.digest': program,
  'presence.no': program,
  'presence.street': program,
  'presence.person': oneself,
  ...Object.fromEntries(
    ['name', 'pinyin', 'sex', 'born_on', 'protected'].map((name) => [`presence.${name}`, copy]),
  ),
  'presence.initials': copy,
  'presence.phone_end': program,
  'presence.labels': 'the codes of registry.label, for lists',
  'member.no': program,
  'member.street': program,
  'member.person': oneself,
  'member.place': 'where the institution is: its name says so',
  'group_leader.no': program,
  'group_leader.street': program,
  'group_leader.person': oneself,
  'group_leader.place': 'where the 楼组 is: its name says so',
  'label.no': program,
  'label.person': oneself,
  'label.digest': program,
  'label.batch': 'a digest of the load it came with',
  'label.account': worker,
  'fact.no': program,
  'fact.person': oneself,
  'fact.street': program,
  'fact.home': 'a value of a home, whose fact has no person',
  'fact.place': program,
  'fact.kind': 'whether a department or the committee said so: the source tells',
  'fact.recorded_at': 'of what was replaced; what stands tells its day',
  'objection.no': program,
  'objection.person': oneself,
  'objection.street': program,
  'objection.home': 'an objection to a value of a home has no person',
  'objection.label': program,
  'objection.place': program,
  'objection.raised_by': 'no organisation is told of what somebody raised oneself',
  'objection.account': worker,
  'objection.closed': program,
  'access_grant.no': program,
  'access_grant.person': oneself,
  'access_grant.account': worker,
  'access_grant.matter': 'the number of the act, which tells organisation and role',
  'access.no': program,
  'access.person': oneself,
  'access.account': worker,
  'access.post': worker,
  'access.request': program,
  'binding.no': program,
  'binding.person': oneself,
  'binding.account': oneself,
  'binding.phone': program,
  'binding.seen_by': worker,
  'binding.used_at': 'the day of one’s own last visit, to end what nobody uses',
  'binding.ended_at': whileBound,
  'binding.ended_why': whileBound,
  'binding.ended_by': worker,
  ...Object.fromEntries(
    ['person', 'digest', 'document', 'seen_by', 'organisation', 'role', 'seen_at', 'ends_at'].map(
      (name) => [
        `binding_code.${name}`,
        'a code that waits for ten minutes, and is gone once used',
      ],
    ),
  ),
};

test('who looked, for what purpose; a grant is taken back; and nothing of it reaches another resident', async () => {
  const { who, put: one } = await bound();
  const { person } = one;
  await wu.call(revealValue, { person, element: 'phone', purpose: 'visit' });
  await wu.call(lookUpNumber, { document: '111', number: one.id });
  const { looks, more } = await who.call(ownLooks, {});
  expect(looks.map(({ says, purpose }) => [says, purpose])).toEqual([
    ['凭您出示的证件找到您的档案', '本人出示证件'],
    ['看了您的手机号', '上门走访'],
    ['看过证件，给了绑定码', '本人出示证件'],
  ]);
  expect(more).toBe(false);
  expect(JSON.stringify(looks)).not.toContain('吴干部');
  expect((await who.call(ownLooks, { before: looks[1]?.no ?? 0 })).looks).toHaveLength(1);
  const { grants } = await who.call(ownData, {});
  expect(grants).toMatchObject([{ roleName: '居委会干部', purpose: '本人出示证件', holds: true }]);
  const other = await bound();
  const no = grants[0]?.no ?? 0;
  expect((await refusal(other.who.call(endGrant, { no }))).code).toBe('found.nothing');
  await who.call(endGrant, { no });
  expect((await who.call(ownData, {})).grants).toMatchObject([{ holds: false }]);
  expect(JSON.stringify(await other.who.call(ownData, {}))).not.toContain(one.name);
  const unbound = await aResident();
  expect((await refusal(unbound.call(ownLooks, {}))).code).toBe('registry.not-bound');
  expect((await refusal(unbound.call(ownFile, { as: 'json' }))).code).toBe('registry.not-bound');
  expect((await refusal(wu.call(ownData, {}))).code).toBe('auth.denied');
});

test('one’s own number is opened without a purpose, and everything is taken away as JSON or as a page', async () => {
  const { who, put: one } = await bound();
  const { groups } = await who.call(ownData, {});
  const numbers = groups.find(({ group }) => group === 'numbers')?.values ?? [];
  const opened = numbers.map(({ number }) => who.call(ownNumber, { number: number ?? -1 }));
  expect((await Promise.all(opened)).map(({ value }) => value)).toEqual([one.id, one.phone]);
  const file = await who.call(ownFile, { as: 'json' });
  const made = JSON.parse(file.text) as Record<string, unknown>;
  expect(made).toMatchObject({ format: 'lilong.my-data/1', binding: { documentName: '身份证' } });
  expect(file.text).toContain(one.id);
  expect(file.name).toBe('my-data-2026-03-02.json');
  const page = await who.call(ownFile, { as: 'page' });
  for (const wanted of [
    '<!doctype html>',
    one.name,
    one.id,
    '谁看过我的信息',
    '看过证件，给了绑定码',
  ])
    expect(page.text).toContain(wanted);
  expect((await who.call(ownLooks, {})).looks).toHaveLength(1);
});

test('it ends by the resident, the worker, another phone, a long silence or a death, and says why', async () => {
  const end: Record<string, (of: { who: Person; put: Put }) => Promise<unknown>> = {
    resident: ({ who }) => who.call(unbindMe, {}),
    worker: ({ put: { person } }) => wu.call(endBinding, { person }),
    phone: ({ who: { account } }) =>
      city.asOwner(
        `update identity.account set phone_digest = 'another ${account}' where no = ${account}`,
      ),
    death: ({ put: { person } }) => wu.call(recordDeath, { person, on: '2026-03-01' }),
    unused: async () => city.clock.advance(91 * 24 * 60 * minute),
  };
  for (const [why, act] of Object.entries(end)) {
    const one = await bound();
    await act(one);
    expect(await one.who.call(ownData, {}), why).toMatchObject({ binding: null, ended: { why } });
    expect((await one.who.call(whoAmI, {})).me?.level).toBe(1);
    expect((await refusal(one.who.call(ownNumber, { number: 0 }))).code).toBe('registry.not-bound');
  }
});
