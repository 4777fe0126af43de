// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAddress, parts, printAddress, type StandardAddress } from './standard-address.ts';

type Row = Record<'text' | (typeof parts)[number], string>;
const awkward = parse(readFileSync(new URL('./awkward/addresses.csv', import.meta.url)), {
  columns: true,
}) as Row[];

const addressOf = (row: Row): StandardAddress =>
  Object.fromEntries(
    parts.map((part) => [part, row[part] === '' ? null : row[part]]),
  ) as unknown as StandardAddress; // every part is there

test(`${awkward.length} awkward addresses are taken apart as somebody of the place would`, () => {
  expect(awkward.length).toBeGreaterThan(300);
  const wrong = awkward.filter(
    (row) => JSON.stringify(parseAddress(row.text)) !== JSON.stringify(addressOf(row)),
  );
  expect(wrong.map(({ text }) => [text, parseAddress(text)])).toEqual([]);
});

test('printed and taken apart again, each is the same', () => {
  const again = awkward.filter((row) => {
    const address = addressOf(row);
    return JSON.stringify(parseAddress(printAddress(address))) !== JSON.stringify(address);
  });
  expect(again.map(({ text }) => text)).toEqual([]);
});

test.each(['南京东路', '人民广场', '地铁2号线', '3号楼线', '', '中山北路1号桥'])(
  '%j has no door',
  (text) => {
    expect(parseAddress(text)?.number ?? null).toBeNull();
  },
);

const no = fc.integer({ min: 1, max: 2999 });
const sometimes = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const from = (...names: string[]) => fc.constantFrom(...names);
const stem = fc.option(from('甲', '乙', '丙', '丁'), { nil: '', freq: 4 });
const road = from(
  ...[
    '南京东路',
    '四川中路',
    '中山东一路',
    '愚园路',
    '石门一路',
    '浦东大道',
    '老沪太路',
    'G1503公路',
  ],
  ...['曹杨一村', '张桥村', '张桥村顾家宅', '合庆镇勤奋村', '临平路', '新闸路', '方浜中路'],
);
const lane = fc.oneof(
  fc.tuple(no, stem).map(([n, s]) => `${n}${s}弄`),
  fc.tuple(from('临', '附'), no).map(([p, n]) => `${p}${n}弄`),
  fc.integer({ min: 1, max: 20 }).chain((n) => from(`${n}组`, `${n}队`)),
);
const number = fc.oneof(
  fc.tuple(from('', '临', '附', '新'), no, stem).map(([p, n, s]) => `${p}${n}号${s}`),
  fc.tuple(no, stem).map(([n, s]) => `${n}${s}号`),
  fc.tuple(no, from('-', '之', '至', '、'), no).map(([a, sign, b]) => `${a}${sign}${b}号`),
  fc.tuple(no, from('一', '二', '三')).map(([n, of]) => `${n}号之${of}`),
);
const building = fc.oneof(
  fc.tuple(no, from('幢', '栋', '座', '号楼')).map(([n, sign]) => `${n}${sign}`),
  from('A座', '甲幢', '东楼', '主楼', 'B楼', '东方大厦', '河滨大楼A座'),
);
const unit = from('1单元', '12单元', '甲单元', '东单元');
const room = fc.oneof(
  fc.tuple(no, from('', 'A', 'b')).map(([n, s]) => `${n}${s}室`),
  from('亭子间', '三楼后间', '底层前客堂', '三层阁', '501-502室', '地下室'),
);

/** An address of Shanghai: a lane with or without a sub-lane and an estate, a house by number or by building. */
const generated: fc.Arbitrary<StandardAddress> = fc
  .record({
    road,
    lane: sometimes(lane),
    sublane: sometimes(no.map((n) => `${n}支弄`)),
    estate: sometimes(from('大华公寓', '锦绣苑', '凤凰新村')),
    house: fc.oneof(
      fc.record({ number, building: sometimes(building) }),
      fc.record({ number: fc.constant(null), building }),
    ),
    unit: sometimes(unit),
    room: sometimes(room),
  })
  .map(({ house, ...of }) => ({
    road: of.road,
    lane: of.lane,
    sublane: of.lane === null ? null : of.sublane,
    estate:
      of.lane === null || !/^\d/.test(house.number ?? house.building ?? '') ? null : of.estate,
    ...house,
    unit: of.unit,
    room: of.room,
  }))
  .filter(
    ({ lane: of, number: at, building: house }) =>
      of !== null || at !== null || /^\d/.test(house ?? ''),
  );

test('whatever address is printed is taken apart into the same parts', () => {
  const property = fc.property(generated, (address) => {
    expect(parseAddress(printAddress(address))).toEqual(address);
  });
  fc.assert(property, { numRuns: 3000 });
});

test('taken apart, printed and taken apart again, nothing changes, whatever was typed', () => {
  const signs = from(
    '南',
    '京',
    '路',
    '弄',
    '号',
    '支',
    '甲',
    '之',
    '临',
    '幢',
    '室',
    '1',
    '23',
    '-',
    '楼',
    ' ',
  );
  const property = fc.property(fc.array(signs, { maxLength: 14 }), (typed) => {
    const once = parseAddress(typed.join(''));
    if (once === undefined) return;
    expect(printAddress(parseAddress(printAddress(once)) ?? once)).toBe(printAddress(once));
  });
  fc.assert(property, { numRuns: 3000 });
});
