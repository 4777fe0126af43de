// SPDX-License-Identifier: Apache-2.0
import type { settlementZh } from './zh-settlement.ts';

export const settlementEn: Readonly<Record<keyof typeof settlementZh, string>> = {
  'rail.settlement': 'Settlement',
  'settlement.title': 'Settlement',
  'settlement.lead':
    'What each office did for another in a month: received, accepted, delivered, kept the paper. What one does for oneself does not count. There are numbers and no names; opening one takes the right to see it.',
  'settlement.month': 'Month',
  'settlement.running': 'Running: it still changes',
  'settlement.closed':
    'Closed {at}: it does not change any more; corrections stand in the next month',
  'settlement.to-answer': 'An objection of {month} waits for your answer',
  'settlement.did': 'Done for others',
  'settlement.had': 'Done by others for us',
  'settlement.all': 'All',
  'settlement.sum':
    '{count, plural, one {# matter} other {# matters}} · {units, plural, one {# unit} other {# units}}',
  'settlement.worth': 'What it is worth: {of}; a unit is {money}.',
  'settlement.worth-one': '{what} {units}',
  'settlement.table': 'Lines',
  'settlement.doer': 'Who did it',
  'settlement.on-behalf': 'For whom',
  'settlement.what': 'What',
  'settlement.count': 'Matters',
  'settlement.units': 'Units',
  'settlement.money': 'Amount',
  'settlement.acts': 'Check',
  'settlement.corrects': 'corrects {month}',
  'settlement.references': 'Numbers',
  'settlement.references-title': '{doer} for {onBehalf}, {what}: {count}',
  'settlement.references-hide': 'Hide the numbers',
  'settlement.more': 'Some more',
  'settlement.object': 'Object',
  'settlement.object-title': 'What is wrong with this line',
  'settlement.reason': 'What is wrong',
  'settlement.objected': '{organisation}, {day}: {reason}',
  'settlement.waits': 'Waits for an answer of {organisation}',
  'settlement.stays': '{organisation} answered: it stays. {answer}',
  'settlement.taken-off': '{organisation} answered: {count} taken off. {answer}',
  'settlement.taken-in': 'Stands in {month}',
  'settlement.taken-next': 'Will stand in the next month that is closed',
  'settlement.answer': 'Answer',
  'settlement.answer-title': 'Answer the objection',
  'settlement.answer-count': 'How many to take off (0: it stays)',
  'settlement.answer-count-hint':
    'The line has {count}. What is taken off is worth what it was then, and stands in the next month.',
  'settlement.answer-words': 'Your answer',
  'settlement.close': 'Close the month',
  'settlement.close-sure':
    'Once it is closed no line of this month changes; both sides can check it and object. Close it?',
  'settlement.close-yes': 'Close',
  'settlement.close-no': 'Not yet',
  'settlement.export': 'Take along as a table',
  'settlement.print': 'Print',
  'settlement.none':
    'In this month nothing was done for another office, and nothing by others for yours.',
  'settlement.none-title': 'Nothing to settle',
};
