// SPDX-License-Identifier: Apache-2.0
// The demonstration's resident has a certificate and a paper from weeks ago, which later matters take by themselves, and
// reads what they agreed to.
import type { Ctx } from '../kernel/ctx.ts';
import { type HeldPerson, lookAs } from '../registry/index.ts';
import { agree, consentOver } from './consent.ts';
import { onlyValues } from './has.ts';
import type { Scene, Tale } from './seed.ts';
import type { Fate } from './seed-fates.ts';
import type { ApplicationRow } from './tables.ts';
import type { Told } from './told.ts';
import { isOver } from './walk.ts';

const proof: Fate = {
  ...{
    state: 'delivered',
    moves: ['submit', 'accept', 'grant', 'deliver'],
    many: 0,
    days: [40, 40],
  },
};
const assessed: Fate = {
  ...{ state: 'delivered', moves: ['submit', 'receive', 'accept', 'begin', 'grant', 'deliver'] },
  ...{ many: 0, days: [24, 24] },
};

/** 居住证明, which 社区学校报名 takes; and a medical record handed over for 老年照护统一需求评估, which 养老服务补贴 may reuse. */
export function earlierTales({ items, counters }: Scene, person: HeldPerson | undefined): Tale[] {
  if (person === undefined) return [];
  const of = (key: string, more: Pick<Tale, 'fate' | 'counter' | 'papers'>): Tale[] =>
    items
      .filter(({ entry }) => entry.key === key)
      .map((item) => ({ person, item, luck: 0.3, bound: true, ...more }));
  return [
    ...of('S103', { fate: proof, counter: undefined }),
    ...of('S013', { fate: assessed, counter: counters[0], papers: ['medical'] }),
  ];
}

interface Left {
  readonly tale: Tale;
  readonly told: Told;
  readonly times: readonly Date[];
  readonly salt: string;
}
/** What handing in leaves with the person: the consent. */
export async function kept(
  at: (moment: Date) => Ctx,
  row: ApplicationRow,
  { tale, told, times, salt }: Left,
): Promise<void> {
  const [first, last] = [times[0], times.at(-1)];
  if (row.state === 'draft' || first === undefined || last === undefined) return;
  const { item, person, counter } = tale;
  await lookAs(at(first), { persons: [row.person] });
  const has = onlyValues(person.values);
  const how = counter === undefined ? 'signed' : 'told';
  await agree(at(first), row, { how, item, has, told, salt });
  if (isOver(row)) await consentOver(at(last), row);
}
