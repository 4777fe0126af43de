// SPDX-License-Identifier: Apache-2.0
// Every reply of every route, asked by everybody who may ask: no number of a document and no telephone stands in it
// whole, but where it was opened on purpose.
import { itemCard } from '@lilong/contracts/affair-items';
import { startDraft, submitDraft } from '@lilong/contracts/affairs';
import { rateMine } from '@lilong/contracts/ratings';
import { revealValue } from '@lilong/contracts/registry';
import { exportCrowd, keepCrowd } from '@lilong/contracts/registry-crowds';
import { putGroup, setLeader } from '@lilong/contracts/registry-groups';
import { putInstitution, putMember } from '@lilong/contracts/registry-institutions';
import { objectToMine } from '@lilong/contracts/registry-objections';
import { bindMe, offerBinding } from '@lilong/contracts/registry-own';
import {
  beginUpload,
  putUploadPart,
  runUpload,
  showUpload,
} from '@lilong/contracts/registry-uploads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DrawnCase } from './permission-cases.ts';
import { access } from './permission-routes.ts';
import { ask, keyOf, LONG_MS, openTries, type Tries } from './permission-tries.ts';
import { places, type Somebody } from './permission-world.ts';
import { type Put, putPerson } from './registry-people.ts';

/** Somebody opens one number, for a purpose, or takes along what is one's own: this is what they are for. */
const openers: readonly string[] = [
  'POST /api/registry/people/:person/reveal',
  'POST /api/registry/groups/:group/leader/reveal',
  'POST /api/registry/institutions/:institution/members/:member/reveal',
  'POST /api/registry/objections/:objection/number',
  'POST /api/cases/:ref/contact',
  'POST /api/ratings/one/:ref/rater',
  'POST /api/my/data/number',
  'POST /api/my/data/file',
  'POST /api/registry/uploads/:upload/refused/file',
];
const telephones = {
  member: '13911112222',
  leader: '13933334444',
  proposed: '13955556666',
  rater: '13977778888',
  file: '13912123434',
};
/** A whole phone or identity number; not what follows the dash of a reference, nor a piece of a longer sign. */
const whole = /(?<![\w-])(1[3-9]\d{9}|\d{17}[\dX])(?!\w)/;

let tries: Tries;
let put: Put;
let one: DrawnCase;
/** What the samples stand for, by the name of the input. */
let known: Readonly<Record<string, unknown>>;
beforeAll(async () => {
  tries = await openTries();
  const { city, lin } = tries.world;
  const wu = tries.somebody('committee_worker');
  put = await putPerson(city, places.lane, { role: 'lives', until: null, protected: false });
  one = await tries.anyCase(places.lane, { byLin: true });
  const { person, home, household, id } = put;
  const offered = await wu.call(offerBinding, { person, document: '111', number: id });
  await lin.call(bindMe, { code: offered.code });
  const applied = await applyFor(lin, 'S103');
  const bad = { grade: 1, words: `地址不对，请打 ${telephones.rater}` };
  const { given } = await lin.call(rateMine, { subject: applied.ref, ...bad });
  const phone = { element: 'person.phone', number: 1, proposed: telephones.proposed } as const;
  const { objection } = await lin.call(objectToMine, { ...phone, evidence: '换过了' });
  const { institution } = await wu.call(putInstitution, { kind: 'team', name: '合唱队' });
  const office = { institution, person, position: '队长', phone: telephones.member };
  await wu.call(putMember, office);
  const { group } = await wu.call(putGroup, { name: '第一楼组' });
  await wu.call(setLeader, { group, person, phone: telephones.leader });
  const conditions = { role: 'lives' } as const;
  const { crowd } = await wu.call(keepCrowd, { name: '都在', conditions, columns: ['name'] });
  const { export: taken } = await wu.call(exportCrowd, { crowd, purpose: 'visit' });
  known = {
    ...{ person, home, household, q: id, number: id, institution, group, objection, crowd },
    ...{ export: taken, A: applied.ref, Q: applied.certificate },
    ...{ subject: applied.ref, E: given?.ref },
    upload: await bringFile(tries.somebody('system_admin')),
  };
}, LONG_MS);
afterAll(() => tries.world.city.close());

