// SPDX-License-Identifier: Apache-2.0
import { auditActs, caseNews } from '@lilong/contracts/audit-acts';
import { en as sharedEn } from '@lilong/contracts/words/en';
import { zh as sharedZh } from '@lilong/contracts/words/zh';
import { expect, test } from 'vitest';
import { en } from '../words/en.ts';
import { zh } from '../words/zh.ts';
import { actKeys } from './acts.ts';

const acts = [...auditActs, ...caseNews.map((name) => `case.${name}`)];

test.each([
  ['Chinese', { ...sharedZh, ...zh }],
  ['English', { ...sharedEn, ...en }],
])('every act that the audit may name has words in %s', (_, words: Record<string, string>) => {
  expect(acts.filter((act) => !actKeys(act).some((key) => key in words))).toEqual([]);
});
