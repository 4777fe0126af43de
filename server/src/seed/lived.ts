// SPDX-License-Identifier: Apache-2.0
// What happened in the demonstration city before today, each by the functions that real use calls, at its own time.
import { liveApplications } from '../affairs/index.ts';
import { liveAssistance } from '../assistance/index.ts';
import type { Host } from '../kernel/host.ts';
import { liveRatings } from '../ratings/index.ts';
import { liveSettlement } from '../settlement/index.ts';
import { liveTenDays } from './cases.ts';
import { liveSlips } from './doorstep.ts';
import { liveOffers } from './offers.ts';

const all = [
  ...[liveTenDays, liveApplications, liveAssistance, liveSettlement, liveSlips],
  ...[liveRatings, liveOffers],
];

/** Once for each city: whoever starts again finds it there. */
export async function liveBefore(host: Host): Promise<void> {
  for (const one of all) await one(host);
}
