// SPDX-License-Identifier: Apache-2.0
// The demonstration's resident has a certificate and a paper from weeks ago, which later matters take by themselves, and
// reads what they agreed to.
import { signAllLists } from '../certificates/index.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { type HeldPerson, lookAs } from '../registry/index.ts';
import { agree, consentOver } from './consent.ts';
import { onlyValues } from './has.ts';
import { issueResult } from './result.ts';
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
  /** When the demonstration begins. */
  readonly now: Date;
}
/** What handing in and deciding leave with the person: the consent, and the certificate. */
export async function kept(
  ctx: Ctx,
  at: (moment: Date) => Ctx,
  row: ApplicationRow,
  { tale, told, times, salt, now }: Left,
): Promise<void> {
  if (row.state === 'draft') return;
  const { item, person, fate, counter } = tale;
  await lookAs(ctx, { persons: [row.person] });
  const has = onlyValues(person.values);
  const how = counter === undefined ? 'signed' : 'told';
  await agree(ctx, row, { how, item, has, told, salt });
  const last = at(times.at(-1) ?? ctx.now);
  if (isOver(row)) await consentOver(last, row);
  if (row.outcome !== 'granted') return;
  await issueResult(at(times[fate.moves.indexOf('grant')] ?? ctx.now), row);
  await signAllLists(at(now));
}
