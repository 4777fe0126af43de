// SPDX-License-Identifier: Apache-2.0
// What the city has is taken by consent, once: certificates and papers of earlier matters, at home and at a window; taken
// back before it is accepted, over with the matter.
import {
  askCorrection,
  counterForm,
  decideAffair,
  deliverAffair,
  getAffair,
  moveAffair,
  receiveApplication,
} from '@lilong/contracts/affair-work';
import {
  type AffairPage,
  agreeAgain,
  getMine,
  listMine,
  myForm,
  startDraft,
  submitDraft,
  supplementMine,
  takeBackConsent,
} from '@lilong/contracts/affairs';
import { revokeCertificate } from '@lilong/contracts/certificates';
import { moveTicket } from '@lilong/contracts/counters';
import { openWard } from '@lilong/contracts/counters-visit';
import { proveGuardian } from '@lilong/contracts/registry-guardians';
import { endGrant, ownGrants, ownLooks } from '@lilong/contracts/registry-own';
import { showMe } from '@lilong/contracts/registry-show';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  at,
  bureau,
  codeOf,
  hall,
  type Offices,
  openOffices,
  visits,
} from '../../test/affairs-people.ts';
import type { Person } from '../../test/city.ts';

let offices: Offices;
beforeAll(async () => {
  offices = await openOffices();
});
afterAll(() => offices.city.close());

/** 居住证明: granted by rule, in the moment in which it is handed in. */
async function proofOfResidence(who: Person): Promise<string> {
  const draft = await who.call(startDraft, { item: 'S103' });
  const page = await who.call(submitDraft, {
    ...{ ...at(draft), fields: { purpose: 'other' }, deliverBy: 'phone' },
  });
  return page.certificate ?? '';
}
const material = (page: Pick<AffairPage, 'materials'>, key: string) =>
  page.materials.find((one) => one.key === key);
const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
/** `mark`: one of its own; the same bytes are the same file. */
const picture = (who: Person, mark = ''): Promise<number> =>
  who.upload(
    'photo',
    Buffer.concat([Buffer.from(onePixel, 'base64'), Buffer.from(mark)]),
    'image/png',
  );
const sees = async (who: Person, file: number): Promise<boolean> =>
  (await who.fetch({ method: 'GET', url: `/api/files/${file}` })).statusCode === 200;

test('a valid certificate is taken by the signature, shown with how it stands now, and over with the matter', async () => {
  const { gu, lu, aResident } = offices;
  const { who } = await aResident();
  expect((await who.call(myForm, { item: 'S177' })).takes.map(({ what }) => what)).not.toContain(
    'certificate',
  );
  const ref = await proofOfResidence(who);
  const form = await who.call(myForm, { item: 'S177' });
  expect(form.materials.find(({ key }) => key === 'residence_proof')?.held).toMatchObject({
    ...{ from: 'certificate', ref, source: hall },
  });
  expect(form.item.issuers).toMatchObject([{ certificate: 'residence_proof', item: 'S103' }]);
  const draft = await who.call(startDraft, { item: 'S177' });
  expect(draft.consent).toBeNull();
  const page = await who.call(submitDraft, at(draft));
  expect(page.consent).toMatchObject({ how: 'signed', ended: null });
  expect(page.consent?.takes).toContainEqual(
    expect.objectContaining({ what: 'certificate', key: 'residence_proof', ref }),
  );
  expect(material(page, 'residence_proof')).toMatchObject({
    ...{ how: 'certificate', from: { ref, state: 'valid' } },
  });
  const granted = (await who.call(ownGrants, {})).grants.filter(({ kind }) => kind === 'affair');
  expect(granted.find(({ matter }) => matter === page.ref)).toMatchObject({
    ...{ holds: true, organisationName: hall, roleName: null },
  });
  const no = granted.find(({ matter }) => matter === page.ref)?.no ?? 0;
  expect(await codeOf(who.call(endGrant, { no }))).toBe('found.nothing'); // at the application
  await gu.call(getAffair, { ref: page.ref });
  const [look] = (await who.call(ownLooks, {})).looks;
  expect(look?.says).toContain('居住证明');
  // Revoked since: the reviewer sees it, and may ask for the paper.
  expect(await codeOf(gu.call(askCorrection, { ...at(page), missing: ['residence_proof'] }))).toBe(
    'affairs.not-missing',
  );
  await lu.call(revokeCertificate, { ref, reason: '登记有误' });
  const seen = await gu.call(getAffair, { ref: page.ref });
  expect(material(seen, 'residence_proof')?.from).toMatchObject({ state: 'revoked' });
  const again = await who.call(myForm, { item: 'S177' });
  expect(again.materials.find(({ key }) => key === 'residence_proof')?.held).toBeNull();
  expect((await gu.call(askCorrection, { ...at(seen), missing: ['residence_proof'] })).state).toBe(
    'correction',
  );
  // Taken back and agreed to once more meanwhile: what the office asked for is asked for still.
  await who.call(takeBackConsent, { ref: page.ref });
  const still = await who.call(agreeAgain, { ref: page.ref });
  expect(still).toMatchObject({ state: 'correction', consent: { ended: null } });
  expect(still.correction?.missing.map(({ key }) => key)).toEqual(['residence_proof']);
});

