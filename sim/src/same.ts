// SPDX-License-Identifier: Apache-2.0
import { listCases } from '@lilong/contracts/case-work';
import type { Before } from './decisions.ts';

const share = 0.15; // of new cases that a dispatcher looks for twins of

/** Another new case of the run at the same place in the same words, if the dispatcher cares to look. */
export async function otherLike({ city, staff, page }: Before): Promise<string | undefined> {
  const { line } = page;
  if (line.state !== 'reported' || !city.chance.yes(share)) return undefined;
  const input = { bucket: 'register', place: line.place, limit: 40 } as const;
  const { cases } = await staff.browser.call(listCases, input);
  return cases.find(
    ({ ref, title, state }) =>
      ref !== line.ref && title === line.title && state === 'reported' && city.ledger.isOurs(ref),
  )?.ref;
}
