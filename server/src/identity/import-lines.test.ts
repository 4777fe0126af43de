// SPDX-License-Identifier: Apache-2.0
import { Refusal } from '@lilong/contracts/refusals';
import { expect, test } from 'vitest';
import { readLines } from './import-lines.ts';

const header =
  'organisation,organisation_kind,place_code_or_name,phone,hours,name,login,role,range';

function refusedWith(csv: string): unknown {
  try {
    readLines(csv);
  } catch (thrown) {
    if (thrown instanceof Refusal) return { code: thrown.code, ...thrown.facts };
    throw thrown;
  }
  return 'read';
}

test('fields are found by their titles, in either language and any order, with or without a byte order mark', () => {
  const english = readLines(`\uFEFF${header}\nA,committee,B,021,全天,王敏,wang,dispatcher,C`);
  const chinese = readLines(
    '账号,姓名,机构,机构类型,地点,岗位\r\nwang,王敏,A,居村委会,B,网格调度员\r\n',
  );
  expect(english.lines[0]).toMatchObject({ line: 2, fields: { login: 'wang', range: 'C' } });
  expect(chinese.lines[0]).toMatchObject({
    line: 2,
    fields: { login: 'wang', organisation: 'A', role: '网格调度员', range: '', phone: '' },
  });
  const tabs = readLines(`${header.replaceAll(',', '\t')}\nA\tcommittee\tB`);
  expect(tabs.lines[0]?.fields.organisation_kind).toBe('committee');
});

test('lines are numbered as an editor numbers them, and empty ones are passed over', () => {
  const { lines } = readLines(`${header}\n\nA\n,,,,,,,,\n"B, and\nmore"\nC\n`);
  expect(lines.map(({ line, fields }) => [line, fields.organisation])).toEqual([
    [3, 'A'],
    [6, 'B, and\nmore'],
    [7, 'C'],
  ]);
});

test('a quotation mark that is never closed is named where it stands', () => {
  const { lines, faults } = readLines(`${header}\nA\n"B\nC\nD\n`);
  expect(lines.map(({ fields }) => fields.organisation)).toEqual(['A']);
  expect(faults).toMatchObject([{ line: 3, code: 'import.quotes' }]);
});

test('a header without a needed column is refused by the name of the column', () => {
  expect(refusedWith(header.replace('login,', ''))).toEqual({
    code: 'import.columns',
    column: 'login（账号）',
  });
  expect(refusedWith('')).toMatchObject({ code: 'import.columns' });
  expect(refusedWith(header.replace(',range', '').replace('phone,', ''))).toBe('read');
});

test('a file decoded with the wrong letters is refused as a whole', () => {
  expect(refusedWith(`${header}\n\uFFFD\uFFFD`)).toEqual({ code: 'import.garbled' });
});
