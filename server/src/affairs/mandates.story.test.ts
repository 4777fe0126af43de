// SPDX-License-Identifier: Apache-2.0
// 帮办: a neighbour applies for an old lady, for what she named, until the day she named, and not a moment longer; the form
// tells him nothing that he need not know, and she reads what he did.

import { printMyReceipt } from '@lilong/contracts/affair-receipts';
import { askCorrection, getAffair } from '@lilong/contracts/affair-work';
import {
  agreeAgain,
  discardDraft,
  getMine,
  listMine,
  myForm,
  saveDraft,
  startDraft,
  submitDraft,
  supplementMine,
  takeBackConsent,
  withdrawMine,
} from '@lilong/contracts/affairs';
import { myCertificates } from '@lilong/contracts/certificates';
import { moveTicket } from '@lilong/contracts/counters';
import { endMandate, giveMandate, ownMandates, recordMandate } from '@lilong/contracts/mandates';
import { recordDeath } from '@lilong/contracts/registry-moves';
import { endGrant, ownData, ownGrants, ownLooks, unbindMe } from '@lilong/contracts/registry-own';
import { showMe } from '@lilong/contracts/registry-show';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, codeOf, type Offices, openOffices, visits } from '../../test/affairs-people.ts';
import type { Person } from '../../test/city.ts';
import { refusal } from '../../test/refusal.ts';

const DAY = 86_400_000;
let offices: Offices;
beforeAll(async () => {
  offices = await openOffices();
});
afterAll(() => offices.city.close());

const codeOfHelper = async (helper: Person) => (await helper.call(showMe, {})).number;
const dayIn = (days: number) =>
  new Date(offices.city.clock().getTime() + days * DAY).toISOString().slice(0, 10);

/** An old lady lets a neighbour act for her: for these matters, for thirty days. */
async function letHelp(items = ['S073', 'S097', 'S177'], certificates = false) {
  const [lady, helper] = [await offices.aResident('1941-05-06'), await offices.aResident()];
  const code = await codeOfHelper(helper.who);
  const made = await lady.who.call(giveMandate, { code, items, certificates, until: dayIn(30) });
  return { lady, helper, mandate: made.mandate, made };
}
const rent = { questions: { home: 'rent' }, fields: { arrived_on: '2026-02-20', reason: 'work' } };
const lease = (files: number[]) => [{ key: 'proof', how: 'file' as const, files }];
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const picture = (who: Person, mark: string) =>
  who.upload('photo', Buffer.concat([onePixel, Buffer.from(mark)]), 'image/png');

test('a helper applies within what was named: the form is filled and tells nothing, and everybody reads who signed', async () => {
  const { lady, helper, mandate, made } = await letHelp();
  expect(made).toMatchObject({ name: helper.put.name, matter: null, until: dayIn(30) });
  const mine = await helper.who.call(ownMandates, {});
  expect(mine).toMatchObject({ given: [], taken: [{ mandate, name: lady.put.name }] });
  const form = await helper.who.call(myForm, { item: 'S073', mandate });
  const said = JSON.stringify(form);
  for (const secret of [lady.put.name, lady.put.id, lady.put.phone, lady.put.door, '1941-05-06'])
    expect(said).not.toContain(secret);
  expect(form.fields.find(({ key }) => key === 'door')?.held?.says).toContain('弄');
  const draft = await helper.who.call(startDraft, { item: 'S073', mandate });
  const held = { ...at(draft), mandate, fields: { name: '别的名字' } };
  expect(await codeOf(helper.who.call(saveDraft, held))).toBe('affairs.held'); // as for herself
  const file = await picture(helper.who, mandate.toString());
  const sent = await helper.who.call(submitDraft, {
    ...{ ...at(draft), mandate, materials: lease([file]) },
  });
  expect(sent).toMatchObject({ state: 'applied', helperName: helper.put.name, certificate: null });
  expect(sent.consent).toMatchObject({ how: 'helper', ended: null });
  expect(sent.can).not.toHaveProperty('take_back');
  expect(JSON.stringify(sent)).not.toContain(lady.put.name);
  const seen = await lady.who.fetch({ method: 'GET', url: `/api/files/${file}` });
  expect(seen.statusCode).toBe(200);
});

