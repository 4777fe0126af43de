// SPDX-License-Identifier: Apache-2.0
// 帮办: given by the own account or said to a worker, to whoever shows a code; ended at once by either of the two.
import { ageOn, daysAfter } from '@lilong/contracts/days';
import type { Mandate } from '@lilong/contracts/mandates';
import { formatRef, type RowKey } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import { type SqlBool, sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { settingOf } from '../../kernel/in-force.ts';
import { today } from '../../kernel/today.ts';
import { logAccess } from '../access.ts';
import { selectPerson } from '../card-queries.ts';
import { endGrantsOf } from '../own/guardian-queries.ts';
import { endOfDay } from '../own/reading.ts';
import { guardianSettings } from '../own/settings.ts';
import { redeemShown, type ShownBy } from '../own/show.ts';
import { personPolicy } from '../policy.ts';
import { lookAs } from '../reach.ts';
import type { PersonRow } from '../tables.ts';
import { standAside } from '../ties/stand-aside.ts';
import { logNamed } from './log.ts';
import {
  endMandates,
  holdsNow,
  insertMandate,
  type MandateFound,
  mandateMatter,
  selectMandates,
} from './queries.ts';
import { mandateSettings } from './settings.ts';

/**
 * A worker writes down what somebody says. The transaction states that person.
 *
 * @throws {Refusal} auth.denied, registry.own-household
 */
export async function openForWorker(ctx: Ctx, person: number): Promise<void> {
  await lookAs(ctx);
  await ctx.require(personPolicy, 'mandate', { no: person });
  await standAside(ctx, person);
  await lookAs(ctx, { persons: [person] });
}

export interface MandateScope {
  readonly items: readonly string[];
  readonly matter: RowKey | undefined;
  readonly certificates: boolean;
  /** The last day. */
  readonly until: string;
}

/**
 * Permission was asked: the actor is the person, or may open them. The transaction then states the person.
 *
 * @throws {Refusal} registry.shown-code, registry.mandate-who, registry.mandate-many, registry.mandate-until
 */
export async function letHelp(
  ctx: Ctx,
  person: number,
  code: string,
  scope: MandateScope,
): Promise<MandateFound> {
  const last = await lastDay(ctx);
  if (scope.until < today(ctx) || scope.until > last)
    throw new Refusal('registry.mandate-until', { day: last }, 'until');
  const shown = await redeemShown(ctx, code, { organisation: ctx.actor.post?.organisation });
  await lookAs(ctx, { persons: [person, shown.person] });
  const who = await ofAge(ctx, person, await selectPerson(ctx, person));
  await checkHelper(ctx, person, shown);
  await endSame(ctx, person, shown.person, scope);
  const no = await insertMandate(ctx, {
    ...{ person, name: who.name, helper: shown.person, helper_name: shown.name },
    ...{ account: shown.account, items: [...scope.items], certificates: scope.certificates },
    ...{ matter_street: scope.matter?.street ?? null, matter_no: scope.matter?.no ?? null },
    ...{ until_on: scope.until, until_at: endOfDay(ctx, scope.until) },
  });
  const facts = { mandate: no, helper: shown.person, items: scope.items };
  ctx.note({ act: 'registry.mandate-given', subject: `person ${person}`, facts });
  await logNamed(ctx, shown.person);
  if (ctx.actor.post !== null)
    await logAccess(ctx, { person, act: 'change', elements: ['mandate'], purpose: 'helper' });
  const [made] = await selectMandates(ctx, sql<SqlBool>`m.no = ${no}`);
  if (made === undefined) throw new Error(`no mandate ${no}`);
  return made;
}

/** The furthest day until which somebody may be let help. */
export async function lastDay(ctx: Ctx): Promise<string> {
  const { key, value } = mandateSettings.days;
  return daysAfter(today(ctx), await settingOf(ctx, key, value));
}

/** Whoever is not of age is acted for by parents or guardians, and acts for nobody. */
async function ofAge(ctx: Ctx, no: number, row: PersonRow | undefined): Promise<PersonRow> {
  const { key, value } = guardianSettings.ofAge;
  const age = await settingOf(ctx, key, value);
  if (row === undefined) throw new Error(`person ${no} is out of sight`);
  if (row.died_on !== null || (ageOn(row.born_on, today(ctx)) ?? age) < age)
    throw new Refusal('registry.mandate-who', {}, 'code');
  return row;
}

async function checkHelper(ctx: Ctx, person: number, { person: helper }: ShownBy): Promise<void> {
  if (helper === person) throw new Refusal('registry.mandate-who', {}, 'code');
  await ofAge(ctx, helper, await selectPerson(ctx, helper));
  const { key, value } = mandateSettings.people;
  const most = await settingOf(ctx, key, value);
  const held = await selectMandates(
    ctx,
    sql<SqlBool>`m.helper = ${helper} and m.person <> ${person} and ${holdsNow(ctx)}`,
  );
  if (new Set(held.map((one) => one.person)).size >= most)
    throw new Refusal('registry.mandate-many', { most }, 'code');
}

/** Given to the same one for the same before: the new one counts. */
async function endSame(ctx: Ctx, person: number, helper: number, { items, matter }: MandateScope) {
  const same =
    matter === undefined
      ? sql<SqlBool>`m.matter_no is null and m.items <@ ${[...items]}::text[]`
      : sql<SqlBool>`m.matter_street = ${matter.street} and m.matter_no = ${matter.no}`;
  const which = sql<SqlBool>`m.person = ${person} and m.helper = ${helper} and ${same}`;
  const ended = await endMandates(ctx, which, 'again');
  await endGrantsOf(
    ctx,
    ended.map(({ no }) => mandateMatter(no)),
  );
}

/** As both of the two read it; `other`: the name of the other one. */
export async function mandateCard(
  ctx: Ctx,
  row: MandateFound,
  other: 'name' | 'helper_name',
): Promise<Mandate> {
  const entries = await ctx.catalogue.rows(ctx.db, 'item', ctx.now);
  const { matter_street: street, matter_no: no } = row;
  return {
    ...{ mandate: row.no, name: row[other], certificates: row.certificates },
    items: row.items.map((item) => {
      const entry = entries.findLast(({ key }) => key === item);
      return { item, name: entry?.name ?? item, nameEn: entry?.nameEn ?? null };
    }),
    matter: street === null || no === null ? null : formatRef('A', { street, no }),
    ...{ organisationName: row.organisationName, since: row.given_at.toISOString() },
    until: row.until_on,
  };
}
