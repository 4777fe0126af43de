// SPDX-License-Identifier: Apache-2.0
import type { CasePage } from '@lilong/contracts/case-shapes';
import { expect, test } from 'vitest';
import { crewSaid } from './crew-said.ts';
import { readDraft } from './drafts.ts';

const morning = '2026-03-02T01:00:00.000Z';
const noon = '2026-03-02T04:00:00.000Z';
const flow = [
  { move: 'crew_done', words: '第一次清得不干净', at: morning },
  { move: 'redo', words: '墙角还有', at: morning },
  { move: 'crew_done', words: '墙角也清了', at: noon },
];
const after = (at: string) => ({ file: 1, kind: 'after', at });
/** Only what is looked at. */
const page = (state: string, photos: object[] = [], ref = 'C1-1-1') =>
  ({ line: { ref, state }, flow, photos }) as unknown as CasePage;

test('what the crew handed in last stands for the report of the officer', () => {
  expect(crewSaid(page('handle_finish', [after(noon)]))).toEqual({
    words: '墙角也清了',
    shown: true,
  });
  expect(crewSaid(page('handle_finish', [after(morning)]))?.shown).toBe(false);
  expect(readDraft(page('handle_finish'), 'finish').words).toBe('墙角也清了');
});

test('once the work goes on it stands for nothing', () => {
  expect(crewSaid(page('handling', [after(noon)]))).toBeUndefined();
  expect(readDraft(page('handling', [], 'C1-1-2'), 'finish').words).toBeUndefined();
});
