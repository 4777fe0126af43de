// SPDX-License-Identifier: Apache-2.0
// A list that an officer gives at the desk: tried first, then taken as one batch. The file is read in memory and kept nowhere.
import { Refusal } from '@lilong/contracts/refusals';
import { mostInFile, mostRefused, type supplyByFile } from '@lilong/contracts/registry-supply';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../../kernel/ctx.ts';
import { type ServerKey, sayServer } from '../../kernel/voice.ts';
import { Misfit } from '../../places/index.ts';
import { faultOf, rulesFor, sortLines } from './lines.ts';
import { type Listed, linesOf, readRows } from './rows.ts';
import { actingSupplier, takeLines } from './supply.ts';

type Wanted = InputOf<typeof supplyByFile>;

export async function supplyUploaded(
  ctx: Ctx,
  wanted: Wanted,
): Promise<ReplyOf<typeof supplyByFile>> {
  const organisation = await actingSupplier(ctx);
  const rules = await rulesFor(ctx, organisation);
  const listed = await readList(ctx, wanted);
  const lines = linesOf(listed, rules);
  const { good, refused } = sortLines(ctx, lines, (line) => faultOf(line, rules));
  const name = wanted.name.slice(0, 100);
  const batch = wanted.dry
    ? null
    : (await takeLines(ctx, { organisation, name, lines: good })).batch;
  const counts = Map.groupBy(good, ({ label }) => label);
  return {
    batch,
    taken: good.length,
    labels: [...counts].map(([label, of]) => ({ label, lines: of.length })),
    bad: refused.length,
    refused: refused
      .slice(0, mostRefused)
      .map((one) => ({ ...one, line: listed.rows[one.line - 1]?.at ?? one.line })),
  };
}

/** What can be said better to somebody who has the form before them. */
const here: Readonly<Partial<Record<ServerKey, ServerKey>>> = {
  'labels.no-titles': 'labels.no-titles-here',
};

/** @throws {Refusal} `registry.file`: what is wrong with it as a whole, and what to do */
async function readList(ctx: Ctx, { name, file, label, from }: Wanted): Promise<Listed> {
  const bytes = Buffer.from(file, 'base64');
  try {
    return await readRows({ name, bytes }, { label, from }, mostInFile.lines);
  } catch (fault) {
    if (!(fault instanceof Misfit)) throw fault;
    const why = sayServer(ctx.actor.language, here[fault.key] ?? fault.key, fault.facts);
    throw new Refusal('registry.file', { why }, 'file');
  }
}
