// SPDX-License-Identifier: Apache-2.0
// A certificate: granted with a decision, held, checked by anybody, taken back.
import { itemCard } from '@lilong/contracts/affair-items';
import { getMine, startDraft, submitDraft } from '@lilong/contracts/affairs';
import { checkCertificate } from '@lilong/contracts/certificate-check';
import {
  certificateKeys,
  certificatePaper,
  certificateStatus,
  issuedCertificates,
  myCertificate,
  myCertificates,
  revokeCertificate,
} from '@lilong/contracts/certificates';
import { bindMe, offerBinding, ownData, ownFile } from '@lilong/contracts/registry-own';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../test/city.ts';
import { refusal } from '../../test/refusal.ts';
import { putPerson } from '../../test/registry-people.ts';

const lane = 310101002001000; // 云南中路居委会, 南京东路街道
const hall = '南京东路街道社区事务受理服务中心（示例）';
const bund = '外滩街道社区事务受理服务中心（示例）';

let city: City;
let wu: Person;
let lu: Person; // manager of the hall that decides
let gu: Person; // clerk there
let far: Person; // manager of another
beforeAll(async () => {
  city = await aCity({ settings: { SESSION_HOURS: '10000', RESIDENT_SESSION_DAYS: '1000' } });
  wu = await city.person('吴干部', { as: 'committee_worker', at: lane });
  lu = await city.person('陆主任', { as: 'centre_manager', organisation: hall });
  gu = await city.person('顾窗口', { as: 'counter_clerk', organisation: hall });
  far = await city.person('方主任', { as: 'centre_manager', organisation: bund });
});
afterAll(() => city.close());

/** Somebody of the lane whose account is bound. */
async function aResident(name: string) {
  const put = await putPerson(city, lane, { role: 'lives', until: null, protected: false });
  const who = await city.resident(name);
  const offered = { person: put.person, document: '111', number: put.id } as const;
  await who.call(bindMe, { code: (await wu.call(offerBinding, offered)).code });
  return { who, put };
}

/** 居住证明: decided by rule, in the moment in which it is handed in. */
async function proofOfResidence(who: Person) {
  const { questions } = await who.call(itemCard, { item: 'S103' });
  const answers = Object.fromEntries(
    questions.map(({ key, choices }) => [key, choices[0]?.key ?? '']),
  );
  const draft = await who.call(startDraft, { item: 'S103', questions: answers });
  const asked = draft.form?.fields.filter(({ held, required }) => held === null && required) ?? [];
  const fields = Object.fromEntries(
    asked.map(({ key, choices }) => [key, choices?.[0]?.key ?? '办事用']),
  );
  return who.call(submitDraft, {
    ...{ ref: draft.ref, version: draft.version, fields, deliverBy: 'phone' },
  });
}

const known = async (list: number) => ({
  keys: (await city.anyone().call(certificateKeys, {})).keys,
  status: (await city.anyone().call(certificateStatus, { list })).token,
});