/** A file with a telephone in a line that is refused: tried, so that columns and refused lines are read. */
async function bringFile(who: Somebody): Promise<number> {
  const file = Buffer.from(`姓名,联系电话,现住地址\n某人,${telephones.file},没有这条路1号\n`);
  const about = { kind: 'people', source: '某所', name: '名单.csv' } as const;
  const { upload } = await who.call(beginUpload, {
    ...{ ...about, under: places.street, bytes: file.length },
  });
  await who.call(putUploadPart, { upload, part: 0, data: file.toString('base64') });
  await who.call(runUpload, { upload, dry: true });
  for (;;) {
    const { state } = await who.call(showUpload, { upload });
    if (state === 'tried') return upload;
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** 居住证明 is decided by rule: application and certificate are there at once. */
async function applyFor(who: Somebody, item: string) {
  const { questions } = await who.call(itemCard, { item });
  const answers = Object.fromEntries(
    questions.map(({ key, choices }) => [key, choices[0]?.key ?? '']),
  );
  const { ref, version, form } = await who.call(startDraft, { item, questions: answers });
  const asked = form?.fields.filter(({ held, required }) => held === null && required) ?? [];
  const fields = Object.fromEntries(
    asked.map(({ key, choices }) => [key, choices[0]?.key ?? '办事用']),
  );
  return who.call(submitDraft, { ref, version, fields, deliverBy: 'phone' });
}

/** The sample of a route, about what was put; a reference says by its first sign what it is of. */
function inputOf(key: string): Record<string, unknown> {
  const sample = access[key]?.sample(tries.world, one) ?? {};
  return Object.fromEntries(
    Object.entries(sample).map(([name, value]) => {
      const letter = name === 'ref' && typeof value === 'string' ? value.slice(0, 1) : name;
      return [name, known[letter] ?? value];
    }),
  );
}

/** Reading comes first, then what is written; who signs out hears no more. */
const turnOf = (key: string): number => {
  if (/sign-out|unbind|death|end$/.test(key)) return 2;
  return key.startsWith('GET ') ? 0 : 1;
};

/** Who tries: everybody who may read; of those who may write, the first, for it is done then. */
function triers(key: string): readonly Somebody[] {
  const may = tries.world.everybody.filter(({ role }) => access[key]?.who.includes(role));
  return turnOf(key) === 0 ? may : may.slice(0, 1);
}

/** What is read here by nobody, and why. */
const unread = [
  'GET /api/duties/drafts/:batch', // no draft waits
  'GET /api/orders/:token', // nobody has the paper
  'GET /api/registry/case-labels', // off in this deployment
  'GET /api/affairs/people/:person/items/:item', // needs a visit: permissions-visits.story.test.ts
  'GET /api/affairs/people/:person/applications', // the same
  'GET /api/my/offers/:offer', // nobody was offered anything: offers.story.test.ts
  'GET /api/offers/people/:person', // needs a visit: the same
  'GET /api/assistance/applications/:ref', // nobody asked for assistance: assistance.story.test.ts
  'GET /api/assistance/lists/:month/file', // the same
  'GET /api/affairs/collections/:ref', // nobody’s papers were collected: doorstep.story.test.ts
];

const isTold = (text: string): boolean =>
  whole.test(text) ||
  [put.id, put.phone, ...Object.values(telephones)].some((number) => text.includes(number));

test(
  'no reply but an opened value has a whole number in it',
  async () => {
    const answered = new Set<string>();
    const told: string[] = [];
    const routes = tries.world.city.host.served
      .map(({ route }) => ({ route, key: keyOf(route) }))
      .filter(({ key }) => !openers.includes(key))
      .sort((a, b) => turnOf(a.key) - turnOf(b.key));
    for (const { route, key } of routes)
      for (const somebody of triers(key)) {
        const { status, text } = await ask(somebody, route, inputOf(key));
        if (status === 200) answered.add(key);
        if (isTold(text)) told.push(`${somebody.role} ${key}: ${text}`);
      }
    expect(told).toEqual([]);
    const silent = routes.filter(({ key }) => turnOf(key) === 0 && !answered.has(key));
    expect(silent.map(({ key }) => key)).toEqual(unread);
  },
  LONG_MS,
);

test('what opens a number is served, and would be noticed', async () => {
  const { city } = tries.world;
  const served = city.host.served.map(({ route }) => keyOf(route));
  expect(openers.filter((key) => !served.includes(key))).toEqual([]);
  const next = await putPerson(city, places.lane, { role: 'lives', until: null, protected: false });
  const wanted = { person: next.person, element: 'phone', purpose: 'visit' } as const;
  const { text } = await ask(tries.somebody('committee_worker'), revealValue, wanted);
  expect(isTold(text)).toBe(true);
});
