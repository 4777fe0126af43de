// SPDX-License-Identifier: Apache-2.0
// A month of three halls in simulated time: what people were told when they took a number, and how long they then waited.
import { halls } from './hall-assumed.ts';
import { HallMonth, type Told } from './hall-month.ts';
import { type Found, figure } from './rounds.ts';

const SEED = 7;
/** Within so many minutes, or this part of the wait. */
const MINUTES = 5;
const PART = 0.2;

export async function countersEstimate(): Promise<Found> {
  const months = halls.map((kind, at) => {
    const month = new HallMonth(kind, SEED + at);
    month.run();
    return { kind, month };
  });
  const all = months.flatMap(({ month }) => month.told);
  const waited = all.filter(({ said, waited: minutes }) => Math.max(said, minutes) > MINUTES);
  return {
    figures: [
      figure('people', all.length, ''),
      figure('nobody could say, no window was open for it', unsaid(months), ''),
      ...months.map(({ kind, month }) =>
        figure(`right in the ${kind.name} hall`, right(month.told), ''),
      ),
      figure(
        'right of those who waited more than five minutes, or were told so',
        right(waited),
        '',
      ),
      figure(
        'they waited, the mean',
        mean(waited, (one) => one.waited),
        'min',
      ),
      figure(
        'they were told, the mean',
        mean(waited, (one) => one.said),
        'min',
      ),
    ],
    ratio: right(all),
  };
}

const unsaid = (months: readonly { month: HallMonth }[]): number =>
  months.reduce((sum, { month }) => sum + month.unsaid, 0);

const isRight = ({ said, waited }: Told): boolean =>
  Math.abs(said - waited) <= Math.max(MINUTES, PART * waited);

function right(told: readonly Told[]): number {
  return told.filter(isRight).length / told.length;
}

function mean(told: readonly Told[], of: (one: Told) => number): number {
  return told.reduce((sum, one) => sum + of(one), 0) / told.length;
}
