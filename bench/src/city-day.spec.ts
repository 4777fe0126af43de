// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { sizes } from './benches.ts';
import { cityDay } from './city-day.ts';
import { openCity } from './town.ts';

test('one in a hundred of a working day of the whole city goes by without an error, and nothing is lost', async () => {
  const city = await openCity();
  try {
    const { figures, ratio } = await cityDay(city, sizes.sample);
    const found = Object.fromEntries(figures.map(({ name, value }) => [name, value]));
    expect(found).toMatchObject({ applications: 420, tickets: 1400, reports: 300, lost: 0 });
    expect(ratio).toBeGreaterThan(0); // how fast is for a quiet machine to say: npm run bench -- city-day
  } finally {
    await city.close();
  }
});
