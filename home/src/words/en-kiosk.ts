// SPDX-License-Identifier: Apache-2.0
import type { kioskZh } from './zh-kiosk.ts';

export const kioskEn: Readonly<Record<keyof typeof kioskZh, string>> = {
  'kiosk.what': 'What is it for?',
  'kiosk.what-hint': 'Touch to choose, several if you like: one number serves for all.',
  'kiosk.choose-first': 'Please choose first what it is for.',
  'kiosk.next': 'Next',
  'kiosk.take': 'Take a number',
  'kiosk.back': 'Back',
  'kiosk.again': 'Start again',
  'kiosk.staff': 'Staff',
  'kiosk.who': 'Booked, or want it on your phone?',
  'kiosk.who-hint': 'You need not say who you are.',
  'kiosk.number': 'ID card number',
  'kiosk.number-title': 'Type your ID card number',
  'kiosk.number-why':
    'Only your age is read from it, and the number is sent to your phone. It is neither kept nor printed.',
  'kiosk.number-field': 'ID card number, 18 characters',
  'kiosk.typed': '{count, plural, =0 {nothing typed yet} other {# typed}}',
  'kiosk.typed-short': 'It has {whole} characters; so far there are {count}.',
  'kiosk.number-away':
    'The machine has no connection, so it cannot use ID numbers now. You can take a number without.',
  'kiosk.code': 'Show my code',
  'kiosk.code-title': 'Show your code',
  'kiosk.code-why':
    'On your phone open Lilong, “Me”, “Show who I am”, and hold the code to the scanner of this machine; or type the eight figures below it.',
  'kiosk.code-field': 'The eight figures of the code',
  'kiosk.code-away':
    'The machine has no connection, so it cannot read codes now. You can take a number without.',
  'kiosk.booked': 'I have booked',
  'kiosk.booked-title': 'Type your booking code',
  'kiosk.booked-why':
    'The six figures that you were given. They check you in and give your number.',
  'kiosk.booked-field': 'Booking code, six figures',
  'kiosk.booked-away':
    'The machine has no connection and cannot check you in. Show the code to the staff at a window; it is the same.',
  'kiosk.came-in_time': 'Checked in; you are called by your booked time.',
  'kiosk.came-early': 'You are early for your time, so you stand in line from now on.',
  'kiosk.came-late': 'You are {late} minutes late for your time, so you stand in line from now on.',
  'kiosk.came-unfit':
    'Since you booked, the hall has fewer windows or shorter hours: it may take a little longer.',
  'kiosk.ok': 'Done',
  'kiosk.erase': 'Erase one',
  'kiosk.clear': 'Clear',
  'kiosk.shown-number': 'ID card number received',
  'kiosk.shown-code': 'You are known; the number comes to your phone',
  'kiosk.shown-elderly': 'By your age you go first.',
  'kiosk.shown-drop': 'Remove',
  'kiosk.first': 'Should you go first?',
  'kiosk.first-hint':
    'Touch one and the number is taken. Who goes first may be asked for a document at the window.',
  'kiosk.first-no': 'No, take a number',
  'kiosk.taking': 'Taking a number, one moment…',
  'kiosk.taking-again': 'No answer yet, trying again. You will not get two numbers.',
  'kiosk.yours': 'Your number',
  'kiosk.scan': 'Scan it to follow the line on your phone',
  'kiosk.no-scan': 'The code did not come. Remember your number and wait in the hall.',
  'kiosk.printed': 'Please take the slip.',
  'kiosk.no-printer': 'This machine does not print. Remember your number.',
  'kiosk.paper-out': 'There is no paper. Remember your number.',
  'kiosk.or-scan': 'You can also scan the code.',
  'kiosk.to-phone-number':
    'If your account is bound, the number comes to your phone as well. If you booked a time here today, you are called by it.',
  'kiosk.to-phone-code':
    'The number is on your phone as well. If you booked a time here today, you are called by it.',
  'kiosk.print-again': 'Nothing came out? Print again',
  'kiosk.done': 'I have it',
  'kiosk.away':
    'The machine has no connection and keeps trying. The staff at the windows can give you a number too.',
  'kiosk.provisional': 'Your number for now',
  'kiosk.provisional-what':
    'The machine has no connection. You stand in line from now on: show this number to the staff, who enter it and call you.',
  'kiosk.no-hall':
    'No connection yet. It appears by itself; nothing needs to be pressed. The staff at the windows can give you a number too.',
  'kiosk.still': 'Are you still here?',
  'kiosk.still-what': 'Cleared in {seconds} s for the next person.',
  'kiosk.still-here': 'I am still here',
  'kiosk.wiped': 'Cleared for the next person.',

  'kiosk.slip-demo': 'Demonstration, not a real number',
  'kiosk.slip-provisional': 'Number for now',
  'kiosk.slip-for': 'For: {matters}',
  'kiosk.slip-at': 'Taken {when}',
  'kiosk.slip-ahead': '{count, plural, =0 {Nobody before you} other {# before you}}',
  'kiosk.slip-recent': 'About {minutes} min (at the pace so far)',
  'kiosk.slip-usual': 'About {minutes} min (as usual)',
  'kiosk.slip-none': 'Nobody can say how long: no window does this now',
  'kiosk.slip-follow': 'Scan to follow the line',
  'kiosk.slip-missed':
    'If you miss the call, ask the staff in the hall the same day; you are put in line again.',
  'kiosk.slip-provisional-what': 'Show it to the staff. You stand in line by the time above.',

  'kiosk.corner': 'Staff',
  'kiosk.pin-new': 'First time here: choose four digits',
  'kiosk.pin': 'Type the four digits',
  'kiosk.pin-field': 'Code, four digits',
  'kiosk.pin-wrong':
    'That is not the code. If it is lost, clear the site data of this browser and choose another.',
  'kiosk.pin-what': 'Only this machine is set here; nothing about anybody is shown.',
  'kiosk.paper': 'Printer',
  'kiosk.paper-none': 'No printer',
  'kiosk.paper-58': 'Paper of 58 mm',
  'kiosk.paper-80': 'Paper of 80 mm',
  'kiosk.out': 'There is no paper',
  'kiosk.out-hint':
    'The machine cannot know by itself. Tick it when the paper is out, and untick it after.',
  'kiosk.which': 'Which machine is this?',
  'kiosk.which-hint':
    'It stands in numbers given offline, so that two machines never give the same.',
  'kiosk.try-print': 'Print a sample',
  'kiosk.slips': 'Numbers given offline today',
  'kiosk.slips-none': 'None.',
  'kiosk.slips-what':
    'Given while there was no connection. Enter them by time, then clear the list.',
  'kiosk.slips-clear': 'All entered, clear',
  'kiosk.leave': 'Close',
};
