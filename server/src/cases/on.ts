// SPDX-License-Identifier: Apache-2.0
// What the module does by the clock, and when something happened elsewhere.
import type { Host } from '../kernel/host.ts';
import { recountEvent, republish } from './republish.ts';
import { resumePaused } from './resume.ts';
import { foldTally } from './tally.ts';

export function casesOn({ subscribers }: Host): void {
  subscribers.every('* * * * *', 'cases.resume', resumePaused);
  subscribers.every('* * * * *', 'cases.fold-tally', foldTally);
  subscribers.on('catalogue.approved', 'cases.republish', republish);
  subscribers.on(recountEvent, 'cases.republish-more', republish);
}