test('the person, the office and the receipt say who acted; what was kept is whole; looks and permissions are told', async () => {
  const { lady, helper, mandate } = await letHelp();
  const draft = await helper.who.call(startDraft, { item: 'S073', mandate });
  const sent = await helper.who.call(submitDraft, { ...at(draft), mandate });
  const hers = await lady.who.call(getMine, { ref: sent.ref });
  expect(hers).toMatchObject({ name: lady.put.name, helperName: helper.put.name });
  expect(hers.timeline.map(({ did, helperName }) => [did, helperName])).toEqual([
    ['started', helper.put.name],
    ['submit', helper.put.name],
  ]);
  expect(hers.fields.find(({ key }) => key === 'door')?.says).toBe(lady.put.door);
  const office = await offices.gu.call(getAffair, { ref: sent.ref });
  expect(office).toMatchObject({ name: lady.put.name, helperName: helper.put.name });
  const receipt = await helper.who.call(printMyReceipt, { ref: sent.ref, mandate });
  expect(receipt).toMatchObject({ helperName: helper.put.name });
  expect(receipt.name).not.toBe(lady.put.name);
  const { looks } = await lady.who.call(ownLooks, {});
  expect(looks.map(({ says }) => says)).toEqual(
    expect.arrayContaining([
      expect.stringContaining('代您交了'),
      expect.stringContaining('开始填'),
    ]),
  );
  const [first] = looks.filter(({ roleName }) => roleName === '帮办人（您委托的）');
  expect(first).toMatchObject({ organisationName: null, purpose: '帮办' });
  const { groups } = await lady.who.call(ownData, {});
  expect(groups.find(({ group }) => group === 'mandates')?.values).toMatchObject([
    { name: '请人帮办', says: expect.stringContaining(helper.put.name) },
  ]);
  expect(groups.find(({ group }) => group === 'affairs')?.values[0]?.more).toContain(
    `由${helper.put.name}代办`,
  );
  expect((await helper.who.call(ownLooks, {})).looks.map(({ says }) => says)).toContain(
    '凭您亮的证，把您记为帮办人',
  );
});

test('outside what was named, without a mandate, by another’s mandate: refused, and nothing is seen', async () => {
  const { lady, helper, mandate } = await letHelp(['S177']);
  const other = await letHelp(['S177']);
  const draft = await lady.who.call(startDraft, { item: 'S097', ...rent });
  const { who } = helper;
  expect(await codeOf(who.call(myForm, { item: 'S097', mandate }))).toBe('registry.mandate-scope');
  expect(await codeOf(who.call(startDraft, { item: 'S097', mandate }))).toBe(
    'registry.mandate-scope',
  );
  const hers = { ...at(draft), mandate };
  expect((await refusal(who.call(getMine, { ref: draft.ref, mandate }))).status).toBe(404);
  for (const act of [saveDraft, submitDraft, discardDraft, withdrawMine])
    expect((await refusal(who.call(act, hers))).code, act.path).toBe('found.nothing');
  expect((await who.call(listMine, { mandate })).affairs).toEqual([]);
  expect((await refusal(who.call(listMine, { mandate: other.mandate }))).code).toBe(
    'found.nothing',
  );
  expect((await refusal(who.call(getMine, { ref: draft.ref }))).status).toBe(404);
  expect((await who.call(listMine, {})).affairs).toEqual([]); // his own
  expect((await refusal(who.call(takeBackConsent, { ref: draft.ref }))).status).toBe(404);
  expect((await refusal(who.call(agreeAgain, { ref: draft.ref }))).status).toBe(404);
});

