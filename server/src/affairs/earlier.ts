// SPDX-License-Identifier: Apache-2.0
// Papers that another matter of the same person has brought: the same paper, seen by an office, still good by the rule of the
// material that wants it.
import { createHash } from 'node:crypto';
import { formatRef } from '@lilong/contracts/refs';
import { sql } from 'kysely';
import { dateOfDay, zoneOf } from '../kernel/calendar-zone.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { type Item, itemOfRow } from './items.ts';
import type { ApplicationRow, KeptMaterial } from './tables.ts';

export interface EarlierPaper {
  /** The matter that brought it. */
  readonly ref: string;
  readonly itemName: string;
  readonly itemNameEn: string | null;
  readonly on: string;
  readonly files: readonly number[];
  /** Of a paper: which organisation has it. */
  readonly at: string | null;
  /** SHA-256 over the digests of its pictures; of a paper over matter and material. */
  readonly hash: string;
}

/** By the key of the material that they can stand in for; the newest of each. The transaction states the person. */
export async function earlierPapers(
  ctx: Ctx,
  { body }: Item,
): Promise<ReadonlyMap<string, EarlierPaper>> {
  const wanted = body.materials.filter(
    ({ paper, freshDays }) => paper !== undefined && freshDays !== undefined,
  );
  if (wanted.length === 0) return new Map();
  const found = new Map<string, EarlierPaper>();
  for (const row of await selectAccepted(ctx)) {
    const { body: theirs } = await itemOfRow(ctx, row.item_row);
    for (const { key, paper, freshDays = 0 } of wanted) {
      const same = theirs.materials.find((one) => one.paper === paper);
      const kept = row.materials.find((one) => one.key === same?.key && isBrought(one));
      if (found.has(key) || kept === undefined) continue;
      if (daysSince(ctx, row.applied_at) > freshDays) continue;
      found.set(key, await paperOf(ctx, row, kept));
    }
  }
  return found;
}

/** Photographed, or handed over and still in somebody's custody. */
const isBrought = ({ how }: KeptMaterial): boolean => how === 'file' || how === 'paper';

interface Brought
  extends Pick<
    ApplicationRow,
    'street' | 'no' | 'item_name' | 'item_name_en' | 'item_row' | 'materials' | 'applied_at'
  > {
  readonly custodianName: string | null;
}
/** Those that an office has accepted and nobody refused; the newest first. */
async function selectAccepted(ctx: Ctx): Promise<Brought[]> {
  const { rows } = await sql<Brought>`
    select p.street, p.no, p.item_name, p.item_name_en, p.item_row, p.materials, p.applied_at, c.name as "custodianName"
    from affairs.application p left join places.organisation c on c.no = p.custodian_org
    where p.person = any(registry.persons()) and p.joint is null and p.accepted_at is not null and p.materials <> '[]'
      and (p.outcome is null or p.outcome = 'granted') order by p.applied_at desc limit 50`.execute(
    ctx.db,
  );
  return rows;
}

const DAY_MS = 86_400_000;
const daysSince = ({ now }: Ctx, at: Date | null): number =>
  at === null ? Number.POSITIVE_INFINITY : Math.floor((now.getTime() - at.getTime()) / DAY_MS);

async function paperOf(
  ctx: Ctx,
  row: Brought,
  { key, how, files }: KeptMaterial,
): Promise<EarlierPaper> {
  const { rows } = await sql<{ digest: string }>`
    select digest from kernel.file where no = any(${[...files]}::bigint[]) order by no`.execute(
    ctx.db,
  );
  const hash = createHash('sha256');
  if (how === 'paper') hash.update(`${formatRef('A', row)} ${key}`);
  for (const { digest } of rows) hash.update(digest);
  const zone = zoneOf(ctx.config.TIME_ZONE);
  return {
    ...{ ref: formatRef('A', row), itemName: row.item_name, itemNameEn: row.item_name_en },
    on: dateOfDay(zone.dayOf((row.applied_at ?? ctx.now).getTime())),
    ...{ files, hash: hash.digest('hex'), at: how === 'paper' ? row.custodianName : null },
  };
}
