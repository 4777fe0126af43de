// SPDX-License-Identifier: Apache-2.0
// How long an operator waits for a workbook of people, and what memory it takes; against reading the same file and
// copying the same rows into the same tables with the same indexes, unchecked and unsealed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { idCheckOf } from '@lilong/contracts/id-number';
import { keysFile, readConfig } from '@lilong/server/config';
import { settleKeys } from '@lilong/server/kernel/install';
import { openTable } from '@lilong/server/registry/import/table';
import { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { nodeEnvironment, nodeFlags } from '../../scripts/node24.mjs';
import { workbook } from '../../server/test/workbook.ts';
import type { Size } from './benches.ts';
import { type Found, figure } from './rounds.ts';
import type { City, Town } from './town.ts';

const STREET = 310101002000000; // 南京东路街道
const BAD_EVERY = 100;
const PER_HOME = 2.32;
const LOOK_MS = 50;
const tables = ['person', 'person_key', 'home', 'household', 'presence'];
const titles =
  '姓名,性别,证件类型,证件号码,出生日期,联系电话,民族,户籍地,现住地址,居住方式,与户主关系,入住日期'.split(
    ',',
  );

export async function registryImport(city: City, { imported }: Size): Promise<Found> {
  const town = await city.town();
  await settleKeys(town.owner, keysFile(readConfig(town.environment)));
  const file = join(town.folder, '人口.xlsx');
  writeFileSync(file, workbook([titles, ...(await linesFor(town, imported))]));
  const { seconds, memory } = await bringIn(town, file);
  const floor = await bareSeconds(town, file);
  await town.close();
  return {
    figures: [
      figure(`people in the file, one in ${BAD_EVERY} bad`, imported, 'lines'),
      figure('import, from the command to its end', seconds, 's'),
      figure('memory at most', memory, 'MB'),
      figure('bare: read the file, copy the same rows', floor, 's'),
    ],
    ratio: floor / seconds,
  };
}

/** People of one street, two or three behind each door, in the order of the doors. */
async function linesFor(town: Town, count: number): Promise<string[][]> {
  const { rows } = await town.owner.run(
    `select line from places.address a where status = 'in_use' and place between ${STREET} and ${STREET + 999_999}
       and not exists (select from places.address b where b.line = a.line and b.no <> a.no) order by no`,
  );
  const doors = rows.map(({ line }) => String(line));
  const homes = Math.ceil(count / PER_HOME);
  return Array.from({ length: count }, (_, n) => {
    const home = Math.floor(n / PER_HOME);
    const floor = Math.floor((home * doors.length) / homes);
    const room = 101 + (home % 1_000);
    return lineOf(n, `上海市黄浦区${doors[floor]}${room}室`);
  });
}

const surnames = '王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗';
const given = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国文辉';
const sign = (signs: string, n: number): string => signs[n % signs.length] ?? '';

function lineOf(n: number, address: string): string[] {
  const year = 1930 + (n % 90);
  const [month, day] = [1 + (n % 12), 1 + (n % 28)].map((one) => String(one).padStart(2, '0'));
  const order = String(Math.floor(n / 1_260) % 1_000).padStart(3, '0');
  const first17 = `${313_000 + (n % 7_000)}${year}${month}${day}${order}`;
  const check = idCheckOf(first17);
  const bad = check === '0' ? '1' : '0';
  const name = sign(surnames, n) + sign(given, Math.floor(n / 7)) + sign(given, Math.floor(n / 3));
  return [
    ...[name, Number(order) % 2 === 1 ? '男' : '女', '居民身份证'],
    ...[first17 + (n % BAD_EVERY === 0 ? bad : check), `${year}-${month}-${day}`],
    ...[`164${String(n).padStart(8, '0')}`, '汉族', n % 3 === 0 ? '安徽省合肥市' : '同住址'],
    ...[address, n % 3 === 0 ? '租客' : '产权人', n % 2 === 0 ? '户主' : '配偶', '2019-05-01'],
  ];
}

/** The command as an operator types it, in a process of its own. */
async function bringIn(town: Town, file: string): Promise<{ seconds: number; memory: number }> {
  const cli = fileURLToPath(new URL('../../server/src/cli.ts', import.meta.url));
  const args = [
    'registry',
    'import',
    'people',
    file,
    '--source',
    '压测',
    '--under',
    '310101002000',
  ];
  const env = { ...nodeEnvironment, ...process.env, ...town.environment };
  const from = performance.now();
  const child = spawn(process.execPath, [...nodeFlags, cli, ...args], { stdio: 'pipe', env });
  let [said, memory] = ['', 0];
  child.stdout.on('data', (text: Buffer) => {
    said += text;
  });
  const look = setInterval(() => {
    memory = Math.max(memory, peakOf(child.pid));
  }, LOOK_MS);
  const [code] = await once(child, 'exit');
  clearInterval(look);
  if (code !== 1 || !said.includes('新增')) throw new Error(`the import did not end well: ${said}`);
  return { seconds: (performance.now() - from) / 1000, memory };
}

/** The most memory that a process has had, MB; nought once it is gone. */
function peakOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

async function bareSeconds(town: Town, file: string): Promise<number> {
  const client = new Client({ connectionString: town.environment.DATABASE_ADMIN_URL ?? '' });
  await client.connect();
  try {
    const rows = await copyOut(client);
    await client.query('create schema floor');
    for (const table of tables)
      await client.query(`create table floor.${table} (like registry.${table} including all)`);
    const from = performance.now();
    const { rows: lines } = await openTable(file);
    let read = 0;
    for await (const { cells } of lines) read += cells.length;
    if (read === 0) throw new Error('nothing was read');
    await client.query('begin');
    for (const [table, text] of rows) {
      const list = await columnsOf(client, table);
      await pipeline(
        Readable.from(text),
        client.query(copyFrom(`copy floor.${table} (${list}) from stdin`)),
      );
    }
    await client.query('commit');
    return (performance.now() - from) / 1000;
  } finally {
    await client.end();
  }
}

/** What the import wrote, as COPY writes it; read as a backup reads. */
async function copyOut(client: Client): Promise<[string, Buffer[]][]> {
  await client.query("select set_config('lilong.whole', 'backup', false)");
  const texts: [string, Buffer[]][] = [];
  for (const table of tables) {
    const list = await columnsOf(client, table);
    const stream = client.query(copyTo(`copy (select ${list} from registry.${table}) to stdout`));
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(piece as Buffer); // COPY gives bytes
    texts.push([table, pieces]);
  }
  return texts;
}

async function columnsOf(client: Client, table: string): Promise<string> {
  const { rows } = await client.query<{ list: string }>(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as list from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [`registry.${table}`],
  );
  return rows[0]?.list ?? '*';
}
