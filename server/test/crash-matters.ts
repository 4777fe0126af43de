// SPDX-License-Identifier: Apache-2.0
// A counter of a town whose power is cut: a clerk receives matters that are granted at once, each with a certificate.
import { randomUUID } from 'node:crypto';
import { receiveApplication } from '@lilong/contracts/affair-work';
import type { AffairPage } from '@lilong/contracts/affairs';
import { formatRef } from '@lilong/contracts/refs';
import { expect } from 'vitest';
import { type Config, keysFile } from '../src/config.ts';
import type { Database } from '../src/kernel/db.ts';
import { readKeys } from '../src/kernel/keys.ts';
import { pressUntilTold, type Seat } from './crash-hall.ts';
import type { Site } from './deployment.ts';
import { putPerson } from './registry-people.ts';

const item = 'S103'; // 居住证明, decided by rule
export interface Matters {
  readonly seat: Seat;
  readonly person: number;
}

/** Somebody of the committee stands before the clerk of the seat: their file is open by a grant. */
export async function openMatters(
  db: Database,
  config: Config,
  seat: Seat,
  committee: number,
): Promise<Matters> {
  const asOwner = async (text: string) => (await db.run(text)).rows;
  const host = { keys: readKeys(keysFile(config)) };
  const drawn = { role: 'lives', until: null, protected: false } as const;
  const { person } = await putPerson({ asOwner, host }, committee, drawn);
  await db.run(`
    select set_config('lilong.persons', '{${person}}', true);
    insert into registry.access_grant (person, account, post, organisation, role, purpose, matter, from_at, until_at)
      select ${person}, p.account, p.no, p.organisation, p.role, 'affair', 'T310101002-1', now() - interval '1 minute', now() + interval '8 hours'
      from identity.post p where p.role = 'counter_clerk'`);
  return { seat, person };
}

/** Receives one after the other, each until it is acknowledged: what was told, by the matter's number. */
export async function keepReceiving(
  { seat, person }: Matters,
  url: () => string,
  isOver: () => boolean,
): Promise<Map<string, AffairPage>> {
  const told = new Map<string, AffairPage>();
  const consent = { by: 'told' };
  const body = { person, item, fields: { purpose: 'bank' }, deliverBy: 'phone', consent };
  while (!isOver()) {
    const path = `${url()}${receiveApplication.path}`;
    const page = (await pressUntilTold(seat, () => path, body, randomUUID())) as AffairPage;
    told.set(page.ref, page);
  }
  return told;
}

/** Whatever was told is there, once and whole, and nothing else: the matter with its steps, and the letter and the certificate that came of it. */
export async function eachMatterOnce(
  town: Site,
  told: ReadonlyMap<string, AffairPage>,
): Promise<void> {
  const rows = await town.asOwner(`
    select set_config('lilong.whole', 'backup', true);
    select a.street, a.no, a.state, (select array_agg(s.did order by s.no) from affairs.step s where s.street = a.street and s.application = a.no) as did
      from affairs.application a order by a.no;
    select matter, count(*) filter (where letter is null) as certificates, count(*) filter (where letter = 'granted') as letters
      from certificates.certificate group by matter`);
  const kept = rows.filter(({ did }) => did !== undefined);
  const refs = kept.map(({ street, no }) =>
    formatRef('A', { street: Number(street), no: Number(no) }),
  );
  expect(refs.toSorted()).toEqual([...told.keys()].toSorted());
  for (const row of kept)
    expect(row).toMatchObject({
      state: 'delivered',
      did: ['submit', 'receive', 'accept', 'grant', 'deliver'],
    });
  const issued = rows.filter(({ certificates }) => certificates !== undefined);
  expect(issued.map(({ certificates, letters }) => [certificates, letters])).toEqual(
    refs.map(() => [1, 1]),
  );
  expect(issued.map(({ matter }) => matter).toSorted()).toEqual(refs.toSorted());
}
