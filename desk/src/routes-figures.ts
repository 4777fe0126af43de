// SPDX-License-Identifier: Apache-2.0
// Pages from which the city, districts, centres and departments see how it goes and what lies with whom.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readHalls } from './counters/halls-search.ts';
import { readSlips } from './doorstep/search.ts';
import { readLoad } from './load/sort.ts';
import { readPapers } from './papers/search.ts';
import { root } from './root.ts';
import { readSettlement } from './settlement/search.ts';

const offers = createRoute({
  getParentRoute: () => root,
  path: '/offers',
  component: lazyRouteComponent(() => import('./offers/OffersPage.tsx'), 'OffersPage'),
});
const halls = createRoute({
  getParentRoute: () => root,
  path: '/halls',
  validateSearch: readHalls,
  component: lazyRouteComponent(() => import('./counters/HallsPage.tsx'), 'HallsPage'),
});
const load = createRoute({
  getParentRoute: () => root,
  path: '/load',
  validateSearch: readLoad,
  component: lazyRouteComponent(() => import('./load/LoadPage.tsx'), 'LoadPage'),
});
const loadOfItem = createRoute({
  getParentRoute: () => root,
  path: '/load/$item',
  component: lazyRouteComponent(() => import('./load/LoadOfItemPage.tsx'), 'LoadOfItemPage'),
});

const settlement = createRoute({
  getParentRoute: () => root,
  path: '/settlement',
  validateSearch: readSettlement,
  component: lazyRouteComponent(() => import('./settlement/SettlementPage.tsx'), 'SettlementPage'),
});
const papers = createRoute({
  getParentRoute: () => root,
  path: '/papers',
  validateSearch: readPapers,
  component: lazyRouteComponent(() => import('./papers/PapersPage.tsx'), 'PapersPage'),
});

const slips = createRoute({
  getParentRoute: () => root,
  path: '/doorstep',
  validateSearch: readSlips,
  component: lazyRouteComponent(() => import('./doorstep/SlipsPage.tsx'), 'SlipsPage'),
});
const slip = createRoute({
  getParentRoute: () => root,
  path: '/doorstep/$ref',
  component: lazyRouteComponent(() => import('./doorstep/SlipPage.tsx'), 'SlipPage'),
});
const collect = createRoute({
  getParentRoute: () => root,
  path: '/doorstep/for/$person',
  component: lazyRouteComponent(() => import('./doorstep/CollectPage.tsx'), 'CollectPage'),
});

export const figureRoutes = [
  ...[offers, halls, load, loadOfItem, settlement, papers],
  ...[slips, slip, collect],
] as const;
