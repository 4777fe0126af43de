// SPDX-License-Identifier: Apache-2.0
// A line walked ahead as it may go, many times over, each time with other chances. Pure: the same line gives the same walks.
import { type Desk, handsAt, type Pace, remainsOf } from './estimate.ts';
import { canServe, inOrder, type LineRule, type Waiting } from './order.ts';
import { doneHere } from './workflow.ts';

/** Somebody who is awaited at a time. */
export interface Due {
  readonly at: Date;
  readonly left_over: readonly string[];
}

/** All who wait in a hall, those put aside among them, and the windows that are open. */
export interface Line {
  readonly desks: readonly Desk[];
  readonly waiting: readonly Waiting[];
  /** Who booked a time that is near, and has not come yet. */
  readonly due: readonly Due[];
  readonly pace: Pace;
  readonly rule: LineRule;
  /** So many people are called in all walks together, more or less; left out, as many as an estimate of one hall is worth. */
  readonly calls?: number | undefined;
}

/** So many people are called in all walks together, more or less: a long line varies little, and a short one costs little. */
const calls = 800;
const [fewest, most] = [5, 60];

type Wants = Pick<Waiting, 'left_over' | 'for_window'>;
/** Somebody in the line as it is walked; moments in seconds from now. */
interface Walker {
  readonly no: number;
  readonly kind: Kind;
  readonly moment: number;
  readonly ready: number;
}
/** Who wants the same, and is called by the same windows. Its queues are of one walk: in order. */
interface Kind extends Wants {
  /** By windows, in their order; null where one does nothing for it. */
  readonly at: readonly (Done | null)[];
  /** Those who can be called from the start. */
  readonly first: Walker[];
  taken: number;
  /** Those who came into it later. */
  joined: Walker[];
}
interface Done {
  readonly spreads: readonly (readonly number[])[];
  /** What is left when a window has done what it does. */
  readonly left: Wants | null;
}

/**
 * Seconds until each of the wanted is called, one for each walk; `Infinity` where no window ever calls them. Who is not in
 * line is taken as if they stood at their moment and nobody minded.
 */
export function walksOf(line: Line, wanted: readonly Waiting[], now: Date): number[][] {
  const walk = new Walk(line, wanted, now);
  const people = line.waiting.length + line.desks.length + 1;
  const rounds = Math.round(Math.min(most, Math.max(fewest, (line.calls ?? calls) / people)));
  const found = wanted.map((): number[] => []);
  for (let round = 0; round < rounds; round++)
    for (const [at, seconds] of walk.once(round).entries()) found[at]?.push(seconds);
  return found;
}

const hour = 3600; // s
const secondsTo = (at: Date, now: Date): number => (at.getTime() - now.getTime()) / 1000;
const isBefore = (one: Walker, other: Walker): boolean =>
  one.moment < other.moment || (one.moment === other.moment && one.no < other.no);

class Walk {
  readonly #line: Line;
  readonly #now: Date;
  #draw = drawsOf(0);
  readonly #kinds = new Map<string, Kind>();
  readonly #all: Kind[] = [];
  readonly #wanted: readonly Walker[];
  readonly #known: ReadonlySet<number>;
  /** Not yet ready, though here. */
  readonly #aside: readonly Walker[];
  /** Who booked, and comes at that time. */
  readonly #due: readonly Walker[];
  /** What may remain of whoever is at each window, seconds. */
  readonly #remains: readonly (readonly number[])[];
  readonly #hands: number[] = [];
  /** Seconds within which somebody with priority comes before one who is asked for. */
  readonly #within: number;
  #later: Walker[] = [];

