// SPDX-License-Identifier: Apache-2.0
// Counts of what was rated, by office or by item. There is no column by which anybody who works could be counted.
import type { RatingFigures, ratingFigures } from '@lilong/contracts/ratings';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { hideSmall } from '../kernel/hide.ts';
import { dayIn } from '../kernel/today.ts';
import { ratingPolicy } from './policy.ts';
import { lookToCount } from './reach.ts';
import { fewest } from './settings.ts';

interface Counted {
  readonly rated: number;
  readonly good: number;
  readonly middle: number;
  readonly bad: number;
  readonly heard: number;
  readonly contacted: number;
  readonly finished: number;
  readonly answered: number;
  readonly satisfied: number;
  readonly solved: number;
}
interface Row extends Counted {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string | null;
}
const columns =
  sql.raw(`count(*) as rated, count(*) filter (where r.grade >= 4) as good, count(*) filter (where r.grade = 3) as middle,
  count(*) filter (where r.grade <= 2) as bad, count(*) filter (where r.first_due is not null) as heard,
  count(*) filter (where r.reached_at <= r.first_due) as contacted, count(*) filter (where r.finished_at <= r.finish_due) as finished,
  count(*) filter (where r.solved is not null) as answered, count(*) filter (where r.satisfied) as satisfied,
  count(*) filter (where r.solved) as solved`);
const usualDays = 90;

export async function showFigures(
  ctx: Ctx,
  { by, days = usualDays }: InputOf<typeof ratingFigures>,
): Promise<ReplyOf<typeof ratingFigures>> {
  ctx.requireEver(ratingPolicy, 'count');
  await lookToCount(ctx);
  const since = new Date(ctx.now.getTime() - days * 86_400_000);
  const key = by === 'unit' ? sql`r.unit_org::text` : sql`r.of || ' ' || r.item`;
  const named =
    by === 'unit'
      ? sql`max(o.name) as name, null::text as "nameEn"`
      : sql`max(r.item_name) as name, max(r.item_name_en) as "nameEn"`;
  const { rows } = await sql<Row>`
    select ${key} as key, ${named}, ${columns} from ratings.rating r join places.organisation o on o.no = r.unit_org
    where ${ctx.may(ratingPolicy, 'count', 'r')} and r.rated_at > ${since}::timestamptz
    group by 1 order by 2, 1`.execute(ctx.db);
  const least = await fewest(ctx);
  const totals = hideSmall(
    rows.map(({ rated }) => Number(rated)),
    least,
  );
  return {
    ...{ from: dayIn(ctx, since), fewest: least, all: figuresOf(summed(rows), least) },
    rows: rows.flatMap((row, at) =>
      totals[at] === null
        ? [{ ...namedIn(row), ...nothingTold }]
        : [{ ...namedIn(row), ...figuresOf(row, least) }],
    ),
  };
}

const namedIn = ({ key, name, nameEn }: Row) => ({ key, name, nameEn });
const nothingTold: RatingFigures = {
  ...{ rated: null, good: null, middle: null, bad: null, heard: null },
  ...{ contactedInTime: null, finishedInTime: null, satisfied: null, solved: null },
};

const names = [
  ...(['rated', 'good', 'middle', 'bad', 'heard'] as const),
  ...(['contacted', 'finished', 'answered', 'satisfied', 'solved'] as const),
];
function summed(rows: readonly Row[]): Counted {
  const sum = (name: keyof Counted) => rows.reduce((all, row) => all + Number(row[name]), 0);
  return Object.fromEntries(names.map((name) => [name, sum(name)])) as unknown as Counted; // all of its names
}

/** Each figure beside what is left of its whole: neither is told when one is small. */
function figuresOf(row: Counted, least: number): RatingFigures {
  const of = (name: keyof Counted) => Number(row[name]);
  const part = (name: keyof Counted, whole: number) =>
    hideSmall([of(name), whole - of(name)], least)[0] ?? null;
  const [rated = null] = hideSmall([of('rated')], least);
  const [good = null, middle = null, bad = null] = hideSmall(
    [of('good'), of('middle'), of('bad')],
    least,
  );
  const heard = bad === null ? null : part('heard', of('bad'));
  const measure = (name: keyof Counted, whole: number) =>
    heard === null ? null : part(name, whole);
  return {
    ...{ rated, good, middle, bad, heard },
    contactedInTime: measure('contacted', of('heard')),
    finishedInTime: measure('finished', of('heard')),
    satisfied: measure('satisfied', of('answered')),
    solved: measure('solved', of('answered')),
  };
}
