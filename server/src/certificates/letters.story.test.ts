// SPDX-License-Identifier: Apache-2.0
// 决定书: signed with the decision, by the office that decided; printed by its person and whoever hands it over; checked by
// anybody, a changed one refused; taken back with the certificate of the same decision.
import { printMyReceipt, printReceipt } from '@lilong/contracts/affair-receipts';
import { decideAffair, moveAffair, receiveApplication } from '@lilong/contracts/affair-work';
import { type AffairPage, startDraft, submitDraft } from '@lilong/contracts/affairs';
import { checkCertificate, withoutText } from '@lilong/contracts/certificate-check';
import {
  certificateKeys,
  certificatePaper,
  certificateStatus,
  issuedCertificates,
  myCertificate,
  myCertificates,
  revokeCertificate,
} from '@lilong/contracts/certificates';
import { moveTicket } from '@lilong/contracts/counters';
import { ownData } from '@lilong/contracts/registry-own';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  at,
  bund,
  bureau,
  codeOf,
  hall,
  type Offices,
  openOffices,
  visits,
} from '../../test/affairs-people.ts';
import type { Person } from '../../test/city.ts';
import { refusal } from '../../test/refusal.ts';

let offices: Offices;
beforeAll(async () => {
  offices = await openOffices();
});
afterAll(() => offices.city.close());
const day = '2026-03-02';
const why = { reason: '核对后人均收入高于标准。', remedy: '六十日内可以申请行政复议。' };

/** S073 from home, accepted by the hall of the street, which decides it too. */
async function accepted() {
  const { who, put } = await offices.aResident();
  const draft = await who.call(startDraft, { item: 'S073' });
  const sent = await who.call(submitDraft, { ...at(draft), deliverBy: 'phone' });
  return { who, put, page: await offices.gu.call(moveAffair, { ...at(sent), move: 'accept' }) };
}
const known = async () => ({
  keys: (await offices.city.anyone().call(certificateKeys, {})).keys,
  status: (await offices.city.anyone().call(certificateStatus, { list: 0 })).token,
});
async function checked(token: string) {
  const { keys, status } = await known();
  return checkCertificate(token, keys, status, day);
}
const letterOf = async (who: Person, { ref }: Pick<AffairPage, 'ref'>) => {
  const { letter } = await who.call(printMyReceipt, { ref });
  if (letter === null) throw new Error('no letter');
  return letter;
};

