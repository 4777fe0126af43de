// SPDX-License-Identifier: Apache-2.0
// No reply ranks people or committees, or says how often or how long somebody was signed in:
// 国办函〔2026〕12号 forbids rankings, on-line duration and log-in quotas in government apps.
import type { Route } from '@lilong/contracts/route';
import { expect, test } from 'vitest';

const contracts = import.meta.glob<Record<string, unknown>>(
  ['../../contracts/src/*.ts', '!**/*.test.ts'],
  { eager: true },
);

/** Words of a field's name that no reply may have, in any spelling: `lastSignInAt` is `last sign in at`. */
const forbidden = [
  /\b(rank|ranks|ranked|ranking|rankings|leaderboard|league|scores?|streaks?|badges?)\b/,
  /\b(logins|(log|sign) ?ins? (count|counts|total|times|days)|(last|latest) (log|sign|signed) ?in)\b/,
  /\b(last|latest) (seen|active|online)\b|\bonline\b|\bactive (minutes|hours|days|time)\b/,
  /\b(durations?|elapsed)\b|\b(minutes|hours|days|seconds) (spent|worked|online|used|taken|per)\b/,
  /\b(average|mean|median|total) (minutes|hours|days|seconds|time)\b/,
  /\b(handling|response|working|work) (time|minutes|hours|seconds)\b/,
];

/** What is said of matters, and of departments alone, and the test that holds it to that. */
const ofDepartments: Readonly<Record<string, readonly string[]>> = {
  objectionFigures: ['medianDays'], // objections.story.test.ts: no committee is in it
  // load.story.test.ts: of matters, in the order of the catalogue; of an office counts alone.
  loadByItem: ['medianDays', 'medianDays'],
  loadOfItem: ['medianDays'], // of the matter
};

test.each(routes())('%s neither ranks nor clocks people', (name, route) => {
  expect(forbiddenFields(route.reply)).toEqual(ofDepartments[name] ?? []);
});

test('all contracts are read', () => {
  expect(routes().length).toBeGreaterThan(50);
});

test('a planted field is noticed, wherever it hides', () => {
  const planted = {
    type: 'object',
    properties: {
      rank: {},
      login: {},
      hours: {},
      frank: {},
      solveDue: {},
      lines: {
        type: 'array',
        items: {
          anyOf: [{ properties: { lastSignInAt: {}, onlineMinutes: {} } }, { type: 'null' }],
        },
      },
      byWorker: {
        patternProperties: {
          '^.*$': { properties: { login_count: {}, duration: {}, average_hours: {} } },
        },
      },
    },
  };
  expect(forbiddenFields(planted)).toEqual([
    'rank',
    'lastSignInAt',
    'onlineMinutes',
    'login_count',
    'duration',
    'average_hours',
  ]);
});

function routes(): [name: string, route: Route][] {
  return Object.values(contracts)
    .flatMap((module) => Object.entries(module))
    .filter((entry): entry is [string, Route] => isRoute(entry[1]));
}

function isRoute(value: unknown): value is Route {
  return typeof value === 'object' && value !== null && 'reply' in value && 'method' in value;
}

function forbiddenFields(schema: unknown): string[] {
  return fieldsOf(schema).filter((field) => forbidden.some((rule) => rule.test(inWords(field))));
}

/** The names of all properties in a JSON schema, however deep. */
function fieldsOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    const names = key === 'properties' ? Object.keys(value as object) : []; // a schema's `properties` is an object
    return [...names, ...fieldsOf(value)];
  });
}

function inWords(field: string): string {
  return field
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_-]/g, ' ')
    .toLowerCase();
}
