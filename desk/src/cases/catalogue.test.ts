// SPDX-License-Identifier: Apache-2.0
import type { CatalogueRow } from '@lilong/contracts/catalogue';
import { expect, test } from 'vitest';
import { inForceOn } from './catalogue.ts';

const row = (part: Partial<CatalogueRow>): CatalogueRow => ({
  no: 1,
  kind: 'decline_reason',
  key: 'other',
  name: '其他',
  nameEn: null,
  body: {},
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  source: '示例',
  status: 'approved',
  authorName: null,
  approverName: null,
  ...part,
});

test('only what holds today may be chosen, and each key stands there once', () => {
  const rows = [
    row({ no: 1, key: 'ended', effectiveTo: '2026-03-01' }),
    row({ no: 2, key: 'future', effectiveFrom: '2026-03-03' }),
    row({ no: 3, key: 'draft', status: 'draft' }),
    row({ no: 4, key: 'last-day', effectiveTo: '2026-03-02' }),
    row({ no: 5, key: 'twice' }),
    row({ no: 6, key: 'twice', name: '新的叫法', effectiveFrom: '2026-03-02' }),
  ];
  const shown = inForceOn(rows, '2026-03-02').map(({ key, name }) => [key, name]);
  expect(shown).toEqual([
    ['last-day', '其他'],
    ['twice', '新的叫法'],
  ]);
});
