// SPDX-License-Identifier: Apache-2.0
import { askedEvent } from '../affairs/index.ts';
import type { Host } from '../kernel/host.ts';
import { askedFor } from './answer.ts';
import { findEntitled } from './find.ts';
import { tidyOffers } from './tidy.ts';

/** First what waits is put in order, then whoever is entitled since yesterday is found. */
export function offersOn({ subscribers }: Host): void {
  subscribers.every('7 1 * * *', 'offers.tidy', tidyOffers);
  subscribers.every('37 1 * * *', 'offers.find', (host) => findEntitled(host));
  subscribers.on(askedEvent, 'offers.asked', askedFor);
}