test('either of the two ends it at once; a day ends it too; a new one for the same replaces it', async () => {
  const { lady, helper, mandate } = await letHelp();
  const again = await lady.who.call(giveMandate, {
    ...{
      code: await codeOfHelper(helper.who),
      items: ['S073', 'S097', 'S177'],
      certificates: true,
    },
    until: dayIn(20),
  });
  const { given } = await lady.who.call(ownMandates, {});
  expect(given.map((one) => one.mandate)).toEqual([again.mandate]);
  const form = (by: number) => helper.who.call(myForm, { item: 'S177', mandate: by });
  expect(await codeOf(form(mandate))).toBe('registry.mandate-over');
  await form(again.mandate);
  await lady.who.call(endMandate, { mandate: again.mandate });
  expect(await codeOf(form(again.mandate))).toBe('registry.mandate-over');
  const second = await letHelp();
  await second.helper.who.call(endMandate, { mandate: second.mandate });
  expect((await second.lady.who.call(ownMandates, {})).given).toEqual([]);
  const third = await letHelp();
  const stranger = await offices.aResident();
  expect(await codeOf(stranger.who.call(endMandate, { mandate: third.mandate }))).toBe(
    'found.nothing',
  );
  const grants = (await third.lady.who.call(ownGrants, {})).grants;
  expect(grants[0]).toMatchObject({ kind: 'helper', name: third.helper.put.name, holds: true });
  await third.lady.who.call(endGrant, { no: grants[0]?.no ?? 0 });
  expect((await third.helper.who.call(ownMandates, {})).taken).toEqual([]);
  const fourth = await letHelp();
  const draft = await fourth.helper.who.call(startDraft, { item: 'S177', mandate: fourth.mandate });
  offices.city.clock.advance(30 * DAY); // its last day
  const mine = { ref: draft.ref, mandate: fourth.mandate };
  expect((await fourth.helper.who.call(getMine, mine)).state).toBe('draft');
  offices.city.clock.advance(DAY);
  expect(await codeOf(fourth.helper.who.call(getMine, mine))).toBe('registry.mandate-over');
  expect((await fourth.lady.who.call(getMine, { ref: draft.ref })).state).toBe('draft'); // it stays hers
});

test('she takes over what he began, and he brings what is asked for and withdraws what she handed in', async () => {
  const { gu } = offices;
  const { lady, helper, mandate } = await letHelp();
  const seen = await picture(helper.who, `his ${mandate}`);
  const draft = await helper.who.call(startDraft, {
    ...{ item: 'S073', mandate, materials: lease([seen]) },
  });
  const hers = await lady.who.call(getMine, { ref: draft.ref });
  expect(hers.answers?.materials).toMatchObject(lease([seen]));
  const file = await picture(lady.who, `own ${mandate}`);
  const sent = await lady.who.call(submitDraft, {
    ...{ ...at(hers), materials: lease([file]) },
  });
  expect(sent).toMatchObject({ helperName: null, consent: { how: 'signed' } });
  const asked = await gu.call(askCorrection, { ...at(sent), missing: ['proof'], words: '看不清' });
  const his = await helper.who.call(getMine, { ref: sent.ref, mandate });
  expect(his.can).toMatchObject({ supplement: true, withdraw: true });
  const sees = await helper.who.fetch({ method: 'GET', url: `/api/files/${file}` });
  expect(sees.statusCode).toBe(200);
  const clear = await picture(helper.who, `clear ${mandate}`);
  const back = await helper.who.call(supplementMine, {
    ...{ ...at(asked), mandate, materials: lease([clear]) },
  });
  expect(back.state).toBe('received');
  const gone = await helper.who.call(withdrawMine, { ...at(back), mandate, reason: '不办了' });
  expect(gone.state).toBe('withdrawn');
  const { timeline } = await lady.who.call(getMine, { ref: sent.ref });
  expect(timeline.slice(-2).map(({ did, helperName }) => [did, helperName])).toEqual([
    ['supplement', helper.put.name],
    ['withdraw', helper.put.name],
  ]);
  await lady.who.call(endMandate, { mandate });
  const after = await helper.who.fetch({ method: 'GET', url: `/api/files/${file}` });
  expect(after.statusCode).toBe(404);
});

