// SPDX-License-Identifier: Apache-2.0
// What an operator brings in by `lilong places import`: the files of a survey, with the faults that such files have.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { between } from '../src/places/index.ts';
import { breakGround, type Ground, type Site } from './deployment.ts';

const STREET = 310101002000000; // 南京东路街道
const YUNNAN = 310101002001000; // 云南中路居委会
const patience = 240_000; // the embedded database is opened for the first commands, each anew
vi.setConfig({ testTimeout: patience, hookTimeout: patience });

const tree = fileURLToPath(new URL('../../data/shanghai-places.csv', import.meta.url));
const town = (name: string): string => fileURLToPath(new URL(`data/town/${name}`, import.meta.url));
const cgcs = ['--datum', 'cgcs2000'];
const gcj = ['--datum', 'gcj02'];

let ground: Ground;
let site: Site;
beforeAll(async () => {
  ground = await breakGround();
  site = await ground.newSite('town');
  await site.lilong(['migrate']);
  await site.lilong(['keys', 'make']);
});
let letGo: (() => Promise<void>) | undefined;
afterAll(async () => {
  await letGo?.();
  await ground.clear();
});
let files = 0;
beforeEach(() => {
  files += 1;
});

const bring = (...args: string[]) => site.lilong(['places', 'import', ...args]);
/** A file of the operator's. */
function written(name: string, text: string | Buffer): string {
  const file = join(ground.folder, `${files}-${name}`);
  writeFileSync(file, text);
  return file;
}
interface Feature {
  readonly properties: Record<string, unknown>;
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
}
const features = (name: string): Feature[] =>
  (JSON.parse(readFileSync(town(name), 'utf8')) as { features: Feature[] }).features;
const collection = (name: string, list: readonly unknown[]): string =>
  written(name, JSON.stringify({ type: 'FeatureCollection', features: list }));
const area = (properties: Record<string, unknown>, ring: readonly (readonly number[])[]) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: [ring] },
});
const box = (west: number, south: number, east: number, north: number) => [
  ...[
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ],
  [west, south],
];
const shift = (feature: Feature | undefined, by: readonly [number, number]): unknown => ({
  ...feature,
  geometry: {
    type: 'Polygon',
    coordinates: ((feature?.geometry.coordinates ?? []) as [number, number][][]).map((ring) =>
      ring.map(([lon, lat]) => [lon + by[0], lat + by[1]]),
    ),
  },
});
const count = async (table: string, where = 'true'): Promise<number> =>
  Number((await site.asOwner(`select count(*)::int as n from ${table} where ${where}`))[0]?.n);

test('what is not understood is said, and nothing is opened', async () => {
  for (const args of [[], ['places'], ['places', 'import', 'rivers', tree]])
    expect((await site.lilong(args.length > 0 ? args : ['places'])).code).toBe(2);
  expect((await bring('tree', tree, '--datum', 'wgs84')).code).toBe(2);
  expect(await bring('tree', 'no-such.csv')).toMatchObject({ code: 1 });
  const without = await bring('outlines', town('outlines.geojson'));
  expect([without.code, without.said]).toEqual([1, expect.stringContaining('--datum')]);
  expect(without.said).toContain('Amap'); // and in English
  const day = await bring(
    'outlines',
    town('outlines.geojson'),
    ...cgcs,
    '--valid-from',
    '2026-02-30',
  );
  expect(day).toMatchObject({ code: 1, said: expect.stringContaining('2026-02-30') });
});

test('a town takes its branch of the list, dry first, and the same list again changes nothing', async () => {
  const args = ['tree', tree, '--under', '310101002000', '--valid-from', '2023-01-01'];
  expect((await bring(...args, '--dry')).said).toContain('会新增 22');
  expect(await count('places.place')).toBe(0);
  expect(await bring(...args)).toMatchObject({ code: 0, said: expect.stringContaining('新增 22') });
  const [yunnan] = await site.asOwner(
    `select p.*, c.code from places.place p join places.official_code c on c.place = p.no where p.no = ${YUNNAN}`,
  );
  expect(yunnan).toMatchObject({
    name: '云南中路居委会',
    pinyin: 'yun nan zhong lu ju wei hui',
    code: '310101002001',
    level: 'committee',
    parent: STREET,
  });
  expect((await bring(...args)).said).toContain('新增 0，改动 0，本来就一样 22');
  const [noted] = await site.asOwner(
    "select count(*)::int as n from kernel.audit where act = 'places.imported'",
  );
  expect(noted).toEqual({ n: 2 }); // a trial leaves no trace
});

