// SPDX-License-Identifier: Apache-2.0
/** Words that both fronts need: faults the browser finds by itself, and dates as people say them. */
export const zh = {
  'refusal.client.offline': '现在没有网络。内容还在这里，连上网再试一次。',
  'refusal.client.unreadable': '没有收到系统的回答。请稍后再试，内容还在这里。',
  'moment.today': '今天 {time}',
  'moment.yesterday': '昨天 {time}',
  'moment.tomorrow': '明天 {time}',
  'moment.month-day': '{month} 月 {day} 日 {time}',
  'moment.year-month-day': '{year} 年 {month} 月 {day} 日 {time}',
  'day.today': '今天',
  'day.yesterday': '昨天',
  'day.tomorrow': '明天',
  'day.month-day': '{month} 月 {day} 日',
  'day.year-month-day': '{year} 年 {month} 月 {day} 日',
  'half.early': '凌晨',
  'half.morning': '上午',
  'half.afternoon': '下午',
  'half.evening': '晚上',
  'half.day': '{day}{half}',
} as const;
export type UiWords = Readonly<Record<keyof typeof zh, string>>;
