// SPDX-License-Identifier: Apache-2.0
// Columns of the tables that are about a person: what 我的数据 tells of each, or why it does not.
import { putLabel } from '@lilong/contracts/registry-labels';
import { sealValue } from '../src/registry/sealed.ts';
import type { City, Person } from './city.ts';
import { assistanceKept, assistanceShown, fillAssistance } from './own-columns-assistance.ts';
import { collectionKept, collectionShown, putCollection } from './own-columns-doorstep.ts';
import { putRating, ratingKept, ratingShown } from './own-columns-ratings.ts';
import type { Put } from './registry-people.ts';

/** Gives somebody a value in every column that may be empty. */
export async function fill(city: City, wu: Person, { person }: Put): Promise<void> {
  const sealed = sealValue(city.host.keys, JSON.stringify({ code: 'disabled', words: '拄拐' }));
  const phone = sealValue(city.host.keys, '0216346789');
  const passport = sealValue(city.host.keys, 'E12345678');
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
    insert into registry.guardian (person, guardian, name, relation, proof, seen_by, organisation, role, seen_at, until_on)
      select ${person}, ${person} + 100000, '某监护人', 'guardian', 'court', 1, no, 'committee_worker', '2026-01-08', '2034-05-06'
        from places.organisation where name = '云南中路居委会';
    insert into registry.consent (person, reason, item, to_person, to_name, code_until, given_at, until_at)
      values (${person}, 'family', 'own-data', 1, '某家人', '2026-01-09', '2026-01-09T04:05:06Z', '2035-06-07T04:05:06Z');
    insert into registry.mandate (person, name, helper, helper_name, account, items, matter_street, matter_no, certificates, how, said_to,
        organisation, role, given_at, until_on, until_at)
      select ${person}, '某人', ${person} + 100000, '某帮办人', 1, '{S011}', 310101002, 7, true, 'told', 1, no, 'committee_worker',
        '2026-01-11', '2035-01-02', '2035-01-03' from places.organisation where name = '云南中路居委会';
    insert into registry.fact (person, place, element, value, kind, source, valid_from, valid_to, recorded_at)
      values (${person}, 310101002001000, 'person.name', '某旧名', 'shared', '旧户口簿', null, '2026-01-04', '2020-01-01'),
        (${person}, 310101002001000, 'person.name', '某新名', 'shared', '公安', '2026-01-05', null, '2026-01-05');
    insert into registry.fact (person, place, element, document, sealed, kind, source, valid_to)
      values (${person}, 310101002001000, 'person.id', '414', '\\x${passport.toString('hex')}'::bytea, 'shared', '旧户口簿', '2026-01-04');
    insert into registry.objection (element, person, place, raised_by, account, organisation, source, sealed, state, filed_at, due_at, answered_at)
      select 'person.nation', ${person}, place, 'committee', 1, no, no, '\\x${objected.toString('hex')}'::bytea, 'rejected',
        '2026-01-06T04:05:06Z', '2026-01-16T04:05:06Z', '2026-01-07T04:05:06Z' from places.organisation where name = '云南中路居委会'`);
  await fillElsewhere(city, person);
}

/** The same in tables of other modules. */
async function fillElsewhere(city: City, person: number): Promise<void> {
  await city.asOwner(`
    select set_config('lilong.persons', '{${person}}', true);
    insert into affairs.application (street, item, item_row, item_name, department, kind, mode, state, person, name, pinyin, place,
        channel, accept_org, decide_org, deliver_org, sealed, promised, started_at, applied_at, decided_at, changed_at, outcome, reason, remedy, helper, helper_name)
      select 310101002, 'S999', 1, '某事项', '民政', 'promised', 'direct', 'refused', ${person}, '某人', 'mou ren', 310101002000000,
        'home', a.no, d.no, a.no, '\\x00'::bytea, '5WD', '2026-02-01T04:05:06Z', '2026-02-02T04:05:06Z', '2026-02-03T04:05:06Z',
        '2026-02-03T04:05:06Z', 'refused', '材料和登记的不一样', '可以申请行政复议', 1, '某代办人'
      from places.organisation a, places.organisation d where a.name = '云南中路居委会' and d.name = '黄浦区民政局（示例）';
    insert into certificates.certificate (street, person, organisation, place, item, name, holder, at, to_on, sealed, revoked_at, reason)
      select 310101002, ${person}, no, 310101002000000, 'S999', '某证明', '某人', '2026-02-04T04:05:06Z', '2037-08-09', '\\x00'::bytea,
        '2026-02-05T04:05:06Z', '地址写错了' from places.organisation where name = '黄浦区民政局（示例）';
    ${putCollection(person)};
    insert into certificates.certificate (street, person, organisation, place, item, name, holder, matter, letter, hands, at, sealed)
      select 310101002, ${person}, no, 310101002000000, 'S999', '某决定书', '某人', 'A310101002-11', 'refused', no, '2026-02-04T04:05:06Z',
        '\\x00'::bytea from places.organisation where name = '黄浦区民政局（示例）';
    insert into offers.offer (person, item, item_row, place, offered_at, reminded_at, lapses_on, state, answered_at, reason,
        told, told_at, organisation, clerk, matter)
      select ${person}, 'S011', c.no, 310101002001000, '2026-02-06T04:05:06Z', '2026-02-08T04:05:06Z', '2026-05-06', 'refused',
        '2026-02-09T04:05:06Z', '已经够用了', 'told', '2026-02-07T04:05:06Z', o.no, 1, 'A310101002-10'
      from kernel.catalogue c, places.organisation o where c.kind = 'item' and c.key = 'S011' and o.name = '云南中路居委会';
    ${putRating(city, person)}`);
  await fillAssistance(city, person);
}

/** What is told of each column. */
export const shown: Readonly<Record<string, (put: Put, city: City) => string>> = {
  'person.name': ({ name }) => name,
  'person.pinyin': () => '读音：mou',
  'person.sex': () => '男',
  'person.born_on': () => '1980-01-10',
  'person.nation': () => '维吾尔族',
  'person.registered_in': () => '黄浦区',
  'person.protected': () => '一般查找查不到您',
  'person.source': () => '"source":"test"',
  'person.recorded_at': () => '"day":"2026-01-01"',
  'person_key.kind': () => '联系电话',
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
  'access_grant.organisation': () => '云南中路',
  'access_grant.role': () => '居委会干部',
  'access_grant.purpose': () => '应急处置',
  'access_grant.from_at': () => '2026-02-03T04:05:06',
  'access_grant.until_at': () => '2036-07-08T09:10:11',
  'guardian.name': () => '某监护人（监护人）',
  'guardian.relation': () => '"code":"guardian"',
  'guardian.proof': () => '凭法院判决书或裁定书',
  'guardian.organisation': () => '云南中路',
  'guardian.seen_at': () => '"day":"2026-01-08"',
  'guardian.until_on': () => '到 2034-05-06',
  ...collectionShown,
  'mandate.helper_name': () => '某帮办人：',
  'mandate.items': () => '老年综合津贴',
  'mandate.matter_no': () => '只办 A310101002-7',
  'mandate.certificates': () => '可以用电子证照',
  'mandate.organisation': () => '"source":"云南中路居委会"',
  'mandate.given_at': () => '"day":"2026-01-11"',
  'mandate.until_on': () => '到 2035-01-02',
  'application.helper_name': () => '由某代办人代办',
  'consent.reason': () => '家人同意查看',
  'consent.item': () => '不包括健康等敏感标签',
  'consent.to_name': () => '某家人',
  'consent.given_at': () => '2026-01-09T04:05:06',
  'consent.until_at': () => '2035-06-07T04:05:06',
  'access.at': (_, city) => city.clock().toISOString(),
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
  'fact.document': () => '护照',
  'fact.sealed': () => '2026-01-04 以前：护照 E12**5678',
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
  'binding.seen_at': (_, city) => city.clock().toISOString(),
  'binding.bound_at': (_, city) => city.clock().toISOString(),
  'application.no': () => '编号 A310101002-',
  'application.item_name': () => '某事项',
  'application.state': () => '"code":"refused"',
  'application.accept_org': () => '"source":"云南中路居委会"',
  'application.decide_org': () => '由黄浦区民政局（示例）决定',
  'application.applied_at': () => '"day":"2026-02-02"',
  'application.reason': () => '理由：材料和登记的不一样',
  'certificate.no': () => '编号 Q310101002-',
  'certificate.name': () => '某证明',
  'certificate.organisation': () => '"source":"黄浦区民政局（示例）"',
  'certificate.at': () => '"day":"2026-02-04"',
  'certificate.to_on': () => '到 2037-08-09',
  'certificate.revoked_at': () => '已撤销',
  'certificate.reason': () => '撤销原因：地址写错了',
  'certificate.letter': () => '"name":"不予决定书"',
  'certificate.matter': () => '办件 A310101002-11 的决定',
  'offer.item_row': () => '老年综合津贴申领',
  'offer.offered_at': () => '"day":"2026-02-06"',
  'offer.state': () => '"code":"refused"',
  'offer.answered_at': () => '2026-02-09 说了不要',
  'offer.reason': () => '理由：已经够用了',
  'offer.reminded_at': () => '2026-02-08 又提醒过一次',
  'offer.told': () => '居委会上门说过',
  'offer.told_at': () => '2026-02-07 居委会上门说过',
  'offer.matter': () => '编号 A310101002-10',
  ...ratingShown,
  ...assistanceShown,
};

const oneself = 'the number by which the program knows the person, who is asking';
const worker = 'a worker by name: organisation and role answer for what was done';
const copy = 'the same value as in registry.person, for lists';
const program = 'nothing that is said of the person: how the program finds the row';
const whileBound = 'empty as long as there is a binding, and nobody unbound reads this';
/** Columns that are not told, and why. */
export const kept: Readonly<Record<string, string>> = {
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
  ...Object.fromEntries(
    'no person source place organisation role account sealed from_at until_on ended_at ended_by'
      .split(' ')
      .map((name) => [
        `hold.${name}`,
        'an order to keep what there is: it opens nothing to anybody',
      ]),
  ),
  ...Object.fromEntries(
    'no person organisation place role asked_by asked_at until_at sealed ended_at ended_why ended_by'
      .split(' ')
      .map((name) => [
        `delay.${name}`,
        'told once it is over, beside each entry that it held back',
      ]),
  ),
  'guardian.no': program,
  'guardian.person': oneself,
  'guardian.guardian': 'the same by number: the name is told',
  'guardian.seen_by': worker,
  'guardian.role': 'a committee worker: the organisation answers for it',
  'guardian.ended_at': 'said in place of the last day, once it has ended',
  'guardian.ended_why': 'who ended it is a row of 谁看过',
  ...Object.fromEntries(
    ['no', 'matter_street', 'until_at', 'account'].map((name) => [`mandate.${name}`, program]),
  ),
  ...collectionKept,
  'mandate.person': oneself,
  'mandate.name': 'as it stands in registry.person',
  'mandate.helper': 'the same by number: the name is told',
  'mandate.how': 'told by whose words it rests on: the own, or an organisation’s',
  'mandate.said_to': worker,
  'mandate.role': 'a worker: the organisation answers for it',
  'mandate.ended_at': 'said in place of the last day, once it has ended',
  'mandate.ended_why': 'an act of one of the two, or a row of 谁看过',
  'application.helper': 'whose screens look again: the name is told',
  'consent.no': program,
  'consent.person': oneself,
  'consent.to_person': 'the same by number: the name is told',
  'consent.code': 'waits for ten minutes, and is gone once used',
  'consent.code_until': 'the same',
  'consent.ended_at': 'one’s own act; what is over opens nothing',
  'consent.ended_why': 'the same',
  'access_grant.no': program,
  'access_grant.person': oneself,
  'access_grant.account': worker,
  'access_grant.post': worker,
  'access_grant.matter': 'the number of the act, which tells organisation and role',
  'access.no': program,
  'access.person': oneself,
  'access.account': worker,
  'access.post': worker,
  'access.request': program,
  'application.street': program,
  'application.person': oneself,
  ...Object.fromEntries(
    'item item_row place receive_org deliver_org custodian_org turn_org version clock provisional account parts joint joint_row'
      .split(' ')
      .map((name) => [`application.${name}`, program]),
  ),
  ...Object.fromEntries(
    ['name', 'pinyin'].map((name) => [`application.${name}`, 'as it stands in registry.person']),
  ),
  'application.item_name_en': 'told where the reader reads English',
  ...Object.fromEntries(
    ['sealed', 'materials'].map((name) => [
      `application.${name}`,
      'what it was told with: in the file, and on its own page',
    ]),
  ),
  ...Object.fromEntries(
    (
      'department kind mode channel promised legal extra started_at received_at accepted_at decided_at delivered_at ' +
      'changed_at due_at legal_due pauses paused_from pause_kind pause_reason asked_at asked_until asked_once asked_words asked_keys ' +
      'answered_at deemed longer_state longer_at longer_days longer_reason outcome remedy deliver_by delivered_by delivered_words'
    )
      .split(' ')
      .map((name) => [`application.${name}`, 'how it went, step by step: on its own page']),
  ),
  'application.longer_by': worker,
  'offer.no': program,
  'offer.person': oneself,
  'offer.item': 'said by the name of its version',
  'offer.place': program,
  'offer.clerk': worker,
  'offer.organisation':
    'at whose window or by which committee: in 谁看过, and with the application',
  'offer.lapses_on': 'told as long as it waits',
  ...assistanceKept,
  'certificate.street': program,
  'certificate.person': oneself,
  'certificate.place': program,
  'certificate.item': program,
  'certificate.kind': program,
  'certificate.holder': 'as it stands in registry.person',
  'certificate.hands': 'the office that delivers, which the application tells',
  'certificate.sealed': 'what it says: in the file, and on its own page',
  'certificate.revoked_by': worker,
  ...ratingKept,
  'binding.no': program,
  'binding.person': oneself,
  'binding.account': oneself,
  'binding.phone': program,
  'binding.phone_of': 'other people who have the same telephone: they are not told',
  'binding.seen_by': worker,
  'binding.used_at': 'the day of one’s own last visit, to end what nobody uses',
  'binding.ended_at': whileBound,
  'binding.ended_why': whileBound,
  'binding.ended_by': worker,
  ...Object.fromEntries(
    ['matter', 'person', 'guardian', 'seen', 'until_at'].map((name) => [
      `visit.${name}`,
      'who stands at a window just now: the grant, and the row of 谁看过, tell the same',
    ]),
  ),
  ...Object.fromEntries(
    ['account', 'person', 'digest', 'number', 'ends_at'].map((name) => [
      `shown_code.${name}`,
      'one’s own code, which waits for two minutes and is gone once used',
    ]),
  ),
  ...Object.fromEntries(
    ['person', 'digest', 'document', 'seen_by', 'organisation', 'role', 'seen_at', 'ends_at'].map(
      (name) => [
        `binding_code.${name}`,
        'a code that waits for ten minutes, and is gone once used',
      ],
    ),
  ),
};
