// SPDX-License-Identifier: Apache-2.0
// Which organisation supplies which labels: a line of work (民政) is found by the names of its organisations, and those
// names are dated rows of the catalogue.
import { sql } from 'kysely';
import { type Entry, holds } from '../../kernel/catalogue.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import { settingOf } from '../../kernel/in-force.ts';
import { today } from '../../kernel/today.ts';

/** Settings whose value is the names, or parts of them, of those who supply: `民政局、民政所`. */
export const supplierSetting = 'label_supplier_';
export const waitingSetting = 'label_waiting_days';

/** From this level on a label is opened case by case, and kept apart. */
export const caseLevel = 5;

/** Labels in force that the organisation supplies, by code. A committee collects, it does not supply. */
export async function labelsSuppliedBy(
  ctx: Ctx,
  organisation: number,
): Promise<ReadonlyMap<string, Entry>> {
  const all = await labelsOf(ctx, organisation);
  return new Map([...all].filter(([, { body }]) => Number(body.sensitivity) < caseLevel));
}

/** Labels of level 5 that it can open. */
export async function caseLabelsOf(
  ctx: Ctx,
  organisation: number,
): Promise<ReadonlyMap<string, Entry>> {
  const all = await labelsOf(ctx, organisation);
  return new Map([...all].filter(([, { body }]) => Number(body.sensitivity) >= caseLevel));
}

async function labelsOf(ctx: Ctx, organisation: number): Promise<ReadonlyMap<string, Entry>> {
  const day = today(ctx);
  const name = await selectSupplierName(ctx, organisation);
  const works = name === undefined ? [] : await worksOf(ctx, name, day);
  const rows = await ctx.catalogue.rows(ctx.db, 'label', ctx.now);
  return new Map(
    rows
      .filter((row) => holds(row, day) && row.body.kind === 'shared')
      .filter(({ body }) => works.includes(String(body.supplier)))
      .map((row) => [row.key, row]),
  );
}

/** Lines of work that an organisation of this name does. */
async function worksOf(ctx: Ctx, name: string, day: string): Promise<string[]> {
  const titles = await titlesOf(ctx, day);
  return [...titles].flatMap(([work, of]) =>
    of.some((title) => name.includes(title)) ? [work] : [],
  );
}

/** Names, or parts of them, of the organisations that do a line of work. */
export async function titlesOf(
  ctx: Ctx,
  day = today(ctx),
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await ctx.catalogue.rows(ctx.db, 'setting', ctx.now);
  return new Map(
    rows
      .filter((row) => row.key.startsWith(supplierSetting) && holds(row, day))
      .map(({ key, body }) => [key.slice(supplierSetting.length), titlesIn(body.value)]),
  );
}

const titlesIn = (value: unknown): string[] =>
  String(value)
    .split(/[、,，]/)
    .map((title) => title.trim())
    .filter((title) => title !== '');

/** An office of the city or of a district; others supply nothing. */
export async function selectSupplierName(
  ctx: Ctx,
  organisation: number,
): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    select name from places.organisation
    where no = ${organisation} and kind in ('city_office', 'district_department') and valid_to is null`.execute(
    ctx.db,
  );
  return rows[0]?.name;
}

/** The one organisation of this name that may supply labels. */
export async function findSupplier(ctx: Ctx, name: string): Promise<number | undefined> {
  const { rows } = await sql<{ no: number }>`
    select no from places.organisation
    where name = ${name} and kind in ('city_office', 'district_department') and valid_to is null`.execute(
    ctx.db,
  );
  return rows.length === 1 ? rows[0]?.no : undefined;
}

/** Everybody who may ever have supplied. */
export async function selectSuppliers(ctx: Ctx): Promise<number[]> {
  const { rows } = await sql<{ no: number }>`
    select no from places.organisation where kind in ('city_office', 'district_department')`.execute(
    ctx.db,
  );
  return rows.map(({ no }) => no);
}

/** So many days a label waits for somebody whom nobody knows yet. */
export const waitingDays = (ctx: Ctx): Promise<number> => settingOf(ctx, waitingSetting, 0);
