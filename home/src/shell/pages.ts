// SPDX-License-Identifier: Apache-2.0
import type { HomeKey } from '../words/use.ts';

interface PageFacts {
  /** Key of the page's name, for the window's title. */
  readonly title: HomeKey;
  /** Where 返回 leads; a page without it is one of the tabs, which lead everywhere. */
  readonly back?:
    | '/'
    | '/my'
    | '/me'
    | '/me/data'
    | '/hall'
    | '/affairs'
    | '/affairs/mine'
    | '/offers'
    | '/certificates';
  /** It fills the screen alone, without head and foot: nobody stands before it. */
  readonly bare?: true;
}

const pages: readonly (readonly [RegExp, PageFacts])[] = [
  [/^\/$/, { title: 'nav.home' }],
  [/^\/report/, { title: 'nav.report', back: '/' }],
  [/^\/my\/./, { title: 'my.one', back: '/my' }],
  [/^\/my/, { title: 'nav.my' }],
  [/^\/nearby/, { title: 'nav.nearby' }],
  [/^\/me\/data/, { title: 'data.title', back: '/me' }],
  [/^\/me\/looks/, { title: 'data.looks', back: '/me/data' }],
  [/^\/me/, { title: 'nav.me' }],
  [/^\/hall\/\d+\/book/, { title: 'booking.title', back: '/hall' }],
  [/^\/booked/, { title: 'booking.mine', back: '/hall' }],
  [/^\/hall\/./, { title: 'hall.title', back: '/hall' }],
  [/^\/hall/, { title: 'hall.title', back: '/' }],
  [/^\/affairs\/mine\/./, { title: 'nav.my-affairs', back: '/affairs/mine' }],
  [/^\/affairs\/mine/, { title: 'nav.my-affairs', back: '/affairs' }],
  [/^\/(affairs|assistance)\/./, { title: 'nav.affairs', back: '/affairs' }],
  [/^\/affairs/, { title: 'nav.affairs', back: '/' }],
  [/^\/offers\/./, { title: 'offers.title', back: '/offers' }],
  [/^\/offers/, { title: 'offers.title', back: '/' }],
  [/^\/ticket/, { title: 'ticket.title', back: '/hall' }],
  [/^\/certificates\/./, { title: 'certificates.one', back: '/certificates' }],
  [/^\/certificates/, { title: 'certificates.title', back: '/me' }],
  [/^\/rated/, { title: 'nav.rated', back: '/affairs/mine' }],
  [/^\/check/, { title: 'check.title', back: '/' }],
  [/^\/show/, { title: 'show.title', back: '/' }],
  [/^\/board/, { title: 'board.title', bare: true }],
  [/^\/kiosk/, { title: 'kiosk.title', bare: true }],
  [/^\/sign-in/, { title: 'sign-in.title', back: '/' }],
  [/^\/about/, { title: 'about.title', back: '/' }],
  [/^\/feedback/, { title: 'feedback.title', back: '/' }],
  [/^\/order/, { title: 'order.title' }],
];

export function pageAt(path: string): PageFacts {
  return (
    pages.find(([address]) => address.test(path))?.[1] ?? { title: 'fault.missing', back: '/' }
  );
}
