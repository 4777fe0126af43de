// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Cell, workbook, zip } from '../../../test/workbook.ts';
import { openTable } from './table.ts';

const folder = mkdtempSync(join(tmpdir(), 'lilong-table-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
async function rowsOf(content: string | Buffer, ending = 'xlsx'): Promise<unknown[]> {
  files += 1;
  const file = join(folder, `${files}.${ending}`);
  writeFileSync(file, content);
  const { rows, share } = await openTable(file);
  const read: unknown[] = [];
  for await (const { at, cells } of rows) read.push([at, ...cells]);
  expect(share()).toBeCloseTo(1);
  return read;
}
const ofCells = (...cells: readonly Cell[]) => rowsOf(workbook([cells]));

test('texts, numbers and dates come as people see them; the hidden sheet is passed over', async () => {
  const day = { day: 18_242 }; // 1949-12-10, in a format that says 年
  expect(await ofCells('王 敏 & <李>', { n: '501' }, day, '', ' 末 ')).toEqual([
    [1, '王 敏 & <李>', '501', '1949-12-10', '', '末'],
  ]);
});

test('a number that was taken for an amount keeps the digits that are left', async () => {
  expect(await ofCells({ n: '3.1010119491210002E+17' }, { n: '310101194912100016' })).toEqual([
    [1, '3.1010119491210002E+17', '310101194912100016'],
  ]);
});

test('rows without anything in them are passed over, and lines keep their numbers', async () => {
  expect(await rowsOf(workbook([['a'], [], ['', ''], ['b']]))).toEqual([
    [1, 'a'],
    [4, 'b'],
  ]);
});

test.each([
  [
    'inline, in parts',
    '<c r="A1" t="inlineStr"><is><r><t>王</t></r><r><t>敏</t></r></is></c>',
    ['王敏'],
  ],
  ['with a formula', '<c r="A1" t="str"><f>B1</f><v>王敏</v></c>', ['王敏']],
  ['without references', '<c t="str"><v>a</v></c><c t="str"><v>b</v></c>', ['a', 'b']],
  ['under a prefix', '<x:c r="B1" t="str"><x:v>a</x:v></x:c>', ['', 'a']],
  ['with signs that XML does not take', '<c t="str"><v>a_x000A_b</v></c>', ['a\nb']],
  ['far to the right', '<c r="A1" t="str"><v>a</v></c><c r="XFD1" t="str"><v>b</v></c>', ['a']],
] as const)('a cell %s', async (_, cells, expected) => {
  const sheet = `<worksheet xmlns:x="x"><sheetData><row>${cells}</row></sheetData></worksheet>`;
  const rows = await rowsOf(workbook([], { 'xl/worksheets/sheet1.xml': sheet }));
  expect(rows).toEqual([[1, ...expected]]);
});

test('readings beside a text are no part of it', async () => {
  const sst = '<sst><si><r><t>東</t></r><rPh sb="0" eb="1"><t>ひがし</t></rPh></si></sst>';
  expect(await rowsOf(workbook([['x']], { 'xl/sharedStrings.xml': sst }))).toEqual([[1, '東']]);
});

test.each([
  [
    'an old workbook, or one under a password',
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    'table.no-xlsx',
  ],
  ['no workbook', zip({ 'a.txt': 'a' }), 'table.no-xlsx'],
  ['cut off', workbook([['a']]).subarray(0, 400), 'table.no-xlsx'],
  [
    'a sheet that is cut off',
    workbook([], { 'xl/worksheets/sheet1.xml': '<worksheet><row>' }),
    'table.broken-xlsx',
  ],
  [
    'a sheet that names entities',
    workbook([], {
      'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><row><c><v>&b;</v></c></row>',
    }),
    'table.broken-xlsx',
  ],
  ['a bomb', workbook([], { 'xl/worksheets/sheet1.xml': Buffer.alloc(20_000_000) }), 'table.bomb'],
] as const)('%s is refused', async (_, content, key) => {
  await expect(rowsOf(content)).rejects.toMatchObject({ key });
});

test('CSV comes in UTF-8 or GB 18030, with commas or tabs', async () => {
  const rows = [
    [1, '姓名', '电话'],
    [2, '王敏', '1'],
  ];
  expect(await rowsOf('\uFEFF姓名,电话\r\n王敏,1\r\n', 'csv')).toEqual(rows);
  const gb = Buffer.from('d0d5c3fb09b5e7bbb00acdf5c3f40931', 'hex'); // as Excel writes it
  expect(await rowsOf(gb, 'csv')).toEqual(rows);
  await expect(rowsOf('a', 'xls')).rejects.toMatchObject({ key: 'table.kind' });
});