test('names are corrected, the last day closes, what vanished is named, and faults are told by line', async () => {
  letGo = await site.hold(); // how a command opens it was tried above
  const list = written(
    'tree.csv',
    [
      '代码,名称,级别,上级,失效日期',
      '310101002000,南京东路街道,街镇,310101000000,',
      '310101002001,云南中路居委会,居委会,310101002000,',
      '310101002002,龙泉园居委会,居委会,310101002000,', // 4: renamed
      '310101002003,贵州路居委会,居委会,310101002000,2026-01-31', // 5: closed
      '31010100200,短代码,居委会,310101002000,', // 6
      '310101002888,层级不对,区,310101002000,', // 7
      '310101999001,没有上级,居委会,310101999000,', // 8
      '310101002001,云南中路居委会,居委会,310101002000,', // 9: twice
      '310101002899,,居委会,310101002000,', // 10
    ].join('\n'),
  );
  const { code, said } = await bring('tree', list);
  expect(code).toBe(1);
  for (const line of [6, 7, 8, 9, 10]) expect(said).toContain(`第 ${line} 行`);
  expect(said).toContain('Line 8 (parent)');
  expect(said).toContain('改名：「龙泉园路居委会」改为「龙泉园居委会」');
  expect(said).toContain('库里还在用的有 16 个');
  expect(await count('places.place')).toBe(22);
  expect(await count('places.place', "valid_to = '2026-01-31'")).toBe(1);
  await site.asOwner('update places.place set valid_to = null');
});

test('outlines of a survey replace drawn ones, and the seams between neighbours are measured', async () => {
  const args = [
    'outlines',
    town('outlines.geojson'),
    ...cgcs,
    '--valid-from',
    '2026-01-01',
    '--source',
    '示例测绘',
  ];
  await site.asOwner(`insert into places.outline (place, geom, centre, generated, source, valid_from)
    select ${YUNNAN}, st_multi(st_makeenvelope(121, 31, 121.1, 31.1, 4326)), st_point(121, 31, 4326), true, '示意', '2023-01-01'`);
  const { code, said } = await bring(...args);
  expect([code, said]).toEqual([0, expect.stringContaining('新增 19，改动 1')]);
  expect(said).not.toContain('重叠');
  expect(said).not.toContain('空白');
  expect(
    await count(
      'places.outline',
      "not generated and source = '示例测绘' and valid_from = '2026-01-01'",
    ),
  ).toBe(20);
  expect(await count('places.outline_before')).toBe(0); // what was drawn is not kept
  expect((await bring(...args)).said).toContain('本来就一样 20');
});

test('an outline that replaces another keeps the days on which that one held; overlap, gap and reach are named', async () => {
  const moved = features('outlines.geojson').filter(({ properties }) =>
    ['310101002001', '310101002002', '310101002019'].includes(String(properties.code)),
  );
  const file = collection('moved.geojson', [
    shift(moved[0], [0.0005, 0]), // 云南中路 into 龙泉园, leaving a strip at the border of the street
    shift(moved[2], [0, 0.0003]), // out of the street, or into the next row
  ]);
  const { code, said } = await bring('outlines', file, ...cgcs, '--valid-from', '2026-02-01');
  expect(code).toBe(0);
  expect(said).toMatch(
    /重叠 [\d,]+ 平方米：云南中路居委会、龙泉园居委会|重叠 [\d,]+ 平方米：.*云南中路居委会/,
  );
  expect(said).toMatch(/空白 [\d,]+ 平方米：南京东路街道里没有人管的一块，旁边是 .*云南中路居委会/);
  expect(said).toMatch(/Overlap of [\d,]+ m²/);
  const areas = [...said.matchAll(/^重叠 ([\d,]+) /gm)].map(([, text = '']) =>
    Number(text.replaceAll(',', '')),
  );
  expect(areas).toEqual(areas.toSorted((a, b) => b - a));
  expect(areas[0]).toBeGreaterThan(10_000); // 47 m along 350 m
  const before = await site.asOwner(
    'select place, valid_from, valid_to from places.outline_before order by place',
  );
  expect(before).toMatchObject([
    { place: YUNNAN, valid_from: '2026-01-01', valid_to: '2026-01-31' },
    {},
  ]);
  const again = ['outlines', town('outlines.geojson'), ...cgcs, '--valid-from'];
  const older = await bring(...again, '2026-01-15');
  expect([older.code, older.said]).toEqual([1, expect.stringContaining('--valid-from')]);
  const back = await bring(...again, '2026-02-01');
  expect([back.code, back.said]).toEqual([0, expect.stringContaining('改动 2')]);
});

