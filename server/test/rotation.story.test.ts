// SPDX-License-Identifier: Apache-2.0
// Another master key takes the place of the old one: stopped in the middle, gone on with, in either suite.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { giveFeedback } from '@lilong/contracts/office';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sealOnce } from '../src/audit/index.ts';
import { sealedColumns } from '../src/cli/rotate.ts';
import { keysFile } from '../src/config.ts';
import { type Keys, readKeys } from '../src/kernel/keys.ts';
import {
  batchDigestOf,
  digestOf,
  keyOf,
  labelDigestOf,
  openValue,
  phoneEndOf,
  sealValue,
} from '../src/registry/sealed.ts';
import { breakGround, type Ground, type Site } from './deployment.ts';

const patience = 240_000;
vi.setConfig({ testTimeout: patience, hookTimeout: patience });
const street = 310101002;
const place = 310000000000000; // the city: a tree is no part of this story
const people = 600; // with two numbers each, more than one transaction takes
const all = Array.from({ length: people }, (_, at) => at + 1);
const idOf = (no: number) => `31010019800101${String(no).padStart(4, '0')}`;
const phoneOf = (no: number) => `139${String(no).padStart(8, '0')}`;
const passphrase = { LILONG_PASSPHRASE: 'a passphrase for drills' };
let ground: Ground;
let town: Site;
let first: Keys;
beforeAll(async () => {
  ground = await breakGround();
  town = await ground.newSite('town');
  for (const args of [['migrate'], ['keys', 'make']])
    expect(await town.lilong(args)).toEqual({ code: 0, said: expect.any(String) });
  first = keys();
  await opened(fill);
  expect((await live()).statusCode).toBe(200);
});
afterAll(() => ground.clear());

/** The database is opened once for all of it. */
async function opened<R>(work: () => Promise<R>): Promise<R> {
  const letGo = await town.hold();
  try {
    return await work();
  } finally {
    await letGo();
  }
}

const keys = () => readKeys(keysFile(town.config));
const hex = (bytes: Buffer) => `'\\x${bytes.toString('hex')}'::bytea`;
const inJson = (bytes: Buffer) => `\\\\x${bytes.toString('hex')}`;
const endOf = (under: Keys, no: number) => phoneEndOf(under, street, phoneOf(no).slice(-4));
const whole = "select set_config('lilong.whole', 'rotation', true);";

/** People with numbers, an account, a label that is sealed, one that waits, a telephone of an office. */
async function fill(): Promise<void> {
  const numbers = all.flatMap((no) => [
    `('id', '${keyOf(digestOf(first, 'id', idOf(no)))}', ${no}, '111', ${hex(sealValue(first, idOf(no)))})`,
    `('phone', '${keyOf(digestOf(first, 'phone', phoneOf(no)))}', ${no}, null, ${hex(sealValue(first, phoneOf(no)))})`,
  ]);
  const label = JSON.stringify({ code: 'disabled' });
  await town.asOwner(`
    begin; ${whole}
    insert into places.place (no, level, name, pinyin, valid_from)
      values (${place}, 'city', '上海市', 'shang hai shi', '2023-01-01');
    insert into registry.person_key (kind, digest, person, document, sealed) values ${numbers.join(',\n')};
    insert into registry.presence (street, place, person, role, standing, name, pinyin, sex, phone_end, from_on, source, recorded_at)
      values (${street}, ${place}, 1, 'lives', 1, '某一', 'mou yi', 1, ${hex(endOf(first, 1))}, '2020-01-01', 'test', '2026-01-01');
    insert into registry.label_batch (organisation, at, taken) values (9, '2026-01-01', '{}');
    insert into registry.label (person, kind, organisation, valid_from, verified_at, digest, sealed, batch)
      values (1, 'shared', 9, '2026-01-01', '2026-01-01', ${hex(labelDigestOf(first, 1, 'disabled'))}, ${hex(sealValue(first, label))}, ${hex(batchDigestOf(first, 1))});
    insert into registry.label_waiting (key, digest, organisation, act, sealed, from_on, expires_on)
      values (${hex(Buffer.alloc(16, 1))}, ${hex(Buffer.alloc(16, 2))}, 9, 'supply', ${hex(sealValue(first, label))}, '2026-01-01', '2026-06-01');
    insert into registry.merge (survivor, gone, at, account, organisation, role, undo_until, state)
      values (1, 2, '2026-01-01', 1, 1, 'committee_worker', '2026-04-01', ${hex(Buffer.alloc(32))});
    insert into registry.merge_row (merge, nth, tab, key, was, became) values
      (1, 0, 'person_key', '{"kind":"phone","digest":"${keyOf(digestOf(first, 'phone', phoneOf(2)))}"}', '{"person":2}', '{"person":1}'),
      (1, 1, 'presence', '{"street":${street},"no":9}', '{"phone_end":"${inJson(endOf(first, 2))}"}', '{"phone_end":"${inJson(endOf(first, 1))}"}');
    insert into identity.account (kind, name, phone_sealed, phone_digest, made_at)
      values ('resident', '林阿婆', '${first.seal(phoneOf(1))}', '${first.digest('phone', phoneOf(1))}', '2026-01-01');
    commit`);
}

