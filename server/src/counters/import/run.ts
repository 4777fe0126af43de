// SPDX-License-Identifier: Apache-2.0
// Halls from a file: what fits goes in, what does not is named by its line, and the same file again changes nothing.
import type { Ctx } from '../../kernel/ctx.ts';
import {
  type Datum,
  Findings,
  faultAt,
  faultOf,
  namedPlaces,
  openCsv,
  saveOrganisation,
  selectPlacesToName,
} from '../../places/index.ts';
import { servicesOf } from '../classes.ts';
import { needCentre } from '../hall.ts';
import { updateHours } from '../plan-queries.ts';
import { selectWindows } from '../queries.ts';
import type { WindowRow } from '../tables.ts';
import { tellOfHall } from '../tell.ts';
import { insertWindow, selectNextOrdinal, updateWindow } from '../ticket-queries.ts';
import { type Cells, columnsIn, type HallLine, readHall } from './lines.ts';
import { insertCentre, selectNamed, updateCentre } from './queries.ts';

export interface HallFile {
  /** What the coordinates are counted in; not needed when there are none. */
  readonly datum: Datum | undefined;
  readonly source: string;
}

/** @throws {Misfit} when the file as a whole cannot be read */
export async function importHalls(ctx: Ctx, file: string, wanted: HallFile): Promise<Findings> {
  const findings = new Findings();
  const seen = new Map<string, number>();
  for await (const { at, cell } of cellsOf(file)) {
    findings.read += 1;
    try {
      const line = readHall(cell, await knownTo(ctx, wanted.datum));
      const key = `${line.place} ${line.name}`;
      const first = seen.get(key);
      if (first !== undefined)
        findings.blame(faultAt(at, 'name', 'import.twice', { what: line.name, first }));
      else await keep(ctx, line, at, wanted, findings);
      seen.set(key, first ?? at);
    } catch (fault) {
      findings.blame(faultOf(at, fault));
    }
  }
  const { added, changed, same, faulty } = findings;
  ctx.note({
    act: 'counters.imported',
    subject: 'centres',
    facts: { added, changed, same, faulty },
  });
  return findings;
}

async function* cellsOf(file: string): AsyncGenerator<{ at: number; cell: Cells }> {
  const { rows } = await openCsv(file);
  let columns: ReturnType<typeof columnsIn> | undefined;
  for await (const { at, cells } of rows) {
    if (columns === undefined) {
      columns = columnsIn(cells);
      continue;
    }
    const titles = columns;
    yield { at, cell: (column) => cells[titles.indexOf(column)]?.trim() ?? '' };
  }
}

type Known = Parameters<typeof readHall>[1];
const known = new WeakMap<object, Promise<Known>>();
/** Asked once for a transaction. */
function knownTo(ctx: Ctx, datum: Datum | undefined): Promise<Known> {
  const there = known.get(ctx.db);
  if (there !== undefined) return there;
  const asked = (async () => {
    const find = namedPlaces(await selectPlacesToName(ctx.db), () => true);
    return { find, services: await servicesOf(ctx), datum };
  })();
  known.set(ctx.db, asked);
  return asked;
}

async function keep(
  ctx: Ctx,
  line: HallLine,
  at: number,
  { source }: HallFile,
  findings: Findings,
): Promise<void> {
  const there = await selectNamed(ctx, line);
  const no = there ?? (await add(ctx, line, source));
  const corrected = there !== undefined && (await updateCentre(ctx, no, line, source));
  const fitted = await fitWindows(ctx, no, line);
  for (const name of fitted.open)
    findings.blame(faultAt(at, 'windows', 'import.hall-open', { name }));
  if (there === undefined) findings.added += 1;
  else if (corrected || fitted.changed) findings.changed += 1;
  else findings.same += 1;
  if (!corrected && !fitted.changed) return;
  await updateHours(ctx, no);
  tellOfHall(ctx, await needCentre(ctx, no));
}

async function add(ctx: Ctx, line: HallLine, source: string): Promise<number> {
  const { name, place, phone } = line;
  const office = { name, kind: 'service_centre', place, phone, hours: null } as const;
  return insertCentre(ctx, await saveOrganisation(ctx, office), line, source);
}

interface Fitted {
  readonly changed: boolean;
  /** Beyond those of the file, and open: they stay. */
  readonly open: readonly string[];
}
/** The windows of the file, in their order; others are taken away unless somebody may sit there. */
async function fitWindows(ctx: Ctx, centre: number, { windows }: HallLine): Promise<Fitted> {
  const rows = await selectWindows(ctx, centre);
  let changed = false;
  for (const [at, { name, services }] of windows.entries()) {
    const row = rows[at];
    if (row === undefined) await addWindow(ctx, centre, name, services);
    else if (isSame(row, name, services)) continue;
    else await updateWindow(ctx, row.no, { services: [...services], ...(name ? { name } : {}) });
    changed = true;
  }
  const beyond = rows.slice(windows.length);
  for (const { no, open } of beyond)
    if (!open) await updateWindow(ctx, no, { retired_at: ctx.now });
  return {
    changed: changed || beyond.some(({ open }) => !open),
    open: beyond.filter(({ open }) => open).map(({ name }) => name),
  };
}

const isSame = (row: WindowRow, name: string | null, services: readonly string[]): boolean =>
  (name === null || name === row.name) &&
  String([...row.services].sort()) === String([...services].sort());

async function addWindow(
  ctx: Ctx,
  centre: number,
  name: string | null,
  services: readonly string[],
): Promise<void> {
  const { organisation, place } = await needCentre(ctx, centre);
  const ordinal = await selectNextOrdinal(ctx, centre);
  const row = { centre, organisation, place, ordinal, name: name ?? `${ordinal}号窗口` };
  await insertWindow(ctx, { ...row, services: [...services], open: false, seat: null });
}
