// SPDX-License-Identifier: Apache-2.0
import type { ItemBody } from '@lilong/contracts/item-body';
import { Refusal } from '@lilong/contracts/refusals';
import { faultOfItem } from '../affairs/index.ts';
import { BrokenCalendarRow, type CalendarRow, calendarFromRows } from '../kernel/calendar.ts';
import { dateOfDay, zoneOf } from '../kernel/calendar-zone.ts';
import { type Draft, selectApproved, selectCatalogue } from '../kernel/catalogue-queries.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { type ServerKey, sayServer } from '../kernel/voice.ts';
import { nobodysIn } from './nobodys.ts';
import { organisationNamed } from './queries.ts';
import { keyOf, misfitOf } from './shapes.ts';

/** Kinds whose row describes its own time: an edited row replaces the one of the same key whole. */
export const replacedWhole: readonly string[] = ['calendar_year', 'office_hours'];

/**
 * Whether a row may stand in the catalogue.
 *
 * @throws {Refusal} catalogue.broken, saying what is wrong with it
 */
export async function checkDraft(ctx: Ctx, draft: Draft): Promise<void> {
  const misfit = misfitOf(draft.kind, draft.body);
  if (misfit !== undefined)
    throw broken(ctx, draft, 'broken.body', { ...misfit }, atOf(draft, misfit.path));
  const wanted = keyOf(draft.kind, draft.body);
  if (wanted !== undefined && wanted !== draft.key)
    throw broken(ctx, draft, 'broken.key', { wanted });
  if (!replacedWhole.includes(draft.kind)) checkDay(ctx, draft);
  else await checkCalendar(ctx, draft);
  if (draft.kind === 'condition') await checkCategory(ctx, draft);
  if (draft.kind === 'office_hours') await checkOrganisation(ctx, draft);
  if (draft.kind === 'label') checkLabel(ctx, draft);
  if (draft.kind === 'item') checkItem(ctx, draft);
}

/** A rule does not reach back: what was promised under the old one stays as it was promised. */
function checkDay(ctx: Ctx, draft: Draft): void {
  const today = dateOfDay(zoneOf(ctx.config.TIME_ZONE).dayOf(ctx.now.getTime()));
  if (draft.effectiveFrom < today) throw broken(ctx, draft, 'broken.past', { today });
  if (draft.effectiveTo !== null && draft.effectiveTo < draft.effectiveFrom)
    throw broken(ctx, draft, 'broken.order', { from: draft.effectiveFrom });
}

/** The calendar must still be whole with the row in it. */
async function checkCalendar(ctx: Ctx, draft: Draft): Promise<void> {
  const { kind, key, body, effectiveFrom } = draft;
  if (kind === 'office_hours' && body.from !== effectiveFrom)
    throw broken(ctx, draft, 'broken.from', { from: String(body.from) });
  const only = 'approved';
  const rows = [
    ...(await selectCatalogue(ctx.db, { kind: 'calendar_year', only }, mostRows)),
    ...(await selectCatalogue(ctx.db, { kind: 'office_hours', only }, mostRows)),
  ].filter((row) => row.kind !== kind || row.key !== key);
  try {
    // The shape was checked when each row was drafted.
    const bodies = [...rows.map((row) => row.body), body] as unknown as CalendarRow[];
    calendarFromRows(bodies, ctx.config.TIME_ZONE);
  } catch (fault) {
    if (!(fault instanceof BrokenCalendarRow)) throw fault;
    const { row, value } = fault;
    const [, which, of] = /^(office_hours|year)(?: from)? (.+)$/.exec(row) ?? [];
    const reason = fault.reason.replaceAll('-', '_'); // ICU takes no hyphen
    throw broken(ctx, draft, 'broken.calendar', {
      ...{ which: which ?? 'other', of: of ?? '', reason, value },
    });
  }
}
const mostRows = 1000;

async function checkCategory(ctx: Ctx, draft: Draft): Promise<void> {
  const category = String(draft.body.category);
  const found = await selectApproved(ctx.db, 'category', category);
  if (found.length === 0) throw broken(ctx, draft, 'broken.category', { category });
}

async function checkOrganisation(ctx: Ctx, draft: Draft): Promise<void> {
  const { organisation } = draft.body;
  if (typeof organisation !== 'number') return;
  if ((await organisationNamed(ctx, organisation)) === undefined)
    throw broken(ctx, draft, 'broken.organisation', { organisation });
}

/** HIV status and belief are nobody's to note, whatever the label is called. */
function checkLabel(ctx: Ctx, { key, name, nameEn, body, ...draft }: Draft): void {
  const whole = { ...draft, key, name, nameEn, body };
  if (body.sensitivity === 5 && (!ctx.config.CASE_LABELS || body.kind !== 'shared'))
    throw broken(ctx, whole, 'broken.label-level', {});
  const found = nobodysIn([key, name, nameEn ?? '', String(body.basis ?? ''), draft.source]);
  if (found !== undefined) throw broken(ctx, whole, 'broken.label', { found });
}

function checkItem(ctx: Ctx, draft: Draft): void {
  const found = faultOfItem(draft.body as unknown as ItemBody); // its shape was checked above
  if (found !== undefined)
    throw broken(ctx, draft, 'broken.item', { ...found }, atOf(draft, found.at));
}

/** A matter has a form of many parts, and is told which: `body.materials.2`. */
const atOf = ({ kind }: Draft, path: string): string =>
  kind === 'item' && path !== '' ? `body.${path.replaceAll('/', '.')}` : 'body';

function broken(
  ctx: Ctx,
  draft: Draft,
  why: ServerKey,
  facts: Record<string, unknown>,
  field = 'body',
): Refusal {
  const words = sayServer(ctx.actor.language, why, facts);
  return new Refusal('catalogue.broken', { key: draft.key, why: words }, field);
}
