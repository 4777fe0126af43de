// SPDX-License-Identifier: Apache-2.0
// 居委会: offers that wait for people whom nobody has joined to an account, so that somebody tells them at the door. By door:
// nobody is put before anybody.
import type { OfferTask, offerTasks, openOfferTask, tellOfferTask } from '@lilong/contracts/offers';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { sql } from 'kysely';
import { itemOfRow, unaskedFor, unaskedItems } from '../affairs/index.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { dayIn } from '../kernel/today.ts';
import { heldOfOpened, lookAs, openAtDoor } from '../registry/index.ts';
import { conditionsOf, lineOf } from './lines.ts';
import { offerPolicy } from './policy.ts';
import { updateOffer } from './queries.ts';
import type { OfferRow } from './tables.ts';

const page = 30;

interface TaskFound extends OfferRow {
  readonly door: string | null;
  readonly committeeName: string;
}

/** The home where whoever is offered it lives, and the committee; whom row-level security hides is in no line. */
const tasks = (ctx: Ctx, { show = 'open', item }: InputOf<typeof offerTasks>) => sql`
  from offers.offer o join registry.person q on q.no = o.person
  left join lateral (select p.street, p.home from registry.presence p
    where p.person = o.person and p.role = 'lives' and p.to_on is null limit 1) p on true
  left join registry.home h on h.street = p.street and h.no = p.home
  join places.place l on l.no = o.place
  where ${ctx.may(offerPolicy, 'door', 'o')} and q.died_on is null and not q.protected
    and not exists (select from registry.binding b where b.person = o.person and b.ended_at is null)
    ${show === 'open' ? sql`and o.told_at is null` : sql``}
    ${item === undefined ? sql`` : sql`and o.item = ${item}`}`;

export async function showTasks(
  ctx: Ctx,
  input: InputOf<typeof offerTasks>,
): Promise<ReplyOf<typeof offerTasks>> {
  ctx.requireEver(offerPolicy, 'doors');
  await lookAs(ctx);
  const [door, no] = splitAfter(input.after);
  const { rows } = await sql<TaskFound>`
    select o.*, h.door, l.name as "committeeName" ${tasks(ctx, input)}
      and (coalesce(h.door, '') collate "C", o.no) > (${door}, ${no}::bigint)
    order by coalesce(h.door, '') collate "C", o.no limit ${page + 1}`.execute(ctx.db);
  const { rows: counted } = await sql<{ total: number }>`
    select count(*)::int as total ${tasks(ctx, input)}`.execute(ctx.db);
  const shown = rows.slice(0, page);
  const last = shown.at(-1);
  const lines: OfferTask[] = [];
  for (const row of shown) lines.push(await taskOf(ctx, row));
  return {
    tasks: lines,
    total: counted[0]?.total ?? 0,
    items: (await unaskedItems(ctx)).map(({ entry }) => ({
      ...{ item: entry.key, name: entry.name, nameEn: entry.nameEn },
    })),
    next: rows.length > page && last !== undefined ? `${last.no} ${last.door ?? ''}` : null,
  };
}

function splitAfter(after = '0 '): [string, number] {
  const at = after.indexOf(' ');
  const no = Number(after.slice(0, at));
  return [after.slice(at + 1), Number.isSafeInteger(no) ? no : 0];
}

async function taskOf(ctx: Ctx, row: TaskFound): Promise<OfferTask> {
  const { entry } = await itemOfRow(ctx, row.item_row);
  return {
    ...{ offer: row.no, itemName: entry.name, itemNameEn: entry.nameEn, door: row.door },
    ...{ committeeName: row.committeeName, offeredOn: dayIn(ctx, row.offered_at) },
    ...{ lapsesOn: row.lapses_on, told: row.told },
    toldOn: row.told_at === null ? null : dayIn(ctx, row.told_at),
  };
}

/** @throws {Refusal} found.nothing where it does not wait, or not here */
async function lockTask(ctx: Ctx, offer: number): Promise<OfferRow> {
  ctx.requireEver(offerPolicy, 'doors');
  await lookAs(ctx);
  const { rows } = await sql<OfferRow>`
    select o.* from offers.offer o where o.no = ${offer}::bigint and ${ctx.may(offerPolicy, 'door', 'o')} for update`.execute(
    ctx.db,
  );
  const [row] = rows;
  if (row === undefined) throw new Refusal('found.nothing', { what: 'offer' }, 'offer');
  return row;
}

export async function openTask(
  ctx: Ctx,
  { offer }: InputOf<typeof openOfferTask>,
): Promise<ReplyOf<typeof openOfferTask>> {
  const row = await lockTask(ctx, offer);
  const { person } = row;
  const matter = `offer ${offer}`;
  const { name, until } = await openAtDoor(ctx, {
    ...{ person, purpose: 'offer', matter, element: 'offer-told' },
  });
  const held = await heldOfOpened(ctx, person);
  const item = await itemOfRow(ctx, row.item_row);
  const { conditions } = await unaskedFor(ctx, item, held);
  return {
    ...(await lineOf(ctx, row)),
    ...{ person, name, door: held.values.get('person.door')?.says ?? null },
    conditions: conditionsOf(conditions),
    until: until.toISOString(),
  };
}

export async function tellTask(
  ctx: Ctx,
  { offer, how }: InputOf<typeof tellOfferTask>,
): Promise<ReplyOf<typeof tellOfferTask>> {
  const row = await lockTask(ctx, offer);
  await updateOffer(ctx, offer, {
    ...{ told: how, told_at: ctx.now, organisation: ctx.actor.post?.organisation ?? null },
  });
  ctx.note({ act: 'offers.told', subject: `offer ${offer}`, place: row.place, facts: { how } });
  return { done: true };
}
