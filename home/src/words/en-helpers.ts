// SPDX-License-Identifier: Apache-2.0
import type { helpersZh } from './zh-helpers.ts';

export const helpersEn: Readonly<Record<keyof typeof helpersZh, string>> = {
  'helpers.title': 'Helpers',
  'helpers.given': 'Who acts for me',
  'helpers.given-none':
    'If you would rather not do it all yourself, let somebody you trust act for you: for what, and until when, is yours to say.',
  'helpers.give': 'Ask somebody to help',
  'helpers.taken': 'For whom I act',
  'helpers.taken-none':
    'Nobody has asked you yet. When somebody wants to, open “Show who I am” on your phone and read the eight digits to them.',
  'helpers.show': 'Show who I am',
  'helpers.what':
    'They may fill in forms, hand in papers, follow and withdraw, for the matters that you choose and no others. You see all of it, and end it whenever you like.',
  'helpers.what-one':
    'They may go on with {ref}, bring papers, follow and withdraw it, and nothing else. You end it whenever you like.',
  'helpers.code': 'Digits of your helper',
  'helpers.code-hint':
    'Ask them to open “Show who I am” on their phone and to read you the eight digits. They are good for two minutes.',
  'helpers.items': 'What may be done for you',
  'helpers.find': 'Find a matter',
  'helpers.find-hint': 'In your own words: residence permit, senior card',
  'helpers.no-hits':
    'Nothing that can be left to a helper. What needs you in person, or the consent of a household, cannot.',
  'helpers.last-day': 'Until',
  'helpers.certificates':
    'My certificates may be used too (for these matters only; they do not see the certificates)',
  'helpers.means':
    'The form they see is filled in, with name, address, birthday and numbers masked. Each step of theirs is written down for you to read, and the signature says who acted.',
  'helpers.give-yes': 'Let them act for me',
  'helpers.not-now': 'Not now',
  'helpers.and': ', ',
  'helpers.until': 'Until {day}',
  'helpers.one': 'Application {ref} alone',
  'helpers.with-certificates': 'may use certificates',
  'helpers.told': 'said at {at}',
  'helpers.take-back': 'Take it back',
  'helpers.take-back-why':
    'They can no longer act for you or see anything, from this moment on. What was handed in goes on, and is yours to follow.',
  'helpers.give-back': 'Help no longer',
  'helpers.give-back-why':
    'You can no longer act for {name} or see anything. What was handed in goes on.',
  'helpers.do-for': 'Act for {name}',
  'helpers.running': 'How far it is',
  'helpers.running-none': 'Nothing was begun yet.',
  'helpers.acting': 'You are acting for {name}, until {until}',
  'helpers.sign':
    'I act for {name}, who asked me to. On behalf of {name}: all of the above is true, and, as far as I was allowed to say so, what is listed may be used for this.',
  'helpers.over': 'This is over',
  'helpers.over-why':
    'Its day has passed, or it was taken back. To go on, they have to ask you again.',
  'helpers.unbound': 'To ask for help or to give it, bind your account to yourself first.',
};