test('broken features are named one by one, mended only when said, and the good ones go in', async () => {
  const bowtie = [
    [121.47, 31.23],
    [121.472, 31.232],
    [121.472, 31.23],
    [121.47, 31.232],
    [121.47, 31.23],
  ];
  const file = collection('broken.geojson', [
    area({ code: '310101002001' }, bowtie), // 1
    area({ code: '999999999999' }, box(121.47, 31.23, 121.471, 31.231)), // 2: nobody has this code
    area({ code: '310101002002' }, box(121.47, 31.23, 121.471, 31.231).slice(0, 4)), // 3: open
    area({ code: '310101002003' }, box(355_000, 3_455_000, 356_000, 3_456_000)), // 4: metres
    {
      type: 'Feature',
      properties: { code: '310101002006' },
      geometry: { type: 'Point', coordinates: [121.47, 31.23] },
    }, // 5
    { type: 'Feature', properties: { code: '310101002007' }, geometry: null }, // 6
    area({}, box(121.47, 31.23, 121.471, 31.231)), // 7: of what?
    area({ name: '新桥居委会' }, box(121.4701, 31.2301, 121.4711, 31.2311)), // 8: good, by name
    area({ name: '新桥居委会' }, box(121.47, 31.23, 121.471, 31.231)), // 9: twice
  ]);
  const tried = await bring('outlines', file, ...cgcs, '--dry');
  for (const n of [1, 2, 3, 4, 5, 6, 7, 9]) expect(tried.said).toContain(`第 ${n} 个要素`);
  expect(tried.said).not.toContain('第 8 个要素');
  expect(tried.said).toContain('Self-intersection');
  expect(tried.said).toContain('会改动 1，本来就一样 0，收不了 8');
  expect(tried.code).toBe(1);
  const mended = await bring('outlines', file, ...cgcs, '--dry', '--repair');
  expect(mended.said).toContain('已自动修补');
  expect(mended.said).toContain('会改动 2');
  for (const text of [
    '{"type":"FeatureCollection","features":[{"type":"Feature"',
    '{"a":1}',
    'code,name',
  ])
    expect((await bring('outlines', written('cut.geojson', text), ...cgcs)).code).toBe(1);
});

test('grids have days of their own, and the ones of the file before end the day before', async () => {
  const args = [
    'grids',
    town('grids.geojson'),
    ...cgcs,
    '--valid-from',
    '2026-01-01',
    '--source',
    '2026 年版',
  ];
  expect((await bring(...args)).said).toContain('新增 4');
  expect((await bring(...args)).said).toContain('本来就一样 4');
  const [first, ...rest] = features('grids.geojson');
  const file = collection('grids.geojson', [
    { ...first, properties: { ...first?.properties, name: '步行街网格' } },
  ]);
  const { said } = await bring(
    'grids',
    file,
    ...cgcs,
    '--valid-from',
    '2099-01-01',
    '--source',
    '下一版',
  );
  expect(said).toContain('新增 0，改动 1');
  const grids = await site.asOwner(
    "select name, valid_from, valid_to from places.grid where code = 'NJDL-01' order by valid_from",
  );
  expect(grids).toMatchObject([
    { valid_to: '2098-12-31' },
    { name: '步行街网格', valid_from: '2099-01-01', valid_to: null },
  ]);
  const odd = collection('odd.geojson', [
    { ...rest[0], properties: { ...rest[0]?.properties, kind: '河网' } },
    { ...rest[1], properties: { ...rest[1]?.properties, place: '云南中路居委会' } },
    { ...rest[2], properties: { ...rest[2]?.properties, code: '' } },
  ]);
  const refused = await bring('grids', odd, ...cgcs);
  expect([refused.code, refused.said.match(/第 \d 个要素/g)]).toEqual([
    1,
    ['第 1 个要素', '第 2 个要素', '第 3 个要素'],
  ]);
});

test('parts of a road become one, in its district', async () => {
  const args = ['roads', town('roads.geojson'), ...cgcs];
  expect((await bring(...args)).said).toContain('读了 8 条，新增 4');
  expect((await bring(...args)).said).toContain('本来就一样 4');
  const [road] = await site.asOwner(
    "select place, pinyin, st_numgeometries(geom) as parts, generated from places.road where name = '南京东路'",
  );
  expect(road).toEqual({
    place: 310101000000000,
    pinyin: 'nan jing dong lu',
    parts: 1,
    generated: false,
  });
});

