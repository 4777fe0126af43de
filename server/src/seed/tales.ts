// SPDX-License-Identifier: Apache-2.0
// What can become of a report, each told to a certain point.
import { blankHotline } from '@lilong/contracts/hotline';
import { parseRef } from '@lilong/contracts/refs';
import { caseActs } from '../cases/index.ts';
import { awake } from './hours.ts';
import { acts, type Life, moves, newLife, reports, type Step } from './life.ts';
import { selectWaitingDelay } from './queries.ts';
import {
  accepts,
  begins,
  closes,
  crewIsDone,
  dispatches,
  finishes,
  notedDown,
  officer,
  passes,
  rates,
  registers,
  returns,
  say,
  seenTo,
  seesTo,
  sendsCrew,
  sendsOn,
  staff,
  type Told,
  worked,
} from './telling.ts';

type Tale = (told: Told) => Step[];
const DAY = 86_400_000;

const accepted: Tale = (t) => [begins(t), registers(t), dispatches(t), accepts(t)];
const adjudicating: Tale = (t) => [
  ...[begins(t), registers(t)],
  ...returnedBy(t, 0),
  ...returnedBy(t, 1),
];
const reworked: Tale = (t) => [begins(t), ...worked(t), sendsBack(t), finishes(t, 150)];
const closed: Tale = (t) => [begins(t), ...worked(t), passes(t), closes(t)];

/** Reported, perhaps looked at; not registered yet. */
const early = {
  reported: (t) => [begins(t)],
  raised: (t) => [begins({ ...t, origin: 'worker' }, 'raise')],
  asked: (t) => [begins(t), asks(t)],
  answered: (t) => [begins(t), asks(t), answers(t)],
  verifying: (t) => [begins(t), verifies(t)],
  verified: (t) => [begins(t), verifies(t), finds(t, 'verified')],
  notFound: (t) => [begins(t), verifies(t), finds(t, 'not_found'), declines(t, 'not_found')],
  declined: (t) => [begins(t), declines(t)],
  withdrawn: (t) => [begins(t), withdraws(t)],
  merged: (t) => [begins(t), ...mergesAnother(t)],
} as const satisfies Record<string, Tale>;

/** On its way through a department. */
const underWay = {
  registered: (t) => [begins(t), registers(t)],
  dispatched: (t) => [begins(t), registers(t), dispatches(t)],
  returned: (t) => [begins(t), registers(t), ...returnedBy(t, 0), sendsOn(t)],
  adjudicating,
  accepted,
  assigned: (t) => [...accepted(t), ...sendsCrew(t)],
  crewDone: (t) => [...accepted(t), ...sendsCrew(t), ...crewIsDone(t)],
  joined: (t) => [begins(t), registers(t), joins(t, 0), joins(t, 1), dispatches(t), accepts(t)],
  supervised: (t) => [...accepted(t), supervises(t)],
  suspended: (t) => [...accepted(t), wantsTime(t, 'suspension', 20), grants(t)],
  extensionAsked: (t) => [...accepted(t), wantsTime(t, 'extension', 1)],
  finished: (t) => [begins(t), ...worked(t)],
  reworked,
  passed: (t) => [begins(t), ...worked(t), passes(t)],
} as const satisfies Record<string, Tale>;

/** Over, or over for now. */
const ended = {
  seenTo: (t) => [seenTo(t)],
  notedDown: (t) => [notedDown(t)],
  seenToForResident: (t) => [begins(t), seesTo(t), ...(t.chance.yes(0.5) ? rates(t, true) : [])],
  closed,
  rated: (t) => [...closed(t), ...rates(t, true)],
  published: (t) => [...closed(t), releases(t)],
  hotline: (t) => [...closed(t), repliesToHotline(t)],
  closedAfterRework: (t) => [...reworked(t), passes(t), closes(t), ...rates(t, true)],
  ruled: (t) => [...adjudicating(t), rules(t), accepts(t), finishes(t, 200), passes(t), closes(t)],
  forced: (t) => [...accepted(t), forces(t)],
  unsolved: (t) => [...closed(t), ...rates(t, false)],
} as const satisfies Record<string, Tale>;

export type TaleName = keyof typeof early | keyof typeof underWay | keyof typeof ended;
export const tales: Readonly<Record<TaleName, Tale>> = { ...early, ...underWay, ...ended };

function asks(t: Told): Step {
  const { words } = say(t, 'ask');
  return acts(staff(t, 'dispatcher'), { wait: t.chance.whole(15, 90) }, 1, (ctx, { ref }) =>
    caseActs.ask(ctx, { ref, words }),
  );
}
function answers(t: Told): Step {
  const { words } = say(t, 'answer');
  return acts(t.reporter, { wait: t.chance.whole(5, 200), hours: awake }, 1, (ctx, { report }) =>
    caseActs.answer(ctx, { ref: report, words }),
  );
}
function verifies(t: Told): Step {
  return moves(staff(t, 'dispatcher'), 'verify', {}, { wait: t.chance.whole(10, 60) });
}
function finds(t: Told, move: 'verified' | 'not_found'): Step {
  const { words } = say(t, move);
  return moves(staff(t, 'checker'), move, { words }, { wait: t.chance.whole(40, 160) });
}
function declines(t: Told, code?: string): Step {
  const found = t.sayings.get('decline')?.find((one) => one.code === code) ?? say(t, 'decline');
  const given = { reasonCode: found.code, reason: found.words };
  return moves(staff(t, 'dispatcher'), 'decline', given, { wait: t.chance.whole(20, 300) });
}
function withdraws(t: Told): Step {
  return acts(t.reporter, { wait: t.chance.whole(10, 60), hours: awake }, 1, (ctx, { report }) =>
    caseActs.withdraw(ctx, { ref: report }),
  );
}

