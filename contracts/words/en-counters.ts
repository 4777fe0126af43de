// SPDX-License-Identifier: Apache-2.0
// Refusals of the hall.

export const counterWords = {
  'refusal.certificates.no-list':
    'There is no such list. Open the certificate again and check it anew.',
  'refusal.certificates.not-found':
    'That certificate was not found. Compare the number, or go back to your certificates.',
  'refusal.certificates.revoked-already': 'That certificate was revoked already.',
  'refusal.counters.book-most':
    'You have {most} bookings to come already, and that is the most. Cancel one of them, or move it.',
  'refusal.counters.book-time': 'This time cannot be booked. Refresh and choose another one.',
  'refusal.counters.booking-fits': 'This booking has room again: nobody has to be telephoned.',
  'refusal.counters.booking-state':
    'This booking {state, select, came {has been checked in} missed {is past its day} cancelled {has been cancelled} other {has changed}}, so this cannot be done. Refresh and look again.',
  'refusal.counters.call-first':
    'It has not been called {times} times yet. Call it again before marking it as missed.',
  'refusal.counters.closed':
    'The hall is shut now, so no ticket can be taken. It opens next: {opens}.',
  'refusal.counters.early-late': 'The hall shuts at {at} today anyway. Choose an earlier time.',
  'refusal.counters.hours-never': 'The hall would never open. Give the hours of at least one day.',
  'refusal.counters.hours-order': '{to} is not after {from}. Correct one of them.',
  'refusal.counters.hours-overlap':
    '{first} and {second} touch or overlap. Make them one, or move them apart.',
  'refusal.counters.hours-time': '“{value}” is no time. Write it as 08:30; the latest is 24:00.',
  'refusal.counters.full': 'This time has just been booked out. Choose another one.',
  'refusal.counters.no-code':
    'No booking of today in this centre has this code. Check the six figures; ask the staff if you are not sure, or take a number.',
  'refusal.counters.say-who':
    'Scan the code they show, type its 8 digits, or choose a document and type its number.',
  'refusal.counters.unknown':
    'No file can be opened here. Check the kind of document and the number; whoever is not on record can be served all the same.',
  'refusal.counters.no-window':
    'No open window does “{name}”. Choose another class, or ask the centre manager to open one.',
  'refusal.counters.not-here':
    'This ticket is not at your window; it is at {name}. Refresh and look again.',
  'refusal.counters.plan-began':
    'What was planned from {day} on is over and cannot be withdrawn. Plan anew.',
  'refusal.counters.plan-past':
    '{day} cannot be chosen: take a day from today to a year ahead, and a time that has not passed.',
  'refusal.counters.plan-there':
    'Something is planned for {from} to {to} already. Withdraw it first, then plan again.',
  'refusal.counters.seat-taken': 'A colleague sits at {name}. Choose another window.',
  'refusal.counters.say-where': 'Choose the class or the window that takes over.',
  'refusal.counters.slip-future': 'It is not {time} yet. Write when the slip was given out today.',
  'refusal.counters.slip-letter':
    'Numbers with {letter} come from the machine, so there would be two. Begin slips with K, or write the figures alone.',
  'refusal.counters.slip-there': '{number} was typed in today already. Nothing more is needed.',
  'refusal.counters.there': '“{name}” is on this ticket already.',
  'refusal.counters.today-only':
    'You booked {day}, and can check in on that day. To come today, move the booking or take a number.',
  'refusal.counters.window-busy':
    'The window still has {number}. Finish it, hand it over, or mark it as missed first.',
  'refusal.counters.window-closed': '{name} is not open. Sit down at it first.',
  'refusal.counters.window-named': 'Another window is called “{name}”. Choose a different name.',
  'refusal.counters.window-open': '{name} is open. Close it before it is taken away.',
  'refusal.counters.windows-full':
    'There are 99 windows, which is the most. Take away one that is not used.',
  'refusal.counters.wrong-state':
    '{number} is {state, select, booked {booked} taken {waiting} called {called} serving {being served} done {finished} no_show {missed} transferred {handed over, waiting} cancelled {cancelled} other {{state}}}, so this cannot be done. Refresh and look again.',
} as const;
