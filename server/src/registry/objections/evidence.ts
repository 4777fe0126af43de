// SPDX-License-Identifier: Apache-2.0
// Photos of what somebody saw: they hang on the objection, and are read by whoever answers and whoever raised it.
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import type { SawFile } from '../../kernel/files.ts';
import { logAccess } from '../access.ts';
import { boundStill } from '../own/bound.ts';
import { objectionPolicy } from '../policy.ts';
import { lookAsOffice } from './answer.ts';

/** What a file of the objection hangs on. */
const subjectOf = (objection: number): string => `objection ${objection}`;

/** The photos of each objection, in the order in which they were sent. */
export async function selectEvidence(
  ctx: Ctx,
  objections: readonly number[],
): Promise<ReadonlyMap<number, number[]>> {
  const { rows } = await sql<{ subject: string; files: number[] }>`
    select subject, json_agg(no order by no) as files from kernel.file
    where subject = any(${objections.map(subjectOf)}::text[]) group by subject`.execute(ctx.db);
  const found = new Map(rows.map(({ subject, files }) => [subject, files]));
  return new Map(objections.map((no) => [no, found.get(subjectOf(no)) ?? []]));
}

/** Asked of each photo that is fetched, in a transaction that writes nothing. */
export async function maySeeEvidence(
  ctx: Ctx,
  { subject }: { readonly subject: string },
): Promise<boolean> {
  const no = numberOf(subject);
  if (no === 0) return false;
  const { rows } = await (ctx.actor.post === null ? asOneself(ctx, no) : asOffice(ctx, no));
  return rows.length > 0;
}

/** A photo about a person is looked at: whose it is reads by whom. What is raised by themselves they see without a row. */
export const sawEvidence: SawFile = {
  begins: 'objection ',
  saw: async (ctx, { subject }) => {
    if (ctx.actor.post === null) return;
    await lookAsOffice(ctx);
    const { rows } = await sql<{ person: number | null; element: string; place: number }>`
      select person, element, place from registry.objection where no = ${numberOf(subject)}`.execute(
      ctx.db,
    );
    const [row] = rows;
    if (row?.person != null)
      await logAccess(ctx, {
        ...{ person: row.person, act: 'card', purpose: 'verify' },
        elements: [`evidence ${row.element}`],
      });
    else ctx.note({ act: 'registry.objection', subject, ...(row && { place: row.place }) });
  },
};

const numberOf = (subject: string): number =>
  Number(/^objection (\d{1,15})$/.exec(subject)?.[1] ?? 0);

async function asOffice(ctx: Ctx, no: number) {
  await lookAsOffice(ctx);
  return sql`
    select from registry.objection o where o.no = ${no} and ${ctx.may(objectionPolicy, 'read', 'o')}`.execute(
    ctx.db,
  );
}

/** What the committee sent to whoever answers is not shown to the person: others may be in the picture. */
async function asOneself(ctx: Ctx, no: number) {
  const person = await boundStill(ctx);
  return sql`
    select from registry.objection o
    where o.no = ${no} and o.person = ${person ?? null}::bigint and o.raised_by = 'person'`.execute(
    ctx.db,
  );
}