/** The program starts, keeps a contact under today's key, seals a block of the audit, and stops. */
async function live() {
  const { host, stop } = await town.start();
  const said = { about: 'complaint', words: '找不到入口', contact: '13800000000' };
  const reply = await host.http.inject({ method: 'POST', url: giveFeedback.path, payload: said });
  await sealOnce(host);
  await stop();
  return reply;
}

async function read(text: string): Promise<Record<string, unknown>[]> {
  const rows = await town.asOwner(`begin; ${whole} ${text}; commit`);
  return rows.filter((row) => !Object.hasOwn(row, 'set_config'));
}
const bytes = (value: unknown): Buffer => Buffer.from(value as Uint8Array);

/** Everything opens under the key, and is found by it. */
async function expectAllUnder(now: Keys): Promise<void> {
  const numbers = await read('select kind, digest, person, sealed from registry.person_key');
  expect(numbers).toHaveLength(2 * people);
  for (const { kind, digest, person, sealed } of numbers) {
    const value = kind === 'id' ? idOf(Number(person)) : phoneOf(Number(person));
    expect(bytes(sealed).toString('hex', 0, 4)).toBe(now.id);
    expect(openValue(now, bytes(sealed))).toBe(value);
    expect(digest).toBe(keyOf(digestOf(now, kind === 'id' ? 'id' : 'phone', value)));
  }
  const [presence] = await read('select phone_end from registry.presence');
  expect(bytes(presence?.phone_end)).toEqual(endOf(now, 1));
  const merged = await read('select key, was, became from registry.merge_row order by nth');
  const text = (value: Buffer) => `\\x${value.toString('hex')}`;
  expect(merged).toMatchObject([
    { key: { digest: keyOf(digestOf(now, 'phone', phoneOf(2))) } },
    { was: { phone_end: text(endOf(now, 2)) }, became: { phone_end: text(endOf(now, 1)) } },
  ]);
  const [label] = await read('select digest, sealed, batch from registry.label');
  expect(bytes(label?.digest)).toEqual(labelDigestOf(now, 1, 'disabled'));
  expect(bytes(label?.batch)).toEqual(batchDigestOf(now, 1));
  expect(openValue(now, bytes(label?.sealed))).toBe('{"code":"disabled"}');
  const [account] = await read(
    "select phone_sealed, phone_digest from identity.account where name = '林阿婆'",
  );
  expect(now.open(String(account?.phone_sealed))).toBe(phoneOf(1));
  expect(account?.phone_digest).toBe(now.digest('phone', phoneOf(1)));
  const contacts = await read('select contact_sealed from office.feedback');
  for (const { contact_sealed } of contacts)
    expect(String(contact_sealed).split('.')[0]).toBe(now.id);
  expect(contacts.length).toBeGreaterThan(0);
}

/** Bytes and sealed texts that a rotation leaves, and why. */
const left: Readonly<Record<string, string>> = {
  'affairs.receipt.digest': 'asked for with every key that the ring has',
  'registry.batch.digest': 'SHA-256 of a file, without a key',
  'registry.upload_part.sealed': 'dropped: the file is brought once more',
  'registry.person_key.digest': 'follows from the value',
  'registry.merge.state': 'SHA-256, without a key and without digests',
  'registry.presence.phone_end': 'follows from the telephone',
  'registry.label.digest': 'follows from the value',
  'registry.label.batch': 'made anew for each batch',
  'registry.label_waiting.key': 'dropped: nobody has the number',
  'registry.label_waiting.digest': 'dropped',
  'registry.label_waiting.sealed': 'dropped',
  'registry.label_waiting.batch': 'dropped',
  'registry.case_label.digest': 'follows from the value',
  'registry.staff_tie.digest': 'follows from the value',
  'registry.label_said.key': 'by chance from then on: nobody has the number',
  'registry.binding_code.digest': 'dropped: ten minutes',
  'registry.shown_code.digest': 'dropped: two minutes',
  'registry.shown_code.number': 'dropped: two minutes',
  'registry.consent.code': 'dropped: ten minutes',
  'registry.label_use.about': 'counts people within one week',
  'identity.account.phone_digest': 'follows from the telephone',
  'identity.code.phone_digest': 'dropped: minutes',
  'kernel.audit.digest': 'a line that is sealed is never changed',
  'kernel.file.digest': 'SHA-256 of a file, without a key',
  'kernel.idempotency.digest': 'emptied',
  'kernel.migration.digest': 'SHA-256 of a file, without a key',
};

