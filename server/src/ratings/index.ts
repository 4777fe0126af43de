// SPDX-License-Identifier: Apache-2.0
import './tables.ts';
import * as routes from '@lilong/contracts/ratings';
import type { Host } from '../kernel/host.ts';
import type { Sealed } from '../kernel/reseal.ts';
import { serve } from '../kernel/serve.ts';
import { showFigures } from './figures.ts';
import { answerHeldVisit, answerOwn, rateHeldVisit, rateOwn, showHeld, showMine } from './give.ts';
import { showCounts, showList, showPraise } from './list.ts';
import { ratingsOn } from './on.ts';
import { tellRatings } from './own-told.ts';
import { showVisits } from './visits.ts';
import { beHard, callBack, contact, finish, openRaterOf, show } from './work.ts';

export { liveRatings } from './seed.ts';
export { seedRatingRules } from './seed-rules.ts';

/** What is sealed with the deployment's key. */
export const ratingsSealed: readonly Sealed[] = [
  { table: 'ratings.rating', key: ['street', 'no'], column: 'sealed', form: 'text' },
  { table: 'ratings.step', key: ['street', 'no'], column: 'sealed', form: 'text' },
];

const held = { open: 'whoever holds the token of a ticket or a receipt was there' } as const;
const secret = { secret: true } as const;

/** 好差评: rated by whoever was served; a bad one with words is handled by whom it concerns. */
export function ratingsModule(host: Host): void {
  serve(host, routes.myRatings, showVisits);
  serve(host, routes.toRate, showMine, { writes: true });
  serve(host, routes.rateMine, rateOwn, secret);
  serve(host, routes.answerMine, answerOwn, secret);
  serve(host, routes.toRateHeld, showHeld, { ...held, reads: true });
  serve(host, routes.rateHeld, rateHeldVisit, { ...held, ...secret });
  serve(host, routes.answerHeld, answerHeldVisit, { ...held, ...secret });
  serve(host, routes.listRatings, showList);
  serve(host, routes.countRatings, showCounts);
  serve(host, routes.getRating, show, { writes: true });
  serve(host, routes.openRater, openRaterOf, secret);
  serve(host, routes.contactRater, contact, secret);
  serve(host, routes.callHard, beHard, secret);
  serve(host, routes.finishRating, finish, secret);
  serve(host, routes.callBackRater, callBack, secret);
  serve(host, routes.listPraise, showPraise);
  serve(host, routes.ratingFigures, showFigures);
  host.tellsOwn.push(tellRatings);
  ratingsOn(host);
}
