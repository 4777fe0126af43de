// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { type Body, bodyOf, type Kind, keyFrom, typedOf } from './body.ts';

const rows: [Kind, Body][] = [
  [
    'category',
    {
      kind: 'event',
      majorCode: '01',
      minorCode: '10',
      majorName: '市容环境',
      range: 'std',
      limits: ['2UH', '4WH'],
      arriveLimit: null,
      othersMaySee: true,
      needsPhotoAfter: false,
      chip: { order: 1, name: '垃圾没清', icon: 'bin' },
    },
  ],
  [
    'condition',
    {
      category: 'event-01-10',
      order: 1,
      limit: '4WH',
      registerWhen: '垃圾暴露在外',
      closeWhen: '清运干净',
    },
  ],
  ['limit', { limit: '1WD', toTheMinute: false }],
  [
    'office_hours',
    {
      kind: 'office_hours',
      from: '2026-01-01',
      to: '2026-12-31',
      spans: [
        ['08:30', '12:00'],
        ['13:30', '17:30'],
      ],
      source: '示例',
    },
  ],
  [
    'calendar_year',
    {
      kind: 'year',
      year: 2027,
      status: 'assumed',
      off: [{ date: '2027-01-01', name: '元旦' }],
      work: [],
      source: '示例',
    },
  ],
  ['setting', { value: 50, unit: 'm' }],
  ['decline_reason', {}],
];

const period = { source: '示例', effectiveFrom: '2026-01-01', effectiveTo: '2026-12-31' };

test.each(rows)('%s: a row that is opened and saved unchanged is the same row', (kind, body) => {
  expect(bodyOf(kind, typedOf(kind, body), body, period)).toEqual(body);
});

test('limits and spans are read as people type them', () => {
  expect(bodyOf('category', { limits: '2UH、4WH' }, {}, period)).toMatchObject({
    limits: ['2UH', '4WH'],
    arriveLimit: null,
  });
  expect(bodyOf('office_hours', { spans: '8:30–12:00，13:30–17:30' }, {}, period)).toMatchObject({
    spans: [
      ['08:30', '12:00'],
      ['13:30', '17:30'],
    ],
  });
});

test('office hours hold for the days of their row, which are typed once', () => {
  const typed = { spans: '8:30-17:00' };
  expect(bodyOf('office_hours', typed, {}, period)).toMatchObject({
    ...{ from: '2026-01-01', to: '2026-12-31' },
  });
  expect(bodyOf('office_hours', typed, {}, { ...period, effectiveTo: '' })).toMatchObject({
    to: null,
  });
});

test('the body decides the key where the rules say so', () => {
  expect(keyFrom('category', rows[0]?.[1] ?? {})).toBe('event-01-10');
  expect(keyFrom('condition', rows[1]?.[1] ?? {})).toBe('event-01-10/1');
  expect(keyFrom('calendar_year', rows[4]?.[1] ?? {})).toBe('2027');
  expect(keyFrom('office_hours', rows[3]?.[1] ?? {})).toBe('city/2026-01-01');
  expect(keyFrom('office_hours', { from: '2026-01-01', organisation: 7 })).toBe('7/2026-01-01');
  expect(keyFrom('limit', rows[2]?.[1] ?? {})).toBeUndefined();
});