test('every column of bytes, and every one that is sealed or a digest, is known to the rotation', async () => {
  const rows = await town.asOwner(`
    select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns
    where table_schema in (select nspname from pg_namespace where nspname in
        ('kernel', 'identity', 'places', 'cases', 'audit', 'office', 'open311', 'registry', 'affairs', 'certificates', 'counters', 'offers', 'ratings', 'assistance', 'settlement', 'doorstep'))
      and (data_type = 'bytea' or column_name ~ '(sealed|contact|digest)')`);
  const known = sealedColumns.map(({ sealed }) => `${sealed.table}.${sealed.column}`);
  const names = rows.map(({ name }) => String(name));
  expect(names.filter((name) => !known.includes(name) && left[name] === undefined)).toEqual([]);
  expect(known.filter((name) => !names.includes(name))).toEqual([]);
});

test('a value that does not open stops it; the program does not start until it is mended and gone on with', async () => {
  // In the order of its digests: the last one, so that a whole batch comes before it.
  const byDigest = (no: number) => digestOf(first, 'phone', phoneOf(no)).toString('hex');
  const middle = all.toSorted((a, b) => byDigest(a).localeCompare(byDigest(b))).at(-1) ?? 0;
  const broken = sealValue(first, phoneOf(middle));
  broken.writeUInt8(broken.readUInt8(20) ^ 1, 20);
  const put = (sealed: Buffer) =>
    town.asOwner(`begin; ${whole} update registry.person_key set sealed = ${hex(sealed)}
      where kind = 'phone' and person = ${middle}; commit`);
  await opened(async () => {
    await put(broken);
    const stopped = await town.lilong(['keys', 'rotate']);
    expect(stopped.code).toBe(1);
    expect(stopped.said).toContain('registry.person_key');
    expect(stopped.said).not.toContain(phoneOf(middle));
    expect(keys().earlier.map(({ id }) => id)).toEqual([first.id]);
    const under = await read(
      'select substring(sealed from 1 for 4) as id from registry.person_key',
    );
    const ids = new Set(under.map(({ id }) => bytes(id).toString('hex')));
    expect(ids.size).toBe(2); // some of both
  });
  await expect(town.start()).rejects.toMatchObject({ key: 'start.keys-rotating' });

  await opened(async () => {
    await put(sealValue(first, phoneOf(middle)));
    const done = await town.lilong(['keys', 'rotate']);
    expect(done.said).toContain('registry.person_key.sealed');
    expect(done.said).toContain('1 条已经作废'); // a label waited
    expect(done.code).toBe(0);
    expect(keys().earlier).toHaveLength(1); // the key of the first try
    await expectAllUnder(keys());
  });
});

test('the program goes on under the new key; older blocks of the audit are proved with the old one', async () => {
  expect((await live()).statusCode).toBe(200);
  const verified = await town.lilong(['audit', 'verify']);
  expect(verified.said).not.toContain(first.id);
  expect(verified.code).toBe(0);
  const blocks = await town.asOwner('select key_id from audit.block order by no');
  expect(new Set(blocks.map(({ key_id }) => key_id))).toEqual(new Set([first.id, keys().id]));
});

test('the other suite takes its place in the same way, and the ring goes to other machines as one', async () => {
  const copy = join(ground.folder, 'town.key');
  const before = keys();
  const again = await ground.newSite('again');
  const early = join(ground.folder, 'early.key');
  expect((await town.lilong(['keys', 'backup', early], passphrase)).code).toBe(0);
  expect((await again.lilong(['keys', 'restore', early], passphrase)).code).toBe(0);

  expect((await town.lilong(['keys', 'rotate', '--suite', 'md5'])).said).toContain('sm|aes');
  await opened(async () => {
    expect((await town.lilong(['keys', 'rotate', '--suite', 'aes'])).code).toBe(0);
    const now = keys();
    expect([now.suite, ...now.earlier.map(({ id }) => id)]).toEqual(['aes', before.id, first.id]);
    await expectAllUnder(now);
  });
  expect((await town.lilong(['audit', 'verify'])).code).toBe(0);
  expect((await town.lilong(['keys', 'backup', copy], passphrase)).code).toBe(0);
  expect((await again.lilong(['keys', 'restore', copy], passphrase)).code).toBe(0); // it holds what is there
  expect(readKeys(keysFile(again.config)).id).toBe(keys().id);
  expect((await again.lilong(['keys', 'restore', early], passphrase)).code).toBe(1); // a key would be lost
  expect(existsSync(keysFile(again.config))).toBe(true);
});
