// SPDX-License-Identifier: Apache-2.0
// Those who apply, receive and decide in stories about applications.
import type { AffairPage } from '@lilong/contracts/affairs';
import { callNext, counterDesk, sitAtWindow, takeTicket } from '@lilong/contracts/counters';
import { identifyVisitor } from '@lilong/contracts/counters-visit';
import { bindMe, offerBinding } from '@lilong/contracts/registry-own';
import { aCity, type City, type Person } from './city.ts';
import { refusal } from './refusal.ts';
import { type Put, putPerson } from './registry-people.ts';

const lane = 310101002001000; // 云南中路居委会, 南京东路街道
export const hall = '南京东路街道社区事务受理服务中心（示例）';
export const bund = '外滩街道社区事务受理服务中心（示例）';
export const bureau = '黄浦区民政局（示例）';

export interface Offices {
  readonly city: City;
  /** Of the committee of the lane. */
  readonly wu: Person;
  /** At the hall of the street, and its manager. */
  readonly gu: Person;
  readonly lu: Person;
  /** At the hall of another street. */
  readonly bai: Person;
  /** Two of 区民政局. */
  readonly civil: Person;
  readonly head: Person;
  /** Somebody of the lane. */
  aPerson(bornOn?: string): Promise<Put>;
  /** Somebody of the lane, born on a day and registered in the district, with an account that is bound. */
  aResident(bornOn?: string): Promise<{ who: Person; put: Put }>;
}

export async function openOffices(): Promise<Offices> {
  const city = await aCity({
    settings: { SESSION_HOURS: '10000', RESIDENT_SESSION_DAYS: '1000' },
  });
  const wu = await city.person('吴干部', { as: 'committee_worker', at: lane });
  const officer = { as: 'department_officer', organisation: bureau } as const;
  let people = 0;
  const aPerson = async (bornOn = '1980-01-10'): Promise<Put> => {
    const put = await putPerson(city, lane, { role: 'lives', until: null, protected: false });
    await city.asOwner(`select set_config('lilong.persons', '{${put.person}}', true);
      update registry.person set born_on = '${bornOn}', registered_in = '310101' where no = ${put.person};`);
    return put;
  };
  return {
    ...{ city, wu, aPerson },
    gu: await city.person('顾窗口', { as: 'counter_clerk', organisation: hall }),
    lu: await city.person('陆主任', { as: 'centre_manager', organisation: hall }),
    bai: await city.person('白窗口', { as: 'counter_clerk', organisation: bund }),
    civil: await city.person('钱审核', officer),
    head: await city.person('孙科长', officer),
    aResident: async (bornOn) => {
      people += 1;
      const put = await aPerson(bornOn);
      const { person, id: number } = put;
      const who = await city.resident(`居民${people}`);
      const { code } = await wu.call(offerBinding, { person, document: '111', number });
      await who.call(bindMe, { code });
      return { who, put };
    },
  };
}

/** Somebody takes a ticket, is called to a window, and shows their document there. The ticket. */
export async function visits(
  { city }: Offices,
  clerk: Person,
  { id: number }: Put,
): Promise<string> {
  const { centre, windows } = await clerk.call(counterDesk, {});
  const window = windows[0]?.window ?? 0;
  await clerk.call(sitAtWindow, { window });
  await city.anyone().call(takeTicket, { centre, services: ['general'], by: 'kiosk' });
  const ticket = (await clerk.call(callNext, { window })).ticket?.ticket ?? '';
  await clerk.call(identifyVisitor, { ticket, document: '111', number });
  return ticket;
}

/** Why something is refused. */
export const codeOf = async (calling: Promise<unknown>) => (await refusal(calling)).code;
/** The application as it was shown. */
export const at = ({ ref, version }: AffairPage) => ({ ref, version });
