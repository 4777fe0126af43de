// SPDX-License-Identifier: Apache-2.0
// Refusals of the hall.

export const counterWords = {
  'refusal.counters.call-first':
    'It has not been called {times} times yet. Call it again before marking it as missed.',
  'refusal.counters.closed':
    'The hall is shut now, so no ticket can be taken. It opens next: {opens}.',
  'refusal.counters.no-window':
    'No open window does “{name}”. Choose another class, or ask the centre manager to open one.',
  'refusal.counters.not-here':
    'This ticket is not at your window; it is at {name}. Refresh and look again.',
  'refusal.counters.seat-taken': 'A colleague sits at {name}. Choose another window.',
  'refusal.counters.say-where': 'Choose the class or the window that takes over.',
  'refusal.counters.there': '“{name}” is on this ticket already.',
  'refusal.counters.window-busy':
    'The window still has {number}. Finish it, hand it over, or mark it as missed first.',
  'refusal.counters.window-closed': '{name} is not open. Sit down at it first.',
  'refusal.counters.wrong-state':
    '{number} is {state, select, booked {booked} taken {waiting} called {called} serving {being served} done {finished} no_show {missed} transferred {handed over, waiting} cancelled {cancelled} other {{state}}}, so this cannot be done. Refresh and look again.',
} as const;
