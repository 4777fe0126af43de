// SPDX-License-Identifier: Apache-2.0
// 300 halls with 2,000 boards on their walls: from a clerk's key to the call on every board of the hall.
import { boardLivePath } from '@lilong/contracts/counters';
import type { Size } from './benches.ts';
import { CONNECTIONS } from './cases-report.ts';
import { believing, type Clerk, fillLines, openHalls, seatClerks } from './halls.ts';
import { type Answered, type Asked, type Loaded, load } from './load.ts';
import { startBare, startProgram } from './programs.ts';
import { byTurns, type Found, figure } from './rounds.ts';
import type { City } from './town.ts';
import { hangUp, type Walls } from './walls.ts';

const HALLS = 300;
/** Keys pressed in a second, half of them "next". Ten million acceptances a year are 1.4 calls a second in opening hours. */
const PRESSES = 40;
const GOAL_MS = 100;
const settleMs = 1000;

export async function countersCall(city: City, size: Size): Promise<Found> {
  const town = await city.town();
  const centres = await openHalls(town, HALLS);
  const clerks = await seatClerks(town, centres);
  await fillLines(town, size.rounds * size.seconds);
  const program = await startProgram('serve', believing(town));
  const bare = await startBare(town);
  const ours = await hangUp(program.port, centres, size.boards, {
    stream: boardLivePath,
    board: (centre) => `/api/counters/centres/${centre}/board`,
  });
  const floor = await hangUp(bare.port, centres, size.boards, {
    stream: (centre) => `/halls/${centre}/live`,
  });
  const lost = { calls: 0, missing: 0, twice: 0 };
  const keys = keysOf(clerks);
  let memory = 0;
  const { ours: called, floor: said } = await byTurns(
    size.rounds,
    {
      ours: async () => {
        const found = await callsOf(program.port, ours, keys, size, lost);
        memory = Math.max(memory, program.memoryMb());
        return found;
      },
      floor: () => callsOf(bare.port, floor, bareKeys(centres), size),
    },
    'p99',
  );
  ours.close();
  floor.close();
  await program.stop();
  await bare.stop();
  await town.close();
  if (lost.missing + lost.twice + ours.read.others > 0)
    throw new Error(`calls that were not once on every board: ${JSON.stringify(lost)}`);
  return {
    figures: [
      figure('halls', centres.length, ''),
      figure('boards', size.boards, ''),
      figure('calls', lost.calls, ''),
      figure('boards read again', ours.read.boards, ''),
      figure('from the key to the boards, p50', called.p50, 'ms'),
      figure(`from the key to the boards, p99 (goal ${GOAL_MS})`, called.p99, 'ms'),
      figure('p99 of the bare fan-out', said.p99, 'ms'),
      figure('memory of the program (goal 400)', memory, 'MB'),
    ],
    ratio: said.p99 / called.p99,
  };
}

interface Keys {
  next(): Asked | undefined;
  /** The hall and number that were called, if it was a call. */
  called(answered: Answered, asked: Asked): { centre: number; number: string } | undefined;
}

/** Presses keys for a while; how long each call took to each board of its hall. */
async function callsOf(
  port: number,
  walls: Walls,
  keys: Keys,
  { seconds, boards }: Size,
  lost = { calls: 0, missing: 0, twice: 0 },
): Promise<Loaded> {
  const sent = new Map<Asked, number>();
  const calls: { centre: number; number: string; at: number }[] = [];
  const pressed = await load({
    ...{ port, connections: CONNECTIONS, seconds, arriving: PRESSES },
    next: () => {
      const asked = keys.next();
      if (asked !== undefined) sent.set(asked, performance.now());
      return asked;
    },
    see: (answered, asked) => {
      const call = keys.called(answered, asked);
      if (call !== undefined) calls.push({ ...call, at: sent.get(asked) ?? 0 });
    },
  });
  await new Promise((go) => setTimeout(go, settleMs));
  const times: number[] = [];
  const least = Math.floor(boards / HALLS);
  for (const { centre, number, at } of calls) {
    const seen = walls.seen(centre, number);
    lost.calls += 1;
    lost.missing += Math.max(0, least - seen.length);
    lost.twice += Math.max(0, seen.length - least - 1);
    times.push(...seen.map((one) => one - at));
  }
  times.sort((one, other) => one - other);
  const part = (share: number): number => times[Math.floor((times.length - 1) * share)] ?? 0;
  return { ...pressed, p50: part(0.5), p99: part(0.99) };
}

/** The clerks in turn: next (who was served is done), serve, next. */
function keysOf(clerks: readonly Clerk[]): Keys {
  const ready = [...clerks];
  const busy = new Map<Asked, Clerk>();
  return {
    next: () => {
      const clerk = ready.shift();
      if (clerk === undefined) return undefined;
      const { window, headers, ticket } = clerk;
      const asked: Asked = {
        ...{ method: 'POST', headers },
        path:
          ticket === undefined
            ? `/api/counters/windows/${window}/next`
            : `/api/counters/tickets/${ticket}/move`,
        body: JSON.stringify(ticket === undefined ? { done: true } : { move: 'serve' }),
      };
      busy.set(asked, clerk);
      return asked;
    },
    called: ({ body }, asked) => {
      const clerk = busy.get(asked);
      if (clerk === undefined) return undefined;
      busy.delete(asked);
      ready.push(clerk);
      const served = clerk.ticket !== undefined;
      const { ticket } = JSON.parse(body) as { ticket: { ticket: string; number: string } | null };
      clerk.ticket = served ? undefined : ticket?.ticket;
      if (served || ticket === null) return undefined;
      return { centre: clerk.centre, number: ticket.number };
    },
  };
}

function bareKeys(centres: readonly number[]): Keys {
  let no = 0;
  return {
    next: () => {
      no += 1;
      const centre = centres[no % centres.length];
      return { method: 'POST', path: `/halls/${centre}/next`, headers: '', body: '{}' };
    },
    called: ({ body }) => JSON.parse(body) as { centre: number; number: string },
  };
}
