// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { readSpans, writeSpans } from './hours-said.ts';

test('hours are read however they are typed', () => {
  const noon = [
    ['08:30', '11:30'],
    ['13:00', '16:30'],
  ];
  for (const text of ['8:30-11:30 13-16:30', '830-1130，1300—1630', '08：30 至 11:30、13 - 16:30'])
    expect(readSpans(text)).toEqual({ spans: noon });
  expect(readSpans('')).toEqual({ spans: [] });
  expect(readSpans(writeSpans(readSpans('0-24').spans)).spans).toEqual([['00:00', '24:00']]);
});

test('what is no time, goes backwards or overlaps says so', () => {
  const code = (text: string) => readSpans(text).problem?.code;
  expect(code('morning')).toBe('counters.hours-time');
  expect(code('8:30-25')).toBe('counters.hours-time');
  expect(code('16-8:30')).toBe('counters.hours-order');
  expect(code('8-12 12-16')).toBe('counters.hours-overlap');
});