test('granted with the decision; its holder shows it, and anybody checks it without signing in', async () => {
  const { who, put } = await aResident('林阿姨');
  const sent = await proofOfResidence(who);
  expect(sent.certificate).toMatch(/^Q310101002-/);
  const { certificates } = await who.call(myCertificates, {});
  expect(certificates).toMatchObject([
    { ref: sent.certificate, name: '居住证明', issuerName: hall, state: 'valid', matter: sent.ref },
  ]);
  const whole = await who.call(myCertificate, { ref: sent.certificate ?? '' });
  expect(whole).toMatchObject({ holderName: put.name, to: '2026-09-01', sample: false });
  expect(whole.says.map(({ value }) => value)).toContain(put.door);
  expect(JSON.stringify(whole)).not.toContain(put.id);
  const { keys, status } = await known(0);
  const checked = checkCertificate(whole.token, keys, status, '2026-03-02');
  expect(checked).toMatchObject({ verdict: 'valid', body: { no: whole.ref, issuer: hall } });
  expect(whole.url.endsWith(`/check#${whole.token}`)).toBe(true);
  const { name, data } = await who.call(certificatePaper, { ref: whole.ref });
  expect(name).toBe(`${whole.ref}.pdf`);
  expect(Buffer.from(data, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  const rows = await city.asOwner(`select set_config('lilong.persons', '{${put.person}}', true);
    select encode(sealed, 'escape') as said from certificates.certificate`);
  expect(JSON.stringify(rows)).not.toContain(whole.token.slice(0, 40));
});

test('application and certificate stand in 我的数据, and whole in the file; another resident reads neither', async () => {
  const { who, put } = await aResident('孙老师');
  const { ref, certificate } = await proofOfResidence(who);
  const { groups } = await who.call(ownData, {});
  const of = (group: string) => groups.find((one) => one.group === group)?.values;
  expect(of('affairs')).toMatchObject([
    { ref, code: 'delivered', source: hall, day: '2026-03-02', more: ['已送达', `编号 ${ref}`] },
  ]);
  expect(of('certificates')).toMatchObject([
    { ref: certificate, says: '居住证明', code: 'valid', source: hall, day: '2026-03-02' },
    { name: '准予决定书', code: 'valid', source: hall, day: '2026-03-02' },
  ]);
  const { text } = await who.call(ownFile, { as: 'json' });
  const file = JSON.parse(text) as { groups: typeof groups };
  const more = (group: string) =>
    file.groups.find((one) => one.group === group)?.values[0]?.more.join();
  expect(more('affairs')).toContain('做什么用：上学'); // as it was typed
  expect(more('certificates')).toContain(put.door);
  const page = await who.call(ownFile, { as: 'page' });
  for (const said of ['申请过的事项', '证照', `编号 ${certificate}`])
    expect(page.text).toContain(said);
  const other = await aResident('别人');
  expect(JSON.stringify(await other.who.call(ownData, {}))).not.toContain(ref);
});

test('whose it is: not another resident’s, not another office’s', async () => {
  const { who } = await aResident('陈阿公');
  const other = await aResident('王小姐');
  const { certificate } = await proofOfResidence(who);
  const ref = certificate ?? '';
  expect((await other.who.call(myCertificates, {})).certificates).toEqual([]);
  expect((await refusal(other.who.call(myCertificate, { ref }))).status).toBe(404);
  expect((await refusal(other.who.call(certificatePaper, { ref }))).status).toBe(404);
  const here = await gu.call(issuedCertificates, { q: ref });
  expect(here.certificates).toMatchObject([{ ref, can: { revoke: false } }]);
  expect((await far.call(issuedCertificates, { q: ref })).certificates).toEqual([]);
  const revoke = { ref, reason: '不是我签的' };
  expect((await refusal(far.call(revokeCertificate, revoke))).status).toBeGreaterThanOrEqual(403);
  expect((await refusal(gu.call(revokeCertificate, revoke))).code).toBe('auth.denied');
  const unbound = await city.resident('没绑定的');
  expect((await refusal(unbound.call(myCertificates, {}))).code).toBe('registry.not-bound');
});

test('revoked, nobody finds it valid any more; its holder reads why; the others stay as they were', async () => {
  const { who } = await aResident('赵先生');
  const first = await proofOfResidence(who);
  const second = await proofOfResidence((await aResident('钱女士')).who);
  const ref = first.certificate ?? '';
  const whole = await who.call(myCertificate, { ref });
  await lu.call(revokeCertificate, { ref, reason: '地址登记有误，请重新申请' });
  expect((await refusal(lu.call(revokeCertificate, { ref, reason: '再来' }))).code).toBe(
    'certificates.revoked-already',
  );
  const { keys, status } = await known(0);
  expect(checkCertificate(whole.token, keys, status, '2026-03-02').verdict).toBe('revoked');
  const mine = await who.call(myCertificate, { ref });
  expect(mine).toMatchObject({ state: 'revoked', reason: '地址登记有误，请重新申请' });
  const page = await who.call(getMine, { ref: first.ref });
  expect(page.certificate).toBe(ref);
  const { certificates } = await lu.call(issuedCertificates, {});
  expect(certificates.find((one) => one.ref === second.certificate)?.state).toBe('valid');
  const gone = await lu.call(issuedCertificates, { state: 'revoked' });
  expect(gone.certificates.map(({ letter }) => letter).toSorted()).toEqual(['granted', null]);
});

test('ten offices’ worth at once: every number once, every signature good', async () => {
  const people = await Promise.all(
    ['甲', '乙', '丙', '丁', '戊', '己'].map((one) => aResident(one)),
  );
  const sent = await Promise.all(people.map(({ who }) => proofOfResidence(who)));
  const refs = sent.map(({ certificate }) => certificate ?? '');
  expect(new Set(refs).size).toBe(refs.length);
  const { keys, status } = await known(0);
  for (const [at, { who }] of people.entries()) {
    const { token } = await who.call(myCertificate, { ref: refs[at] ?? '' });
    expect(checkCertificate(token, keys, status, '2026-03-02').verdict).toBe('valid');
  }
});
