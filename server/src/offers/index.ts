// SPDX-License-Identifier: Apache-2.0
import './tables.ts';
import * as offers from '@lilong/contracts/offers';
import type { Host } from '../kernel/host.ts';
import { serve } from '../kernel/serve.ts';
import { openTask, showTasks, tellTask } from './doors.ts';
import { showFigures } from './figures.ts';
import { accept, refuse, reopen, showMine, showOne } from './mine.ts';
import { offersOn } from './on.ts';
import { tellOffers } from './own-told.ts';
import { hasOffers, someRefused, whoCome } from './seed.ts';
import { acceptFor, refuseFor, showFor } from './window.ts';

export { findEntitled } from './find.ts';
export { seedOfferRules } from './settings.ts';

/** For the demonstration, which lives through the days before it begins. */
export const offerActs = { showFor, acceptFor, hasOffers, someRefused, whoCome };

/** 免申即享: found each night, offered, answered, counted. */
export function offersModule(host: Host): void {
  serve(host, offers.myOffers, showMine);
  serve(host, offers.myOffer, showOne, { writes: true });
  serve(host, offers.acceptOffer, accept, { secret: true });
  serve(host, offers.refuseOffer, refuse);
  serve(host, offers.reopenOffer, reopen);
  serve(host, offers.offersFor, showFor, { writes: true });
  serve(host, offers.acceptOfferFor, acceptFor, { secret: true });
  serve(host, offers.refuseOfferFor, refuseFor);
  serve(host, offers.offerTasks, showTasks);
  serve(host, offers.openOfferTask, openTask);
  serve(host, offers.tellOfferTask, tellTask);
  serve(host, offers.offerFigures, showFigures);
  host.tellsOwn.push(tellOffers);
  offersOn(host);
}
