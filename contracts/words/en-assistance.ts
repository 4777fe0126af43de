// SPDX-License-Identifier: Apache-2.0
// Social assistance: what both screens say. Home loads them with its pages about it.

export const assistanceWords = {
  'refusal.assistance.authorised': 'They have agreed already; nothing has to be signed again.',
  'refusal.assistance.changed':
    'Somebody has just worked on {ref}. Please look again; what you wrote is still there.',
  'refusal.assistance.list-open':
    'The list of {month} has not been approved. It can be taken along once it is.',
  'refusal.assistance.list-there': 'The list of {month} is there already.',
  'refusal.assistance.month': 'Lists are made for this month and the next, not for {month}.',
  'refusal.assistance.not-entitled':
    'By what was found no category fits, so nothing can be granted. Refuse it with your reasons.',
  'refusal.assistance.nothing-to-pay': 'Nothing is to be paid in that month.',
  'refusal.assistance.second-person':
    'Somebody else has to do this: who came along, who decides and who approves a list are never one person.',
  'refusal.assistance.stage':
    'It stands at “{stage, select, authorise {waiting for consent} inquire {inquiry} visit {waiting for the visit} notice {public notice} decide {waiting for a decision} granted {granted} over {over} other {{stage}}}”, so this cannot be done. Please look again.',
  'assistance.category.minimum': 'Minimum living allowance',
  'assistance.category.edge': 'Edge of low income',
  'assistance.category.rigid': 'Hardship through unavoidable costs',
  'assistance.stage.authorise': 'Consent',
  'assistance.stage.inquire': 'Inquiry',
  'assistance.stage.visit': 'Visit',
  'assistance.stage.notice': 'Notice',
  'assistance.stage.decide': 'Decision',
  'assistance.stage.granted': 'Paid',
  'assistance.stage.over': 'Over',
  'assistance.why.income': 'Income per head is above the standard',
  'assistance.why.assets': 'Savings are above the limit',
  'assistance.reckoning': 'How it came about',
  'assistance.sum.standard': 'Standard {one} × {people}',
  'assistance.sum.income': 'Income of all in a month',
  'assistance.sum.spending': 'Necessary medical and school costs',
  'assistance.sum.left': 'What these costs leave',
  'assistance.sum.amount': 'Paid to the household a month',
  'assistance.sum.head': 'Income per head',
  'assistance.sum.assets': 'Savings and the like',
  'assistance.unpaid':
    'A family at the edge of low income is paid no allowance; its certificate opens other help.',
  'assistance.source.household': 'Registration',
  'assistance.source.marriage': 'Marriage',
  'assistance.source.vehicles': 'Vehicles and boats',
  'assistance.source.employment': 'Employment',
  'assistance.source.property': 'Real estate',
  'assistance.source.business': 'Companies and associations',
  'assistance.source.tax': 'Tax',
  'assistance.source.social_security': 'Social insurance',
  'assistance.source.extra_insurance': 'Extra health insurance',
  'assistance.source.housing_fund': 'Housing fund',
  'assistance.source.spending': 'Medical and school spending',
  'assistance.source.deposits': 'Bank deposits',
  'assistance.source.securities': 'Securities',
  'assistance.source.insurance': 'Private insurance',
  'assistance.source.funds': 'Investment funds',
} as const;
