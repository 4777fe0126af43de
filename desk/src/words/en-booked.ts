// SPDX-License-Identifier: Apache-2.0
import type { bookedZh } from './zh-booked.ts';

export const bookedEn: Readonly<Record<keyof typeof bookedZh, string>> = {
  'booked.title': 'Bookings',
  'booked.code': 'Booking code',
  'booked.check-in': 'Check in',
  'booked.check-in-what': 'Check in {code}',
  'booked.came-early': 'Early, so where they came; {count} ahead.',
  'booked.came-in_time': 'By the booked time; {count} ahead.',
  'booked.came-late': '{minutes} minutes late, so where they came; {count} ahead.',
  'booked.for': 'Book for somebody',
  'booked.matters': 'What for',
  'booked.which-day': 'Day',
  'booked.which-time': 'Time',
  'booked.time-left': '{time}, {count} left',
  'booked.book': 'Book',
  'booked.made': 'is booked for {day} {time}. Give them the code; they say it when they come.',
  'booked.unfit': 'Bookings without room: {count}',
  'booked.unfit-how':
    'Hours or windows have changed, and there is no place for these then. Whoever booked with an account reads it on the phone; serve the others when they come.',
  'booked.told': 'Told',
  'booked.untold': 'Cannot be told',
  'booked.day': '{day}: {count}',
  'booked.none': 'Nobody has booked this day yet.',
  'booked.booked': 'Not here yet',
  'booked.came': 'Checked in',
  'booked.missed': 'Did not come',
  'booked.cancelled': 'Cancelled',
  'booked.cancel': 'Cancel',
  'booked.keep': 'Keep it',
  'booked.cancel-what': 'Cancel {code}',
  'booked.cancel-ask': 'The place is free for others at once, and does not come back.',
};
