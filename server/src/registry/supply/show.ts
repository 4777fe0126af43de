// SPDX-License-Identifier: Apache-2.0
// What a department sees of its labels: the dictionary's words, counts of its own lines, and how often others used them.
import type {
  SuppliedBatch,
  SuppliedLabel,
  suppliedLabels,
} from '@lilong/contracts/registry-supply';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Entry } from '../../kernel/catalogue.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import { type BatchRow, selectBatches, selectLastTaken } from './queries.ts';
import { countSaid } from './said.ts';
import { caseLabelsOf, labelsSuppliedBy, selectSupplierName } from './suppliers.ts';
import { actingSupplier } from './supply.ts';
import { countUses } from './uses.ts';

const batchesShown = 50;

export async function showSupplied(
  ctx: Ctx,
  { before }: InputOf<typeof suppliedLabels>,
): Promise<ReplyOf<typeof suppliedLabels>> {
  const organisation = await actingSupplier(ctx);
  const own = await labelsSuppliedBy(ctx, organisation);
  const rows = await selectBatches(ctx, organisation, { before, limit: batchesShown + 1 });
  return {
    organisationName: (await selectSupplierName(ctx, organisation)) ?? '',
    cases: ctx.config.CASE_LABELS && (await caseLabelsOf(ctx, organisation)).size > 0,
    labels: own.size === 0 ? [] : await labelsOf(ctx, organisation, [...own.values()]),
    batches: rows.slice(0, batchesShown).map(batchOf),
    more: rows.length > batchesShown,
  };
}

async function labelsOf(
  ctx: Ctx,
  organisation: number,
  own: readonly Entry[],
): Promise<SuppliedLabel[]> {
  const said = await countSaid(ctx, organisation);
  const last = await selectLastTaken(ctx, organisation);
  const uses = await countUses(ctx, organisation);
  return own.map(({ key: code, name, nameEn, source, body }) => ({
    ...{ code, name, nameEn, source, basis: String(body.basis) },
    sensitivity: Number(body.sensitivity),
    validDays: Number(body.validDays ?? 0),
    lookAgainDays: Number(body.lookAgainDays),
    inForce: said.get(code) ?? 0,
    lastAt: last.get(code)?.toISOString() ?? null,
    uses: uses.get(code) ?? 0,
  }));
}

const batchOf = (row: BatchRow): SuppliedBatch => ({
  ...{ batch: row.no, name: row.name, at: row.at.toISOString() },
  taken: Object.entries(row.taken).map(([label, lines]) => ({
    ...{ label, lines, withdrawn: row.taken_back[label] ?? null },
  })),
  withdrawn:
    row.withdrawn_on === null ? null : { on: row.withdrawn_on, reason: row.withdrawn_why ?? '' },
});
