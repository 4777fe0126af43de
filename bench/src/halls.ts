// SPDX-License-Identifier: Apache-2.0
// Halls to measure in: all of the city, none of them shut, every window open; and people who take tickets there.
import type { Asked } from './load.ts';
import type { Town } from './town.ts';

/** Classes that every hall does. */
export const services = ['general', 'insurance', 'residence', 'other'];
/** Tickets that one address takes before the program thinks that it runs wild. */
const OF_ONE_ADDRESS = 250;

/** Opens them; their numbers. */
export async function openHalls({ owner }: Town): Promise<number[]> {
  await owner.run(`
    update counters.centre set hours = '{"working": [["00:00", "24:00"]], "rest": [["00:00", "24:00"]]}';
    update counters."window" set open = true;
    analyze counters.centre, counters."window"`);
  const { rows } = await owner.run('select no from counters.centre order by no % 97, no');
  return rows.map(({ no }) => Number(no));
}

/** The program believes the kiosks' addresses, as behind a proxy. */
export const believing = (town: Town) => ({
  ...town,
  environment: { ...town.environment, TRUST_PROXY: 'true' },
});

/** People who take a number, one hall after the other; every fourth is signed in. */
export async function takers(
  town: Town,
  centres: readonly number[],
  people: number,
): Promise<() => Asked> {
  const residents = await Promise.all(Array.from({ length: people }, () => town.signIn()));
  let no = 0;
  return () => {
    no += 1;
    const from = Math.floor(no / OF_ONE_ADDRESS);
    const address = `10.${from >> 16}.${(from >> 8) & 255}.${from & 255}`;
    const who = no % 4 === 0 ? (residents[(no / 4) % residents.length] ?? '') : '';
    const said = {
      services: [services[no % services.length]],
      by: 'phone',
      ...(no % 5 === 0 ? { priority: 'elderly' } : {}),
    };
    return {
      ...{ method: 'POST', path: `/api/counters/centres/${centres[no % centres.length]}/tickets` },
      headers: `${who}x-forwarded-for: ${address}\r\nidempotency-key: bench-${no}\r\n`,
      body: JSON.stringify(said),
    };
  };
}
