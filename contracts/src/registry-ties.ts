// SPDX-License-Identifier: Apache-2.0
// 回避: whoever works here says once which identity card is the own; matters of the own household are left to others then.
import { Type } from 'typebox';
import { route } from './route.ts';
import { Done, Empty, Moment, Nullable, Words } from './shapes.ts';

export const ownTie = route({
  method: 'GET',
  path: '/api/me/tie',
  summary: 'Since when I have said which identity card is mine',
  input: Empty,
  reply: Type.Object({
    since: Nullable(Moment),
    /** Masked. */
    number: Nullable(Type.String()),
  }),
});
export const sayTie = route({
  method: 'POST',
  path: '/api/me/tie',
  summary: 'Say which identity card is mine; said again, the new one counts',
  input: Type.Object({ number: Words(30) }),
  reply: Done,
});
