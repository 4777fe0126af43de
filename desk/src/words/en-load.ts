// SPDX-License-Identifier: Apache-2.0
import type { loadZh } from './zh-load.ts';

export const loadEn: Record<keyof typeof loadZh, string> = {
  'rail.load': 'Workload',
  'load.title': 'Workload',
  'load.lead':
    'What is open of each matter, what came this week, how long it takes, and the day promised to somebody who applies today. In the order of the catalogue; choose a column to see it by that one. Applications are counted, and no office or person is ranked.',
  'load.how':
    '“This week” is since {since}. Fewer than {fewest} are not shown, nor what would give them away (“few”). Days taken: of those decided in the last {weeks} weeks, from handing in to the decision, by the calendar, with the days on which the clock stood still; half took no longer.',
  'load.item': 'Matter',
  'load.office': 'Office',
  'load.all': 'All',
  'load.incoming': 'To accept',
  'load.running': 'To decide',
  'load.paused': 'Clock stopped',
  'load.late': 'Past promise',
  'load.handed': 'Came this week',
  'load.decided': 'Decided this week',
  'load.promise': 'Promise / law',
  'load.medianDays': 'Days taken',
  'load.weeksOfWork': 'Weeks of work',
  'load.promisedOn': 'Accepted today, promised',
  'load.provisional': '{day} (calendar not published yet)',
  'load.no-legal': 'none',
  'load.few': 'Too few, or it could be worked out',
  'load.few-short': 'few',
  'load.unknown': 'Too few were decided lately',
  'load.no-items': 'No matters of yours',
  'load.no-items-why': 'The catalogue has no matters of your department yet. They will stand here.',
  'load.none': 'No office here has handled this matter yet.',
  'load.offices': 'By office',
  'load.offices-how': 'In the order of places, not of figures.',
};
