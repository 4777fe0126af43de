// SPDX-License-Identifier: Apache-2.0
// 一件事 as it goes on: accepted once, it is parted among its offices; each decides by its own clock; when all have, the
// whole is decided and told in one notice. Runs after each move of a whole or a part, and changes nothing when run twice.
import { pausedStates, runningStates } from '@lilong/contracts/affair-flow';
import type { RowKey } from '@lilong/contracts/refs';
import type { Ctx } from '../kernel/ctx.ts';
import type { Heard } from '../kernel/events.ts';
import { promise } from './clocks.ts';
import { insertPartConsent } from './consent-queries.ts';
import { type Item, itemOfRow } from './items.ts';
import { openKept, sealKept, snapshotOf, toldOf, valuesOf } from './kept.ts';
import { keysOf, officesOfParts, type PartOfOffice } from './parts.ts';
import {
  insertApplication,
  insertStep,
  lockApplication,
  selectParts,
  updateApplication,
} from './queries.ts';
import { lookEverywhere } from './reach.ts';
import { clockFacts } from './settings.ts';
import type { ApplicationPatch, ApplicationRow } from './tables.ts';
import { moved, settle, standing, tell } from './walk.ts';
import type { Given } from './workflow.ts';

const running = [...runningStates, ...pausedStates];
const bySystem = { bySystem: true } as const;

export async function joinUp(ctx: Ctx, { facts }: Pick<Heard, 'facts'>): Promise<void> {
  await lookEverywhere(ctx);
  const whole = await lockApplication(ctx, facts.whole as RowKey); // written by walk.ts
  if (whole === undefined || whole.parts === 0 || whole.accepted_at === null) return;
  const parts = await selectParts(ctx, whole);
  if (!running.includes(whole.state)) return endParts(ctx, whole, parts);
  if (parts.length === 0) return begin(ctx, whole);
  if (parts.every(({ outcome }) => outcome !== null)) return decideWhole(ctx, whole, parts);
  await followClocks(ctx, whole, parts);
}

/** Each office gets its part, accepted on the day on which the whole was. */
async function begin(ctx: Ctx, whole: ApplicationRow): Promise<void> {
  const joint = await itemOfRow(ctx, whole.item_row);
  const told = toldOf(openKept(ctx, whole), whole.materials);
  for (const part of await officesOfParts(ctx, joint, told, whole))
    await beginPart(ctx, whole, part);
}

async function beginPart(
  ctx: Ctx,
  whole: ApplicationRow,
  { part, decides }: PartOfOffice,
): Promise<void> {
  const { entry, body } = part;
  const { calendar } = await clockFacts(ctx);
  const { no: _, version: __, ...shared } = whole;
  const fresh: Omit<ApplicationRow, 'no' | 'version'> = {
    ...shared,
    ...{
      parts: 0,
      joint: whole.no,
      joint_row: whole.item_row,
      item: entry.key,
      item_row: entry.no,
    },
    ...{ item_name: entry.name, item_name_en: entry.nameEn, department: body.department.name },
    ...{ promised: body.promised, legal: body.legal ?? null, state: 'accepted' },
    ...{ decide_org: decides, changed_at: ctx.now },
    materials: whole.materials.filter(({ key }) => isOurs(body, key)),
    ...askedOf(whole, body),
    sealed: cutTo(ctx, whole, body),
  };
  const row = await insertApplication(ctx, {
    ...fresh,
    turn_org: fresh.decide_org,
    ...promise(fresh, calendar),
  });
  await insertStep(ctx, row, { did: 'accept', dueAt: row.due_at, ...bySystem });
  await insertPartConsent(ctx, row, keysOf(body));
  tell(ctx, row);
}

const isOurs = ({ materials }: Item['body'], key: string): boolean =>
  materials.some((of) => of.key === key);

