// SPDX-License-Identifier: Apache-2.0
import type { ratingWords as zh } from './zh-ratings.ts';

export const ratingWords = {
  'refusal.ratings.changed':
    'Somebody has just worked on {ref}. Refresh and look again; what you typed is still here.',
  'refusal.ratings.closed':
    'This can no longer be rated: it is too long ago, or came to nothing. To say something, call 12345.',
  'refusal.ratings.contact-first':
    'Nobody has contacted the rater yet. Contact them first; if nobody answers, note that you tried.',
  'refusal.ratings.early': 'It is not over yet. It can be rated when it is.',
  'refusal.ratings.no-call':
    'They left no telephone, or have said already how it ended. Write your answer; they read it where they rated.',
  'refusal.ratings.rated': 'This was rated already; each is rated once.',
  'refusal.ratings.reason': 'Those reasons do not go with that grade. Refresh and pick again.',
  'refusal.ratings.say':
    '{need, select, phone {Leave a telephone that works, or choose not to be called.} way {Say how they were contacted.} result {Say what was done.} satisfied {Say whether they are satisfied.} solved {Say whether it is solved.} other {Something is missing; please add it.}}',
  'refusal.ratings.wrong-state':
    '{ref} {state, select, counted {only counts} heard {has not been contacted} contacted {is being handled} finished {was handled and waits for the rater} answered {was answered by the rater} other {has changed}}, so this cannot be done. Refresh and look again.',
} as const satisfies Record<keyof typeof zh, string>;
