// SPDX-License-Identifier: Apache-2.0
// What the machine in the hall asks beside taking a ticket. See docs/domain/counters.md, "The kiosk".
import { Type } from 'typebox';
import { ShownCode } from './registry-show.ts';
import { route } from './route.ts';

/**
 * What stands for a document that was shown at the machine: sealed, good for ten minutes, the same length for everybody.
 * `takeTicket` takes it as `holder`.
 */
const Holder = Type.String();

export const presentNumber = route({
  method: 'POST',
  path: '/api/counters/kiosk/number',
  summary:
    'Somebody types the number of their identity card at the machine. It is not looked up here: the reply says nothing but what the number itself says',
  input: Type.Object({ number: Type.String({ minLength: 15, maxLength: 30 }) }),
  reply: Type.Object({
    holder: Holder,
    /** By the day of birth in the number: old enough to go first. */
    elderly: Type.Boolean(),
  }),
});

export const presentCode = route({
  method: 'POST',
  path: '/api/counters/kiosk/code',
  summary: 'Somebody shows their one-time code (registry-show.ts) at the machine; it is used up',
  input: Type.Object({ centre: Type.Integer({ minimum: 1 }), code: ShownCode }),
  reply: presentNumber.reply,
});

export const ticketCode = route({
  method: 'POST',
  path: '/api/counters/follow/code',
  summary:
    'The picture that brings a ticket to a phone, for the screen and the slip of the machine',
  input: Type.Object({
    token: Type.String({ minLength: 20, maxLength: 40, pattern: '^[\\w-]+$' }),
  }),
  reply: Type.Object({
    url: Type.String(),
    /** The address as an SVG image. */
    qrSvg: Type.String(),
  }),
});
