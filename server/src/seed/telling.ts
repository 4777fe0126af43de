// SPDX-License-Identifier: Apache-2.0
// The parts that the demonstration's cases are told from: beginning, registration, work, check, end.
import { caseActs } from '../cases/index.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Chance } from './chance.ts';
import { awake, outdoors } from './hours.ts';
import {
  acts,
  type Entry,
  enters,
  entersHandled,
  type Given,
  moves,
  reports,
  type Scene,
  type Step,
} from './life.ts';
import type { Shown } from './pictures.ts';
import type { Stage } from './stage.ts';
import type { Saying } from './texts.ts';

/** A graded condition of a category, as the catalogue has it. */
export interface Graded {
  readonly order: number;
  readonly limit: string;
  readonly closeWhen: string;
}
/** All that a tale is told with. */
export interface Telling {
  readonly stage: Stage;
  readonly chance: Chance;
  readonly sayings: ReadonlyMap<string, readonly Saying[]>;
  readonly conditions: ReadonlyMap<string, readonly Graded[]>;
  /** The next number of an outside ticket. */
  readonly ticket: () => string;
}
/** Where a case came from. */
export type Origin = 'door' | 'neighbour' | 'worker' | 'patrol' | 'phone' | 'hotline';

/** One scene with the people who deal with it. */
export interface Told extends Telling {
  readonly scene: Scene;
  readonly origin: Origin;
  readonly reporter: Actor;
  readonly condition: Graded;
  /** Minutes that the work takes. */
  readonly work: number;
  /** Who leads by the list, and two departments that do not. */
  readonly lead: number;
  readonly assisting: readonly number[];
  readonly others: readonly number[];
}

export function say({ chance, sayings }: Telling, kind: string): Saying {
  return chance.pick(sayings.get(kind) ?? []);
}
function shown({ scene, chance }: Told, moment: Shown['moment'], share: number): Shown[] {
  const { picture } = scene.sentence;
  return picture !== undefined && chance.yes(share) ? [{ drawing: picture, moment }] : [];
}
export function staff(told: Told, role: Parameters<Stage['staff']>[0]): Actor {
  return told.stage.staff(role, told.scene.place, told.chance);
}
export function officer({ stage }: Told, organisation: number): Actor {
  const found = stage.of('department_officer', organisation);
  if (found === undefined) throw new Error(`nobody receives for organisation ${organisation}`);
  return found;
}

function isResident(origin: Origin): origin is 'door' | 'neighbour' {
  return origin === 'door' || origin === 'neighbour';
}

/** Somebody says it. */
export function begins(told: Told, next: 'keep' | 'raise' = 'keep'): Step {
  const photos = shown(told, 'before', 0.75);
  const { scene, origin } = told;
  if (isResident(origin)) return reports(told.reporter, scene, photos);
  const role = {
    worker: 'committee_worker',
    patrol: 'checker',
    phone: 'committee_worker',
  } as const;
  const who = staff(told, origin === 'hotline' ? 'dispatcher' : role[origin]);
  const withoutPhoto = origin === 'phone' || origin === 'hotline';
  return enters(who, scene, entryOf(told), withoutPhoto ? [] : photos, next);
}

function entryOf({ origin, chance, ticket }: Told): Entry {
  const name = `${chance.pick([...'王李张陈周吴徐沈'])}${chance.pick(['女士', '先生', '阿姨'])}`;
  // 021-5555 is the demonstration's own exchange: nobody has such a number.
  const caller = { contactName: name, contactPhone: `021-5555${chance.whole(1000, 9999)}` };
  if (origin === 'hotline') return { channel: 'hotline_12345', outsideNo: ticket(), ...caller };
  if (origin === 'phone') return { channel: 'phone', ...caller };
  return { channel: origin === 'patrol' ? 'patrol' : 'committee' };
}

/** The committee's own worker sees to it and writes it down afterwards, in one go. */
export function seenTo(told: Told): Step {
  const photos = [...shown(told, 'before', 0.4), ...shown(told, 'after', 0.7)];
  return entersHandled(staff(told, 'committee_worker'), told.scene, photos);
}
/** The same in words alone, without pictures or a point on the map. */
export function notedDown(told: Told): Step {
  const { place, address, sentence } = told.scene;
  return entersHandled(staff(told, 'committee_worker'), { place, address, sentence }, []);
}
/** The committee's worker sees to what a resident reported. */
export function seesTo(told: Told): Step {
  const { outcome } = told.scene.sentence;
  const wait = told.chance.whole(40, 400);
  const given: Given = { outcome, reason: outcome };
  const photos = shown(told, 'after', 0.7);
  return moves(staff(told, 'committee_worker'), 'self_handle', given, { wait }, photos);
}

