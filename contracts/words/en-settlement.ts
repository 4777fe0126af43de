// SPDX-License-Identifier: Apache-2.0
// Settlement: what the screens and the server say of it.

export const settlementWords = {
  'refusal.settlement.answered': 'This objection has been answered already.',
  'refusal.settlement.closed': '{month} is closed. What has to change stands in the next month.',
  'refusal.settlement.correction':
    'This line is a correction itself. Object to the line that it corrects.',
  'refusal.settlement.not-over': '{month} is not over yet. It can be closed once it is.',
  'refusal.settlement.objected': 'Your objection to this line waits for its answer.',
  'refusal.settlement.order': 'Months are closed in their order: {month} first.',
  'refusal.settlement.too-many': 'At most {left} can still be taken off this line.',
  'settlework.received': 'Received',
  'settlework.accepted': 'Accepted',
  'settlework.delivered': 'Delivered',
  'settlework.kept': 'Kept the paper',
} as const;
