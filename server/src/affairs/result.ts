// SPDX-License-Identifier: Apache-2.0
// What was decided is signed in the same transaction, by the office that decided: the letter, and what it grants as a certificate.
import {
  type DocumentFacts,
  documentKinds,
  documentOf,
  lawLine,
  paragraphsOf,
} from '@lilong/contracts/item-documents';
import { formatRef } from '@lilong/contracts/refs';
import { sql } from 'kysely';
import { type Issued, issueCertificate } from '../certificates/index.ts';
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
  const by = await issuedBy(ctx, row);
  await issueLetter(ctx, row, item, by);
  const { result } = item.body;
  if (row.outcome !== 'granted' || result.kind !== 'certificate') return;
  await issueCertificate(ctx, {
    ...{ ...by, name: result.name, kind: result.certificate ?? null },
    ...lineOf(ctx, row, item),
    to: result.months === undefined ? null : lastDay(today(ctx), result.months),
  });
}

/** 决定书: the template of the version that the application began with, with what was decided in its slots. */
async function issueLetter(
  ctx: Ctx,
  row: ApplicationRow,
  { body }: Item,
  by: IssuedBy,
): Promise<void> {
  const outcome = documentKinds.find((one) => one === row.outcome);
  if (outcome === undefined) return;
  const { title, text } = documentOf(body, outcome);
  const facts: DocumentFacts = {
    ...{ applicant: row.name, item: row.item_name, number: by.matter, result: body.result.name },
    ...{ reason: row.reason ?? '', remedy: row.remedy ?? '', law: lawLine(body.law) },
    ...{ office: by.organisationName, day: today(ctx) },
  };
  await issueCertificate(ctx, {
    ...{ ...by, name: title, kind: null, to: null, holder: { name: row.name, id: null }, says: [] },
    letter: {
      ...{ matter: by.matter, outcome, template: row.item_row, hands: row.deliver_org },
      text: paragraphsOf(text, facts).join('\n'),
    },
  });
}

type Office = 'organisation' | 'organisationName' | 'place';
type IssuedBy = Pick<Issued, 'person' | 'account' | 'item' | Office> & { readonly matter: string };
async function issuedBy(ctx: Ctx, row: ApplicationRow): Promise<IssuedBy> {
  const { name, place } = await officeOf(ctx, row.decide_org);
  return {
    ...{ person: row.person, account: row.account, item: row.item, matter: formatRef('A', row) },
    ...{ organisation: row.decide_org, organisationName: name, place },
  };
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
