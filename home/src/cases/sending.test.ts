// SPDX-License-Identifier: Apache-2.0
import { localProblem } from '@lilong/ui/client.ts';
import { expect, test } from 'vitest';
import { emptyDraft } from '../outbox/store.ts';
import { stillStands } from './sending.ts';

const place = { no: 310101002001000, name: '云南中路居委会', path: [], address: '139 弄口' };

test('who has just said where is no longer told to say where; what was not touched stays refused', () => {
  const refused = { problem: localProblem('home.place', 400, 'place'), draft: emptyDraft };
  expect(stillStands(refused, { ...emptyDraft, words: '路灯不亮' })).toBe(true);
  expect(stillStands(refused, { ...emptyDraft, place })).toBe(false);
});

test('a photo or a recording says something, as words do', () => {
  const refused = { problem: localProblem('cases.say-something', 400, 'words'), draft: emptyDraft };
  expect(stillStands(refused, { ...emptyDraft, words: '路灯不亮' })).toBe(false);
  const voice = { blob: new Blob(), seconds: 9 };
  expect(stillStands(refused, { ...emptyDraft, voice })).toBe(false);
  expect(stillStands(refused, { ...emptyDraft, photos: [{ id: 'p', blob: new Blob() }] })).toBe(
    false,
  );
});

test('a refusal that no field can mend stays until the next try', () => {
  const refused = { problem: localProblem('cases.too-many', 429), draft: emptyDraft };
  expect(stillStands(refused, { ...emptyDraft, place })).toBe(true);
});
