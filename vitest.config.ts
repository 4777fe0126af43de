// SPDX-License-Identifier: Apache-2.0
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/longest-first.ts';
import { LastLine } from './scripts/reporter.ts';

// `*.story.test.ts` needs a database and runs on both; every other `*.test.ts` needs none.
// `e2e/src/*.spec.ts` needs a browser. Two workers, because two cores are what we promise.
const STORIES = [
  'server/src/**/*.story.test.ts',
  'server/test/**/*.story.test.ts',
  'sim/src/**/*.story.test.ts',
];
const SCREENS = ['home/**/*.test.{ts,tsx}', 'desk/**/*.test.{ts,tsx}', 'ui/**/*.test.{ts,tsx}'];
const NEVER = ['**/node_modules/**', '**/dist/**'];
const STORY_MS = 60_000;
const BROWSER_STORY_MS = 240_000;

export default defineConfig({
  test: {
    reporters: ['default', new LastLine()],
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [...NEVER, ...STORIES, ...SCREENS],
          isolate: false, // as everywhere but in a browser: what is loaded and compiled may stay
          testTimeout: 20_000,
          hookTimeout: STORY_MS,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'screens',
          include: SCREENS,
          exclude: NEVER,
          isolate: false,
          testTimeout: 20_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'postgres',
          include: STORIES,
          exclude: NEVER,
          env: { LILONG_TEST_DB: 'postgres' },
          isolate: false, // each story has its own database; what is loaded and compiled may stay
          globalSetup: ['server/test/postgres-setup.ts'],
          testTimeout: STORY_MS,
          hookTimeout: STORY_MS,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'pglite',
          include: STORIES,
          exclude: NEVER,
          env: { LILONG_TEST_DB: 'pglite' },
          isolate: false,
          globalSetup: ['server/test/pglite-setup.ts'],
          testTimeout: STORY_MS,
          hookTimeout: STORY_MS,
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/src/**/*.spec.ts'],
          exclude: NEVER,
          globalSetup: ['e2e/src/shared-setup.ts'],
          testTimeout: BROWSER_STORY_MS,
          hookTimeout: BROWSER_STORY_MS,
          sequence: { groupOrder: 4 },
        },
      },
      {
        test: {
          name: 'day', // a sample of a day of the city, alone on the machine
          include: ['bench/src/**/*.spec.ts'],
          exclude: NEVER,
          testTimeout: BROWSER_STORY_MS,
          sequence: { groupOrder: 5 },
        },
      },
    ],
  },
});
