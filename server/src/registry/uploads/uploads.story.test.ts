// SPDX-License-Identifier: Apache-2.0
// An operator brings in what the police station gave, at the desk: sent in parts, tried, taken in, cut off and gone on with.
import { idCheckOf } from '@lilong/contracts/id-number';
import { placeRange } from '@lilong/contracts/place-no';
import { findInRegistry } from '@lilong/contracts/registry-find';
import { listDeletions } from '@lilong/contracts/registry-keeping';
import {
  beginUpload,
  dropUpload,
  type FileKind,
  listUploads,
  putUploadPart,
  refusedFile,
  refusedLines,
  runUpload,
  showUpload,
  stopUpload,
  uploadColumns,
  uploadSize,
} from '@lilong/contracts/registry-uploads';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../../test/city.ts';
import { refusal } from '../../../test/refusal.ts';
import { workbook } from '../../../test/workbook.ts';
import { lookOver } from '../reach.ts';
import { makeMover } from './move.ts';
import { lookAtUpload } from './queries.ts';
import { forgetUploads } from './serve.ts';

const street = 310101002000000; // 南京东路街道
const lane = 310101002001000; // 云南中路居委会
const LINES = 3_300; // three transactions and a piece
const EVERY = 100; // so often a line is bad

let city: City;
let xu: Person; // 系统管理员
let he: Person; // another of the same street
let wu: Person; // 居委会干部
let door: string;
beforeAll(async () => {
  city = await aCity();
  xu = await city.person('许工', { as: 'system_admin', at: street });
  he = await city.person('何工', { as: 'system_admin', at: street });
  wu = await city.person('吴干部', { as: 'committee_worker', at: lane });
  const [row] = await city.asOwner(
    `select line from places.address a where place = ${lane} and status = 'in_use'
       and (select count(*) from places.address b where b.line = a.line) = 1 order by no limit 1`,
  );
  door = String(row?.line);
});
afterAll(() => city.close());

