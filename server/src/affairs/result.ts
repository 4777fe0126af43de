// SPDX-License-Identifier: Apache-2.0
// What a decision grants as a certificate is signed in the same transaction, by the office that decided.
import { formatRef } from '@lilong/contracts/refs';
import { sql } from 'kysely';
import { issueCertificate } from '../certificates/index.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import type { Item } from './items.ts';
import { openKept, toldOf, valuesOf } from './kept.ts';
import { toldFields } from './page.ts';
import { itemOf } from './parts.ts';
import type { ApplicationRow } from './tables.ts';

export async function issueResult(ctx: Ctx, row: ApplicationRow): Promise<void> {
  if (row.parts > 0) return; // each part brings its own
  const item = await itemOf(ctx, row);
  const { result } = item.body;
  if (result.kind !== 'certificate') return;
  const { name, place } = await officeOf(ctx, row.decide_org);
  await issueCertificate(ctx, {
    ...{ person: row.person, account: row.account, item: row.item, name: result.name },
    kind: result.certificate ?? null,
    ...{ organisation: row.decide_org, organisationName: name, place },
    matter: formatRef('A', row),
    ...lineOf(ctx, row, item),
    to: result.months === undefined ? null : lastDay(today(ctx), result.months),
  });
}

/** What is signed speaks Chinese, whoever decided. */
const inChinese = (ctx: Ctx): Ctx => ({ ...ctx, actor: { ...ctx.actor, language: 'zh' } });

function lineOf(ctx: Ctx, row: ApplicationRow, item: Item) {
  const kept = openKept(ctx, row);
  const values = valuesOf(kept);
  const fields = toldFields(inChinese(ctx), item, values, toldOf(kept, row.materials));
  const says = (item.body.result.lines ?? []).flatMap((wanted): [string, string][] => {
    const field = fields.find(({ key }) => key === wanted);
    return field === undefined ? [] : [[field.title, field.says]];
  });
  return { holder: { name: row.name, id: values.get('person.id')?.says ?? null }, says };
}

/** So many months from a day, less that day: 2026-03-02 and 12 are 2027-03-01. */
export function lastDay(day: string, months: number): string {
  const from = new Date(`${day}T00:00:00Z`);
  const to = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1));
  const days = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate();
  to.setUTCDate(Math.min(from.getUTCDate(), days + 1) - 1);
  return to.toISOString().slice(0, 10);
}

async function officeOf(ctx: Ctx, organisation: number): Promise<{ name: string; place: number }> {
  const { rows } = await sql<{ name: string; place: number }>`
    select name, place from places.organisation where no = ${organisation}`.execute(ctx.db);
  const [found] = rows;
  if (found === undefined) throw new Error(`no organisation ${organisation}`);
  return found;
}