/** What had been asked for, as far as it was for this office; the words when they were about nothing else. */
function askedOf(
  { asked_keys, asked_words }: ApplicationRow,
  body: Item['body'],
): ApplicationPatch {
  const keys = asked_keys.filter((key) => isOurs(body, key));
  if (keys.length === 0)
    return {
      ...{ asked_at: null, asked_until: null, answered_at: null },
      ...{ asked_keys: [], asked_words: null },
    };
  return { asked_keys: keys, asked_words: keys.length === asked_keys.length ? asked_words : null };
}

/** What this office needs, and nothing that only another one asked for. */
function cutTo(ctx: Ctx, whole: ApplicationRow, body: Item['body']): Buffer {
  const kept = openKept(ctx, whole);
  const told = toldOf(kept, whole.materials);
  const fields = Object.keys(body.form?.properties ?? {});
  const questions = body.questions.map(({ key }) => key);
  return sealKept(ctx, {
    questions: only(told.questions, questions),
    fields: only(told.fields, fields),
    held: snapshotOf(body, valuesOf(kept), told),
  });
}

const only = <V>(told: Readonly<Record<string, V>>, keys: readonly string[]): Record<string, V> =>
  Object.fromEntries(Object.entries(told).filter(([key]) => keys.includes(key)));

/** All offices have decided: granted when any of it was, and one notice says how each part ended. */
async function decideWhole(
  ctx: Ctx,
  whole: ApplicationRow,
  parts: readonly ApplicationRow[],
): Promise<void> {
  const granted = parts.some(({ outcome }) => outcome === 'granted');
  const refused = parts.filter(({ outcome }) => outcome !== 'granted');
  const given: Given = {
    reason: parts.map(noticeOf).join('；'),
    remedy: refused.map(({ remedy }) => remedy ?? '可以重新申请，或拨打 12345').join('；'),
  };
  const facts = await clockFacts(ctx);
  const decided = granted
    ? moved(standing(whole), 'grant', { reason: given.reason }, facts, bySystem)
    : moved(standing(whole), 'refuse', given, facts, bySystem);
  const atOnce = granted && decided.row.deliver_by === 'phone';
  await settle(
    ctx,
    whole,
    atOnce ? moved(decided, 'deliver', { by: 'phone' }, facts, bySystem) : decided,
  );
}

/** As it is kept and signed: Chinese. */
function noticeOf({ item_name: name, outcome, reason }: ApplicationRow): string {
  if (outcome === 'granted') return `${name}：准予`;
  return `${name}：${outcome === 'refused' ? '不予' : '终止'}${reason === null ? '' : `，${reason}`}`;
}

/** The whole is due when the last of its parts is; while one stands still, so does it. */
async function followClocks(
  ctx: Ctx,
  whole: ApplicationRow,
  parts: readonly ApplicationRow[],
): Promise<void> {
  const open = parts.filter(({ outcome }) => outcome === null);
  const last = open.toSorted((one, other) => Number(other.due_at) - Number(one.due_at))[0];
  const stands = open.some(({ due_at }) => due_at === null);
  const due = stands ? null : (last?.due_at ?? null);
  if (whole.due_at?.getTime() === due?.getTime()) return;
  const left = await updateApplication(ctx, whole, {
    ...{ due_at: due, clock: due === null ? 'stopped' : 'promise', changed_at: ctx.now },
    provisional: due !== null && last?.provisional === true,
  });
  tell(ctx, left, whole);
}

/** The whole is over: what its offices have open ends with it, and what was decided is delivered with it. */
async function endParts(
  ctx: Ctx,
  whole: ApplicationRow,
  parts: readonly ApplicationRow[],
): Promise<void> {
  const facts = await clockFacts(ctx);
  for (const part of parts) {
    if (part.outcome === null && whole.outcome !== 'granted' && whole.outcome !== 'refused') {
      const reason = whole.reason ?? '整件事已经终止';
      const move = whole.state === 'withdrawn' ? 'withdraw' : 'cancel';
      await settle(ctx, part, moved(standing(part), move, { reason }, facts, bySystem));
    } else if (whole.delivered_by !== null && /^(granted|refused)$/.test(part.state)) {
      const given = { by: whole.delivered_by };
      await settle(ctx, part, moved(standing(part), 'deliver', given, facts, bySystem));
    }
  }
}
