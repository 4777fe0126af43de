// SPDX-License-Identifier: Apache-2.0
import type { UiWords } from './zh.ts';

export const en: UiWords = {
  'refusal.client.offline':
    'There is no network. Nothing you entered is lost: connect and try again.',
  'refusal.client.unreadable':
    'The system did not answer. Try again in a moment; nothing you entered is lost.',
  'moment.today': 'today {time}',
  'moment.yesterday': 'yesterday {time}',
  'moment.tomorrow': 'tomorrow {time}',
  'moment.month-day': '{monthName} {day}, {time}',
  'moment.year-month-day': '{monthName} {day}, {year}, {time}',
  'day.today': 'today',
  'day.yesterday': 'yesterday',
  'day.tomorrow': 'tomorrow',
  'day.month-day': '{monthName} {day}',
  'day.year-month-day': '{monthName} {day}, {year}',
  'half.early': 'early morning',
  'half.morning': 'morning',
  'half.afternoon': 'afternoon',
  'half.evening': 'evening',
  'half.day': '{day}, {half}',
};
