// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commands } from '../src/cli/index.ts';
import { Settings } from '../src/config.ts';
import { sayServer } from '../src/kernel/voice.ts';

const page = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');

test('docs/operations.md lists every setting with its default and meaning, and no other', () => {
  const listed = [...page.matchAll(/^\| `([A-Z_]+)` \| (?:`(.*?)`|–) \| (.*) \|$/gm)].map(
    ([, name, value, meaning]) => [name, value, meaning],
  );
  const expected = Object.entries(Settings.properties).map(([name, schema]) => {
    const { default: value, description } = schema as unknown as {
      default?: unknown;
      description: string;
    }; // as JSON Schema has it
    return [name, value === undefined ? undefined : String(value), description];
  });
  expect(listed).toEqual(expected);
});

test('help names every command, and no other', () => {
  for (const language of ['zh', 'en'] as const) {
    const named = [...sayServer(language, 'cli.help').matchAll(/^ {2}([\w-]+)/gm)].map(
      ([, name]) => name,
    );
    expect([...new Set(named)].sort()).toEqual(['migrate', ...Object.keys(commands)].sort());
  }
});
