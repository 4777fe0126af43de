// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commands } from '../src/cli/index.ts';
import { readConfig, Settings } from '../src/config.ts';
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

test('a base map is named with zoom, column and row, or the program does not start', () => {
  const address = 'https://tiles.example/{z}/{x}/{y}.png';
  expect(readConfig({ MAP_TILES: address }).MAP_TILES).toBe(address);
  expect(readConfig({ MAP_TILES: '/tiles/{z}/{y}/{x}' }).MAP_TILES).toBe('/tiles/{z}/{y}/{x}');
  for (const wrong of ['https://tiles.example/{z}/{x}.png', 'tiles/{z}/{x}/{y}'])
    expect(() => readConfig({ MAP_TILES: wrong }), wrong).toThrow(/MAP_TILES/);
});

test('help names every command, and no other', () => {
  for (const language of ['zh', 'en'] as const) {
    const named = [...sayServer(language, 'cli.help').matchAll(/^ {2}([\w-]+)/gm)].map(
      ([, name]) => name,
    );
    expect([...new Set(named)].sort()).toEqual(['migrate', ...Object.keys(commands)].sort());
  }
});
