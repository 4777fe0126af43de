// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { Type as stub } from './no-typebox.ts';

// The three ways in which contracts use what a builder returns.
const Type = stub as Record<
  string,
  (...given: unknown[]) => { properties: Record<string, unknown> }
>;

test('shapes are built, spread and picked from without a word', () => {
  const point = Type['Object']?.({ lon: Type['Number']?.({ minimum: -180 }) });
  expect({ ...point?.properties }).toEqual({});
  expect(point?.properties['lon']).toBeDefined();
  expect(Type['Optional']?.(Type['Partial']?.(point))).toBeDefined();
});

test('a shape is no promise and prints as nothing', () => {
  const shape = Type['String']?.();
  expect(
    (shape as unknown as { [Symbol.toStringTag]?: string })[Symbol.toStringTag],
  ).toBeUndefined();
});
