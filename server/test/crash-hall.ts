// SPDX-License-Identifier: Apache-2.0
// A hall of a town whose power is cut: a clerk presses "next" all the while.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { callNext, type DeskTicket, moveTicket } from '@lilong/contracts/counters';
import type { Config } from '../src/config.ts';
import { beginSession } from '../src/identity/index.ts';
import type { Database } from '../src/kernel/db.ts';
import { insertTestAccount, insertTestPost } from './city-rows.ts';

const STREET = 310101002000000;
const thinking = 25; // ms between two presses

export interface Seat {
  readonly window: number;
  /** What the clerk's browser sends. */
  readonly headers: Record<string, string>;
}

/** A centre with one window, a clerk who sits there, and a thousand people in line. */
export async function openHall(db: Database, config: Config, now: Date): Promise<Seat> {
  const session = await db.kysely.transaction().execute(async (rows) => {
    const { no: organisation } = await rows
      .insertInto('places.organisation')
      .values({
        ...{ kind: 'service_centre', name: '受理中心', place: STREET, parent: null, phone: null },
        ...{ hours: null, credit_code: null, valid_from: '2023-01-01', valid_to: null },
        generated: false,
      })
      .returning('no')
      .executeTakeFirstOrThrow();
    const gu = await insertTestAccount(rows, '顾窗口', 'counter_clerk', STREET, now);
    const post = {
      account: gu.account,
      role: 'counter_clerk',
      organisation,
      place: STREET,
    } as const;
    const given = await insertTestPost(rows, post, now);
    const seat = { no: gu.account, kind: 'staff' } as const;
    const { token, csrf } = await beginSession({ db: rows, config, now }, seat, given);
    return { organisation, account: gu.account, token, csrf };
  });
  const { organisation, account, token, csrf } = session;
  await db.run(`
    insert into counters.centre (organisation, place, kind, name, address, hours, spoken, equipment, generated, source, valid_from)
      values (${organisation}, ${STREET}, 'centre', '受理中心', '某路1号', '{"working":[],"rest":[]}', '{}', '{}', false, 'test', '2023-01-01');
    insert into counters."window" (centre, organisation, place, ordinal, name, services, open, seat)
      select no, organisation, place, 1, '1号窗口', '{general}', true, ${account} from counters.centre;
    insert into counters.ticket (street, centre, organisation, place, day, letter, seq, state, services, left_over, taken_at, line_at, token_hash)
      select ${STREET / 1e6}, c.no, c.organisation, c.place, d, 'A', n, 'taken', '{general}', '{general}', now(), now(), 'none ' || d || n
      from counters.centre c, generate_series(1, 1000) n, (values (current_date - 1), (current_date), (current_date + 1)) days (d)`);
  const { rows } = await db.run('select no from counters."window"');
  return {
    window: Number(rows[0]?.no),
    headers: { cookie: `lilong=${token}`, 'x-csrf': csrf, 'content-type': 'application/json' },
  };
}

/** Sends the same act again and again until somebody says what became of it, as a clerk's browser does. */
export async function pressUntilTold(
  { headers }: Seat,
  url: () => string,
  body: object,
  key: string,
): Promise<unknown> {
  for (;;) {
    await sleep(thinking);
    const reply = await fetch(url(), {
      ...{ method: 'POST', headers: { ...headers, 'idempotency-key': key } },
      body: JSON.stringify(body),
    }).catch(() => undefined);
    const text = await reply?.text().catch(() => undefined);
    if (reply === undefined || text === undefined || reply.status >= 500) continue;
    if (!reply.ok) throw new Error(`${reply.status} ${text}`);
    return JSON.parse(text);
  }
}

/** Calls and serves one after the other, each press until it is acknowledged; the tickets that were called. */
export async function keepCalling(
  seat: Seat,
  url: () => string,
  isOver: () => boolean,
): Promise<string[]> {
  const press = (path: string, body: object) =>
    pressUntilTold(seat, () => `${url()}${path}`, body, randomUUID());
  const called: string[] = [];
  while (!isOver()) {
    const path = callNext.path.replace(':window', String(seat.window));
    const { ticket } = (await press(path, { done: true })) as { ticket: DeskTicket };
    called.push(ticket.number);
    await press(moveTicket.path.replace(':ticket', ticket.ticket), { move: 'serve' });
  }
  return called;
}
