// SPDX-License-Identifier: Apache-2.0
// Settlement and papers: what the screens and the server say of them.

export const settlementWords = {
  'refusal.settlement.answered': 'This objection has been answered already.',
  'refusal.settlement.closed': '{month} is closed. What has to change stands in the next month.',
  'refusal.settlement.correction':
    'This line is a correction itself. Object to the line that it corrects.',
  'refusal.settlement.not-over': '{month} is not over yet. It can be closed once it is.',
  'refusal.settlement.objected': 'Your objection to this line waits for its answer.',
  'refusal.settlement.order': 'Months are closed in their order: {month} first.',
  'refusal.settlement.too-many': 'At most {left} can still be taken off this line.',
  'refusal.papers.count-first': '{ref} was collected at a door. Please count it by its slip first.',
  'refusal.papers.not-theirs': 'That office does not work on {ref}; its papers cannot go there.',
  'refusal.papers.state':
    'This paper is {state, select, held {still in hand} way {on the way} missing {noted as not arrived} other {with its person again}}. Please look again.',
  'paper.held': 'In hand',
  'paper.way': 'On the way',
  'paper.missing': 'Not arrived',
  'paper.returned': 'Given back',
  'paperact.send': 'Send',
  'paperact.receive': 'It came',
  'paperact.miss': 'It did not come',
  'paperact.find': 'Found',
  'paperact.give_back': 'Give back',
  'papertab.here': 'With us',
  'papertab.coming': 'Coming',
  'papertab.going': 'Sent',
  'papertab.long': 'Too long, or not arrived',
  'settlework.received': 'Received',
  'settlework.accepted': 'Accepted',
  'settlework.delivered': 'Delivered',
  'settlework.kept': 'Kept the paper',
} as const;
