// SPDX-License-Identifier: Apache-2.0
// 亮证: a code that says who its holder is, to a clerk at a window or to a kiosk. See docs/domain/counters.md.
import { Type } from 'typebox';
import { route } from './route.ts';
import { Empty, Moment, Nullable } from './shapes.ts';

/** What a scanner reads has 24 digits, what is read aloud 8: digits alone come through any keyboard. */
export const ShownCode = Type.String({ pattern: '^(\\d{8}|\\d{24})$' });

export const showMe = route({
  method: 'POST',
  path: '/api/my/show',
  summary: 'A one-time code that says who I am, for two minutes; one made before is void',
  input: Empty,
  reply: Type.Object({
    /** To be read aloud: eight digits. */
    number: Type.String(),
    /** To be scanned. */
    qrSvg: Type.String(),
    /** For so many seconds from now. */
    seconds: Type.Integer(),
    until: Moment,
  }),
});
export const shownYet = route({
  method: 'GET',
  path: '/api/my/show',
  summary: 'Until when my code waits; null once it was used, or when there is none',
  input: Empty,
  reply: Type.Object({ until: Nullable(Moment) }),
});
