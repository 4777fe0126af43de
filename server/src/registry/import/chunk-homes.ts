// SPDX-License-Identifier: Apache-2.0
// A chunk of lines about homes. What a line does not say stays as it is.
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { keepReplaced } from '../objections/replaced-rows.ts';
import type { HomeRow } from '../tables.ts';
import type { Done, Lined, Outcome } from './chunk-people.ts';
import { type Around, type Found, findHomes } from './find-homes.ts';
import type { HomeLine } from './lines.ts';
import { insertHomes } from './write-people.ts';

export async function loadHomes(
  ctx: Ctx,
  lines: readonly Lined<HomeLine>[],
  around: Around,
): Promise<Done> {
  const found = await findHomes(
    ctx,
    lines.map(({ line }) => line.home),
    around,
  );
  const refused = new Map<number, Error>();
  const outcomes = new Map<number, Outcome>();
  const made = new Map<HomeRow, HomeRow>();
  const changed = new Map<HomeRow, HomeRow>();
  for (const { at, line } of lines) {
    const one = found.get(line.home) as Found | Error; // one for each line
    if (one instanceof Error) {
      refused.set(at, one);
      continue;
    }
    const { home, isNew } = one;
    const before = made.get(home) ?? changed.get(home) ?? home;
    const next = withSaid(before, line);
    const isOther = JSON.stringify(next) !== JSON.stringify(before);
    const known = isOther ? 'changed' : 'same';
    outcomes.set(at, isNew && !made.has(home) ? 'added' : known);
    if (isNew) made.set(home, next);
    else if (isOther) changed.set(home, next);
  }
  await insertHomes(ctx, [...made.values()]);
  await updateHomes(ctx, [...changed.values()]);
  return { outcomes, refused };
}

function withSaid(home: HomeRow, line: HomeLine): HomeRow {
  return {
    ...home,
    floor: line.floor ?? home.floor,
    lift: line.lift ?? home.lift,
    tenure: line.tenure ?? home.tenure,
    use: line.use ?? home.use,
    state: line.state ?? home.state,
    area_m2: line.area ?? home.area_m2,
    rooms: line.rooms ?? home.rooms,
  };
}

async function updateHomes(ctx: Ctx, homes: readonly HomeRow[]): Promise<void> {
  if (homes.length === 0) return;
  await keepReplaced(ctx, 'home', homes);
  await sql`
    update registry.home h set floor = n.floor, lift = n.lift, tenure = n.tenure, use = n.use, state = n.state,
      area_m2 = n.area_m2, rooms = n.rooms
    from json_populate_recordset(null::registry.home, ${JSON.stringify(homes)}::text::json) n
    where h.street = n.street and h.no = n.no`.execute(ctx.db);
}
