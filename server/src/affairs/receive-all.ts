// SPDX-License-Identifier: Apache-2.0
// Several people at their windows at the same moment: one transaction, in which each is opened to whoever serves them, and
// written in that name (decision 0010). Whoever needs more than is usual is served alone, by receive.ts.
import type { receiveApplication } from '@lilong/contracts/affair-work';
import { Refusal } from '@lilong/contracts/refusals';
import type { ReplyOf } from '@lilong/contracts/route';
import { runTogether } from '../kernel/pipelined.ts';
import { type Asked, byItself, refusalOr } from '../kernel/together.ts';
import { type HeldPerson, heldByGrants, lookAs, lookOf } from '../registry/index.ts';
import { onlyValues } from './has.ts';
import { type Item, itemToday } from './items.ts';
import { pageFrom } from './page.ts';
import { affairPolicy } from './policy.ts';
import { type Can, insertionWith } from './queries.ts';
import { affairsLookOf } from './reach.ts';
import {
  type Arrived,
  type Arriving,
  arrived,
  noteReceived,
  type Wanted,
  wantedFor,
  whole,
} from './receive.ts';
import { nothingTold } from './told.ts';

type One = Asked<typeof receiveApplication>;
type Page = ReplyOf<typeof receiveApplication>;
/** What there is of a request so far; or how it ended. */
type Or<T> = T | Refusal | typeof byItself;

export async function receiveAll(asked: readonly One[]): Promise<Or<Page>[]> {
  const items: Or<Item>[] = [];
  for (const [at, one] of asked.entries())
    items.push(await refusalOr(() => usual(one, asked.slice(0, at))));
  const opened = await openAll(asked, items);
  const here: Or<Arrived>[] = [];
  for (const [at, found] of opened.entries())
    here.push(isOut(found) ? found : await refusalOr(() => arrived(ctxOf(asked, at), found)));
  return writeAll(asked, here);
}

const isOut = <T>(of: Or<T>): of is Refusal | typeof byItself =>
  of === byItself || of instanceof Refusal;

function ctxOf(asked: readonly One[], at: number): One['ctx'] {
  const one = asked[at];
  if (one === undefined) throw new Error('nobody asked');
  return one.ctx;
}

/**
 * The item, where nothing beyond the registry is asked for it: no code to redeem, no picture, nothing that a certificate, an
 * earlier matter or a rule could have a say in, nothing with several offices; and where nobody before asks for the same.
 */
async function usual({ ctx, input }: One, before: readonly One[]): Promise<Item | typeof byItself> {
  ctx.requireEver(affairPolicy, 'receive');
  const item = await itemToday(ctx, input.item);
  const { materials, rule, parts } = item.body;
  const isPlain =
    input.consent.by === 'told' &&
    (input.materials ?? []).every(({ how }) => how === 'paper' || how === 'later') &&
    materials.every(({ certificate, paper }) => certificate === undefined && paper === undefined) &&
    rule === undefined &&
    parts === undefined &&
    !before.some(
      ({ input: { person, item: other } }) => person === input.person && other === input.item,
    );
  return isPlain ? item : byItself;
}

/** Everybody of whom nothing more has to be asked, in one packet; afterwards nobody is stated. */
async function openAll(asked: readonly One[], items: readonly Or<Item>[]): Promise<Or<Arriving>[]> {
  const order = [...asked.keys()]
    .filter((at) => !isOut(items[at] ?? byItself))
    .sort((a, b) => keyOf(asked[a]) - keyOf(asked[b])); // batches wait for each other in one direction only
  const visitors = order.flatMap((at) => {
    const one = asked[at];
    if (one === undefined) return [];
    return [{ ctx: one.ctx, person: one.input.person, besides: wantedFor(one.input.item) }];
  });
  const found = await heldByGrants<Wanted>(visitors);
  if (visitors[0] !== undefined) await lookAs(visitors[0].ctx);
  return items.map((item, at) => {
    const input = asked[at]?.input;
    const one = found[order.indexOf(at)];
    if (isOut(item)) return item;
    if (one === undefined || input === undefined) return byItself;
    if (one instanceof Refusal) return one;
    const [[number], [running]] = one.rows;
    const isPlain = running === undefined && number?.fromDoor === false;
    return isPlain ? arriving(input, item, one.held, number) : byItself;
  });
}

const keyOf = (one: One | undefined): number => one?.input.person ?? 0;

const arriving = (
  input: One['input'],
  item: Item,
  held: HeldPerson,
  number: Arriving['number'],
): Arriving => ({
  ...{ input, item, held, number, how: 'told', before: nothingTold },
  has: onlyValues(held.values),
});

/** Each application in the name of whoever received it, with its person stated and nobody else. */
async function writeAll(asked: readonly One[], here: readonly Or<Arrived>[]): Promise<Or<Page>[]> {
  const there = here.flatMap((one, at) => (isOut(one) ? [] : [{ one, at, ctx: ctxOf(asked, at) }]));
  const [first] = there;
  if (first === undefined) return here.filter(isOut);
  const statements = there.flatMap(({ one: { row, beside }, ctx }) => [
    ...[lookOf(ctx, { persons: [row.person], few: true }), affairsLookOf(ctx)],
    insertionWith(ctx, row, beside),
  ]);
  const rows = await runTogether<unknown[]>(first.ctx.db, ...statements);
  const pages = new Map<number, Page>();
  for (const [nth, { one, at, ctx }] of there.entries()) {
    const input = asked[at]?.input;
    if (input !== undefined) noteReceived(ctx, one, input);
    pages.set(at, await pageFrom(ctx, whole(one, rows[3 * nth + 2] as Can[])));
  }
  return here.map((one, at) => (isOut(one) ? one : (pages.get(at) ?? byItself)));
}
