// SPDX-License-Identifier: Apache-2.0
import { readdirSync } from 'node:fs';
import { differingBraces } from '@lilong/contracts/words/braces';
import { zh as shared } from '@lilong/contracts/words/zh';
import { expect, test } from 'vitest';
import { en } from './en.ts';
import { zh } from './zh.ts';

test('both languages have the same keys with the same braces, and no empty words', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  expect(differingBraces(zh, en)).toEqual([]);
  expect(Object.entries({ ...zh, ...en }).filter(([, words]) => words.trim() === '')).toEqual([]);
});

/** Every file of Chinese words there is, so that none is forgotten here. */
async function partsOfZh(): Promise<readonly object[]> {
  const names = readdirSync(import.meta.dirname).flatMap(
    (file) => /^zh-(.+)\.ts$/.exec(file)?.[1] ?? [],
  );
  const modules = await Promise.all(names.map((name) => import(`./zh-${name}.ts`)));
  return modules.flatMap((one) => Object.values(one) as object[]);
}

test('no key of the desk hides another one', async () => {
  const parts = await partsOfZh();
  const own = parts.flatMap((words) => Object.keys(words));
  expect([...new Set(own)].sort()).toEqual(Object.keys(zh).sort());
  const keys = [...Object.keys(shared), ...own];
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});
