// SPDX-License-Identifier: Apache-2.0
// Many dispatchers act on the same cases at once: one wins each case, the others are told what changed.
import type { Size } from './benches.ts';
import { CONNECTIONS, reportsOf } from './cases-report.ts';
import { type Answered, type Asked, load } from './load.ts';
import { startProgram } from './programs.ts';
import { type Found, figure, mustAllBe } from './rounds.ts';
import type { City, Town } from './town.ts';

/** Actions that meet on one case. */
const RIVALS = 20;
const STREET = 310101002000000;

export async function casesRace(city: City, size: Size): Promise<Found> {
  const town = await city.town();
  const program = await startProgram('serve', town);
  const refs = await openCases(town, program.port, size.actions / RIVALS);
  const dispatchers = await Promise.all(
    Array.from({ length: CONNECTIONS }, () => town.signIn('dispatcher', STREET)),
  );
  const winners = new Map<string, number>();
  let unclean = 0;
  let sent = 0;
  const next = (): Asked | undefined => {
    const ref = refs[Math.floor(sent / RIVALS)];
    sent += 1;
    return ref === undefined ? undefined : actionOn(ref, sent, dispatchers);
  };
  const raced = await load({
    port: program.port,
    connections: CONNECTIONS,
    next,
    see: (answered, asked) => {
      if (answered.status === 200) winners.set(asked.path, (winners.get(asked.path) ?? 0) + 1);
      else if (!isClean(answered)) unclean += 1;
    },
  });
  const wrong = await wrongInDatabase(town);
  await program.stop();
  await town.close();
  const won = [...winners.values()];
  const held =
    won.length === refs.length && won.every((times) => times === 1) && unclean === 0 && wrong === 0;
  return {
    figures: [
      figure('conflicting actions', raced.count, ''),
      figure('actions', raced.perSecond, 'per s'),
      figure('cases', refs.length, ''),
      figure('winners', raced.statuses.get(200) ?? 0, ''),
      figure('told what changed', raced.statuses.get(409) ?? 0, ''),
      figure('anything else', unclean, ''),
      figure('cases with more or less than one winner in the database', wrong, ''),
    ],
    ratio: held ? 1 : 0,
  };
}

/** Reports in one street, by the front door. */
async function openCases(town: Town, port: number, count: number): Promise<string[]> {
  const reports = await reportsOf(town, CONNECTIONS);
  const { rows: committees } = await town.owner.run(
    `select no from places.place where parent = ${STREET} and valid_to is null order by no`,
  );
  const refs: string[] = [];
  let sent = 0;
  const next = (): Asked | undefined => {
    sent += 1;
    if (sent > count) return undefined;
    const asked = reports();
    const { point: _, ...said } = JSON.parse(asked.body ?? '{}') as Record<string, unknown>;
    return {
      ...asked,
      body: JSON.stringify({ ...said, place: committees[sent % committees.length]?.no }),
    };
  };
  const see = ({ body }: Answered) => {
    refs.push((JSON.parse(body) as { caseRef: string }).caseRef);
  };
  mustAllBe(200, await load({ port, connections: CONNECTIONS, next, see }));
  return refs;
}

/** Half of them register the case, half decline it; all saw its first version. */
function actionOn(ref: string, no: number, dispatchers: readonly string[]): Asked {
  const register = { move: 'register', category: 'event-01-11', condition: 1 };
  const decline = { move: 'decline', reasonCode: 'duplicate', reason: '重复', outcome: '不予立案' };
  const body = JSON.stringify({ version: 1, ...(no % 2 === 0 ? register : decline) });
  const headers = `${dispatchers[no % dispatchers.length]}idempotency-key: race-${no}\r\n`;
  return { method: 'POST', path: `/api/cases/${ref}/move`, headers, body };
}

function isClean({ status, body }: Answered): boolean {
  const { code } = JSON.parse(body) as { code?: string };
  return status === 409 && (code === 'cases.changed' || code === 'cases.wrong-state');
}

/** Cases that did not move exactly once, or whose move is not told and audited exactly once. */
async function wrongInDatabase(town: Town): Promise<number> {
  const { rows } = await town.owner.run(`
    select count(*) filter (where c.version <> 2
      or (select count(*) from cases.flow f where f.street = c.street and f.case_no = c.no) <> 2
      or (select count(*) from kernel.audit a where a.outcome = 'done' and a.subject like 'C' || c.street || '-' || c.no || '_') <> 2
      or (select count(*) from kernel.event e where e.name in ('case.register', 'case.decline')
        and e.subject like 'C' || c.street || '-' || c.no || '_') <> 1) as wrong
    from cases.case c`);
  return Number(rows[0]?.wrong ?? -1);
}