/** 居住登记, with a picture of the lease. */
async function registered(who: Person, lease: number): Promise<AffairPage> {
  const draft = await who.call(startDraft, {
    ...{ item: 'S097', questions: { home: 'rent' } },
    materials: [{ key: 'lease', how: 'file', files: [lease] }],
  });
  const fields = Object.fromEntries(
    (draft.form?.fields ?? [])
      .filter(({ held, required, when }) => held === null && required && when === null)
      .map(({ key, type, choices }) => [
        key,
        type === 'date' ? '2026-01-01' : (choices[0]?.key ?? '某'),
      ]),
  );
  return who.call(submitDraft, { ...at(draft), fields });
}

/** What an item asks that nobody knows. */
async function filled(clerk: Person, wanted: { person: number; item: string }) {
  const { fields } = await clerk.call(counterForm, wanted);
  const open = fields.filter(({ held, required, when }) => held === null && required && !when);
  const typed = open.map(({ key, type, min, choices }) => {
    if (type === 'date') return [key, '2026-01-01'];
    if (type === 'integer' || type === 'number') return [key, min ?? 1];
    return [key, choices[0]?.key ?? '123456789012'];
  });
  return { ...wanted, fields: Object.fromEntries(typed) };
}
/** What 租赁提取 asks, with the lease of before. */
const withdrawal = async (clerk: Person, wanted: { person: number; item: string }) => ({
  ...{ ...(await filled(clerk, wanted)), questions: { lease: 'market' } },
  materials: [{ key: 'lease', how: 'earlier' as const }],
});

