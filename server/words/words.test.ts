// SPDX-License-Identifier: Apache-2.0
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { expect, test } from 'vitest';
import { faultKinds } from '../src/audit/index.ts';
import type { ServerKey } from '../src/kernel/voice.ts';
import { en as pagesEn } from './en.ts';
import { operatorEn } from './operator.en.ts';
import { operatorZh } from './operator.zh.ts';
import { placesEn } from './places.en.ts';
import { placesZh } from './places.zh.ts';
import { registryEn } from './registry.en.ts';
import { registryZh } from './registry.zh.ts';
import { zh as pagesZh } from './zh.ts';

const zh: Readonly<Record<ServerKey, string>> = {
  ...{ ...pagesZh, ...operatorZh },
  ...{ ...placesZh, ...registryZh },
};
const en: Readonly<Record<ServerKey, string>> = {
  ...{ ...pagesEn, ...operatorEn },
  ...{ ...placesEn, ...registryEn },
};
const keys = Object.keys(zh) as ServerKey[];

/** Names in braces of one ICU message, at any depth. */
function bracesOf(message: string): string[] {
  return [...new Set(namesIn(compileMessage(message)))].sort();
}
function namesIn(tokens: unknown): string[] {
  if (!Array.isArray(tokens)) return [];
  return tokens.flatMap((token: unknown): string[] => {
    if (!Array.isArray(token)) return [];
    const [name, , branches] = token as [string, string?, Record<string, unknown>?];
    return [name, ...Object.values(branches ?? {}).flatMap(namesIn)];
  });
}

test.each([
  ['zh', zh],
  ['en', en],
] as const)('%s: every message can be read, and none is empty', (_, words) => {
  const broken = keys.filter((key) => {
    const tokens: unknown = compileMessage(words[key]);
    return words[key].trim() === '' || (words[key].includes('{') && !Array.isArray(tokens));
  });
  expect(broken).toEqual([]);
});

test('both languages have the same keys and use the same braces', () => {
  expect(Object.keys(en).sort()).toEqual([...keys].sort());
  const different = keys.filter((key) => bracesOf(zh[key]).join() !== bracesOf(en[key]).join());
  expect(different).toEqual([]);
});

test('every fault of the audit has words', () => {
  expect(faultKinds.filter((kind) => !keys.includes(`audit.fault.${kind}`))).toEqual([]);
});
