// SPDX-License-Identifier: Apache-2.0
import type { auditHead, checkAudit, searchAudit } from '@lilong/contracts/audit';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Entry } from '../kernel/catalogue.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { actsForAll } from '../kernel/topmost.ts';
import { sayServer } from '../kernel/voice.ts';
import { headsFile, readHeads } from './heads.ts';
import { auditPolicy } from './policy.ts';
import {
  countSealed,
  countUnsealed,
  type Found,
  lastRowBefore,
  newestBlock,
  selectLines,
} from './queries.ts';
import { type Fault, verifyAudit } from './verify.ts';

const pageRows = 50;
const newestBlocks = 5000; // one check from a screen; the command line checks all of them
const hourMs = 3_600_000;

/** Who read and did what, newest first. Reading the audit is itself noted. */
export async function search(
  ctx: Ctx,
  wanted: InputOf<typeof searchAudit>,
): Promise<ReplyOf<typeof searchAudit>> {
  ctx.requireEver(auditPolicy, 'read');
  const placeless = (await actsForAll(ctx)) ? 'with placeless' : 'without placeless';
  const found = await selectLines(ctx, wanted, placeless, pageRows + 1);
  const lines = found.slice(0, pageRows);
  ctx.note({ act: 'audit.search', facts: wanted });
  const next = found.length > pageRows ? (lines.at(-1)?.no ?? null) : null;
  const purposes = await purposeNames(ctx);
  return { lines: lines.map((line) => lineOf(line, purposes)), next };
}

function lineOf(
  found: Found,
  purposes: ReadonlyMap<string, string>,
): ReplyOf<typeof searchAudit>['lines'][number] {
  const purposeName = purposes.get(found.purpose ?? '') ?? null;
  return { ...found, at: found.at.toISOString(), purposeName };
}

/** Purposes of the catalogue by code, with the newest name of each. */
async function purposeNames(ctx: Ctx): Promise<ReadonlyMap<string, string>> {
  const rows = await ctx.catalogue.rows(ctx.db, 'purpose', ctx.now);
  const named = ({ name, nameEn }: Entry) =>
    ctx.actor.language === 'en' ? (nameEn ?? name) : name;
  return new Map(rows.map((row) => [row.key, named(row)]));
}

/** How far the chain reaches, and what it does not cover yet. */
export async function head(ctx: Ctx): Promise<ReplyOf<typeof auditHead>> {
  ctx.requireEver(auditPolicy, 'verify');
  const newest = await newestBlock(ctx.db);
  const { blocks, sealed } = await countSealed(ctx.db);
  const since = await lastRowBefore(ctx.db, new Date(ctx.now.getTime() - hourMs));
  const unsealed = await countUnsealed(ctx.db, since);
  return {
    blocks,
    sealed,
    unsealed,
    head: newest?.hash ?? null,
    at: newest === undefined ? null : new Date(newest.at).toISOString(),
  };
}

/** Proves the newest blocks against the rows and against the heads that this machine kept. */
export async function check(ctx: Ctx): Promise<ReplyOf<typeof checkAudit>> {
  ctx.requireEver(auditPolicy, 'verify');
  ctx.note({ act: 'audit.verify' });
  const heads = readHeads(headsFile(ctx.config));
  const verdict = await verifyAudit(ctx.db, ctx.keys, {
    now: ctx.now,
    heads,
    newest: newestBlocks,
  });
  const { good, blocks, rows, faults } = verdict;
  const told = faults.map((fault) => ({
    kind: fault.kind,
    block: fault.block,
    row: fault.row,
    detail: sayServer(ctx.actor.language, wordsOf(fault), factsOf(fault)),
  }));
  return { good, blocks, rows, faults: told };
}

/** The key of a fault's words. */
export const wordsOf = ({ kind }: Fault) => `audit.fault.${kind}` as const;
export const factsOf = ({ block, row, facts }: Fault): Record<string, unknown> => ({
  ...facts,
  block: block ?? 0,
  row: row ?? 0,
});