test('a paper that was brought before is reused by one tap, lent to another office until it is over', async () => {
  const { city, gu, bai, aResident } = offices;
  const { who, put } = await aResident();
  const lease = await picture(who);
  const first = await registered(who, lease);
  const wanted = { person: put.person, item: 'S118' };
  const ticket = await visits(offices, bai, put);
  const offered = async () =>
    (await bai.call(counterForm, wanted)).materials.find(({ key }) => key === 'lease')?.earlier;
  expect(await offered()).toBeNull(); // nobody has accepted it yet
  const accepted = await gu.call(moveAffair, { ...at(first), move: 'accept' });
  expect(await offered()).toMatchObject({ ref: first.ref, pictures: 1 });
  // Another street's hall takes it over there: it could not open the picture before, and can now.
  expect(await sees(bai, lease)).toBe(false);
  const said = await withdrawal(bai, wanted);
  const other = (await aResident()).who;
  const wrong = { by: 'code', code: (await other.call(showMe, {})).number } as const;
  expect(await codeOf(bai.call(receiveApplication, { ...said, consent: wrong }))).toBe(
    'registry.shown-code',
  );
  const consent = { by: 'code', code: (await who.call(showMe, {})).number } as const;
  const page = await bai.call(receiveApplication, { ...said, consent });
  expect(page.consent).toMatchObject({ how: 'code' });
  expect(material(page, 'lease')).toMatchObject({
    ...{ how: 'earlier', files: [lease], from: { ref: first.ref, state: null } },
  });
  expect(await sees(bai, lease)).toBe(true);
  const [look] = (await who.call(ownLooks, {})).looks.filter(({ says }) => says.includes('同意'));
  expect(look?.says).toContain('来沪人员居住登记');
  expect(accepted.state).toBe('accepted');
  // Over: what was lent is closed again.
  const decided = await bai.call(decideAffair, { ...at(page), decision: 'grant' });
  const over =
    decided.state === 'delivered'
      ? decided
      : await bai.call(deliverAffair, { ...at(decided), by: 'window' });
  expect(over.consent).toMatchObject({ ended: 'over' });
  expect(await sees(bai, lease)).toBe(false);
  const holds = (await who.call(ownGrants, {})).grants.filter((one) => one.holds);
  expect(holds.map(({ matter }) => matter)).not.toContain(page.ref);
  await bai.call(moveTicket, { ticket, move: 'done' });
  for (let turn = 0; turn < 5; turn++) {
    city.clock.advance(80 * 86_400_000);
    await who.call(myForm, { item: 'S118' }); // an account that nobody uses is unbound
  }
  const later = await who.call(myForm, { item: 'S118' });
  expect(later.materials.find(({ key }) => key === 'lease')?.earlier).toBeNull(); // too old by now
});

test('a paper that lies at one hall need not be brought to another', async () => {
  const { gu, bai, aResident } = offices;
  const { put } = await aResident();
  const ticket = await visits(offices, gu, put);
  const first = await gu.call(receiveApplication, {
    ...(await filled(gu, { person: put.person, item: 'S097' })),
    ...{ questions: { home: 'rent' }, consent: { by: 'told' } },
    materials: [{ key: 'lease', how: 'paper' }],
  });
  expect(first.state).toBe('accepted');
  await gu.call(moveTicket, { ticket, move: 'done' });
  const wanted = { person: put.person, item: 'S118' };
  const other = await visits(offices, bai, put);
  const { materials } = await bai.call(counterForm, wanted);
  expect(materials.find(({ key }) => key === 'lease')?.earlier).toMatchObject({
    ...{ ref: first.ref, pictures: 0, at: hall },
  });
  const said = await withdrawal(bai, wanted);
  const page = await bai.call(receiveApplication, { ...said, consent: { by: 'told' } });
  expect(material(page, 'lease')).toMatchObject({
    ...{ how: 'earlier', files: [], custodianName: hall, from: { ref: first.ref } },
  });
  await bai.call(moveTicket, { ticket: other, move: 'done' });
});

test('a mother shows her own code for her child; a stranger’s does not do', async () => {
  const { wu, bai, aPerson, aResident } = offices;
  const [mother, child] = [await aResident(), await aPerson('2018-05-01')];
  const { person } = child;
  await wu.call(proveGuardian, {
    ...{ person, relation: 'parent', proof: 'birth', document: '111', number: mother.put.id },
  });
  const ticket = await visits(offices, bai, mother.put);
  await bai.call(openWard, { ticket, person });
  const said = { ...(await filled(bai, { person, item: 'S100' })), onlyReceive: true };
  const codeBy = async ({ who }: typeof mother) => (await who.call(showMe, {})).number;
  const by = 'code' as const;
  const wrong = { by, code: await codeBy(await aResident()) };
  expect(await codeOf(bai.call(receiveApplication, { ...said, consent: wrong }))).toBe(
    'registry.shown-code',
  );
  const consent = { by, code: await codeBy(mother) };
  const page = await bai.call(receiveApplication, { ...said, consent });
  expect(page).toMatchObject({ name: child.name, consent: { how: 'code' } });
  await bai.call(moveTicket, { ticket, move: 'done' });
});