test('refused: the exact text is signed with number, office, day and version; anybody checks it, and a changed one is refused', async () => {
  const { who, put, page } = await accepted();
  await offices.gu.call(decideAffair, { ...at(page), decision: 'refuse', ...why });
  const letter = await letterOf(who, page);
  expect(letter).toMatchObject({
    name: '不予决定书',
    letter: 'refused',
    issuerName: hall,
    on: day,
  });
  for (const said of [put.name, page.ref, page.itemName, why.reason, why.remedy])
    expect(letter.text).toContain(said);
  const found = await checked(letter.token);
  expect(found).toMatchObject({ verdict: 'valid', text: letter.text });
  expect(found.body).toMatchObject({
    ...{ no: letter.ref, issuer: hall, on: day, holder: { name: put.name, id: null } },
    letter: { matter: page.ref, outcome: 'refused', template: page.itemVersion },
  });
  expect(letter.url.endsWith(`/check#${letter.token}`)).toBe(true); // with its text
  expect(await checked(withoutText(letter.token))).toMatchObject({ verdict: 'valid' });
  const [head, body, signature] = letter.token.split('.');
  const other = Buffer.from(letter.text?.replace('高于', '低于') ?? '').toString('base64url');
  expect((await checked([head, body, signature, other].join('.'))).verdict).toBe('changed');
  const said = Buffer.from(body ?? '', 'base64url').toString();
  const granted = Buffer.from(said.replace('"refused"', '"granted"')).toString('base64url');
  expect((await checked([head, granted, signature].join('.'))).verdict).toBe('changed');
  expect((await who.call(myCertificate, { ref: letter.ref })).text).toBe(letter.text);
  const { data } = await who.call(certificatePaper, { ref: letter.ref });
  expect(Buffer.from(data, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  expect((await who.call(myCertificates, {})).certificates).toEqual([]); // a letter stands with its matter
  const { groups } = await who.call(ownData, {});
  expect(groups.find(({ group }) => group === 'certificates')?.values).toMatchObject([
    { ref: letter.ref, name: '不予决定书', source: hall },
  ]);
});

test('whose it is: another resident, another office and somebody unbound read none; it is sealed, and nobody changes it', async () => {
  const { who, page } = await accepted();
  await offices.gu.call(decideAffair, { ...at(page), decision: 'grant' });
  const { ref, text, token } = await letterOf(who, page);
  const other = await offices.aResident();
  expect((await refusal(other.who.call(myCertificate, { ref }))).status).toBe(404);
  expect((await offices.gu.call(issuedCertificates, { q: ref })).certificates).toHaveLength(1);
  expect((await offices.bai.call(issuedCertificates, { q: ref })).certificates).toEqual([]);
  const mine = await offices.gu.call(issuedCertificates, { what: 'letters' });
  expect(mine.certificates.map(({ letter }) => letter)).toContain('granted');
  const see = `select set_config('lilong.whole', 'backup', true);`;
  const kept = await offices.city.asOwner(`${see}
    select encode(sealed, 'escape') as said from certificates.certificate where letter is not null`);
  expect(kept.length).toBeGreaterThan(1);
  expect(JSON.stringify(kept)).not.toContain(token.slice(0, 40));
  expect(JSON.stringify(kept)).not.toContain(text?.slice(0, 10));
  const change = offices.city.asOwner(`
    select set_config('lilong.office', no::text, true) from places.organisation where name = '${hall}';
    update certificates.certificate set sealed = '\\x00' where letter is not null`);
  await expect(change).rejects.toThrow('what was signed is not changed');
});

test('a bureau decides: the hall that hands it over prints the letter, one that only received it a sheet without the name', async () => {
  const { bai, civil, gu, lu } = offices;
  const { who, put } = await offices.aResident();
  const ticket = await visits(offices, bai, put);
  const page = await bai.call(receiveApplication, {
    ...{ person: put.person, item: 'S013', consent: { by: 'told' } },
    questions: { now: 'home', again: 'no' },
    fields: { contact: '儿子', mobility: 'help' },
    materials: [{ key: 'medical', how: 'paper' }],
  });
  await bai.call(moveTicket, { ticket, move: 'done' });
  const taken = await gu.call(moveAffair, { ...at(page), move: 'accept' });
  await civil.call(decideAffair, { ...at(taken), decision: 'grant' });
  const letter = await letterOf(who, page);
  expect(letter.issuerName).toBe(bureau);
  const { keys } = await known();
  expect(keys.map(({ name }) => name)).toContain(bureau);
  expect((await checked(letter.token)).verdict).toBe('valid');
  expect(page.receiveName).toBe(bund);
  const atBund = await bai.call(printReceipt, { ref: page.ref }); // hands it over
  expect(atBund.letter).toMatchObject({ ref: letter.ref, text: letter.text, token: letter.token });
  const atHall = await gu.call(printReceipt, { ref: page.ref }); // accepted it, nothing more
  expect(atHall.letter).toBeNull();
  expect(JSON.stringify(atHall)).not.toContain(put.name);
  expect(await codeOf(lu.call(revokeCertificate, { ref: letter.ref, reason: '不是我的' }))).toMatch(
    /auth.denied|found.nothing/,
  );
});

test('taken back: nobody finds the letter valid any more, nor the certificate of the same decision; its person reads why', async () => {
  const { who } = await offices.aResident();
  const draft = await who.call(startDraft, { item: 'S103', questions: {} });
  const fields = Object.fromEntries(
    (draft.form?.fields ?? [])
      .filter(({ held, required }) => held === null && required)
      .map(({ key, choices }) => [key, choices?.[0]?.key ?? '办事用']),
  );
  const sent = await who.call(submitDraft, { ...at(draft), fields, deliverBy: 'phone' });
  const letter = await letterOf(who, sent);
  const certificate = await who.call(myCertificate, { ref: sent.certificate ?? '' });
  expect(certificate).toMatchObject({ letter: null, text: null, matter: letter.matter });
  const reason = '地址登记有误，请重新申请';
  await offices.lu.call(revokeCertificate, { ref: certificate.ref, reason });
  for (const { token } of [letter, certificate])
    expect((await checked(token)).verdict).toBe('revoked');
  expect(await letterOf(who, sent)).toMatchObject({ ref: letter.ref, state: 'revoked', reason });
});
