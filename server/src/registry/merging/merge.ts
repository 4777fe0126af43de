// SPDX-License-Identifier: Apache-2.0
// Somebody has looked at two records and says that they are of one person; or that they are not, after all.
import { daysAfter } from '@lilong/contracts/days';
import { committeeOf, placeRange } from '@lilong/contracts/place-no';
import { Refusal } from '@lilong/contracts/refusals';
import type { mergePeople, undoMerge } from '@lilong/contracts/registry-merging';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';
import { logAccess } from '../access.ts';
import { lockPerson, selectCurrent } from '../move-queries.ts';
import { lookAs, lookOver } from '../reach.ts';
import { requirePerson } from '../ties/stand-aside.ts';
import { follow, type Two } from './follow.ts';
import { followers, stateOf } from './followers.ts';
import {
  changesIn,
  countBound,
  insertChanges,
  insertMerge,
  markUndone,
  mayChangeOne,
  movedSince,
  selectMerge,
  selectPapers,
} from './queries.ts';
import { changesOf, hold, putBack } from './rows.ts';
import { fillPhoneEnds, redigest, settle } from './settle.ts';

/** So many days a merge can be undone, unless the setting says otherwise. 示例 */
export const undoSetting = 'merge_undo_days';
export const undoDays = 90;

export async function merge(
  ctx: Ctx,
  { person: survivor, other: gone, lives, registered }: InputOf<typeof mergePeople>,
): Promise<ReplyOf<typeof mergePeople>> {
  const two = { survivor, gone };
  await requireBoth(ctx, two);
  await lockBoth(ctx, two);
  await checkPapers(ctx, two);
  const before = await hold(ctx, followers, [survivor, gone]);
  await follow(ctx, two, { lives, registered });
  await settle(ctx, survivor);
  await redigest(ctx, survivor);
  await fillPhoneEnds(ctx, survivor);
  const after = await hold(ctx, followers, [survivor, gone]);
  const until = await undoUntil(ctx);
  const no = await keep(ctx, two, until, stateOf(after));
  await insertChanges(ctx, no, changesOf(followers, before, after));
  await tell(ctx, [survivor], 'merged');
  ctx.note({ act: 'registry.merged', subject: `person ${survivor}`, facts: { gone, merge: no } });
  return { merge: no, undoUntil: until };
}

/** Both may be opened, and one of them is the actor's to change: the other was shown by document, perhaps. */
async function requireBoth(ctx: Ctx, { survivor, gone }: Two): Promise<void> {
  if (survivor === gone) throw new Refusal('registry.merge-self', {}, 'other');
  await lookAs(ctx);
  for (const no of [survivor, gone]) await requirePerson(ctx, 'move', no);
  if (!(await mayChangeOne(ctx, [survivor, gone]))) await requirePerson(ctx, 'change', survivor);
}

/** Both are locked, lower number first, and stated together with every committee where either is. */
async function lockBoth(ctx: Ctx, { survivor, gone }: Two): Promise<void> {
  const persons = [survivor, gone].sort((one, other) => one - other);
  await lookAs(ctx, { persons });
  for (const no of persons) {
    const person = await lockPerson(ctx, no);
    if (person === undefined) throw new Refusal('found.nothing', { what: 'person' }, 'other');
    if (person.died_on !== null) throw new Refusal('registry.died', {}, 'other');
  }
  await stateAll(ctx, persons);
}

async function stateAll(ctx: Ctx, persons: readonly number[]): Promise<void> {
  const rows = await Promise.all(persons.map((no) => selectCurrent(ctx, no)));
  const committees = [...new Set(rows.flat().map(({ place }) => committeeOf(place)))];
  const ranges = committees.map(placeRange);
  const { account } = ctx.actor;
  await lookOver(ctx, ranges, { persons, ...(account === null ? {} : { reader: account }) });
}

/** A person has one number of a kind, and one account; a record with a document is the one that stays. */
async function checkPapers(ctx: Ctx, { survivor, gone }: Two): Promise<void> {
  const papers = await selectPapers(ctx, [survivor, gone]);
  const kindsOf = (no: number) =>
    papers.filter(({ person }) => person === no).map(({ document }) => document);
  const [kept, other] = [kindsOf(survivor), kindsOf(gone)];
  if (other.some((kind) => kept.includes(kind)))
    throw new Refusal('registry.merge-documents', {}, 'other');
  if (kept.length === 0 && other.length > 0)
    throw new Refusal('registry.merge-survivor', {}, 'person');
  if ((await countBound(ctx, [survivor, gone])) > 1)
    throw new Refusal('registry.merge-bound', {}, 'other');
}

/** The last day on which a merge of today can be undone. */
export async function undoUntil(ctx: Ctx): Promise<string> {
  const day = today(ctx);
  const row = await ctx.catalogue.inForce(ctx.db, 'setting', undoSetting, day, ctx.now);
  return daysAfter(day, Number(row?.body.value ?? undoDays));
}

async function keep(ctx: Ctx, two: Two, until: string, state: Buffer): Promise<number> {
  const { post } = ctx.actor;
  if (post === null) throw new Error('nobody merges without a post');
  const { organisation, role } = post;
  return insertMerge(ctx, { ...two, organisation, role, undo_until: until, state });
}

/** They are two people after all. */
export async function undo(
  ctx: Ctx,
  { merge: no }: InputOf<typeof undoMerge>,
): Promise<ReplyOf<typeof undoMerge>> {
  await lookAs(ctx);
  const row = await selectMerge(ctx, no);
  if (row === undefined) throw new Refusal('found.nothing', { what: 'merge' }, 'merge');
  const { survivor, gone, undo_until: until, state } = row;
  await requirePerson(ctx, 'change', survivor);
  await lookAs(ctx, { persons: [survivor, gone] });
  for (const one of [survivor, gone].sort((a, b) => a - b)) await lockPerson(ctx, one);
  await stateAll(ctx, [survivor, gone]);
  if (until < today(ctx)) throw new Refusal('registry.merge-over', { day: until });
  if (await movedSince(ctx, row)) throw new Refusal('registry.merge-since', {});
  if (!(await markUndone(ctx, no))) throw new Refusal('found.nothing', { what: 'merge' }, 'merge');
  const isAsItWas = stateOf(await hold(ctx, followers, [survivor, gone])).equals(state);
  await putBack(ctx, followers, 'person', changesIn(no));
  for (const one of [survivor, gone]) {
    await redigest(ctx, one);
    if (!isAsItWas) await settle(ctx, one);
  }
  await tell(ctx, [survivor, gone], 'parted');
  ctx.note({
    act: 'registry.merge-undone',
    subject: `person ${survivor}`,
    facts: { gone, merge: no },
  });
  return { done: true };
}

/** In 谁看过 of each, and screens look again. */
async function tell(ctx: Ctx, persons: readonly number[], what: 'merged' | 'parted') {
  for (const person of persons) {
    await logAccess(ctx, { person, act: 'change', elements: [what], purpose: 'daily' });
    const [at] = await selectCurrent(ctx, person);
    if (at !== undefined)
      ctx.emit({
        ...{ name: `registry.${what}`, street: at.street, subject: `person ${person}` },
        ...{ place: at.place, facts: {}, audience: {} },
      });
  }
}
