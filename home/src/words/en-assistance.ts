// SPDX-License-Identifier: Apache-2.0
import { assistanceWords } from '@lilong/contracts/words/en-assistance';
export const assistanceEn = {
  ...assistanceWords,
  'assistance.title': 'Where your assistance stands',
  'assistance.step': 'Step {step} of {of}',
  'assistance.plain.authorise':
    'Every adult of the household has to agree to the inquiry before it goes on.',
  'assistance.plain.inquire': 'Being looked up: {answered} of {asked} questions are answered.',
  'assistance.plain.visit': 'Two people will visit you. Please be at home.',
  'assistance.plain.notice': 'The inquiry is done; a notice goes up at your committee.',
  'assistance.plain.decide': 'Waiting for {office} to decide.',
  'assistance.plain.granted': 'It is granted, and paid every month.',
  'assistance.plain.over': 'This is over.',
  'assistance.child': 'Under age',
  'assistance.agreed': 'Agreed',
  'assistance.not-agreed': 'Not agreed yet',
  'assistance.authorise': 'Please agree to the inquiry',
  'assistance.authorise-what':
    'For this application alone, {office} asks the following about you. Answers are sealed; only who verifies reads them, and you can see who looked. You may take it back until the inquiry begins.',
  'assistance.sign': 'I have read this, and agree that what is named above is asked.',
  'assistance.agree': 'Sign',
  'assistance.take-back': 'Take my consent back',
  'assistance.noticed':
    'Notice: {place}, {from} to {to}. It says surname, category and number of people, nothing else.',
  'assistance.recheck-on': 'Looked at again on {on}. Please tell us when something changes.',
  'assistance.ended': 'Ended on {on}: {why}',
  'assistance.told':
    'Looked at again on {on}: {outcome, select, same {no change} changed {amount or category changed} stopped {it ends} other {}}. Reason: {reason} {remedy}',
  'assistance.paid': '{month}: {amount} paid',
  'assistance.tell': 'Something has changed',
  'assistance.tell-hint': 'Work, people, income',
  'assistance.tell-send': 'Tell the street',
  'assistance.tell-done': 'We have it. What comes of it is told here.',
  'assistance.notices': 'Notices of assistance',
  'assistance.notices-what':
    'Each says surname, category, number of people and the committee. Sign in to object.',
  'assistance.notices-none': 'There are no notices now.',
  'assistance.notice-nameless': 'A household without anybody of age',
  'assistance.notice-line': '{category}, {people} people, {place}',
  'assistance.notice-days': '{from} to {to} · {office}',
  'assistance.object': 'Object',
  'assistance.object-words': 'What you know',
  'assistance.object-hint': 'Only the street that decides reads it',
  'assistance.object-send': 'Send',
  'assistance.object-done': 'We have it. The street will look into it.',
} as const;
