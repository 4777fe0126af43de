// SPDX-License-Identifier: Apache-2.0
import './tables.ts';
import {
  countBuckets,
  countTree,
  enterCase,
  getCase,
  listCases,
  moveCase,
  moveMany,
  myEntries,
} from '@lilong/contracts/case-work';
import {
  cityFigures,
  listCategories,
  meToo,
  myReport,
  myReports,
  nearbyCases,
  reportCase,
  similarCases,
} from '@lilong/contracts/cases';
import { serveFiles } from '../kernel/files.ts';
import type { Host } from '../kernel/host.ts';
import { makeLimit } from '../kernel/limits.ts';
import type { Sealed } from '../kernel/reseal.ts';
import { serve } from '../kernel/serve.ts';
import { makeFigures, showCategories, treeOf } from './counts.ts';
import { joinCase } from './join.ts';
import { countForActor, listEntered, listForActor } from './lines.ts';
import { makeMove, makeMoves } from './move.ts';
import { listMine, myPage } from './my.ts';
import { findSimilar, listNearby } from './nearby.ts';
import { casesOn } from './on.ts';
import { isOrderOpen } from './order.ts';
import { casePage } from './page.ts';
import { enter, report } from './report.ts';
import { maySeeFile } from './see.ts';
import { serveActs } from './serve-acts.ts';

export * as caseActs from './acts.ts';
export { openReport } from './report.ts';
export { sayMore } from './say-more.ts';
export { seedCaseRules } from './seed-rules.ts';

/** What cases seal. */
export const casesSealed: readonly Sealed[] = [
  { table: 'cases.report', key: ['street', 'no'], column: 'contact', form: 'text' },
];

const mostHints = 60;
const hintMinutes = 10;

/** Reports and grid dispatch. */
export function casesModule(host: Host): void {
  serveResidents(host);
  serveDesk(host);
  serveActs(host);
  casesOn(host);
  host.seesFile.push(maySeeFile);
  serveFiles(host, isOrderOpen);
}

function serveResidents(host: Host): void {
  const hints = makeLimit(mostHints, hintMinutes);
  serve(host, reportCase, report);
  serve(host, similarCases, (ctx, input) => findSimilar(ctx, input, hints), {
    open: 'hints show category, road, time and state only; limited',
  });
  serve(host, meToo, joinCase);
  serve(host, myReports, listMine);
  serve(host, myReport, myPage);
  serve(host, nearbyCases, (ctx, input) => listNearby(ctx, input, hints), {
    open: 'what others may see, by category; limited',
  });
  serve(host, listCategories, showCategories, { open: 'the categories are public' });
  serve(host, cityFigures, makeFigures(), { open: 'figures of the whole city' });
}

function serveDesk(host: Host): void {
  serve(host, listCases, listForActor);
  serve(host, countBuckets, countForActor);
  serve(host, myEntries, listEntered);
  serve(host, countTree, treeOf);
  serve(host, getCase, casePage);
  serve(host, enterCase, enter);
  serve(host, moveCase, makeMove);
  serve(host, moveMany, makeMoves);
}