/** A neighbour reports the same thing in other words, and the dispatcher puts both together. */
function mergesAnother(t: Told): Step[] {
  const other = newLife();
  const words = `${t.scene.address}这里，${t.scene.sentence.words}`;
  const scene = { ...t.scene, sentence: { ...t.scene.sentence, words } };
  const again = reports(t.chance.pick(t.stage.neighbours), scene, [], { wait: 35 });
  const merge = (ctx: Parameters<Step['run']>[0], { ref }: Life) =>
    caseActs.merge(ctx, { ref, others: [other.ref] });
  return [
    { ...again, run: (ctx, _, files) => again.run(ctx, other, files) },
    acts(staff(t, 'dispatcher'), { wait: 25 }, 1, merge),
  ];
}
function joins(t: Told, nth: number): Step {
  const others = t.stage.neighbours.filter(({ account }) => account !== t.reporter.account);
  const who = others[(t.scene.place + nth * 7) % others.length] ?? t.reporter;
  const { words } = say(t, 'me_too');
  return acts(who, { wait: t.chance.whole(10, 45), hours: awake }, 1, (ctx, life) =>
    caseActs.joinCase(ctx, { caseRef: life.ref, words, photos: [] }),
  );
}
/** Others may see what was said and shown. */
function releases(t: Told): Step {
  return acts(staff(t, 'dispatcher'), { wait: 12 }, 1, (ctx, { ref, version }) =>
    caseActs.release(ctx, { ref, version, words: true, photos: true }),
  );
}

/** Sent to somebody who says by the list that it is not theirs. */
function returnedBy(t: Told, nth: 0 | 1): Step[] {
  const other = t.others[nth] ?? t.lead;
  return [nth === 0 ? dispatches(t, other) : sendsOn(t, other), returns(t, other)];
}
function rules(t: Told): Step {
  const given = { organisation: t.lead, reason: say(t, 'rule').words };
  return moves(staff(t, 'street_leader'), 'rule', given, { wait: t.chance.whole(60, 300) });
}
function supervises(t: Told): Step {
  const { code, words } = say(t, 'supervise');
  const kind = code as 'timeout' | 'leader' | 'important'; // the codes of demo-sayings.csv
  return acts(staff(t, 'dispatcher'), { wait: 180 }, 1, (ctx, { ref }) =>
    caseActs.supervise(ctx, { ref, kind, words }),
  );
}
function sendsBack(t: Told): Step {
  const { words } = say(t, 'rework');
  return moves(staff(t, 'checker'), 'rework', { reason: words }, { wait: t.chance.whole(30, 90) });
}
function forces(t: Told): Step {
  const { words } = say(t, 'force');
  return moves(staff(t, 'street_leader'), 'force_close', { reason: words }, { wait: 600 });
}

/** The lead asks for so many days beyond the promise. */
function wantsTime(t: Told, kind: 'extension' | 'suspension', days: number): Step {
  const { words } = say(t, kind);
  return acts(officer(t, t.lead), { wait: 12 }, 1, (ctx, { ref, solveDue }) => {
    const from = solveDue === null ? ctx.now : new Date(solveDue);
    const until = new Date(from.getTime() + days * DAY).toISOString();
    return caseActs.askForDelay(ctx, { ref, kind, until, reason: words });
  });
}
function grants(t: Told): Step {
  const { words } = say(t, 'grant');
  return acts(staff(t, 'dispatcher'), { wait: 30 }, 1, async (ctx, { ref }) => {
    const key = parseRef('C', ref);
    const no = key === undefined ? undefined : await selectWaitingDelay(ctx.db, key);
    await caseActs.decide(ctx, { ref, no: no ?? 0, grant: true, reason: words });
  });
}
function repliesToHotline(t: Told): Step {
  return acts(staff(t, 'dispatcher'), { wait: 15 }, 1, (ctx, { ref }) =>
    caseActs.saveHotline(ctx, {
      ref,
      reply: {
        ...blankHotline,
        contactedFirst: true,
        contactedAt: new Date(ctx.now.getTime() - DAY / 2).toISOString(),
        contactPerson: '网格中心值班',
        factFound: '情况属实',
        demandFound: '合理',
        sawOnSite: true,
        mayPublish: false,
        result: 'solved',
        satisfaction: 'satisfied',
        answerMeans: 'phone',
        answeredAt: ctx.now.toISOString(),
        answerWords: t.scene.sentence.outcome,
      },
    }),
  );
}
