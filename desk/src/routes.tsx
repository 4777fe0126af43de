// SPDX-License-Identifier: Apache-2.0
import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { readAffairFilters, readCounterSearch } from './affairs/filters.ts';
import { readFilters } from './cases/filters.ts';
import { readCentre } from './counters/search.ts';
import { readCrowdSearch } from './crowds/search.ts';
import { readDoorSearch } from './doors/search.ts';
import { readInstitutionSearch } from './institutions/search.ts';
import { readItems } from './items/sort.ts';
import { readRatings } from './ratings/search.ts';
import { readRegistrySearch } from './registry/search.ts';
import { root } from './root.ts';
import { adminRoutes } from './routes-admin.ts';
import { figureRoutes } from './routes-figures.ts';

const inbox = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: readFilters,
  component: lazyRouteComponent(() => import('./cases/Landing.tsx'), 'Landing'),
});
const onePage = createRoute({
  getParentRoute: () => root,
  path: '/cases/$ref',
  component: lazyRouteComponent(() => import('./cases/CasePage.tsx'), 'CasePage'),
});
const order = createRoute({
  getParentRoute: () => root,
  path: '/cases/$ref/order',
  component: lazyRouteComponent(() => import('./cases/OrderPage.tsx'), 'OrderPage'),
});
const enter = createRoute({
  getParentRoute: () => root,
  path: '/enter',
  component: lazyRouteComponent(() => import('./enter/EnterPage.tsx'), 'EnterPage'),
});
const entered = createRoute({
  getParentRoute: () => root,
  path: '/entered',
  component: lazyRouteComponent(() => import('./enter/EnteredPage.tsx'), 'EnteredPage'),
});
const look = createRoute({
  getParentRoute: () => root,
  path: '/look',
  validateSearch: ({ place }: Record<string, unknown>): { place?: number } =>
    Number.isSafeInteger(Number(place)) && place !== undefined ? { place: Number(place) } : {},
  component: lazyRouteComponent(() => import('./look/LookPage.tsx'), 'LookPage'),
});
const handover = createRoute({
  getParentRoute: () => root,
  path: '/handover',
  component: lazyRouteComponent(() => import('./cases/HandoverPage.tsx'), 'HandoverPage'),
});
/** List and card stand side by side where there is room: one frame around their pages. */
const registry = createRoute({
  getParentRoute: () => root,
  id: 'registry',
  validateSearch: readRegistrySearch,
  component: lazyRouteComponent(() => import('./registry/RegistryFrame.tsx'), 'RegistryFrame'),
});
const people = createRoute({
  getParentRoute: () => registry,
  path: '/people',
  component: lazyRouteComponent(() => import('./registry/NoneOpen.tsx'), 'NoneOpen'),
});
const person = createRoute({
  getParentRoute: () => registry,
  path: '/people/$person',
  component: lazyRouteComponent(() => import('./registry/PersonPage.tsx'), 'PersonPage'),
});
const home = createRoute({
  getParentRoute: () => registry,
  path: '/homes/$home',
  component: lazyRouteComponent(() => import('./registry/HomePage.tsx'), 'HomePage'),
});
const twins = createRoute({
  getParentRoute: () => registry,
  path: '/twins',
  component: lazyRouteComponent(() => import('./registry/merging/TwinsPage.tsx'), 'TwinsPage'),
});
const merge = createRoute({
  getParentRoute: () => registry,
  path: '/merge/$person/$other',
  component: lazyRouteComponent(() => import('./registry/merging/MergePage.tsx'), 'MergePage'),
});
const household = createRoute({
  getParentRoute: () => registry,
  path: '/households/$household',
  component: lazyRouteComponent(() => import('./registry/HouseholdPage.tsx'), 'HouseholdPage'),
});
const institutions = createRoute({
  getParentRoute: () => root,
  path: '/institutions',
  validateSearch: readInstitutionSearch,
  component: lazyRouteComponent(
    () => import('./institutions/InstitutionsPage.tsx'),
    'InstitutionsPage',
  ),
});
const institution = createRoute({
  getParentRoute: () => root,
  path: '/institutions/$institution',
  component: lazyRouteComponent(
    () => import('./institutions/InstitutionPage.tsx'),
    'InstitutionPage',
  ),
});
const groups = createRoute({
  getParentRoute: () => root,
  path: '/groups',
  component: lazyRouteComponent(() => import('./groups/GroupsPage.tsx'), 'GroupsPage'),
});
const group = createRoute({
  getParentRoute: () => root,
  path: '/groups/$group',
  component: lazyRouteComponent(() => import('./groups/GroupPage.tsx'), 'GroupPage'),
});
const doors = createRoute({
  getParentRoute: () => root,
  path: '/doors',
  validateSearch: readDoorSearch,
  component: lazyRouteComponent(() => import('./doors/DoorsPage.tsx'), 'DoorsPage'),
});
const doorTwins = createRoute({
  getParentRoute: () => root,
  path: '/doors/twins',
  component: lazyRouteComponent(() => import('./doors/DoorTwinsPage.tsx'), 'DoorTwinsPage'),
});
const doorHints = createRoute({
  getParentRoute: () => root,
  path: '/doors/hints',
  component: lazyRouteComponent(() => import('./doors/DoorHintsPage.tsx'), 'DoorHintsPage'),
});
const doorMerge = createRoute({
  getParentRoute: () => root,
  path: '/doors/merge/$address/$other',
  component: lazyRouteComponent(() => import('./doors/DoorMergePage.tsx'), 'DoorMergePage'),
});
const crowds = createRoute({
  getParentRoute: () => root,
  path: '/crowds',
  validateSearch: readCrowdSearch,
  component: lazyRouteComponent(() => import('./crowds/CrowdsPage.tsx'), 'CrowdsPage'),
});
const counter = createRoute({
  getParentRoute: () => root,
  path: '/window',
  component: lazyRouteComponent(() => import('./counters/WindowPage.tsx'), 'WindowPage'),
});
const hall = createRoute({
  getParentRoute: () => root,
  path: '/hall',
  validateSearch: readCentre,
  component: lazyRouteComponent(() => import('./counters/HallPage.tsx'), 'HallPage'),
});
const hallHours = createRoute({
  getParentRoute: () => root,
  path: '/hall/hours',
  validateSearch: readCentre,
  component: lazyRouteComponent(() => import('./counters/HoursPage.tsx'), 'HoursPage'),
});
const booked = createRoute({
  getParentRoute: () => root,
  path: '/hall/booked',
  validateSearch: readCentre,
  component: lazyRouteComponent(() => import('./counters/BookedPage.tsx'), 'BookedPage'),
});
const slips = createRoute({
  getParentRoute: () => root,
  path: '/hall/slips',
  validateSearch: readCentre,
  component: lazyRouteComponent(() => import('./counters/SlipsPage.tsx'), 'SlipsPage'),
});
const affairs = createRoute({
  getParentRoute: () => root,
  path: '/affairs',
  validateSearch: readAffairFilters,
  component: lazyRouteComponent(() => import('./affairs/AffairsPage.tsx'), 'AffairsPage'),
});
const affair = createRoute({
  getParentRoute: () => root,
  path: '/affairs/$ref',
  component: lazyRouteComponent(() => import('./affairs/AffairOne.tsx'), 'AffairOne'),
});
const counterAffairs = createRoute({
  getParentRoute: () => root,
  path: '/affairs/for/$person',
  validateSearch: readCounterSearch,
  component: lazyRouteComponent(() => import('./affairs/CounterPage.tsx'), 'CounterPage'),
});
const items = createRoute({
  getParentRoute: () => root,
  path: '/items',
  validateSearch: readItems,
  component: lazyRouteComponent(() => import('./items/ItemsPage.tsx'), 'ItemsPage'),
});
const item = createRoute({
  getParentRoute: () => root,
  path: '/items/$item',
  component: lazyRouteComponent(() => import('./items/ItemDeskPage.tsx'), 'ItemDeskPage'),
});
const assistance = createRoute({
  getParentRoute: () => root,
  path: '/assistance',
  component: lazyRouteComponent(() => import('./assistance/AssistancePage.tsx'), 'AssistancePage'),
});
const certificates = createRoute({
  getParentRoute: () => root,
  path: '/certificates',
  component: lazyRouteComponent(
    () => import('./certificates/CertificatesPage.tsx'),
    'CertificatesPage',
  ),
});
const ratings = createRoute({
  getParentRoute: () => root,
  path: '/ratings',
  validateSearch: readRatings,
  component: lazyRouteComponent(() => import('./ratings/RatingsPage.tsx'), 'RatingsPage'),
});
const rating = createRoute({
  getParentRoute: () => root,
  path: '/ratings/$rating',
  component: lazyRouteComponent(() => import('./ratings/RatingOnePage.tsx'), 'RatingOnePage'),
});
const delays = createRoute({
  getParentRoute: () => root,
  path: '/delays',
  component: lazyRouteComponent(() => import('./delays/DelaysPage.tsx'), 'DelaysPage'),
});
const labels = createRoute({
  getParentRoute: () => root,
  path: '/labels',
  component: lazyRouteComponent(() => import('./labels/LabelsPage.tsx'), 'LabelsPage'),
});
const casesHere = createRoute({
  getParentRoute: () => root,
  path: '/single-cases',
  component: lazyRouteComponent(() => import('./labels/CasesHerePage.tsx'), 'CasesHerePage'),
});
const objections = createRoute({
  getParentRoute: () => root,
  path: '/objections',
  component: lazyRouteComponent(() => import('./objections/ObjectionsPage.tsx'), 'ObjectionsPage'),
});
const objection = createRoute({
  getParentRoute: () => root,
  path: '/objections/$objection',
  component: lazyRouteComponent(() => import('./objections/ObjectionPage.tsx'), 'ObjectionPage'),
});
const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(() => import('./account/AccountPage.tsx'), 'AccountPage'),
});
const about = createRoute({
  getParentRoute: () => root,
  path: '/about',
  component: lazyRouteComponent(() => import('./office/AboutPage.tsx'), 'AboutPage'),
});

const tree = root.addChildren([
  ...adminRoutes,
  inbox,
  onePage,
  order,
  enter,
  entered,
  look,
  handover,
  registry.addChildren([people, person, home, household, twins, merge]),
  affairs,
  affair,
  counterAffairs,
  counter,
  hall,
  hallHours,
  booked,
  slips,
  crowds,
  groups,
  group,
  doors,
  doorTwins,
  doorHints,
  doorMerge,
  institutions,
  institution,
  labels,
  casesHere,
  ...figureRoutes,
  items,
  item,
  assistance,
  certificates,
  ratings,
  rating,
  delays,
  objections,
  objection,
  account,
  about,
]);

export const router = createRouter({
  routeTree: tree,
  basepath: '/desk',
  defaultPreload: false,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
