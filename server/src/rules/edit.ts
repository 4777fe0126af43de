// SPDX-License-Identifier: Apache-2.0

import type * as routes from '@lilong/contracts/catalogue';
import { daysAfter } from '@lilong/contracts/days';
import { streetOf } from '@lilong/contracts/place-no';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import {
  approveDraft,
  type CatalogueEntry,
  countDrafts,
  endRow,
  insertDraft,
  lockCatalogue,
  refuseDraft,
  retireRow,
  selectApproved,
  selectCatalogue,
  selectCatalogueRow,
} from '../kernel/catalogue-queries.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { actsForAll } from '../kernel/topmost.ts';
import { checkDraft, replacedWhole } from './checks.ts';
import { changesBetween } from './diff.ts';
import { requireForAll, rulesPolicy } from './policy.ts';
import { countOpenOf, countRunning, isOwnItem, organisationNamed } from './queries.ts';

const mostRows = 2000;

/** The rows of one kind. Whoever may not see drafts sees what is and was in force. */
export async function showRules(
  ctx: Ctx,
  wanted: InputOf<typeof routes.listCatalogue>,
): Promise<ReplyOf<typeof routes.listCatalogue>> {
  ctx.requireEver(rulesPolicy, 'read');
  const all = rulesPolicy.mayEver('readDrafts', ctx.actor) && (await actsForAll(ctx));
  const filter = all
    ? { ...wanted, besides: ctx.may(rulesPolicy, 'readDrafts', 'r') }
    : { ...wanted, only: 'approved' as const };
  const rows = await selectCatalogue(ctx.db, filter, mostRows);
  const mayDraft = all && (await mayDraftOf(ctx, wanted));
  const waiting = all && !isOwner(ctx) ? await countDrafts(ctx.db) : [];
  return { rows: rows.map(({ author: _, ...row }) => row), mayDraft, waiting };
}

const isOwner = ({ actor }: Ctx): boolean => actor.post?.role === 'item_owner';

/** An administrator any row, an owner those of their department, one at a time. */
async function mayDraftOf(
  ctx: Ctx,
  { kind, key, body }: { kind: string; key?: string | undefined; body?: Record<string, unknown> },
): Promise<boolean> {
  if (!rulesPolicy.mayEver('draft', ctx.actor)) return false;
  if (!isOwner(ctx)) return true;
  if (kind !== 'item' || key === undefined) return false;
  const office = ctx.actor.post?.organisation ?? 0;
  return isOwnItem(ctx, office, body === undefined ? { key } : { key, body });
}

/** Writes a draft. Nothing changes until somebody else approves it. */
export async function draftRule(
  ctx: Ctx,
  input: InputOf<typeof routes.draftCatalogue>,
): Promise<ReplyOf<typeof routes.draftCatalogue>> {
  await requireForAll(ctx, 'draft');
  if (!(await mayDraftOf(ctx, input))) throw new Refusal('auth.denied', { action: 'draft' });
  const draft = { ...input, nameEn: input.nameEn ?? null, effectiveTo: input.effectiveTo ?? null };
  await checkDraft(ctx, draft);
  const no = await insertDraft(ctx.db, draft, ctx.actor.account ?? 0, ctx.now); // staff: the policy asks for a post
  ctx.note({ act: 'catalogue.draft', subject: `${input.kind} ${input.key}`, facts: input });
  return { no };
}

/** What a draft changes against the row in force on its day. */
export async function diffRule(
  ctx: Ctx,
  { no }: InputOf<typeof routes.diffCatalogue>,
): Promise<ReplyOf<typeof routes.diffCatalogue>> {
  await requireForAll(ctx, 'readDrafts');
  await ctx.require(rulesPolicy, 'readDrafts', { no });
  const draft = await rowOf(ctx, no);
  const before = await rowBefore(ctx, draft);
  const changes = changesBetween(await shownOf(ctx, before), await shownOf(ctx, draft));
  return { changes, openCases: await countTouched(ctx, draft) };
}

/** What is in force on the draft's first day: the row of its key, or the hours of the same organisation. */
async function rowBefore(ctx: Ctx, draft: CatalogueEntry): Promise<CatalogueEntry | undefined> {
  const { kind, key, body, effectiveFrom } = draft;
  const approved =
    kind === 'office_hours'
      ? (await selectCatalogue(ctx.db, { kind, only: 'approved' }, mostRows))
          .filter((row) => (row.body.organisation ?? null) === (body.organisation ?? null))
          .sort((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom))
      : await selectApproved(ctx.db, kind, key);
  const others = approved.filter(({ no }) => no !== draft.no);
  return kind === 'calendar_year'
    ? others.at(-1)
    : others.findLast((row) => row.effectiveFrom <= effectiveFrom);
}

