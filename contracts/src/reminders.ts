// SPDX-License-Identifier: Apache-2.0
// Whoever waits may leave, and is told in time: on the phone itself, and by a message to the telephone of an account.
import { type Static, Type } from 'typebox';
import { route } from './route.ts';
import { Empty, Nullable, Ref } from './shapes.ts';

/** When to be told: so many people are before me, or it is likely to take so many minutes. One of the two. */
export const RemindAt = Type.Object({
  ahead: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })),
  minutes: Type.Optional(Type.Integer({ minimum: 5, maximum: 60 })),
});
export type RemindAt = Static<typeof RemindAt>;

const Reminders = Type.Object({
  /** Messages go out, and the account has a telephone. */
  possible: Type.Boolean(),
  reminders: Type.Array(Type.Object({ ticket: Ref, at: RemindAt })),
});
export const myReminders = route({
  method: 'GET',
  path: '/api/my/reminders',
  summary: 'Tickets of my account of which a message is still to come',
  input: Empty,
  reply: Reminders,
});
export const remindMe = route({
  method: 'POST',
  path: '/api/my/tickets/:ticket/remind',
  summary: 'Sends a message once, in time; without a time none is sent',
  input: Type.Object({ ticket: Ref, at: Nullable(RemindAt) }),
  reply: Reminders,
});