test('one application alone: that one is followed, and none is begun', async () => {
  const [lady, helper] = [await offices.aResident(), await offices.aResident()];
  const draft = await lady.who.call(startDraft, { item: 'S097', ...rent });
  const other = await lady.who.call(startDraft, { item: 'S177' });
  const made = await lady.who.call(giveMandate, {
    ...{ code: await codeOfHelper(helper.who), matter: draft.ref, certificates: false },
    until: dayIn(3),
  });
  expect(made).toMatchObject({ matter: draft.ref, items: [{ item: 'S097' }] });
  const { mandate } = made;
  const lines = (await helper.who.call(listMine, { mandate })).affairs;
  expect(lines.map(({ ref }) => ref)).toEqual([draft.ref]);
  expect((await refusal(helper.who.call(getMine, { ref: other.ref, mandate }))).status).toBe(404);
  await helper.who.call(discardDraft, { ...at(draft), mandate });
  expect(await codeOf(helper.who.call(startDraft, { item: 'S097', mandate }))).toBe(
    'registry.mandate-scope',
  );
});

test('certificates are used when that was said, and are never shown to a helper', async () => {
  const { lady, helper, mandate } = await letHelp(['S177', 'S103']);
  const proof = await lady.who.call(startDraft, { item: 'S103' });
  const granted = await lady.who.call(submitDraft, {
    ...{ ...at(proof), fields: { purpose: 'other' }, deliverBy: 'phone' },
  });
  expect(granted.certificate).not.toBeNull();
  const heldBy = async (by: number) =>
    (await helper.who.call(myForm, { item: 'S177', mandate: by })).materials.find(
      ({ key }) => key === 'residence_proof',
    )?.held;
  expect(await heldBy(mandate)).toBeNull();
  const wider = await lady.who.call(giveMandate, {
    ...{ code: await codeOfHelper(helper.who), items: ['S177'], certificates: true },
    until: dayIn(3),
  });
  expect(await heldBy(wider.mandate)).toMatchObject({ from: 'certificate' });
  expect((await helper.who.call(getMine, { ref: granted.ref, mandate })).certificate).toBeNull();
  expect((await helper.who.call(myCertificates, {})).certificates).toEqual([]);
});

test('whom nobody can let help, and for what: oneself, a child, too many, too long, what a household agrees to', async () => {
  const { city, aResident } = offices;
  const [lady, helper, child] = [
    await aResident('1941-05-06'),
    await aResident(),
    await aResident('2014-05-06'),
  ];
  const give = async (from: Person, to: Person, more = {}) =>
    from.call(giveMandate, {
      ...{ code: await codeOfHelper(to), items: ['S177'], certificates: false, until: dayIn(3) },
      ...more,
    });
  expect(await codeOf(give(lady.who, lady.who))).toBe('registry.mandate-who');
  expect(await codeOf(give(lady.who, child.who))).toBe('registry.mandate-who');
  expect(await codeOf(give(child.who, helper.who))).toBe('registry.mandate-who');
  expect(await codeOf(give(lady.who, helper.who, { until: dayIn(184) }))).toBe(
    'registry.mandate-until',
  );
  expect(await codeOf(give(lady.who, helper.who, { until: dayIn(-1) }))).toBe(
    'registry.mandate-until',
  );
  expect(await codeOf(give(lady.who, helper.who, { items: ['S001'] }))).toBe(
    'registry.mandate-item',
  );
  expect(await codeOf(give(lady.who, helper.who, { items: undefined }))).toBe(
    'registry.mandate-what',
  );
  expect(await codeOf(give(lady.who, helper.who, { code: '00000000' }))).toBe(
    'registry.shown-code',
  );
  expect(await codeOf(give(await city.resident('没绑定的'), helper.who))).toBe(
    'registry.not-bound',
  );
  for (let count = 0; count < 5; count++) await give((await aResident()).who, helper.who);
  expect(await codeOf(give(lady.who, helper.who))).toBe('registry.mandate-many');
});

