// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { isUntouched, withElsewhere } from './elsewhere.ts';
import type { Told } from './told.ts';

const told = (part: Partial<Told>): Told => ({ questions: {}, fields: {}, photos: {}, ...part });
const here = { id: 'a', blob: new Blob(), no: 7 };
const there = { id: 'file 7', blob: new Blob(), no: 7 };

test('what was typed elsewhere comes in, what was typed here stays, and nothing is lost', () => {
  const base = told({ questions: { home: 'rent' }, fields: { reason: 'work', note: '一' } });
  const mine = told({ ...base, fields: { reason: 'work', note: '二', half: '13' } });
  const theirs = told({
    ...{ questions: { home: 'own' }, fields: { reason: 'study', note: '三' } },
    deliverBy: 'window',
  });
  expect(withElsewhere(mine, base, theirs)).toEqual({
    ...{ questions: { home: 'own' }, photos: {}, reused: [], deliverBy: 'window' },
    fields: { reason: 'study', note: '二', half: '13' },
  });
  expect([isUntouched(mine, base), isUntouched(base, base)]).toEqual([false, true]);
});

test('a picture is the same under another name, and one that is not sent yet stays', () => {
  const waiting = { id: 'b', blob: new Blob() };
  const base = told({ photos: { lease: [here] } });
  const mine = told({ photos: { lease: [here, waiting], id: [waiting] } });
  const theirs = told({ photos: { lease: [there], bill: [there] } });
  expect(withElsewhere(mine, base, theirs).photos).toEqual({
    ...{ lease: [here, waiting], id: [waiting], bill: [there] },
  });
  expect(withElsewhere(base, base, theirs).photos.lease).toEqual([here]);
  expect(isUntouched(told({ photos: { lease: [there], id: [] } }), base)).toBe(true);
});
