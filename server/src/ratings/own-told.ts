// SPDX-License-Identifier: Apache-2.0
// 评价 in 我的数据: what somebody rated, and in the file what they wrote and what was answered.
import { formatRef } from '@lilong/contracts/refs';
import type { OwnValue } from '@lilong/contracts/registry-own';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import type { TellOwn } from '../kernel/own-told.ts';
import { dayIn } from '../kernel/today.ts';
import { nameOf, openSaid, selectSteps } from './queries.ts';
import { namesOf } from './reasons.ts';
import { inLanguage, sayOwn, withoutNumbers } from './say.ts';
import type { RatingRow } from './tables.ts';

const most = { onScreen: 200, inFile: 100_000 } as const;

export const tellRatings: TellOwn = async (ctx, { whole }) => {
  const { rows } = await sql<RatingRow>`
    select * from ratings.rating r where r.person = any(registry.persons())
    order by r.rated_at desc, r.no desc limit ${whole ? most.inFile : most.onScreen}`.execute(
    ctx.db,
  );
  const values: OwnValue[] = [];
  for (const row of rows) values.push(await saidOf(ctx, row, whole));
  return { group: 'ratings', values };
};

type Grade = 1 | 2 | 3 | 4 | 5;

async function saidOf(ctx: Ctx, row: RatingRow, whole: boolean): Promise<OwnValue> {
  const what = inLanguage(ctx, row.item_name, row.item_name_en);
  const { words } = openSaid(ctx, row);
  const reasons = await namesOf(ctx, row.reasons);
  return {
    ...{ key: 'rating', name: sayOwn(ctx, 'own.rating'), code: String(row.grade) },
    says: sayOwn(ctx, `own.grade.${row.grade as Grade}`), // the table's own check
    ...{ source: await nameOf(ctx, row.unit_org), day: dayIn(ctx, row.rated_at) },
    more: [
      what,
      sayOwn(ctx, 'own.no', { ref: formatRef('E', row) }),
      ...reasons.map(({ name, nameEn }) => inLanguage(ctx, name, nameEn)),
      ...(words === null
        ? []
        : [sayOwn(ctx, 'own.rating-words', { words: whole ? words : withoutNumbers(words) })]),
      ...(row.state === 'counted' ? [] : [sayOwn(ctx, `own.rating.${row.state}`)]),
      ...(row.solved === null
        ? []
        : [sayOwn(ctx, row.solved ? 'own.rating-solved' : 'own.rating-unsolved')]),
      ...(whole ? await answersTo(ctx, row) : []),
    ],
    ...{ number: null, label: null, ref: row.subject },
  };
}

/** What the office told the rater, one after another. */
async function answersTo(ctx: Ctx, row: RatingRow): Promise<string[]> {
  const steps = await selectSteps(ctx, row);
  return steps.flatMap(({ sealed, organisationName, at }) =>
    sealed === null
      ? []
      : [
          sayOwn(ctx, 'own.pair', {
            what: `${dayIn(ctx, at)} ${organisationName ?? ''}`.trim(),
            value: ctx.keys.open(sealed),
          }),
        ],
  );
}