test('doors in GCJ-02 land where they are; a wrong datum is noticed', async () => {
  const args = ['addresses', town('addresses.csv')];
  const wrong = await bring(...args, '--datum', 'wgs84', '--dry');
  expect(wrong.said).toContain('照 GCJ-02 算有 100%');
  const right = await bring(...args, ...gcj);
  expect([right.code, right.said]).toEqual([0, expect.stringContaining('新增 76')]);
  expect(right.said).not.toContain('GCJ-02');
  const astray = await site.asOwner(
    `select line from places.address a join places.outline o on o.place = a.place where not st_contains(o.geom, a.point)`,
  );
  expect(astray).toEqual([]);
  expect(
    await site.asOwner(
      `select road, lane, number, line, generated from places.address where place = ${YUNNAN} order by line limit 1`,
    ),
  ).toEqual([
    { road: '南京东路', lane: '100弄', number: '1号', line: '南京东路100弄1号', generated: false },
  ]);
  expect((await bring(...args, ...gcj)).said).toContain('本来就一样 76');
});

test('a door twice, outside the city, of nobody, or without a number is named by its line; a letter’s address is read', async () => {
  const at = (lon: number, lat: number) =>
    between([lon, lat], 'wgs84', 'bd09')
      .map((x) => x.toFixed(6))
      .join();
  const csv = [
    'place,address,status,lon,lat',
    `云南中路居委会,福州路 ５００ 弄 6 号,,${at(121.4676, 31.2296)}`, // 2: good
    `云南中路居委会,福州路500弄6号,,${at(121.4677, 31.2296)}`, // 3: twice
    `云南中路居委会,福州路500弄7号,,${at(120.2, 30.3)}`, // 4: in another city
    `没有的居委会,福州路500弄8号,,${at(121.4676, 31.2296)}`, // 5
    `云南中路居委会,福州路口,,${at(121.4676, 31.2296)}`, // 6
    `云南中路居委会,福州路500弄9号,,,`, // 7: no point
    `,福州路500弄10号,在用,${at(121.4676, 31.2296)}`, // 8: good, its committee by its point
    `云南中路居委会,福州路500弄11号,拆,${at(121.4676, 31.2296)}`, // 9
    `南京东路街道,福州路500弄12号,,${at(121.4676, 31.2296)}`, // 10: a street
  ].join('\r\n');
  const { code, said } = await bring('addresses', written('doors.csv', csv), '--datum', 'bd09');
  expect(code).toBe(1);
  for (const line of [3, 4, 5, 6, 7, 9, 10]) expect(said).toContain(`第 ${line} 行`);
  expect(said).toContain('新增 2，改动 0，本来就一样 0，没有收 7');
  const made = await site.asOwner(
    "select line, place, lane from places.address where road = '福州路' and lane = '500弄' order by line",
  );
  expect(made).toEqual([
    { line: '福州路500弄10号', place: YUNNAN, lane: '500弄' },
    { line: '福州路500弄6号', place: YUNNAN, lane: '500弄' },
  ]);
});

test('a table from Chinese Excel is read, and so is WKT', async () => {
  const bytes = Buffer.from('e9d9d7d3c2b7', 'hex'); // 橘子路 in GB 18030
  const line = `name,place,wkt\n${'\u0000'},310101000000,"LINESTRING (121.47 31.23, 121.48 31.23)"\n`;
  const [front = '', back = ''] = line.split('\u0000');
  const file = written('roads.csv', Buffer.concat([Buffer.from(front), bytes, Buffer.from(back)]));
  expect((await bring('roads', file, ...cgcs)).said).toContain('新增 1');
  expect(await count('places.road', "name = '橘子路'")).toBe(1);
});

test('a street’s twenty thousand doors go in, batch by batch', async () => {
  const lines = Array.from({ length: 20_000 }, (_, n) => {
    const [lon, lat] = [121.466 + (n % 400) * 0.000_05, 31.229 + Math.floor(n / 400) * 0.000_04];
    return `汉口路,${1000 + Math.floor(n / 50)},${(n % 50) + 1},${lon.toFixed(6)},${lat.toFixed(6)}`;
  });
  const file = written('many.csv', ['路名,弄,号,经度,纬度', ...lines].join('\n'));
  const { code, said } = await bring('addresses', file, ...cgcs);
  expect([code, said]).toEqual([0, expect.stringContaining('新增 20,000')]);
  expect(await count('places.incoming')).toBe(0);
});