export function registers(told: Told): Step {
  const { condition, scene, chance } = told;
  const given = { category: scene.sentence.category, condition: condition.order };
  return moves(staff(told, 'dispatcher'), 'register', given, { wait: chance.whole(6, 60) });
}
export function dispatches(told: Told, to = told.lead): Step {
  const assisting = to === told.lead ? [...told.assisting] : [];
  const given = { organisation: to, assisting };
  return moves(staff(told, 'dispatcher'), 'dispatch', given, { wait: told.chance.whole(3, 25) });
}
/** Sent on after somebody returned it: with a word about the reason. */
export function sendsOn(told: Told, to = told.lead): Step {
  const assisting = to === told.lead ? [...told.assisting] : [];
  const given = { organisation: to, assisting, words: say(told, 'redispatch').words };
  return moves(staff(told, 'dispatcher'), 'dispatch', given, { wait: told.chance.whole(3, 25) });
}
export function accepts(told: Told): Step {
  const wait = told.chance.whole(8, 50);
  return moves(officer(told, told.lead), 'accept', {}, { wait, hours: outdoors });
}
export function returns(told: Told, from: number): Step {
  const { code, words } = say(told, 'return');
  const given = { ground: code, reason: words };
  return moves(officer(told, from), 'return', given, { wait: told.chance.whole(30, 120) });
}

/** A crew goes out and comes back; nobody when the organisation has none. */
export function sendsCrew(told: Told): Step[] {
  const crew = told.stage.of('crew', told.lead);
  if (crew?.account == null) return [];
  const given = { crew: crew.account, words: say(told, 'assign').words };
  return [moves(officer(told, told.lead), 'assign', given, { wait: 8, hours: outdoors })];
}
export function crewIsDone(told: Told): Step[] {
  const crew = told.stage.of('crew', told.lead);
  if (crew?.account == null) return [];
  const wait = Math.round(told.work * (0.4 + told.chance.whole(0, 60) / 100));
  const given = { words: told.scene.sentence.outcome };
  return [moves(crew, 'crew_done', given, { wait, hours: outdoors }, shown(told, 'after', 0.8))];
}
export function finishes(told: Told, wait = told.chance.whole(10, 40)): Step {
  const given = { words: say(told, 'finish').words };
  return moves(officer(told, told.lead), 'finish', given, { wait, hours: outdoors });
}
/** Registered, sent, accepted, and done by the crew or the officer. */
export function worked(told: Told): Step[] {
  const sent = [registers(told), dispatches(told), accepts(told)];
  const crew = told.chance.yes(0.7) ? [...sendsCrew(told), ...crewIsDone(told)] : [];
  return [...sent, ...crew, finishes(told, crew.length > 0 ? undefined : told.work)];
}

export function passes(told: Told): Step {
  return moves(staff(told, 'checker'), 'pass', {}, { wait: told.chance.whole(20, 110) });
}
export function closes(told: Told): Step {
  const given = { closing: told.condition.closeWhen, outcome: told.scene.sentence.outcome };
  return moves(staff(told, 'dispatcher'), 'close', given, { wait: told.chance.whole(10, 60) });
}
/** What the reporter thinks of it; callers and passers-by have no say in the app. */
export function rates(told: Told, solved: boolean): Step[] {
  if (!isResident(told.origin)) return [];
  const grade = solved ? told.chance.pick([3, 4, 4, 5, 5, 5]) : told.chance.pick([1, 2]);
  const thanks = told.chance.yes(0.5) ? { words: say(told, 'thanks').words } : {};
  const words = solved ? thanks : { words: say(told, 'unsolved').words };
  const timing = { wait: told.chance.whole(50, 900), hours: awake };
  return [
    acts(told.reporter, timing, solved ? 1 : 2, (ctx, { report }) =>
      caseActs.rate(ctx, { ref: report, solved, grade, ...words }),
    ),
  ];
}
