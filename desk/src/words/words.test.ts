// SPDX-License-Identifier: Apache-2.0
import { differingBraces } from '@lilong/contracts/words/braces';
import { zh as shared } from '@lilong/contracts/words/zh';
import { expect, test } from 'vitest';
import { en } from './en.ts';
import { zh } from './zh.ts';
import { auditZh } from './zh-audit.ts';
import { casesZh } from './zh-cases.ts';
import { crowdsZh } from './zh-crowds.ts';
import { institutionsZh } from './zh-institutions.ts';
import { mergingZh } from './zh-merging.ts';
import { objectionsZh } from './zh-objections.ts';
import { officeZh } from './zh-office.ts';
import { registryZh } from './zh-registry.ts';

test('both languages have the same keys with the same braces, and no empty words', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  expect(differingBraces(zh, en)).toEqual([]);
  expect(Object.entries({ ...zh, ...en }).filter(([, words]) => words.trim() === '')).toEqual([]);
});

test('no key of the desk hides another one', () => {
  const parts = [
    casesZh,
    officeZh,
    registryZh,
    institutionsZh,
    crowdsZh,
    auditZh,
    objectionsZh,
    mergingZh,
  ];
  expect(parts.flatMap((words) => Object.keys(words)).length).toBe(Object.keys(zh).length);
  const keys = [shared, ...parts].flatMap((words) => Object.keys(words));
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});
