// SPDX-License-Identifier: Apache-2.0
import { catalogueKinds } from '@lilong/contracts/catalogue';
import { zh as sharedZh } from '@lilong/contracts/words/zh';
import { expect, test } from 'vitest';
import { zh } from '../words/zh.ts';
import { aboutOf, lettered, numbered, wayTo } from './subjects.ts';

test('a code is read as what it is about', () => {
  expect(aboutOf('person 12')).toEqual({ kind: 'person', no: '12' });
  expect(aboutOf('account:3')).toEqual({ kind: 'account', no: '3' });
  expect(aboutOf('open311 key 4')).toEqual({ kind: 'open311 key', no: '4' });
  expect(aboutOf('C310101002-42137X')).toEqual({ kind: 'C', no: 'C310101002-42137X' });
  expect(aboutOf('setting keep_person')).toEqual({
    ...{ kind: 'catalogue', of: 'setting', no: 'keep_person' },
  });
  expect(aboutOf('label lives_alone')).toMatchObject({ kind: 'catalogue', of: 'label' });
  expect(aboutOf('label 7')).toEqual({ kind: 'label', no: '7' });
  expect(aboutOf('notice 310101002 5')).toEqual({ kind: 'notice', no: '310101002 5' });
  expect(aboutOf('calendar')).toBeUndefined();
});

test('an auditor is shown the way to what an auditor reads, and to nobody’s card', () => {
  const to = (subject: string) => {
    const about = aboutOf(subject);
    return about === undefined ? undefined : wayTo(about)?.to;
  };
  expect(to('delay 1')).toBe('/delays');
  expect(to('item S103')).toBe('/items/$item');
  expect(to('setting keep_person')).toBe('/catalogue');
  expect(to('post:4')).toBe('/staff');
  expect(to('person 12')).toBeUndefined();
  expect(to('A310101002-10X')).toBeUndefined();
});

test('every kind has its words', () => {
  const words: Readonly<Record<string, string>> = { ...sharedZh, ...zh };
  const kinds = [...numbered, ...lettered].map((kind) => `audit.about.${kind}`);
  const catalogue = catalogueKinds.map((kind) => `catalogue.${kind}`);
  expect([...kinds, ...catalogue].filter((key) => words[key] === undefined)).toEqual([]);
});
