// SPDX-License-Identifier: Apache-2.0
// `lilong registry import` as an operator types it, killed in the middle, and typed again.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { idCheckOf } from '@lilong/contracts/id-number';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { nodeEnvironment, nodeFlags, nodeOrExit } from '../../scripts/node24.mjs';
import { breakGround, type Ground, type Site } from './deployment.ts';
import { workbook } from './workbook.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 }); // ms; a busy machine
const COMMITTEE = 310101002001000;
const LINES = 3_500; // three chunks and a half
const EVERY = 97; // so often a line is bad
const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));

let ground: Ground;
let site: Site;
let file: string;
let letGo: (() => Promise<void>) | undefined;
beforeAll(async () => {
  ground = await breakGround();
  site = await ground.newSite('town');
  for (const args of [['migrate'], ['keys', 'make']]) await site.lilong(args);
  await site.asOwner(`
    insert into places.place (no, level, name, pinyin, parent, valid_from) values
      (310000000000000, 'city', '上海市', 'x', null, '2023-01-01'),
      (310101000000000, 'district', '黄浦区', 'x', 310000000000000, '2023-01-01'),
      (310101002000000, 'street', '南京东路街道', 'x', 310101000000000, '2023-01-01'),
      (${COMMITTEE}, 'committee', '云南中路居委会', 'x', 310101002000000, '2023-01-01');
    insert into places.address (place, road, lane, number, line, point, generated)
      select ${COMMITTEE}, '试验路', n || '弄', '1号', '试验路' || n || '弄1号', st_point(121.47, 31.23, 4326), false
      from generate_series(0, 99) n`);
  file = join(ground.folder, '人口.xlsx');
  const titles = ['姓名', '证件号码', '联系电话', '现住地址'];
  writeFileSync(file, workbook([titles, ...Array.from({ length: LINES }, (_, n) => lineOf(n))]));
});
afterAll(async () => {
  await letGo?.();
  await ground.clear();
});

const isBad = (n: number): boolean => n % EVERY === 0;
function lineOf(n: number): string[] {
  const first17 = `3130001980${String(1 + (n % 12)).padStart(2, '0')}${String(1 + (n % 28)).padStart(2, '0')}${String(n % 1000).padStart(3, '0')}`;
  const area = `${313_000 + Math.floor(n / 1000)}`;
  const number = area + first17.slice(6);
  const check = idCheckOf(number);
  const wrong = check === '0' ? '1' : '0';
  return [
    '某人',
    number + (isBad(n) ? wrong : check),
    `164${String(n).padStart(8, '0')}`,
    `试验路${n % 100}弄1号${n % 30}`,
  ];
}
const bad = Array.from({ length: LINES }, (_, n) => n).filter(isBad);
const args = () => [
  'registry',
  'import',
  'people',
  file,
  '--source',
  '示例',
  '--under',
  '310101002000',
];
const report = () => `${file}.refused.csv`;

/** Numbers of the lines in the report. */
const reported = (): number[] =>
  readFileSync(report(), 'utf8')
    .split('\r\n')
    .slice(1, -1)
    .map((line) => Number(line.split(',')[4]));

/** Types the command, and pulls the plug as soon as refused lines of the second chunk are on the disk. */
async function cutOff(): Promise<void> {
  const env = { PATH: process.env.PATH, ...nodeEnvironment, ...site.settings };
  const child = spawn(nodeOrExit(), [...nodeFlags, cli, ...args()], { stdio: 'ignore', env });
  const gone = once(child, 'exit');
  const isFar = (): boolean =>
    existsSync(report()) && statSync(report()).size > 0 && reported().some((at) => at > 1_002);
  while (child.exitCode === null && !isFar()) await sleep(3);
  child.kill('SIGKILL');
  await gone;
  expect(child.signalCode).toBe('SIGKILL');
}

