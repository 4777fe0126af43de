// SPDX-License-Identifier: Apache-2.0
// The main job: a report travels from a resident's phone through five people to closed and rated.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, startDemo } from './demo.ts';
import { tellStory } from './story.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

test('a report travels from the phone to closed and rated through five people', async () => {
  const told = await tellStory(demo, async () => undefined);
  expect(told.ref).toMatch(/^R310101002-\d+[\dX]$/);
  expect(told.timeline).toContain('受理了');
  expect(told.timeline).toContain('已安排人上门');
  expect(told.timeline).toContain('办好了，请您看看结果');
  expect(told.rating).toContain('满意');
  expect(told.faults).toEqual([]);
});
