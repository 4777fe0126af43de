// SPDX-License-Identifier: Apache-2.0
import type { bookingZh } from './zh-booking.ts';

export const bookingEn: Readonly<Record<keyof typeof bookingZh, string>> = {
  'booking.title': 'Book a time',
  'booking.way': 'Book a time instead',
  'booking.other-hall': 'Another centre',
  'booking.today': 'Today',
  'booking.tomorrow': 'Tomorrow',
  'booking.day': 'Which day',
  'booking.left': '{count, plural, =0 {None left} one {# time} other {# times}}',
  'booking.shut': 'Shut',
  'booking.later-days': 'Later days',
  'booking.time': 'What time',
  'booking.places': '{count} left',
  'booking.none':
    'No time can be booked on this day. Choose another day, or take a number in the hall.',
  'booking.no-services': 'Choose what you come for.',
  'booking.no-at': 'Choose a time.',
  'booking.book': 'Book',
  'booking.book-at': 'Book {when}',
  'booking.mine': 'My bookings',
  'booking.empty': 'Nothing is booked. Choose a centre and a time, and wait less.',
  'booking.another': 'Book another time',
  'booking.code': 'Booking code',
  'booking.kept': 'Kept on this phone; it is here without a network too.',
  'booking.on-account': 'It is with your account; any phone of yours shows it.',
  'booking.forgotten': 'The centre no longer has this booking; its day may be over.',
  'booking.how':
    'In the hall, scan the code at the door to check in, or say the booking code at the kiosk or a window. Up to {ahead} minutes early and {grace} minutes late you stand where your time puts you; earlier or later, where you come.',
  'booking.nearly':
    'Your time has begun. Up to {grace} minutes late your place is kept: check in as soon as you are there.',
  'booking.late':
    'You are {minutes} minutes late, so the place is no longer kept. You can still come today: check in, and you stand in line from then on. No new number is needed.',
  'booking.unfit':
    'The centre’s hours or windows have changed, and there may be no room at this time. Please choose another one; if you cannot, come all the same and ask the staff.',
  'booking.phoned':
    'The hall opened the telephone of your account at {when}, to tell you that there was no room at this time.',
  'booking.moved-by-hall':
    'The hall moved this booking from {from}, because its hours or windows changed. If it does not suit you, choose another time or cancel.',
  'booking.moved-short': 'Moved by the hall',
  'booking.unfit-short': 'Choose another time',
  'booking.today-what': 'In the hall? Check in here',
  'booking.check-in': 'I am in the hall: check in',
  'booking.check-in-hint': 'You are in line from then on, so stay near the hall.',
  'booking.phone': 'Your telephone',
  'booking.phone-hint':
    'The hall calls it or sends a message if it must change your time, and uses it for nothing else. Deleted once you came, cancelled, or the day is over.',
  'booking.phone-left': 'If the hall must change the time, it tells {phone}.',
  'booking.phone-leave': 'Leave a telephone for changes',
  'booking.phone-keep': 'Leave it',
  'booking.phone-drop': 'Delete this telephone',
  'booking.came': 'You have checked in. This page shows when your number is called.',
  'booking.came-early':
    'You came more than {ahead} minutes before your time, so you stand where you came. The booked place went to others.',
  'booking.came-in_time':
    'You stand as if you had been waiting since {ahead} minutes before your time.',
  'booking.came-late':
    'You are {minutes} minutes late, more than {grace}, so you stand where you came. No new number is needed.',
  'booking.to-ticket': 'See my number',
  'booking.cancelled': 'This booking is cancelled; the place went to others.',
  'booking.missed': 'You did not come that day. Book another time, or take a number.',
  'booking.move': 'Another time',
  'booking.move-title': 'Another time',
  'booking.move-how': 'The old time is given up only once the new one is yours.',
  'booking.move-yes': 'Take this time',
  'booking.calendar': 'To the calendar',
  'booking.calendar-title': 'Service centre: {matters}',
  'booking.calendar-words':
    'Booking code {code}. In the hall, scan the code at the door to check in, or say the code at the kiosk or a window.',
  'booking.cancel': 'Not coming: cancel it',
  'booking.cancel-ask': 'Cancel {when}?',
  'booking.cancel-why': 'The place is free for others at once. To come after all you book again.',
  'booking.cancel-yes': 'Cancel the booking',
};