/** Each office stands in 我的数据 with what concerns its part. */
async function toldApart(who: Person, { ref, itemName }: AffairPage): Promise<void> {
  const { grants } = await who.call(ownGrants, {});
  const given = grants.filter(({ matter }) => matter === ref);
  const uses = Object.fromEntries(
    given.map(({ organisationName, about }) => [organisationName, about?.uses.split('、')]),
  );
  expect(Object.keys(uses).sort()).toEqual([hall, bureau].sort());
  expect(uses[hall]).toContain('住址');
  expect(uses[bureau]).toContain('证件号码');
  expect(uses[bureau]).not.toContain('住址');
  expect(given[0]?.about).toMatchObject({ says: itemName, day: expect.any(String) });
}

test('一件事: the office of a part opens the pictures of its part, lent ones too, and no others', async () => {
  const { city, gu, civil, aResident } = offices;
  const { who } = await aResident();
  const lease = await picture(who, 'lease');
  const death = await picture(who, 'death');
  const [kinship, invoice] = [await picture(who, 'kinship'), await picture(who, 'invoice')];
  await registered(who, lease);
  const draft = await who.call(startDraft, {
    ...{ item: 'S053', questions: { relation: 'child', pension: 'resident', cremated: 'yes' } },
    fields: {
      ...{ deceased: '某老人', deceased_id: '310101194001010000', died_on: '2026-02-20' },
      ...{ cremated_on: '2026-02-23', account: '6222000011112222' },
    },
    materials: [
      { key: 'death', how: 'file', files: [death] },
      { key: 'kinship', how: 'file', files: [kinship] },
      { key: 'invoice', how: 'file', files: [invoice] },
    ],
  });
  const handed = await who.call(submitDraft, at(draft));
  await toldApart(who, handed);
  await gu.call(moveAffair, { ...at(handed), move: 'accept' });
  await city.settleDown();
  const { parts } = await who.call(getMine, { ref: handed.ref });
  const part = await civil.call(getAffair, {
    ref: parts.find(({ itemName }) => itemName === '基本殡葬费用减免')?.ref ?? '',
  });
  expect(part.consent?.takes.map(({ key }) => key)).toContain('person.id');
  expect(part.consent?.takes.map(({ key }) => key)).not.toContain('person.door'); // another office's
  const seen = [];
  for (const file of [death, kinship, invoice, lease]) seen.push(await sees(civil, file));
  expect(seen).toEqual([true, false, true, false]);
  // Lent to the whole, for what this part asks for.
  const lend = (material: string, ref: string) =>
    city.asOwner(`select set_config('lilong.affairs', '{[0,999999999999999]}', true);
      insert into affairs.lent (street, application, material, matter, files)
      select street, no, '${material}', '${ref}', '{${lease}}' from affairs.application
      where item = 'S053' and joint is null order by no desc limit 1`);
  const { affairs } = await who.call(listMine, {});
  const brought = affairs.find(({ item }) => item === 'S097')?.ref ?? '';
  await lend('kinship', brought);
  expect(await sees(civil, lease)).toBe(false);
  await lend('invoice', brought);
  expect(await sees(civil, lease)).toBe(true);
});