/** Read as a backup reads: by the owner of the tables, who says so. */
async function asBackup(text: string): Promise<Record<string, unknown> | undefined> {
  const rows = await site.asOwner(
    `begin; select set_config('lilong.whole', 'backup', true); ${text}; commit`,
  );
  return rows.at(-1);
}
const counts = () =>
  asBackup(`select (select count(*)::int from registry.person) as people,
    (select count(distinct digest)::int from registry.person_key where kind = 'id') as numbers,
    (select count(*)::int from registry.person_key) as keys,
    (select count(*)::int from registry.presence where to_on is null) as lives,
    (select count(distinct (home))::int from registry.presence) as homes,
    (select count(*)::int from registry.household) as households`);

test('killed in the middle and typed again, each good line is in once, and each bad one reported once', async () => {
  await cutOff();
  letGo = await site.hold();
  const [cut] = await site.asOwner(
    'select position, finished_at, read, faulty from registry.batch',
  );
  expect(Number(cut?.position)).toBeGreaterThan(1_000);
  expect(Number(cut?.position)).toBeLessThan(LINES);
  expect(cut?.finished_at).toBeNull();
  const { code, said } = await site.lilong(args());
  expect(code).toBe(1);
  expect(said).toMatch(/上次做到第 [\d,]+ 行/);
  const good = LINES - bad.length;
  expect(said).toContain(
    `读了 ${LINES.toLocaleString('en')} 行，新增 ${good.toLocaleString('en')}，`,
  );
  const homes = new Set(
    Array.from({ length: LINES }, (_, n) => n)
      .filter((n) => !isBad(n))
      .map((n) => lineOf(n)[3]),
  );
  const all = {
    people: good,
    numbers: good,
    keys: 2 * good,
    lives: good,
    homes: homes.size,
    households: homes.size,
  };
  expect(await counts()).toEqual(all);
  expect(reported()).toEqual(bad.map((n) => n + 2)); // titles are line 1
  const again = await site.lilong(args());
  expect([again.code, again.said]).toEqual([0, expect.stringContaining('已经全部导入过')]);
  expect(await counts()).toEqual(all);
});

test('what is not understood is said, and nothing is opened', async () => {
  for (const wrong of [['registry'], ['registry', 'import', 'cats', file], [...args(), 'more']])
    expect((await site.lilong(wrong)).code).toBe(2);
  for (const [missing, word] of [
    ['--source', '--source'],
    ['--under', '--under'],
  ] as const) {
    const at = args().indexOf(missing);
    const { code, said } = await site.lilong(args().toSpliced(at, 2));
    expect([code, said]).toEqual([1, expect.stringContaining(word)]);
  }
  const elsewhere = await site.lilong([...args().slice(0, -1), '没有的街道']);
  expect([elsewhere.code, elsewhere.said]).toEqual([1, expect.stringContaining('没有的街道')]);
});

test('somebody is protected by the number that is typed, never by an argument, and found again once the order is over', async () => {
  const number = lineOf(1)[1] ?? '';
  const protect = ['registry', 'protect', '--reason', '（示例）保护令'];
  const hidden = () =>
    asBackup(`select (select count(*)::int from registry.person where protected) as people,
      (select count(*)::int from registry.presence where protected) as presences`);
  expect((await site.lilong([...protect, number])).code).not.toBe(0);
  expect((await site.lilong(protect)).said).toContain('没有这个身份证号码');
  expect(await hidden()).toEqual({ people: 0, presences: 0 });
  expect((await site.lilong(protect.slice(0, 2), { NUMBER: number })).code).not.toBe(0); // without a reason
  const { code, said } = await site.lilong(protect, { NUMBER: number });
  expect([code, said.includes(number)]).toEqual([0, false]);
  expect(await hidden()).toEqual({ people: 1, presences: 1 });
  expect((await site.lilong([...protect, '--lift'], { NUMBER: number })).code).toBe(0);
  expect(await hidden()).toEqual({ people: 0, presences: 0 });
  const lines = await site.asOwner(
    "select act, to_jsonb(a)::text as line from kernel.audit a where act like 'registry.protect%' order by no",
  );
  expect(lines.map(({ act }) => act)).toEqual(['registry.protected', 'registry.protection-lifted']);
  expect(lines.some(({ line }) => String(line).includes(number))).toBe(false);
});
