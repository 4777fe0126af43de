// SPDX-License-Identifier: Apache-2.0
// Who may call the routes of the hall; counters.story.test.ts tries whose hall is whose.
import { roles } from '@lilong/contracts/identity';
import type { Access } from './permission-routes.ts';

const about = (
  who: Access['who'],
  sample: Readonly<Record<string, unknown>> = {},
  of: Access['about'] = 'person',
): Access => ({ who, sample: () => sample, about: of });
const all = [...roles, 'resident', 'nobody'] as const;
const desk = ['counter_clerk', 'centre_manager'] as const;
const manager = ['centre_manager'] as const;
const window = 1;
const ticket = 'T310101002-10';
const booking = 'B310101002-10';
const token = 'AAAAAAAAAAAAAAAAAAAAAA';
const at = '2026-03-03T01:30:00.000Z';
const services = ['general'];
const keepers = [...desk, 'resident'] as const;

export const counterAccess: Readonly<Record<string, Access>> = {
  'GET /api/counters/centres': about(all, {}, 'none'),
  'GET /api/counters/halls': about(all, {}, 'none'),
  'GET /api/counters/near': about(all, { lon: 121.47, lat: 31.23 }, 'none'),
  'GET /api/counters/centres/:centre': about(all, { centre: 1 }, 'none'),
  'GET /api/counters/centres/:centre/board': about(all, { centre: 1 }, 'none'),
  'POST /api/counters/centres/:centre/tickets': about(
    all,
    { centre: 1, services: ['general'], by: 'kiosk' },
    'none',
  ),
  'POST /api/counters/kiosk/number': about(all, { number: '11010519491231002X' }, 'none'),
  'POST /api/counters/kiosk/code': about(all, { centre: 1, code: '00000000' }, 'token'),
  'POST /api/counters/follow/code': about(all, { token }, 'token'),
  'POST /api/counters/follow': about(all, { token }, 'token'),
  'POST /api/counters/follow/cancel': about(all, { token }, 'token'),
  'GET /api/my/tickets': about(['resident'], {}, 'none'),
  'POST /api/my/tickets/:ticket/cancel': about(['resident'], { ticket }),
  'POST /api/counters/centres/:centre/times': about(all, { centre: 1, services }, 'none'),
  'POST /api/counters/centres/:centre/bookings': about(all, { centre: 1, services, at }, 'none'),
  'POST /api/counters/centres/:centre/check-in': about(all, { centre: 1, code: '000000' }, 'none'),
  'POST /api/counters/bookings/follow': about(all, { token }, 'token'),
  'POST /api/counters/bookings/follow/cancel': about(all, { token }, 'token'),
  'POST /api/counters/bookings/follow/move': about(all, { token, at }, 'token'),
  'POST /api/counters/bookings/follow/phone': about(all, { token, phone: null }, 'token'),
  'POST /api/counters/bookings/follow/check-in': about(all, { token }, 'token'),
  'GET /api/my/bookings': about(['resident'], {}, 'none'),
  'POST /api/counters/bookings/:booking/cancel': about(keepers, { booking }),
  'POST /api/counters/bookings/:booking/move': about(keepers, { booking, at }),
  'POST /api/counters/bookings/:booking/check-in': about(keepers, { booking }),
  'POST /api/counters/bookings/:booking/phone': about(desk, { booking }),
  'GET /api/counters/centres/:centre/bookings': about(desk, { centre: 1 }),
  'POST /api/counters/tickets/:ticket/visit': about(desk, { ticket, code: '00000000' }),
  'GET /api/counters/tickets/:ticket/visit': about(desk, { ticket }),
  'POST /api/counters/tickets/:ticket/visit/ward': about(desk, { ticket, person: 1 }),
  'GET /api/my/reminders': about(['resident'], {}, 'none'),
  'POST /api/my/tickets/:ticket/remind': about(['resident'], { ticket, at: null }),
  'GET /api/counters/desk': about(desk),
  'POST /api/counters/windows/:window/sit': about(desk, { window }),
  'POST /api/counters/windows/:window/leave': about(desk, { window }),
  'POST /api/counters/windows/:window': about(manager, { window, open: true }),
  'POST /api/counters/windows/:window/next': about(desk, { window }),
  'GET /api/counters/centres/:centre/plan': about(manager, { centre: 1 }),
  'POST /api/counters/centres/:centre/weeks': about(manager, {
    ...{ centre: 1, from: '2026-06-01' },
    week: { days: Array.from({ length: 7 }, () => [['08:30', '16:30']]), worked: [], holiday: [] },
  }),
  'POST /api/counters/centres/:centre/days': about(manager, {
    ...{ centre: 1, from: '2026-06-01', to: '2026-06-02', spans: [], why: '设备检修' },
  }),
  'POST /api/counters/centres/:centre/plan/preview': about(manager, { centre: 1, early: {} }),
  'POST /api/counters/centres/:centre/close': about(manager, { centre: 1, why: '停电' }),
  'POST /api/counters/plans/:plan/withdraw': about(manager, { plan: 1 }),
  'POST /api/counters/centres/:centre/windows': about(manager, {
    ...{ centre: 1, services: ['general'] },
  }),
  'POST /api/counters/windows/:window/retire': about(manager, { window }),
  'POST /api/counters/centres/:centre/line': about(manager, {
    ...{ centre: 1, tickets: [ticket], service: 'general' },
  }),
  'POST /api/counters/centres/:centre/send-home': about(manager, { centre: 1, tickets: [ticket] }),
  'POST /api/counters/centres/:centre/slips': about(manager, {
    ...{ centre: 1, number: 'K1', services: ['general'], time: '00:01' },
  }),
  'POST /api/counters/tickets/:ticket/move': about(desk, { ticket, move: 'serve' }),
  'POST /api/counters/tickets/:ticket/park': about(desk, { ticket }),
  'POST /api/counters/tickets/:ticket/transfer': about(desk, { ticket, service: 'general' }),
  'POST /api/counters/tickets/:ticket/matters': about(desk, { ticket, service: 'general' }),
};