test('taken back before it is accepted: nothing is used any more, and it is said what has to be brought', async () => {
  const { gu, aResident } = offices;
  const { who, put } = await aResident();
  await proofOfResidence(who);
  const draft = await who.call(startDraft, { item: 'S177' });
  const page = await who.call(submitDraft, at(draft));
  expect(page.can.take_back).toBe(true);
  const stranger = (await aResident()).who;
  expect(await codeOf(stranger.call(takeBackConsent, { ref: page.ref }))).toBe('found.nothing');
  const back = await who.call(takeBackConsent, { ref: page.ref });
  expect(back).toMatchObject({ state: 'correction', consent: { ended: 'taken_back' } });
  const missing = back.correction?.missing.map(({ key }) => key) ?? [];
  expect(missing).toContain('identity');
  expect(back.form?.fields.filter(({ held }) => held !== null).map(({ key }) => key)).toEqual([
    'name',
  ]);
  const seen = await gu.call(getAffair, { ref: page.ref });
  expect(seen.fields.map(({ title }) => title)).toEqual(['姓名']);
  expect(material(seen, 'residence_proof')?.from ?? null).toBeNull();
  const holds = (await who.call(ownGrants, {})).grants.filter((one) => one.holds);
  expect(holds.map(({ matter }) => matter)).not.toContain(page.ref);
  expect(await codeOf(who.call(takeBackConsent, { ref: page.ref }))).toBe('affairs.wrong-state');
  // Agreed once more: nothing has to be brought, and the office has not used its one asking up.
  expect(back.again).toContainEqual(expect.objectContaining({ key: 'residence_proof' }));
  const again = await who.call(agreeAgain, { ref: page.ref });
  expect(again).toMatchObject({
    ...{
      state: 'received',
      correction: null,
      again: null,
      consent: { how: 'signed', ended: null },
    },
  });
  expect(material(again, 'residence_proof')).toMatchObject({ how: 'certificate' });
  expect(again.fields.length).toBe(page.fields.length);
  expect(await codeOf(who.call(agreeAgain, { ref: page.ref }))).toBe('affairs.wrong-state');
  const twice = await who.call(takeBackConsent, { ref: page.ref });
  const fields = { id: put.id, phone: '13900001234', door: '某号', born_on: '1980-01-10' };
  const materials = [];
  for (const key of missing)
    materials.push({ key, how: 'file' as const, files: [await picture(who)] });
  const brought = await who.call(supplementMine, { ...at(twice), fields, materials });
  expect(brought).toMatchObject({ state: 'received', again: null });
  expect((await gu.call(getAffair, { ref: page.ref })).can.ask).toBe(true);
  const accepted = await gu.call(moveAffair, { ...at(brought), move: 'accept' });
  expect(accepted.state).toBe('accepted');
});

test('once it is accepted no consent to it can be taken back', async () => {
  const { gu, bai, aResident } = offices;
  const { who } = await aResident();
  const two = await who.call(startDraft, { item: 'S100' });
  const handed = await who.call(submitDraft, at(two));
  await gu.call(moveAffair, { ...at(handed), move: 'accept' });
  expect(await codeOf(who.call(takeBackConsent, { ref: handed.ref }))).toBe('affairs.wrong-state');
  expect(await codeOf(bai.call(getAffair, { ref: handed.ref }))).toBe('found.nothing');
});

test('what was begun at home is seen at the window, numbers masked; what is not typed anew holds', async () => {
  const { bai, aResident } = offices;
  const { who, put } = await aResident();
  await who.call(startDraft, {
    ...{ item: 'S013', questions: { now: 'home', again: 'no' } },
    fields: { contact: '打 13912345678 找儿子', mobility: 'help' },
  });
  const wanted = { person: put.person, item: 'S013' };
  await visits(offices, bai, put);
  const { draft } = await bai.call(counterForm, wanted);
  expect(draft?.questions).toEqual({ now: 'home', again: 'no' });
  const shown = Object.fromEntries((draft?.fields ?? []).map(({ key, says }) => [key, says]));
  expect(shown.contact).toBe('打 139****5678 找儿子');
  const page = await bai.call(receiveApplication, {
    ...{ ...wanted, fields: { mobility: 'bed' }, consent: { by: 'told' } },
  });
  expect(page.consent).toMatchObject({ how: 'told' });
  const says = Object.fromEntries(page.fields.map(({ key, says: said }) => [key, said]));
  expect(says.contact).toBe('打 13912345678 找儿子');
  expect(says.mobility).not.toBe(shown.mobility);
  const nobody = await aResident();
  expect(await codeOf(bai.call(counterForm, { ...wanted, person: nobody.put.person }))).toBe(
    'affairs.no-grant',
  );
});
