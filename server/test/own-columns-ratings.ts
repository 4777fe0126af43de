// SPDX-License-Identifier: Apache-2.0
// Columns of ratings: what 我的数据 tells of each, or why it does not.
import type { City } from './city.ts';

/** A rating with a value in every column that is told. */
export const putRating = ({ host }: City, person: number): string => `
    insert into ratings.rating (street, subject, of, place, centre_org, unit_org, item, item_name, grade, reasons, sealed, has_words,
        call_back, person, rated_at, state, first_due, finish_due, finished_at, result, satisfied, solved, answered_by, answered_at)
      select 310101002, 'T310101002-99X', 'visit', 310101002000000, no, no, 'general', '某窗口业务', 2, '{attitude}',
        '${host.keys.seal(JSON.stringify({ words: '等得太久', phone: null }))}', true, true, ${person}, '2026-02-06T04:05:06Z', 'answered',
        '2026-02-07T04:05:06Z', '2026-02-12T04:05:06Z', '2026-02-08T04:05:06Z', 'explained', false, false, 'rater', '2026-02-09T04:05:06Z'
      from places.organisation where name = '黄浦区民政局（示例）'`;

export const ratingShown: Readonly<Record<string, () => string>> = {
  'rating.no': () => '编号 E310101002-',
  'rating.subject': () => '"ref":"T310101002-99X"',
  'rating.item_name': () => '某窗口业务',
  'rating.unit_org': () => '"source":"黄浦区民政局（示例）"',
  'rating.grade': () => '"code":"2"',
  'rating.reasons': () => '态度不好',
  'rating.sealed': () => '您写的：等得太久',
  'rating.rated_at': () => '"day":"2026-02-06"',
  'rating.state': () => '已经有了结果',
  'rating.solved': () => '您说没有解决',
};

const program = 'nothing that is said of the person: how the program finds the row';
const onPage = 'what became of it, step by step: where it was rated';
export const ratingKept: Readonly<Record<string, string>> = {
  'rating.person': 'the number by which the program knows the person, who is asking',
  'rating.account': 'the same, by account',
  'rating.workers': 'workers by name: organisation and role answer for what was done',
  'rating.item_name_en': 'told where the reader reads English',
  ...Object.fromEntries(
    'street of place centre_org item has_words token_hash provisional version due_at'
      .split(' ')
      .map((name) => [`rating.${name}`, program]),
  ),
  ...Object.fromEntries(
    'call_back first_due finish_due hard tries reached_at finished_at result satisfied answered_by answered_at'
      .split(' ')
      .map((name) => [`rating.${name}`, onPage]),
  ),
};
