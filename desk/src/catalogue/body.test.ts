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

test.each(rows)('%s: a row that is opened and saved unchanged is the same row', (kind, body) => {
  expect(bodyOf(kind, typedOf(kind, body), body, '示例')).toEqual(body);
});

test('limits and spans are read as people type them', () => {
  expect(bodyOf('category', { limits: '2UH、4WH' }, {}, '')).toMatchObject({
    limits: ['2UH', '4WH'],
    arriveLimit: null,
  });
  expect(
    bodyOf('office_hours', { from: '2026-01-01', spans: '8:30–12:00，13:30–17:30' }, {}, ''),
  ).toMatchObject({
    spans: [
      ['8:30', '12:00'],
      ['13:30', '17:30'],
    ],
  });
});

test('an emptied end day leaves no end day, not an empty one', () => {
  expect(
    bodyOf('office_hours', { from: '2026-01-01', to: '', spans: '8:30-17:00' }, {}, '示例'),
  ).not.toHaveProperty('to');
});

test('the body decides the key where the rules say so', () => {
  expect(keyFrom('category', rows[0]?.[1] ?? {})).toBe('event-01-10');
  expect(keyFrom('condition', rows[1]?.[1] ?? {})).toBe('event-01-10/1');
  expect(keyFrom('calendar_year', rows[4]?.[1] ?? {})).toBe('2027');
  expect(keyFrom('limit', rows[2]?.[1] ?? {})).toBeUndefined();
});
