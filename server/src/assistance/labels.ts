// SPDX-License-Identifier: Apache-2.0
// What is granted stands as a label of 民政 on everybody of the household, and ends with it. By the program alone.
import type { AssistanceCategory } from '@lilong/contracts/assistance';
import { formatRef } from '@lilong/contracts/refs';
import { sql } from 'kysely';
import { lookEverywhere } from '../affairs/index.ts';
import type { Ctx } from '../kernel/ctx.ts';
import type { Heard } from '../kernel/events.ts';
import { labelByDecision, unlabelByDecision } from '../registry/index.ts';
import type { AwardRow } from './tables.ts';

/** Codes of the dictionary, data/registry-labels.csv. */
const labels: Readonly<Record<AssistanceCategory, string>> = {
  minimum: 'low_income',
  edge: 'low_income_edge',
  rigid: 'hardship',
};

export async function followAward(
  ctx: Ctx,
  { street, facts }: Pick<Heard, 'street' | 'facts'>,
): Promise<void> {
  await lookEverywhere(ctx);
  const { rows } = await sql<AwardRow>`
    select * from assistance.award where street = ${street} and no = ${Number(facts.no)}`.execute(
    ctx.db,
  );
  const [award] = rows;
  if (award === undefined) return;
  const about = { place: award.place, work: 'civil', persons: award.people_nos };
  const note = formatRef('A', { street, no: award.matter });
  const was = facts.was as AssistanceCategory | null; // written by decide.ts
  const holds = award.ended_on === null ? award.category : null;
  if (was !== null && was !== holds)
    await unlabelByDecision(ctx, { ...about, label: labels[was], note: award.ended_why ?? note });
  if (holds !== null) await labelByDecision(ctx, { ...about, label: labels[holds], note });
}