/** As people compare it: what the body repeats of its row is left out, an organisation is a name. */
async function shownOf(ctx: Ctx, row: CatalogueEntry | undefined) {
  if (row === undefined) return undefined;
  const { name, nameEn, effectiveFrom, effectiveTo, source } = row;
  const head = { name, nameEn, effectiveFrom, effectiveTo, source };
  if (!replacedWhole.includes(row.kind)) return { ...head, body: row.body };
  const { kind: _, from: __, to: ___, source: ____, organisation, ...body } = row.body;
  const whose =
    typeof organisation === 'number' ? await organisationNamed(ctx, organisation) : null;
  return { ...head, body: { ...body, organisation: whose ?? null } };
}

/** How many open cases the row is about. They keep the version that they started with. */
async function countTouched(ctx: Ctx, { kind, key, body }: CatalogueEntry): Promise<number> {
  if (kind === 'category') return countOpenOf(ctx, key);
  if (kind === 'condition') return countOpenOf(ctx, String(body.category));
  if (!replacedWhole.includes(kind)) return 0;
  return countRunning(ctx, typeof body.organisation === 'number' ? body.organisation : null);
}

/** Approves a draft, or refuses it. Never one's own. */
export async function decideRule(
  ctx: Ctx,
  { no, approve }: InputOf<typeof routes.decideCatalogue>,
): Promise<ReplyOf<typeof routes.decideCatalogue>> {
  await requireForAll(ctx, 'decide');
  await lockCatalogue(ctx.db);
  const draft = await rowOf(ctx, no);
  const approver = ctx.actor.account ?? 0; // staff: the policy asks for a post
  if (draft.status !== 'draft') throw new Refusal('catalogue.decided', { key: draft.key });
  if (draft.author === approver) throw new Refusal('catalogue.own-draft', {});
  if (approve) await putInForce(ctx, draft, approver);
  else await refuseDraft(ctx.db, no, approver);
  const act = approve ? 'catalogue.approve' : 'catalogue.refuse';
  ctx.note({ act, subject: `${draft.kind} ${draft.key}`, facts: { no } });
  return { done: true };
}

async function putInForce(ctx: Ctx, draft: CatalogueEntry, approver: number): Promise<void> {
  await checkDraft(ctx, draft); // others may have been approved since it was written
  const approved = await selectApproved(ctx.db, draft.kind, draft.key);
  const until = replacedWhole.includes(draft.kind)
    ? await replaceWhole(ctx, approved)
    : await endTheOneBefore(ctx, draft, approved);
  await approveDraft(ctx.db, draft.no, approver, until);
  const place = ctx.actor.post?.places[0] ?? null;
  ctx.emit({
    name: 'catalogue.approved',
    street: place === null ? 0 : streetOf(place),
    subject: `${draft.kind} ${draft.key}`,
    place,
    facts: { no: draft.no, kind: draft.kind, key: draft.key },
    audience: {},
  });
  ctx.after(() => ctx.catalogue.forget());
}

async function replaceWhole(ctx: Ctx, approved: readonly CatalogueEntry[]): Promise<null> {
  for (const { no } of approved) await retireRow(ctx.db, no);
  return null;
}

/** The row before ends on the day before, one of the same day gives way, a later one that waits bounds this one. */
async function endTheOneBefore(
  ctx: Ctx,
  draft: CatalogueEntry,
  approved: readonly CatalogueEntry[],
): Promise<string | null> {
  const { effectiveFrom: from, effectiveTo: to } = draft;
  for (const { no, effectiveFrom, effectiveTo } of approved) {
    if (effectiveFrom === from) await retireRow(ctx.db, no);
    else if (effectiveFrom < from && (effectiveTo === null || effectiveTo >= from))
      await endRow(ctx.db, no, daysAfter(from, -1));
  }
  const next = approved.find((row) => row.effectiveFrom > from);
  if (next === undefined) return to;
  const last = daysAfter(next.effectiveFrom, -1);
  return to !== null && to < last ? to : last;
}

async function rowOf(ctx: Ctx, no: number): Promise<CatalogueEntry> {
  const row = await selectCatalogueRow(ctx.db, no);
  if (row === undefined) throw new Refusal('found.nothing', { what: 'draft' });
  return row;
}
