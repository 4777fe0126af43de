// SPDX-License-Identifier: Apache-2.0
import type { Messages } from '@lilong/contracts/words';
import type { offersZh } from './zh-offers.ts';

export const offersEn: Messages<keyof typeof offersZh> = {
  'offers.lead':
    'What you are entitled to and do not have yet: the program compares it every night and tells you. Whether you want it is up to you.',
  'offers.none':
    'Nothing waits for you. When you are entitled to something it will be told here; you need not ask.',
  'offers.unbound':
    'Join your account to yourself first, so that the program knows what you are entitled to.',
  'offers.card': 'For you: {gets}',
  'offers.card-what': 'No application: one tap',
  'offers.card-form': 'You are entitled: two or three answers',
  'offers.card-again': 'Told once more, until {day}',
  'offers.more': '{count} more',
  'offers.waits': 'Waits for your answer',
  'offers.earlier': 'Told earlier',
  'offers.for': '{name}, you are entitled',
  'offers.gets': 'What it brings',
  'offers.why': 'Why you are told',
  'offers.why-from': '{source}, {day}',
  'offers.not-so': 'What is on record has changed: {says}',
  'offers.not-known': 'Not on record any more',
  'offers.object': 'Is the record wrong? Say so in “My data”',
  'offers.then': 'When you say yes',
  'offers.then-once': 'It is done at once. Nowhere to go, nothing to bring.',
  'offers.then-promise':
    'It goes to {accepts}, which answers by {when}. Nowhere to go, nothing to bring.',
  'offers.then-form':
    'What the city knows is filled in for you; the rest you answer yourself, then hand it in.',
  'offers.by': 'Result: {by}',
  'offers.consent':
    'By saying yes you agree that the city uses once, for this matter, what it has on record:',
  'offers.yes': 'Yes, please',
  'offers.yes-form': 'Yes, fill it in',
  'offers.no': 'No, thank you',
  'offers.no-title': 'Not this one?',
  'offers.no-what': 'You will not be told of it again. If you want it after all, it is here.',
  'offers.no-reason': 'Why not (you need not say)',
  'offers.no-yes': 'No, thank you',
  'offers.until': 'You can answer until {day}. Not answering does no harm.',
  'offers.done-once': 'Done',
  'offers.done': 'Handed in',
  'offers.follow': 'Follow it',
  'offers.again': 'I do want it',
  'offers.guide': 'How it works',
  'offers.went.accepted': 'You took it on {day}.',
  'offers.went.refused': 'You said no on {day}.',
  'offers.went.lapsed': 'Not answered by {day}; it lapsed.',
  'offers.went.over':
    'Not needed since {day}: it was asked for otherwise, or the conditions changed.',
  'offers.state.waits': 'Waits for you',
  'offers.state.accepted': 'Taken',
  'offers.state.refused': 'Refused',
  'offers.state.lapsed': 'Lapsed',
  'offers.state.over': 'Not needed',
};
