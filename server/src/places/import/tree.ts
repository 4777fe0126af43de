// SPDX-License-Identifier: Apache-2.0
// The tree of places from the national list: official codes and names.
import { isWithin, levelOf, parentOf, placeNoOfCode } from '@lilong/contracts/place-no';
import type { Ctx } from '../../kernel/ctx.ts';
import { pinyinOf } from '../pinyin.ts';
import { type Findings, faultOf, Misfit } from './fault.ts';
import { lockImport } from './incoming-queries.ts';
import type { Item } from './items.ts';
import { levelNamed } from './levels.ts';
import {
  insertListed,
  type Listed,
  renameAndClose,
  selectListed,
  type TreeRow,
} from './tree-queries.ts';

export interface TreeOptions {
  readonly validFrom: string;
  /** Only this branch, with what lies above it: a town that runs a deployment of its own. */
  readonly under: number | undefined;
}

/**
 * Adds places of the list, corrects names, closes those with a last day. A place that the list no longer has is
 * named and stays: whoever looks after it says when it closes.
 */
export async function importTree(
  ctx: Ctx,
  items: AsyncIterable<Item>,
  options: TreeOptions,
  findings: Findings,
): Promise<void> {
  await lockImport(ctx.db);
  const listed = await selectListed(ctx.db);
  const rows = await readTree(items, listed, options, findings);
  if (findings.read === 0) throw new Misfit('', 'import.empty');
  const known = new Map(listed.map((place) => [place.no, place]));
  const fitting = withParents(rows, known, findings);
  const fresh = fitting.filter(({ no }) => !known.has(no));
  const changed = fitting.filter((row) => changes(row, known.get(row.no)));
  await insertListed(ctx.db, fresh, options.validFrom);
  await renameAndClose(ctx.db, changed);
  for (const { no, name } of changed) {
    const before = known.get(no)?.name ?? name;
    if (before !== name) findings.note('import.renamed', { before, name });
  }
  findings.added = fresh.length;
  findings.changed = changed.length;
  findings.same = fitting.length - fresh.length - changed.length;
  noteVanished(rows, listed, options, findings);
}

/** The rows by number, those above first. */
async function readTree(
  items: AsyncIterable<Item>,
  listed: readonly Listed[],
  { under }: TreeOptions,
  findings: Findings,
): Promise<Map<number, TreeRow>> {
  const byCode = new Map(listed.map((place) => [place.code, place.no]));
  const codes = new Map(listed.map(({ no, code }) => [no, code]));
  const rows = new Map<number, TreeRow>();
  for await (const item of items) {
    findings.read += 1;
    try {
      const row = rowOf(item, byCode);
      const is = under === undefined || isWithin(row.no, under) || isWithin(under, row.no);
      if (!is) continue;
      const first = rows.get(row.no);
      if (first !== undefined)
        throw new Misfit('code', 'import.twice', { what: row.code, first: first.at });
      const code = codes.get(row.no);
      if (code !== undefined && code !== null && code !== row.code)
        throw new Misfit('code', 'import.code-used', { code: row.code, other: code });
      rows.set(row.no, row);
    } catch (thrown) {
      findings.blame(faultOf(item.at, thrown));
    }
  }
  return new Map([...rows].sort(([a], [b]) => a - b));
}

const longestName = 100;
const DAY = /^\d{4}-\d\d-\d\d$/;

function rowOf(item: Item, byCode: ReadonlyMap<string | null, number>): TreeRow {
  const code = item.field('code');
  const name = item.field('name');
  const no = byCode.get(code) ?? numberOf(code, 'code');
  if (name === '') throw new Misfit('name', 'import.needed', { field: 'name' });
  if (name.length > longestName) throw new Misfit('name', 'import.too-long', { most: longestName });
  const level = item.field('level');
  if (level !== '' && levelNamed(level) !== levelOf(no))
    throw new Misfit('level', 'import.level', { value: level, level: levelOf(no) });
  const above = item.field('parent');
  const validTo = item.field('valid_to');
  if (validTo !== '' && !DAY.test(validTo))
    throw new Misfit('valid_to', 'import.no-day', { value: validTo });
  return {
    ...{ at: item.at, no, code, name, level: levelOf(no) },
    pinyin: pinyinOf(name),
    parent:
      above === '' ? (parentOf(no) ?? null) : (byCode.get(above) ?? numberOf(above, 'parent')),
    validTo: validTo === '' ? null : validTo,
  };
}

function numberOf(code: string, field: string): number {
  try {
    return placeNoOfCode(code);
  } catch {
    throw new Misfit(field, 'import.code', { value: code });
  }
}

/** Rows whose place above is in the list or in the database. */
function withParents(
  rows: ReadonlyMap<number, TreeRow>,
  known: ReadonlyMap<number, Listed>,
  findings: Findings,
): TreeRow[] {
  const fitting = new Set<number>();
  return [...rows.values()].filter(({ at, no, parent }) => {
    const hasRoot = parent === null || fitting.has(parent) || known.has(parent);
    const isRoot = levelOf(no) === 'city' && parentOf(no) === undefined;
    if (hasRoot && (parent === null) === isRoot && (parent === null || parent < no)) {
      fitting.add(no);
      return true;
    }
    const facts = { value: parent === null ? '' : String(parent / 1000) };
    findings.blame(faultOf(at, new Misfit('parent', 'import.no-parent', facts)));
    return false;
  });
}

function changes(row: TreeRow, before: Listed | undefined): boolean {
  if (before === undefined) return false;
  return before.name !== row.name || (row.validTo !== null && before.validTo !== row.validTo);
}

/** Places in force, in the branches that the list is about, that it does not have. */
function noteVanished(
  rows: ReadonlyMap<number, TreeRow>,
  listed: readonly Listed[],
  { under }: TreeOptions,
  findings: Findings,
): void {
  const tops = [...rows.values()].filter(({ parent }) => parent === null || !rows.has(parent));
  const branches = under === undefined ? tops.map(({ no }) => no) : [under];
  const gone = listed.filter(
    ({ no, code, validTo }) =>
      code !== null &&
      validTo === null &&
      !rows.has(no) &&
      branches.some((top) => isWithin(no, top)),
  );
  if (gone.length === 0) return;
  const names = gone.slice(0, 20).map(({ name, code }) => `${name} ${code}`);
  findings.note('import.vanished', { count: gone.length, names: names.join('、') });
}
