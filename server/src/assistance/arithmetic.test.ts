// SPDX-License-Identifier: Apache-2.0
// What a household is granted: by examples, and by properties over some thousands of households.
import { expect, test } from 'vitest';
import { type Basis, type Means, reckon } from './arithmetic.ts';

const basis: Basis = {
  standardFen: 160_000,
  edgePercent: 150,
  rigidPercent: 300,
  assetsFen: 3_000_000,
};
const means = (part: Partial<Means>): Means => ({
  ...{ people: 3, incomeFen: 0, medicalFen: 0, educationFen: 0, assetsFen: 0 },
  ...part,
});
/** The same numbers each time. */
function dice(): (most: number) => number {
  let state = 20_261;
  return (most) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * (most + 1));
  };
}
function* households(count: number): Generator<[Means, Basis]> {
  const roll = dice();
  for (let at = 0; at < count; at++) {
    const standardFen = 1 + roll(250_000);
    const rigidPercent = 100 + roll(400);
    yield [
      {
        ...{ people: 1 + roll(8), incomeFen: roll(3_000_000), medicalFen: roll(1_500_000) },
        ...{ educationFen: roll(500_000), assetsFen: roll(20_000_000) },
      },
      { standardFen, edgePercent: 100 + roll(100), rigidPercent, assetsFen: roll(5_000_000) },
    ];
  }
}

test('by example: the standard less the income, for each; what illness leaves; the edge; too much', () => {
  expect(reckon(means({ incomeFen: 200_000 }), basis)).toMatchObject({
    ...{ category: 'minimum', amountFen: 280_000, perHeadFen: 66_666 },
  });
  expect(reckon(means({ incomeFen: 0 }), basis).amountFen).toBe(480_000);
  expect(reckon(means({ incomeFen: 479_999 }), basis).amountFen).toBe(1);
  expect(reckon(means({ incomeFen: 480_000 }), basis)).toMatchObject({
    category: 'edge',
    amountFen: 0,
  });
  expect(reckon(means({ incomeFen: 600_000, medicalFen: 250_000 }), basis)).toMatchObject({
    ...{ category: 'rigid', leftFen: 350_000, amountFen: 130_000 },
  });
  expect(reckon(means({ incomeFen: 500_000, medicalFen: 900_000 }), basis)).toMatchObject({
    ...{ category: 'rigid', leftFen: 0, amountFen: 480_000 },
  });
  expect(reckon(means({ incomeFen: 720_001 }), basis)).toMatchObject({
    category: null,
    why: 'income',
  });
  expect(reckon(means({ assetsFen: 9_000_001 }), basis)).toMatchObject({
    category: null,
    why: 'assets',
  });
});

test('over many households: whole fen, never below nought, and exactly up to the standard', () => {
  const seen = new Set<string>();
  for (const [one, by] of households(20_000)) {
    const { category, amountFen, leftFen, perHeadFen, incomeFen } = reckon(one, by);
    seen.add(String(category));
    const standard = by.standardFen * one.people;
    expect(Number.isSafeInteger(amountFen) && amountFen >= 0).toBe(true);
    expect(amountFen).toBeLessThanOrEqual(standard);
    if (category === 'minimum') {
      expect(amountFen + incomeFen).toBe(standard);
      // As people reckon it, per head: less than a fen a head apart.
      expect((by.standardFen - perHeadFen) * one.people - amountFen).toBeLessThan(one.people);
    }
    if (category === 'rigid') expect(amountFen + leftFen).toBe(standard);
    if (category === 'edge' || category === null) expect(amountFen).toBe(0);
  }
  expect([...seen].sort()).toEqual(['edge', 'minimum', 'null', 'rigid']);
});

test('over many households: a higher standard never gives less; more income never gives more within a category', () => {
  for (const [one, by] of households(5_000)) {
    const now = reckon(one, by);
    const higher = reckon(one, { ...by, standardFen: by.standardFen + 1 });
    if (higher.category === now.category)
      expect(higher.amountFen).toBeGreaterThanOrEqual(now.amountFen);
    const richer = reckon({ ...one, incomeFen: one.incomeFen + 1 }, by);
    if (richer.category === now.category)
      expect(richer.amountFen).toBeLessThanOrEqual(now.amountFen);
    const sicker = reckon({ ...one, medicalFen: one.medicalFen + 1 }, by);
    expect(sicker.amountFen).toBeGreaterThanOrEqual(now.amountFen);
  }
});

test('without people, or with less than nothing, nothing is reckoned', () => {
  expect(() => reckon(means({ people: 0 }), basis)).toThrow(RangeError);
  expect(() => reckon(means({ incomeFen: -1 }), basis)).toThrow(RangeError);
  expect(() => reckon(means({ incomeFen: 0.5 }), basis)).toThrow(RangeError);
});
