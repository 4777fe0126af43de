// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { safeHeaders } from './headers.ts';

const policyWith = (mapTiles: string | undefined): string =>
  safeHeaders(mapTiles)['content-security-policy'] ?? '';

test('no page may load anything from outside', () => {
  expect(policyWith(undefined)).not.toMatch(/https?:|\*/);
  expect(policyWith('/tiles/{z}/{x}/{y}.png')).toBe(policyWith(undefined));
});

test('pictures of the base map may come from its one origin, and nothing else may', () => {
  const policy = policyWith('https://tiles.example:8443/city/{z}/{x}/{y}.png');
  expect(policy).toContain("img-src 'self' data: blob: https://tiles.example:8443;");
  expect(policy.match(/https:/g)).toHaveLength(1);
});