test('somebody without a phone says it at a window, or to the worker of their committee, and nobody else writes it down', async () => {
  const { gu, bai, wu, city, aPerson, aResident } = offices;
  const [lady, helper] = [await aPerson('1938-02-03'), await aResident()];
  const said = async () => ({
    ...{ person: lady.person, code: await codeOfHelper(helper.who), items: ['S177'] },
    ...{ certificates: false, until: dayIn(5) },
  });
  expect(await codeOf(gu.call(recordMandate, await said()))).toBe('auth.denied');
  const far = await city.person('远干部', { as: 'committee_worker', at: '龙泉园路居委会' });
  expect(await codeOf(far.call(recordMandate, await said()))).toBe('auth.denied');
  const ticket = await visits(offices, bai, lady);
  const made = await bai.call(recordMandate, await said());
  expect(made).toMatchObject({ name: helper.put.name, organisationName: expect.any(String) });
  await bai.call(moveTicket, { ticket, move: 'done' });
  const { mandate } = made;
  const draft = await helper.who.call(startDraft, { item: 'S177', mandate });
  const sent = await helper.who.call(submitDraft, { ...at(draft), mandate });
  expect(sent.helperName).toBe(helper.put.name);
  const again = await wu.call(recordMandate, await said());
  expect((await helper.who.call(ownMandates, {})).taken.map((one) => one.mandate)).toEqual([
    again.mandate,
  ]);
});

test('it ends with the binding of the helper, and with a death', async () => {
  const { wu } = offices;
  const one = await letHelp();
  await one.helper.who.call(unbindMe, {});
  expect((await one.lady.who.call(ownMandates, {})).given).toEqual([]);
  const two = await letHelp();
  await wu.call(recordDeath, { person: two.lady.put.person, on: dayIn(-1) });
  expect((await two.helper.who.call(ownMandates, {})).taken).toEqual([]);
  expect(await codeOf(two.helper.who.call(listMine, { mandate: two.mandate }))).toBe(
    'registry.mandate-over',
  );
});

test('the database says the same: what a stated person opens is narrowed to the mandate, and to nothing once it is over', async () => {
  const { lady, helper, mandate } = await letHelp(['S177']);
  const other = await letHelp(['S177']);
  await lady.who.call(startDraft, { item: 'S177' });
  await lady.who.call(startDraft, { item: 'S097', ...rent });
  const asks = async (by: string, reader: number, moment: Date) => {
    const { rows } = await offices.city.db.kysely.transaction().execute(async (trx) => {
      await sql`select set_config('lilong.persons', ${`{${lady.put.person}}`}, true),
        set_config('lilong.reader', ${String(reader)}, true), set_config('lilong.mandate', ${by}, true),
        set_config('lilong.moment', ${moment.toISOString()}, true)`.execute(trx);
      return sql<{ item: string }>`select item from affairs.application order by item`.execute(trx);
    });
    return rows.map(({ item }) => item);
  };
  const [now, account] = [offices.city.clock(), await accountOf(helper.put.person)];
  expect(await asks('', account, now)).toEqual(['S097', 'S177']);
  expect(await asks(String(mandate), account, now)).toEqual(['S177']);
  expect(await asks(String(mandate), account + 1_000_000, now)).toEqual([]);
  expect(await asks(String(other.mandate), account, now)).toEqual([]);
  expect(await asks(String(mandate), account, new Date(now.getTime() + 32 * DAY))).toEqual([]);
  await lady.who.call(endMandate, { mandate });
  expect(await asks(String(mandate), account, now)).toEqual([]);
  // And a helper's grant alone opens nobody's record.
  const reader = await accountOf(other.helper.put.person);
  const { rows } = await offices.city.db.kysely.transaction().execute(async (trx) => {
    await sql`select set_config('lilong.reader', ${String(reader)}, true),
      set_config('lilong.moment', ${now.toISOString()}, true)`.execute(trx);
    return sql`select from registry.person where no = ${other.lady.put.person}`.execute(trx);
  });
  expect(rows).toEqual([]);
});

async function accountOf(person: number): Promise<number> {
  const rows = await offices.city.asOwner(`select set_config('lilong.persons', '{${person}}', true);
    select account from registry.binding where person = ${person} and ended_at is null;`);
  return Number(rows.find(({ account }) => account !== undefined)?.account);
}