  constructor(line: Line, wanted: readonly Waiting[], now: Date) {
    this.#line = line;
    this.#now = now;
    const people = inOrder(line.waiting).map((one) => this.#walker(one));
    for (const one of people) if (one.ready <= 0) one.kind.first.push(one);
    this.#aside = people.filter(({ ready }) => ready > 0);
    this.#known = new Set(line.waiting.map(({ no }) => no));
    this.#wanted = wanted.map((one) => this.#walker(one));
    this.#within =
      Math.max(...this.#wanted.map(({ moment }) => moment)) + line.rule.priorityAhead * 60;
    this.#due = line.due.map(({ at, left_over }) => this.#dueWalker(secondsTo(at, now), left_over));
    this.#remains = line.desks.map((desk) => remainsOf(desk, line.pace, now));
  }

  #walker({ no, line_at, back_at, ...wants }: Waiting): Walker {
    const ready = back_at === null ? 0 : Math.max(0, secondsTo(back_at, this.#now));
    return { no, kind: this.#kindOf(wants), moment: secondsTo(line_at, this.#now), ready };
  }

  #dueWalker(at: number, left_over: readonly string[]): Walker {
    const kind = this.#kindOf({ left_over, for_window: null });
    return { no: -1, kind, moment: at - this.#line.rule.bookedAhead * 60, ready: Math.max(0, at) };
  }

  #kindOf({ left_over, for_window }: Wants): Kind {
    const key = `${for_window} ${left_over}`;
    const known = this.#kinds.get(key);
    if (known !== undefined) return known;
    const wants = { left_over, for_window };
    const at = this.#line.desks.map((desk): Done | null => {
      if (!canServe(desk, wants)) return null;
      const here = doneHere(wants, desk);
      const left = left_over.filter((one) => !here.includes(one));
      return {
        spreads: here.map((one) => this.#line.pace.each(one).spread),
        left: left.length === 0 ? null : { left_over: left, for_window: null },
      };
    });
    const kind: Kind = { ...wants, at, first: [], taken: 0, joined: [] };
    this.#kinds.set(key, kind);
    this.#all.push(kind);
    return kind;
  }

  /** Seconds until each is called, in one round: the same chances, whoever is asked for. */
  once(round: number): number[] {
    this.#draw = drawsOf(round);
    for (const kind of this.#all) {
      kind.taken = 0;
      kind.joined = [];
    }
    const free = this.#remains.map((some) => this.#one(some));
    this.#later = [...this.#aside, ...this.#comers(), ...this.#back(free)];
    this.#later.sort((one, other) => other.ready - one.ready); // the soonest is last
    const found = this.#wanted.map(() => Infinity);
    let open = found.length;
    while (open > 0) {
      const desk = soonest(free);
      const next = this.#later.at(-1);
      if (next !== undefined && next.ready <= (free[desk] ?? Infinity)) {
        this.#joins(next, free);
        this.#later.pop();
        continue;
      }
      const at = free[desk] ?? Infinity;
      if (at === Infinity) break;
      const called = this.#first(desk);
      for (const [index, one] of this.#wanted.entries())
        if (found[index] === Infinity && this.#isCalled(one, called, desk, at)) {
          found[index] = at;
          open -= 1;
        }
      free[desk] = called === undefined ? Infinity : at + this.#serves(called, desk, at);
    }
    return found;
  }

  /** Somebody can be called from now on: an idle window that does it looks again. */
  #joins(one: Walker, free: number[]): void {
    const { joined, at } = one.kind;
    const place = joined.findIndex((other) => isBefore(one, other));
    joined.splice(place < 0 ? joined.length : place, 0, one);
    for (const [desk, done] of at.entries())
      if (done !== null && free[desk] === Infinity) free[desk] = one.ready;
  }

  /** Whom the window calls, out of the line. */
  #first(desk: number): Walker | undefined {
    let found: Walker | undefined;
    for (const kind of this.#all) {
      if (kind.at[desk] == null) continue;
      for (const one of [kind.joined[0], kind.first[kind.taken]])
        if (one !== undefined && (found === undefined || isBefore(one, found))) found = one;
    }
    if (found === undefined) return undefined;
    if (found.kind.joined[0] === found) found.kind.joined.shift();
    else found.kind.taken += 1;
    return found;
  }

  #isCalled(one: Walker, called: Walker | undefined, desk: number, at: number): boolean {
    if (this.#known.has(one.no)) return called?.no === one.no;
    const could = one.kind.at[desk] != null && one.ready <= at;
    return could && (called === undefined || isBefore(one, called));
  }

  /** Seconds for which they keep the window. */
  #serves(called: Walker, desk: number, at: number): number {
    const { left, absent, absentFor } = this.#line.pace;
    const part = this.#draw();
    if (part < left) return 0;
    if (part < left + absent) return absentFor;
    const done = called.kind.at[desk];
    let seconds = 0;
    for (const spread of done?.spreads ?? []) seconds += this.#one(spread);
    seconds /= this.#handsIn(at);
    if (done?.left != null) this.#stays(called, done.left, at + seconds);
    return seconds;
  }

  /** Who has more matters keeps their place. */
  #stays({ no, moment }: Walker, wants: Wants, ready: number): void {
    const place = this.#later.findLastIndex((other) => other.ready > ready);
    this.#later.splice(place + 1, 0, { no, moment, ready, kind: this.#kindOf(wants) });
  }

  /** Whoever is at a window that does not do all of theirs stands in line again: before those who wait now. */
  #back(free: readonly number[]): Walker[] {
    return this.#line.desks.flatMap((desk, at) => {
      const here = desk.has === null ? [] : doneHere(desk.has, desk);
      const left_over = (desk.has?.left_over ?? []).filter((one) => !here.includes(one));
      if (left_over.length === 0) return [];
      const kind = this.#kindOf({ left_over, for_window: null });
      return [{ no: -1, kind, moment: -Infinity, ready: free[at] ?? 0 }];
    });
  }

  /** Who comes meanwhile and stands before somebody who is asked for: with priority, by chance; and for a time that was booked. */
  #comers(): Walker[] {
    const { first } = this.#line.pace;
    const ahead = this.#line.rule.priorityAhead * 60;
    const found = [...this.#due];
    for (const [service, rate] of first) {
      const kind = this.#kindOf({ left_over: [service], for_window: null });
      let at = 0;
      for (;;) {
        at -= (Math.log(1 - this.#draw()) * hour) / rate;
        if (!(at < this.#within)) break;
        found.push({ no: -1, kind, moment: at - ahead, ready: at });
      }
    }
    return found;
  }

  #one(some: readonly number[]): number {
    return some[Math.floor(this.#draw() * some.length)] ?? 0;
  }

  #handsIn(seconds: number): number {
    const minutes = Math.floor(seconds / 60);
    const known = this.#hands[minutes];
    if (known !== undefined) return known;
    const { desks, pace } = this.#line;
    const then = new Date(this.#now.getTime() + minutes * 60_000);
    const hands = handsAt(then, desks.length, pace, this.#now);
    this.#hands[minutes] = hands;
    return hands;
  }
}

function soonest(free: readonly number[]): number {
  let found = 0;
  for (let at = 1; at < free.length; at++)
    if ((free[at] ?? Infinity) < (free[found] ?? Infinity)) found = at;
  return found;
}

/** Parts from 0 to 1, the same ones each time a number is given (mulberry32). */
function drawsOf(no: number): () => number {
  let state = Math.imul(no + 1, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
