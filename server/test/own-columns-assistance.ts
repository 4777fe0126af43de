// SPDX-License-Identifier: Apache-2.0
// Columns of assistance: what 我的数据 tells of each, or why it does not.
import { sealValue } from '../src/registry/sealed.ts';
import type { City } from './city.ts';

export async function fillAssistance(city: City, person: number): Promise<void> {
  const sums = { incomeFen: 0, medicalFen: 0, educationFen: 0, assetsFen: 0, standardFen: 0 };
  const reckoned = sealValue(city.host.keys, JSON.stringify(sums));
  await city.asOwner(`
    select set_config('lilong.persons', '{${person}}', true);
    insert into assistance.matter (street, no, place, decide_org, person, people, name, begun_at)
      select street, no, place, accept_org, person, array[person], name, '2026-02-06T04:05:06Z' from affairs.application
        where person = ${person} and item = 'S999';
    insert into assistance.member (street, matter, person, name, sources, authorised_at)
      select street, no, person, name, '{vehicles}', '2026-02-07T04:05:06Z' from assistance.matter where person = ${person};
    insert into assistance.award (street, matter, place, decide_org, person, people_nos, name, category, people, amount_fen,
        standard_fen, sealed, from_on, ended_on, ended_why, recheck_on)
      select street, no, place, decide_org, person, people, name, 'rigid', 7, 123456, 160000,
        '\\x${reckoned.toString('hex')}'::bytea, '2026-02-01', '2026-02-08', '收入高了', '2038-10-11' from assistance.matter where person = ${person}`);
}

export const assistanceShown: Readonly<Record<string, () => string>> = {
  'matter.no': () => '编号 A310101002-',
  'matter.decide_org': () => '"source":"云南中路居委会"',
  'matter.begun_at': () => '"day":"2026-02-06"',
  'member.sources': () => '同意核对：车船',
  'member.authorised_at': () => '2026-02-07 同意核对',
  'award.category': () => '刚性支出困难家庭',
  'award.people': () => '7 人',
  'award.amount_fen': () => '1234.56 元',
  'award.from_on': () => '2026-02-01 起每月',
  'award.ended_on': () => '2026-02-08 起停发',
  'award.ended_why': () => '停发：收入高了',
};

const oneself = 'the number by which the program knows the person, who is asking';
const worker = 'a worker by name: organisation and role answer for what was done';
const copy = 'the same value as in registry.person, for lists';
const program = 'nothing that is said of the person: how the program finds the row';
export const assistanceKept: Readonly<Record<string, string>> = {
  'matter.person': oneself,
  'matter.people': 'the household, by the numbers by which the program knows them',
  'matter.name': 'as it stands in registry.person',
  ...Object.fromEntries(
    'street place assist_org lives_at version'
      .split(' ')
      .map((name) => [`matter.${name}`, program]),
  ),
  ...Object.fromEntries(
    'asked answered visited_at over_at reckoning'
      .split(' ')
      .map((name) => [
        `matter.${name}`,
        'how it went, step by step: on its own page; sums in the file',
      ]),
  ),
  'matter.inquired_by': worker,
  'matter.visited_by': worker,
  'member.matter': program,
  'member.born_on': copy,
  'member.relation': 'as it stands in registry.presence',
  'member.authorised_by': 'one’s own account, or a worker’s when it was on paper',
  'member.files': 'the picture of one’s own signature',
  ...Object.fromEntries(
    'street no matter place decide_org member person source asked_at late_at state answered_at by_account sealed'
      .split(' ')
      .map((name) => [
        `inquiry.${name}`,
        'what a source answered is read by the street that decides alone: what came of it is told',
      ]),
  ),
  'award.person': oneself,
  'award.people_nos': 'the household, by the numbers by which the program knows them',
  'award.name': 'as it stands in registry.person',
  'award.certificate': 'the certificate, which is told',
  'award.recheck_on': 'on its own page',
  'award.sealed': 'how it came about: in the file, and on its own page',
  ...Object.fromEntries(
    'street no matter place decide_org account standard_fen'
      .split(' ')
      .map((name) => [`award.${name}`, program]),
  ),
};
