// SPDX-License-Identifier: Apache-2.0
// Labels of level 5 (个案标签). Off unless the deployment turns them on; opened and closed by their department, read by the
// workers of one committee, each reading written down for the person.
import { daysAfter } from '@lilong/contracts/days';
import { readId, tidyId } from '@lilong/contracts/id-number';
import { maskId } from '@lilong/contracts/mask';
import { levelOf } from '@lilong/contracts/place-no';
import { Refusal } from '@lilong/contracts/refusals';
import {
  type caseLabels,
  type closeCaseLabel,
  mostCaseDays,
  type openCaseLabel,
} from '@lilong/contracts/registry-case-labels';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { type Entry, holds } from '../../kernel/catalogue.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';
import { checkPurpose, logAccess } from '../access.ts';
import { labelNames } from '../labels.ts';
import { caseLabelPolicy } from '../policy.ts';
import { lookAs } from '../reach.ts';
import { digestOf, openValue, sealValue } from '../sealed.ts';
import { caseLabelsOf } from '../supply/suppliers.ts';
import { type CaseRow, closeRow, insertCase, selectHere, selectOpened } from './queries.ts';

/** As it is sealed. */
export interface Said {
  readonly number: string;
  readonly code: string;
  readonly words?: string;
}
export const saidIn = (ctx: Ctx, sealed: Uint8Array): Said =>
  JSON.parse(openValue(ctx.keys, sealed)) as Said; // written by `open`

export async function open(
  ctx: Ctx,
  { number, document = '111', label, words, place, purpose, until }: InputOf<typeof openCaseLabel>,
): Promise<ReplyOf<typeof openCaseLabel>> {
  const organisation = await actingDepartment(ctx);
  const id = tidyId(number);
  const isWhole = document === '111' ? readId(id) !== undefined : /^[A-Z0-9()/]{5,30}$/.test(id);
  if (!isWhole) throw new Refusal('registry.id-number', {}, 'number');
  if (!(await caseLabelsOf(ctx, organisation)).has(label))
    throw new Refusal('registry.label', {}, 'label');
  if (levelOf(place) !== 'committee') throw new Refusal('registry.case-place', {}, 'place');
  await checkPurpose(ctx, purpose);
  const latest = daysAfter(today(ctx), mostCaseDays);
  if (until < today(ctx) || until > latest)
    throw new Refusal('registry.case-until', { day: latest }, 'until');
  const said: Said = { number: id, code: label, ...(words === undefined ? {} : { words }) };
  const no = await insertCase(ctx, {
    ...{ organisation, place, purpose, until },
    digest: digestOf(ctx.keys, 'id', id),
    sealed: sealValue(ctx.keys, JSON.stringify(said)),
  });
  ctx.note({ act: 'registry.case-label-opened', subject: `case-label ${no}`, place, purpose });
  return { no };
}

export async function close(
  ctx: Ctx,
  { no }: InputOf<typeof closeCaseLabel>,
): Promise<ReplyOf<typeof closeCaseLabel>> {
  const organisation = await actingDepartment(ctx);
  if (!(await closeRow(ctx, no, organisation)))
    throw new Refusal('found.nothing', { what: 'label' }, 'no');
  ctx.note({ act: 'registry.case-label-closed', subject: `case-label ${no}` });
  return { done: true };
}

export async function show(
  ctx: Ctx,
  _: InputOf<typeof caseLabels>,
): Promise<ReplyOf<typeof caseLabels>> {
  ctx.requireEver(caseLabelPolicy, 'list');
  checkOn(ctx);
  const names = await namesOf(ctx);
  if (!caseLabelPolicy.mayEver('open', ctx.actor))
    return { labels: [], purposes: [], opened: [], here: await readHere(ctx, names) };
  const organisation = await actingDepartment(ctx);
  const day = today(ctx);
  const purposes = await ctx.catalogue.rows(ctx.db, 'purpose', ctx.now);
  const rows = await selectOpened(ctx, organisation);
  return {
    labels: [...(await caseLabelsOf(ctx, organisation)).values()].map((one) => ({
      ...{ code: one.key, ...named(one, one.key) },
    })),
    purposes: purposes
      .filter((row) => holds(row, day) && row.body.chosen === true)
      .map((one) => ({ key: one.key, ...named(one, one.key) })),
    opened: rows.map((row) => {
      const { number, code } = saidIn(ctx, row.sealed);
      return { number: maskId(number), ...names(row, code) };
    }),
    here: [],
  };
}

/** Whoever may read it here; the people read that it was. */
async function readHere(ctx: Ctx, names: Names) {
  await lookAs(ctx);
  const rows = await selectHere(ctx);
  for (const { person, purpose } of rows)
    await logAccess(ctx, { person, act: 'reveal', elements: ['label'], purpose });
  return rows.map((row) => {
    const { code, words = null } = saidIn(ctx, row.sealed);
    const { person, personName, organisationName } = row;
    return { ...names(row, code), person, personName, words, organisationName };
  });
}

type Names = Awaited<ReturnType<typeof namesOf>>;
/** What is told of each, in words. */
async function namesOf(ctx: Ctx) {
  const labels = await labelNames(ctx);
  const rows = await ctx.catalogue.rows(ctx.db, 'purpose', ctx.now);
  const purposes = new Map(rows.map((row) => [row.key, row]));
  return ({ no, placeName, purpose, until }: CaseRow, code: string) => ({
    ...{ no, placeName, until },
    label: named(labels.get(code), code),
    purpose: named(purposes.get(purpose), purpose),
  });
}
const named = (entry: Entry | undefined, key: string) => ({
  name: entry?.name ?? key,
  nameEn: entry?.nameEn ?? null,
});

async function actingDepartment(ctx: Ctx): Promise<number> {
  ctx.requireEver(caseLabelPolicy, 'open');
  checkOn(ctx);
  const organisation = ctx.actor.post?.organisation ?? 0; // the policy asks for a post
  await lookAs(ctx, { suppliers: [organisation] });
  return organisation;
}

/** @throws {Refusal} `registry.case-off` */
function checkOn(ctx: Ctx): void {
  if (!ctx.config.CASE_LABELS) throw new Refusal('registry.case-off', {});
}
