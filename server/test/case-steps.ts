// SPDX-License-Identifier: Apache-2.0
// Steps that many stories about cases share: who stands where, and how far a case has come.
import { getCase, type MoveInput, moveCase, releaseCase } from '@lilong/contracts/case-work';
import { type Receipt, reportCase } from '@lilong/contracts/cases';
import { parseRef } from '@lilong/contracts/refs';
import sharp from 'sharp';
import type { City, Person } from './city.ts';

export const lane = 310101002001000; // 云南中路居委会
export const street = 310101002000000; // 南京东路街道
export const rubbish = {
  place: lane,
  address: '南京东路 139 弄口',
  words: '弄口生活垃圾成堆，有异味',
  photos: [],
};
/** 积存垃圾渣土: five working days. */
export const rubbishRule = { category: 'event-01-11', condition: 1 };
/** Its closing condition, word for word. */
export const rubbishGone = '渣土已清运，场地已平整或覆盖';
export const minute = 60_000; // ms
export const hour = 60 * minute;
export const day = 24 * hour;

/** The people of one street, and the department it works with. */
export interface Staff {
  readonly wang: Person;
  readonly zhao: Person;
  readonly chen: Person;
  readonly gu: Person;
  /** Organisation of `zhao`, the lead. */
  readonly lead: number;
}

/** A session lasts twelve hours: a story that goes on for days calls this again. */
export async function staffOf(city: City): Promise<Staff> {
  const lead = await city.organisation('黄浦区绿化和市容管理局');
  return {
    lead: lead.no,
    wang: await city.person('王调度', { as: 'dispatcher', at: street }),
    zhao: await city.person('赵承办', { as: 'department_officer', organisation: lead.no }),
    chen: await city.person('陈核查', { as: 'checker', at: street }),
    gu: await city.person('顾主任', { as: 'street_leader', at: street }),
  };
}

/** One move, on the version that the person sees. */
export async function move(
  person: Person,
  ref: string,
  name: MoveInput['move'],
  more: Partial<MoveInput> = {},
) {
  const { line } = await person.call(getCase, { ref });
  return person.call(moveCase, { ref, move: name, version: line.version, ...more });
}

/** Lets others see words or photos, on the version that the person sees. */
export async function release(
  person: Person,
  ref: string,
  what: { readonly words: boolean; readonly photos: boolean },
) {
  const { line } = await person.call(getCase, { ref });
  return person.call(releaseCase, { ref, version: line.version, ...what });
}

export async function dispatched(staff: Staff, person: Person): Promise<Receipt> {
  const receipt = await person.call(reportCase, rubbish);
  await move(staff.wang, receipt.caseRef, 'register', rubbishRule);
  await move(staff.wang, receipt.caseRef, 'dispatch', { organisation: staff.lead });
  return receipt;
}

export async function inHand(staff: Staff, person: Person): Promise<Receipt> {
  const receipt = await dispatched(staff, person);
  await move(staff.zhao, receipt.caseRef, 'accept');
  return receipt;
}

export async function closed(staff: Staff, person: Person): Promise<Receipt> {
  const receipt = await inHand(staff, person);
  await finished(staff, receipt.caseRef);
  return receipt;
}

/** From handling to closed. */
export async function finished(staff: Staff, ref: string): Promise<void> {
  await move(staff.zhao, ref, 'finish', { words: '已清运，冲洗地面' });
  await move(staff.chen, ref, 'pass');
  await move(staff.wang, ref, 'close', { closing: rubbishGone, outcome: '今天上午已清运' });
}

let width = 8;
/** Uploads a photo that is like no other: each is a little wider. */
export async function aPhoto(person: Person): Promise<number> {
  const plain = { width: width++, height: 8, channels: 3, background: 'teal' } as const;
  return person.upload('photo', await sharp({ create: plain }).jpeg().toBuffer());
}

/** The code with which a call is refused. */
export async function refusedWith(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (thrown) {
    return (thrown as { problem?: { code: string } }).problem?.code ?? String(thrown);
  }
  return 'not refused';
}

/** The row of a case, as it stands in the database. */
export async function rowOf(city: City, ref: string) {
  const key = parseRef('C', ref);
  return city.db.kysely
    .selectFrom('cases.case')
    .selectAll()
    .where('street', '=', key?.street ?? 0)
    .where('no', '=', key?.no ?? 0)
    .executeTakeFirstOrThrow();
}