const refusalOf = async (calling: Promise<unknown>) => (await refusal(calling)).code;
const bytesOf = (text: string): Buffer => Buffer.from(text, 'utf8');
async function send(
  who: Person,
  name: string,
  file: Buffer,
  more: { kind?: FileKind; source?: string; under?: number } = {},
): Promise<number> {
  const { kind = 'people', source = '示例派出所', under = street } = more;
  const { upload } = await who.call(beginUpload, {
    ...{ kind, source, under, name, bytes: file.length },
  });
  for (let part = 0; part * uploadSize.part < file.length; part++) {
    const bytes = file.subarray(part * uploadSize.part, (part + 1) * uploadSize.part);
    await who.call(putUploadPart, { upload, part, data: bytes.toString('base64') });
  }
  return upload;
}
/** Asks and waits, as a page does, until nothing moves. */
async function ran(who: Person, upload: number, wanted: { dry: boolean; again?: boolean }) {
  await who.call(runUpload, { upload, ...wanted });
  return settled(who, upload);
}
async function settled(who: Person, upload: number) {
  for (;;) {
    const card = await who.call(showUpload, { upload });
    if (card.state !== 'trying' && card.state !== 'moving') return card;
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** Line `n` of a long list; ID numbers of a range that was never issued. */
function personAt(n: number): { id: string; cells: string[] } {
  const first17 = `${313_000 + Math.floor(n / 1000)}1980${String(1 + (n % 12)).padStart(2, '0')}${String(1 + (n % 28)).padStart(2, '0')}${String(n % 1000).padStart(3, '0')}`;
  const check = idCheckOf(first17);
  const wrong = check === '0' ? '1' : '0';
  const id = first17 + (n % EVERY === 0 ? wrong : check);
  const phone = `164${String(n).padStart(8, '0')}`;
  return { id, cells: ['某人', id, phone, `${door}${1 + (n % 30)}室`, '听力不好'] };
}
const titles = ['姓名', '证件号码', '联系电话', '现住地址', '备注'];
const list = (lines: number) =>
  workbook([titles, ...Array.from({ length: lines }, (_, n) => personAt(n).cells)]);
/** Asked of the database, over the street and about one file. */
const counted = (what: ReturnType<typeof sql>, upload = 0): Promise<number> =>
  city.db.kysely.transaction().execute(async (tx) => {
    await lookOver({ db: tx, now: city.clock() }, [placeRange(street)]);
    await lookAtUpload(tx, upload);
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${what}`.execute(tx);
    return rows[0]?.n ?? -1;
  });
const peopleOf = () => counted(sql`registry.person where source = '示例派出所'`);
const partsOf = (upload: number) => counted(sql`registry.upload_part`, upload);
const badOf = (lines: number) => Math.ceil(lines / EVERY);

let long: number;
test('a workbook is sent in parts; its columns are understood, and numbers stand masked', async () => {
  const file = list(LINES);
  long = await send(xu, '实有人口.xlsx', file);
  const { columns, fields } = await xu.call(uploadColumns, { upload: long });
  expect(columns.map(({ title, field }) => [title, field])).toEqual([
    ['姓名', 'name'],
    ['证件号码', 'number'],
    ['联系电话', 'phone'],
    ['现住地址', 'address'],
    ['备注', null],
  ]);
  expect(columns[1]?.samples[0]).toBe(`313****${personAt(0).id.slice(-4)}`);
  expect(fields).toContainEqual({ field: 'name', needed: true });
  expect(await partsOf(long)).toBe(Math.ceil(file.length / uploadSize.part));
  const open = counted(
    sql`registry.upload_part where position('\\x504b0304'::bytea in sealed) > 0`,
    long,
  );
  expect(await open).toBe(0); // a ZIP begins so
});

test('a part again changes nothing, and one that does not fit is refused', async () => {
  const file = bytesOf('姓名,现住地址\n某人,没有这条路1号\n');
  const begun = { kind: 'people', under: street, source: '某所', name: 'a.csv' } as const;
  const { upload } = await xu.call(beginUpload, { ...begun, bytes: file.length + 1 });
  const short = { upload, part: 0, data: file.toString('base64') };
  expect(await refusalOf(xu.call(putUploadPart, short))).toBe('registry.upload-part');
  const whole = { ...short, data: Buffer.concat([file, bytesOf('\n')]).toString('base64') };
  const put = { next: 1, state: 'ready' };
  expect(await xu.call(putUploadPart, whole)).toEqual(put);
  expect(await xu.call(putUploadPart, whole)).toEqual(put);
  const before = await xu.call(listUploads, {});
  await xu.call(dropUpload, { upload });
  expect((await xu.call(listUploads, {})).uploads).toHaveLength(before.uploads.length - 1);
});

test('a trial tells every bad line, and changes nothing', async () => {
  const card = await ran(xu, long, { dry: true });
  expect(card).toMatchObject({ state: 'tried', share: 1, unknown: ['备注'], secondsLeft: null });
  expect(card.counts).toMatchObject({
    read: LINES,
    added: LINES - badOf(LINES),
    faulty: badOf(LINES),
  });
  expect(await peopleOf()).toBe(0);
  const { faults, more } = await xu.call(refusedLines, { upload: long });
  expect(faults[0]).toMatchObject({
    line: 2,
    field: '证件号码',
    detail: expect.stringContaining('*'),
  });
  expect([faults.length, more]).toEqual([10, true]); // those of the first thousand lines
  const rest = await xu.call(refusedLines, { upload: long, after: faults[0]?.line ?? 0 });
  expect(rest.faults[0]?.line).toBe(1_002);
});

test('stopped in the middle it goes on where it stood: every good line is in exactly once', async () => {
  await xu.call(runUpload, { upload: long, dry: false });
  while ((await peopleOf()) === 0) await new Promise((done) => setTimeout(done, 5));
  await xu.call(stopUpload, { upload: long });
  const stopped = await settled(xu, long);
  expect(stopped.state).toBe('stopped');
  const before = await peopleOf();
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(LINES - badOf(LINES));
  const card = await ran(xu, long, { dry: false });
  expect(card).toMatchObject({ state: 'done', counts: { read: LINES, faulty: badOf(LINES) } });
  expect(await peopleOf()).toBe(LINES - badOf(LINES));
  expect(await partsOf(long)).toBe(0);
});

test('the refused lines are a file to mend and bring in again', async () => {
  const texts: string[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const piece: { text: string; next: number | null } = await xu.call(refusedFile, {
      upload: long,
      after,
    });
    texts.push(piece.text);
    after = piece.next;
  }
  const whole = texts.join('');
  expect(whole.split('\r\n')).toHaveLength(badOf(LINES) + 2);
  expect(whole).toContain(personAt(0).id);
  const mended = whole.replaceAll(/"=""(\d{17})[\dX]"""/g, (_, n: string) => n + idCheckOf(n));
  const upload = await send(xu, '改好.csv', bytesOf(mended));
  const card = await ran(xu, upload, { dry: false });
  expect(card.counts).toMatchObject({ read: badOf(LINES), added: badOf(LINES), faulty: 0 });
});

test('the same file is known again, and once more changes nothing', async () => {
  const upload = await send(xu, '又一份.xlsx', list(LINES));
  const known = await ran(xu, upload, { dry: false });
  expect(known).toMatchObject({ state: 'done', knownSince: city.now.toISOString() });
  const through = await ran(xu, upload, { dry: false, again: true });
  expect(through.counts).toMatchObject({ added: 0, changed: 0, same: LINES - badOf(LINES) });
});

test('what a source calls its columns is said once', async () => {
  const id = personAt(7).id;
  const file = (phone: string) => bytesOf(`XM,SFZ,DZ,SJ\n某人,${id},${door}8室,${phone}\n`);
  const first = await send(xu, 'a.csv', file('13800002222'), { source: '街道' });
  const failed = await ran(xu, first, { dry: true });
  expect(failed).toMatchObject({ state: 'failed', fault: expect.stringContaining('XM') });
  const { columns } = await xu.call(uploadColumns, { upload: first });
  expect(columns.map(({ field }) => field)).toEqual([null, null, null, null]);
  const map = [
    { title: 'XM', field: 'name' },
    { title: 'SFZ', field: 'number' },
    { title: 'DZ', field: 'address' },
    { title: 'SJ', field: '' },
  ];
  await xu.call(runUpload, { upload: first, dry: false, map });
  expect((await settled(xu, first)).counts).toMatchObject({ read: 1, faulty: 0 });
  const second = await send(xu, 'b.csv', file('13800003333'), { source: '街道' });
  const again = await xu.call(uploadColumns, { upload: second });
  expect(again.columns.map(({ field }) => field)).toEqual(['name', 'number', 'address', '']);
});

test('a process that is gone lets its file go after a minute; another goes on', async () => {
  const upload = await send(xu, 'c.xlsx', list(400), { source: '另一所' });
  // As a process leaves it that was killed: at work, held, and nothing said since.
  await city.asOwner(`
    select set_config('lilong.upload', '${upload}', true);
    update registry.upload set state = 'moving', held_until = '2026-03-02T01:00:30Z', stage_at = '2026-03-02T01:00:00Z'
      where no = ${upload}`);
  const mover = makeMover(city.host);
  await mover.resume();
  await mover.settle();
  expect((await xu.call(showUpload, { upload })).state).toBe('moving');
  city.clock.advance(61_000);
  await mover.resume();
  await mover.settle();
  expect(await xu.call(showUpload, { upload })).toMatchObject({
    state: 'done',
    counts: { read: 400 },
  });
});

test('what is in a file is for whoever brought it; other operators of the place see that it came', async () => {
  const upload = await send(xu, 'd.csv', bytesOf('姓名,现住地址\n某人,没有这条路1号\n'));
  expect((await he.call(listUploads, {})).uploads.map((one) => one.upload)).toContain(upload);
  expect(await he.call(showUpload, { upload })).toMatchObject({ can: { open: false, drop: true } });
  for (const route of [uploadColumns, refusedLines, refusedFile] as const)
    expect(await refusalOf(he.call(route, { upload }))).toBe('auth.denied');
  expect(await refusalOf(he.call(runUpload, { upload, dry: true }))).toBe('auth.denied');
  const far = await city.person('远工', { as: 'system_admin', at: '静安区' });
  expect((await far.call(listUploads, {})).uploads).toEqual([]);
  expect(await refusalOf(far.call(showUpload, { upload }))).toBe('auth.denied');
  const elsewhere = {
    kind: 'homes',
    under: street,
    source: '某所',
    name: 'x.csv',
    bytes: 9,
  } as const;
  expect(await refusalOf(far.call(beginUpload, elsewhere))).toBe('auth.denied');
  // The same asked of the database: a transaction that states another file sees nothing of this one.
  const tables = ['upload', 'upload_part', 'upload_refused'].map((name) =>
    sql.table(`registry.${name}`),
  );
  for (const table of tables) expect(await counted(sql`${table}`, upload + 1)).toBe(0);
});

test('whoever asks while a long file of bad lines is tried is answered in between', async () => {
  const file = bytesOf(`姓名,现住地址\n${'某人,没有这条路1号\n'.repeat(12_000)}`);
  const upload = await send(xu, 'e.csv', file);
  await xu.call(runUpload, { upload, dry: true });
  const read = new Set<number>();
  for (;;) {
    const { state, counts } = await xu.call(showUpload, { upload });
    read.add(counts.read);
    if (state !== 'trying') break;
    await new Promise((done) => setTimeout(done, 1));
  }
  expect(read.size).toBeGreaterThan(3);
  expect([...read].at(-1)).toBe(12_000);
});

test('a committee worker finds who came in; the audit tells who brought them', async () => {
  const id = personAt(1).id;
  expect((await wu.call(findInRegistry, { q: id })).people).toHaveLength(1);
  const rows = await city.asOwner(
    `select distinct act from kernel.audit where act like 'registry.upload%' or act like 'registry.import%' order by act`,
  );
  expect(rows.map(({ act }) => act)).toEqual([
    'registry.import',
    'registry.imported',
    'registry.upload',
    'registry.upload-dropped',
    'registry.upload-refused',
    'registry.upload-run',
    'registry.upload-tried',
  ]);
});

test('after its period an import is forgotten, and the register says so', async () => {
  city.clock.advance(31 * 86_400_000);
  const safety = await city.person('安工', { as: 'safety_admin', at: street });
  const xuAgain = await city.person('许工', { as: 'system_admin', at: street });
  await forgetUploads(city.host);
  expect((await xuAgain.call(listUploads, {})).uploads).toEqual([]);
  const { deletions } = await safety.call(listDeletions, {});
  expect(deletions).toContainEqual(
    expect.objectContaining({ kind: 'upload', source: '示例派出所', keptDays: 30 }),
  );
});
