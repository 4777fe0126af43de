// SPDX-License-Identifier: Apache-2.0
// The nightly job of 免申即享 as the program runs it: the first night, which offers to everybody who is entitled, and any
// other, which looks at everybody and finds nobody new. The ratio says how often a night over the whole city fits into an hour.
import { readConfig } from '@lilong/server/config';
import { findEntitled } from '@lilong/server/offers/index';
import { startProgram } from '@lilong/server/starting';
import type { Size } from './benches.ts';
import { peopled } from './peopled.ts';
import { type Found, figure } from './rounds.ts';
import type { City, Town } from './town.ts';

/** As many as live in Shanghai (docs/sources.md). */
const WHOLE_CITY = 24_870_895;
const HOUR_S = 3600;

export async function offers(city: City, size: Size): Promise<Found> {
  const { town, figures } = await peopled(city, { ...size, population: size.loaded });
  const program = await startProgram(
    readConfig({ ...town.environment, PORT: '0', LOG_LEVEL: 'error' }),
    'real',
  );
  const night = async (): Promise<number> => {
    const from = performance.now();
    await findEntitled(program.host);
    return (performance.now() - from) / 1000;
  };
  try {
    const first = await night();
    const usual = await night();
    const { people, items, offered } = await counted(town);
    const whole = (seconds: number) => (seconds / people) * WHOLE_CITY;
    return {
      figures: [
        ...figures,
        figure('items that are offered', items, ''),
        figure('offers of the first night', offered, ''),
        figure('the first night', first, 's'),
        figure('any other night', usual, 's'),
        figure('people and items a second', (people * items) / usual, 'per s'),
        figure('the first night over the whole city, reckoned', whole(first) / 60, 'min'),
        figure('any other, reckoned', whole(usual) / 60, 'min'),
      ],
      ratio: HOUR_S / whole(usual),
    };
  } finally {
    await program.close();
  }
}

/** What the nights themselves wrote down; one that did not come to its end measures nothing. */
async function counted({ owner }: Town) {
  const { rows } = await owner.run(`
    select max(looked)::int8 as people, count(distinct item)::int8 as items, sum(offered)::int8 as offered,
      count(*) filter (where ended_at is null)::int8 as open from offers.run`);
  const [found] = rows;
  const told = {
    people: Number(found?.people),
    items: Number(found?.items),
    offered: Number(found?.offered),
  };
  if (Number(found?.open) !== 0 || !(told.offered > 0)) throw new Error('a night was not whole');
  return told;
}
