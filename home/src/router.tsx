// SPDX-License-Identifier: Apache-2.0
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { Front } from './Front.tsx';
import { Broken, Missing, Opening } from './shell/Fallbacks.tsx';
import { Shell } from './shell/Shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: Missing });
const under = { getParentRoute: () => root };

const routes = [
  createRoute({ ...under, path: '/', component: Front }),
  createRoute({
    ...under,
    path: '/report',
    component: lazyRouteComponent(() => import('./cases/ReportPage.tsx'), 'ReportPage'),
  }),
  createRoute({
    ...under,
    path: '/report/$key',
    component: lazyRouteComponent(() => import('./cases/ReportPage.tsx'), 'ChangePage'),
  }),
  createRoute({
    ...under,
    path: '/my',
    component: lazyRouteComponent(() => import('./cases/MyCases.tsx'), 'MyCases'),
  }),
  createRoute({
    ...under,
    path: '/my/$ref',
    component: lazyRouteComponent(() => import('./cases/MyCasePage.tsx'), 'MyCasePage'),
  }),
  createRoute({
    ...under,
    path: '/nearby',
    component: lazyRouteComponent(() => import('./cases/NearbyPage.tsx'), 'NearbyPage'),
  }),
  createRoute({
    ...under,
    path: '/me',
    component: lazyRouteComponent(() => import('./session/MePage.tsx'), 'MePage'),
  }),
  createRoute({
    ...under,
    path: '/me/data',
    component: lazyRouteComponent(() => import('./data/MyDataPage.tsx'), 'MyDataPage'),
  }),
  createRoute({
    ...under,
    path: '/me/data/$grant',
    component: lazyRouteComponent(() => import('./data/MyDataPage.tsx'), 'WardDataPage'),
  }),
  createRoute({
    ...under,
    path: '/me/looks',
    component: lazyRouteComponent(() => import('./data/LooksPage.tsx'), 'LooksPage'),
  }),
  createRoute({
    ...under,
    path: '/me/looks/$grant',
    component: lazyRouteComponent(() => import('./data/LooksPage.tsx'), 'LooksPage'),
  }),
  createRoute({
    ...under,
    path: '/affairs',
    component: lazyRouteComponent(() => import('./affairs/AffairsPage.tsx'), 'AffairsPage'),
  }),
  createRoute({
    ...under,
    path: '/affairs/mine',
    component: lazyRouteComponent(() => import('./affairs/MyAffairsPage.tsx'), 'MyAffairsPage'),
  }),
  createRoute({
    ...under,
    path: '/affairs/mine/$ref',
    component: lazyRouteComponent(() => import('./affairs/MyAffairPage.tsx'), 'MyAffairPage'),
  }),
  createRoute({
    ...under,
    path: '/affairs/event/$event',
    component: lazyRouteComponent(() => import('./affairs/ChosenPage.tsx'), 'EventPage'),
  }),
  createRoute({
    ...under,
    path: '/affairs/department/$department',
    component: lazyRouteComponent(() => import('./affairs/ChosenPage.tsx'), 'DepartmentPage'),
  }),
  createRoute({
    ...under,
    path: '/affairs/helpers',
    component: lazyRouteComponent(() => import('./behalf/HelpersPage.tsx'), 'HelpersPage'),
  }),
  createRoute({
    ...under,
    path: '/affairs/helpers/$ref',
    component: lazyRouteComponent(() => import('./behalf/HelpersPage.tsx'), 'HelpersPage'),
  }),
  createRoute({
    ...under,
    path: '/affairs/for/$mandate/$what',
    component: lazyRouteComponent(() => import('./behalf/ForPage.tsx'), 'ForPage'),
  }),
  createRoute({
    ...under,
    path: '/affairs/for/$mandate/$what/receipt',
    component: lazyRouteComponent(() => import('./behalf/ForPage.tsx'), 'ForReceiptPage'),
  }),
  createRoute({
    ...under,
    path: '/affairs/$item',
    component: lazyRouteComponent(() => import('./affairs/ItemPage.tsx'), 'ItemPage'),
  }),
  createRoute({
    ...under,
    path: '/affairs/$item/apply',
    component: lazyRouteComponent(() => import('./affairs/ApplyPage.tsx'), 'ApplyPage'),
  }),
  createRoute({
    ...under,
    path: '/offers',
    component: lazyRouteComponent(() => import('./offers/OffersPage.tsx'), 'OffersPage'),
  }),
  createRoute({
    ...under,
    path: '/offers/$offer',
    component: lazyRouteComponent(() => import('./offers/OfferPage.tsx'), 'OfferPage'),
  }),
  createRoute({
    ...under,
    path: '/assistance/notices',
    component: lazyRouteComponent(() => import('./assistance/NoticesPage.tsx'), 'NoticesPage'),
  }),
  createRoute({
    ...under,
    path: '/hall',
    component: lazyRouteComponent(() => import('./counters/HallsPage.tsx'), 'HallsPage'),
  }),
  createRoute({
    ...under,
    path: '/hall/$centre',
    component: lazyRouteComponent(() => import('./counters/TakePage.tsx'), 'TakePage'),
  }),
  createRoute({
    ...under,
    path: '/hall/$centre/book',
    component: lazyRouteComponent(() => import('./booking/BookPage.tsx'), 'BookPage'),
  }),
  createRoute({
    ...under,
    path: '/booked',
    component: lazyRouteComponent(() => import('./booking/BookedPage.tsx'), 'BookedPage'),
  }),
  createRoute({
    ...under,
    path: '/certificates',
    component: lazyRouteComponent(
      () => import('./certificates/CertificatesPage.tsx'),
      'CertificatesPage',
    ),
  }),
  createRoute({
    ...under,
    path: '/certificates/$ref',
    component: lazyRouteComponent(
      () => import('./certificates/CertificatePage.tsx'),
      'CertificatePage',
    ),
  }),
  createRoute({
    ...under,
    path: '/rated/$ref',
    component: lazyRouteComponent(() => import('./ratings/RatedPage.tsx'), 'RatedPage'),
  }),
  createRoute({
    ...under,
    path: '/check',
    component: lazyRouteComponent(() => import('./certificates/CheckPage.tsx'), 'CheckPage'),
  }),
  createRoute({
    ...under,
    path: '/affairs/mine/$ref/receipt',
    component: lazyRouteComponent(() => import('./affairs/ReceiptPage.tsx'), 'ReceiptPage'),
  }),
  createRoute({
    ...under,
    path: '/receipt',
    component: lazyRouteComponent(() => import('./affairs/FollowPage.tsx'), 'FollowPage'),
  }),
  createRoute({
    ...under,
    path: '/ticket',
    component: lazyRouteComponent(() => import('./counters/TicketPage.tsx'), 'TicketPage'),
  }),
  createRoute({
    ...under,
    path: '/show',
    component: lazyRouteComponent(() => import('./show/ShowPage.tsx'), 'ShowPage'),
  }),
  createRoute({
    ...under,
    path: '/board/$centre',
    component: lazyRouteComponent(() => import('./counters/BoardPage.tsx'), 'BoardPage'),
  }),
  createRoute({
    ...under,
    path: '/kiosk/$centre',
    component: lazyRouteComponent(() => import('./kiosk/KioskPage.tsx'), 'KioskPage'),
  }),
  createRoute({
    ...under,
    path: '/sign-in',
    component: lazyRouteComponent(() => import('./session/SignInPage.tsx'), 'SignInPage'),
  }),
  createRoute({
    ...under,
    path: '/about',
    component: lazyRouteComponent(() => import('./office/AboutPage.tsx'), 'AboutPage'),
  }),
  createRoute({
    ...under,
    path: '/feedback',
    component: lazyRouteComponent(() => import('./office/FeedbackPage.tsx'), 'FeedbackPage'),
  }),
  createRoute({
    ...under,
    path: '/order/$token',
    component: lazyRouteComponent(() => import('./orders/OrderPage.tsx'), 'OrderPage'),
  }),
];

export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultPendingComponent: Opening,
  defaultErrorComponent: Broken,
  defaultPreload: 'intent',
  scrollRestoration: true,
});
