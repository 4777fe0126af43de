// SPDX-License-Identifier: Apache-2.0
// A month of one hall in simulated time, with the product's own line and estimate.
import {
  type Desk,
  eachOf,
  lookedAt,
  type Pace,
  quarter,
  waitsOf,
  weightOfToday,
} from '@lilong/server/counters/estimate';
import { lineMoment, nextFor, usualRule, type Waiting } from '@lilong/server/counters/order';
import { doneHere } from '@lilong/server/counters/workflow';
import { type Chance, chanceOf } from '@lilong/server/seed/chance';
import { assumed, type HallKind } from './hall-assumed.ts';

const minute = 60_000; // ms
const DAY = 1440; // minutes
const usual: Readonly<Record<string, number>> = {
  ...{ general: 8, insurance: 10, residence: 12, assistance: 20, veterans: 15, other: 10 },
};

/** What was said to somebody who took a number, and how long it was until they were called first. Minutes. */
export interface Told {
  readonly said: number;
  readonly waited: number;
}

interface Person extends Waiting {
  readonly came: number;
  /** Null when no window could be named. */
  readonly said: number | null;
  readonly first: boolean;
  readonly absent: boolean;
  /** Minutes that each matter takes, as far as it is not done. */
  readonly takes: Map<string, number>;
  left_over: string[];
  for_window: number | null;
  back_at: Date | null;
  called: boolean;
  /** Minutes at windows until now. */
  kept: number;
}
interface Window {
  readonly no: number;
  readonly services: readonly string[];
  /** So many times what others take. */
  readonly slow: number;
  open: boolean;
  has: { readonly left_over: readonly string[]; readonly since: Date } | null;
}

/** Moments are minutes since the first midnight. */
export class HallMonth {
  readonly told: Told[] = [];
  /** Nobody could say: no window was open for it. */
  unsaid = 0;
  readonly #kind: HallKind;
  readonly #chance: Chance;
  readonly #kept = new Map<string, number[]>();
  /** Windows usually open: on working days and at weekends, by quarters of the day. */
  readonly #usual = new Map<string, number>();
  readonly #ended = { all: 0, left: 0, absent: 0 };
  readonly #firsts: { at: number; service: string }[] = [];
  #agenda: { at: number; act: () => void }[] = [];
  #line: Person[] = [];
  #windows: Window[] = [];
  #now = 0;
  #no = 0;

  constructor(kind: HallKind, seed: number) {
    this.#kind = kind;
    this.#chance = chanceOf(seed);
    this.#windows = kind.windows.map((services, no) => ({
      ...{ no, services, slow: this.#spread(assumed.clerkSpread), open: false, has: null },
    }));
  }

  run(): void {
    for (let day = 0; day < assumed.days; day++) this.#day(day);
  }

  #day(day: number): void {
    const at = (minutes: number): number => day * DAY + minutes;
    const weekend = day % 7 >= 5;
    const closes = weekend ? assumed.closesAtWeekend : assumed.closes;
    for (const window of this.#windows) this.#plan(window, at, closes);
    for (let time = assumed.opens; time < closes; time += quarter)
      this.#later(at(time + quarter / 2), () => this.#countOpen());
    const people =
      this.#kind.people * (weekend ? assumed.weekend : 1) * this.#spread(assumed.daySpread);
    for (let count = 0; count < people; count++)
      this.#later(at(this.#arrival(closes)), () => this.#takes());
    for (let next = this.#agenda.shift(); next !== undefined; next = this.#agenda.shift()) {
      this.#now = next.at;
      next.act();
    }
    for (const window of this.#windows) window.open = false;
    this.#line = [];
  }

  /** Opens, shuts at noon and for a rest, and stays until nobody waits. */
  #plan({ no }: Window, at: (minutes: number) => number, closes: number): void {
    const set = (minutes: number, open: boolean) =>
      this.#later(at(minutes), () => this.#set(no, open));
    set(assumed.opens + this.#between(0, assumed.lateOpening), true);
    const [from, change, to] = assumed.noon;
    if (closes > to) {
      set(no % 2 === 0 ? from : change, false);
      set(no % 2 === 0 ? change : to, true);
    }
    const rests = closes > to ? [this.#between(570, 680), this.#between(800, 940)] : [];
    for (const rest of rests) {
      set(rest, false);
      set(rest + assumed.rests, true);
    }
  }

  #quarter(at: number): string {
    const day = Math.floor(at / DAY);
    return `${day % 7 >= 5} ${Math.floor((at - day * DAY) / quarter)}`;
  }
  #countOpen(): void {
    const key = this.#quarter(this.#now);
    const open = this.#windows.filter((one) => one.open).length;
    const before = this.#usual.get(key) ?? open;
    this.#usual.set(key, before + weightOfToday * (open - before));
  }

  #arrival(closes: number): number {
    if (this.#chance.yes(assumed.atTheDoor)) return assumed.opens;
    const hours = assumed.hours.slice(0, Math.ceil((closes - assumed.opens) / 60));
    const hour = this.#pick(hours);
    return assumed.opens + 60 * hour + this.#between(0, 60);
  }

  #takes(): void {
    const { priority, second, absent, givesUp, givesUpWithin } = assumed;
    const services = [this.#service()];
    const other = this.#service();
    if (this.#chance.yes(second) && other !== services[0]) services.push(other);
    const first = this.#chance.yes(priority);
    const now = this.#date();
    this.#no += 1;
    const stands = {
      ...{ no: this.#no, left_over: services, for_window: null, back_at: null },
      line_at: lineMoment(
        { at: now, priority: first ? 'elderly' : null, appointedAt: null },
        usualRule,
      ),
    };
    const person: Person = {
      ...stands,
      ...{ came: this.#now, first, absent: this.#chance.yes(absent), called: false, kept: 0 },
      said: this.#say(stands),
      takes: new Map(services.map((one) => [one, this.#lasts(one)])),
    };
    if (person.said === null) this.unsaid += 1;
    this.#line.push(person);
    if (first) this.#firsts.push({ at: this.#now, service: services[0] ?? '' });
    if (this.#chance.yes(givesUp))
      this.#later(this.#now + this.#between(0, givesUpWithin), () => this.#givesUp(person));
    this.#look();
  }

  #givesUp(person: Person): void {
    if (person.called) return;
    this.#line = this.#line.filter((one) => one !== person);
    this.#count('left');
  }

  /** Windows without anybody call. */
  #look(): void {
    for (const window of this.#windows) {
      if (!window.open || window.has !== null) continue;
      const next = nextFor(window, this.#line, this.#date());
      if (next !== undefined) this.#call(window, next);
    }
  }

  #call(window: Window, person: Person): void {
    this.#line = this.#line.filter((one) => one !== person);
    window.has = { left_over: person.left_over, since: this.#date() };
    const begun = this.#now;
    if (!person.called && person.said !== null)
      this.told.push({ said: person.said, waited: begun - person.came });
    person.called = true;
    person.back_at = null;
    person.for_window = null;
    if (person.absent) this.#later(begun + assumed.absentTakes, () => this.#leaves(window));
    else this.#serve(window, person);
  }

  #serve(window: Window, person: Person): void {
    const begun = this.#now;
    const here = doneHere(person, window);
    const work = here.reduce((sum, one) => sum + (person.takes.get(one) ?? 0), 0) * window.slow;
    const sits = begun + this.#between(...assumed.walks);
    if (this.#chance.yes(assumed.parks))
      this.#later(sits + work * assumed.parkedAfter, () => this.#park(window, person, here));
    else if (this.#chance.yes(assumed.transfers))
      this.#later(sits + work * assumed.transferredAfter, () =>
        this.#transfer(window, person, here),
      );
    else {
      const ends = sits + work + this.#between(...assumed.between) / 60;
      this.#later(ends, () => this.#done(window, person, here));
    }
  }

  #leaves(window: Window): void {
    this.#count('absent');
    this.#free(window);
  }

  #park(window: Window, person: Person, here: readonly string[]): void {
    for (const one of here) this.#shorten(person, one, 1 - assumed.parkedAfter);
    person.kept += this.#since(window);
    person.back_at = new Date((this.#now + assumed.parkedFor) * minute);
    this.#again(person, window);
    this.#later(this.#now + assumed.parkedFor + 0.01, () => this.#look());
  }

  #transfer(window: Window, person: Person, here: readonly string[]): void {
    person.kept += this.#since(window);
    const instead = this.#service();
    const others = person.left_over.filter((one) => one !== here[0]);
    person.left_over = [...new Set([instead, ...others])];
    person.takes.set(instead, this.#lasts(instead));
    this.#again(person, window);
  }

  #done(window: Window, person: Person, here: readonly string[]): void {
    const kept = person.kept + this.#since(window);
    person.kept = 0;
    for (const one of here) {
      const last = [(kept * 60) / here.length, ...(this.#kept.get(one) ?? [])];
      this.#kept.set(one, last.slice(0, lookedAt));
    }
    person.left_over = person.left_over.filter((one) => !here.includes(one));
    if (person.left_over.length > 0) this.#again(person, window);
    else {
      this.#count('done');
      this.#free(window);
    }
  }

  /** Minutes for which it has had whoever is there. */
  #since({ has }: Window): number {
    return has === null ? 0 : this.#now - has.since.getTime() / minute;
  }

  #again(person: Person, window: Window): void {
    this.#line.push(person);
    this.#free(window);
  }

  #free(window: Window): void {
    window.has = null;
    this.#look();
  }

  #set(no: number, open: boolean): void {
    const window = this.#windows[no];
    if (window !== undefined) window.open = open;
    this.#look();
  }

  #say(person: Waiting): number | null {
    const desks: Desk[] = this.#windows.filter(({ open }) => open);
    const line = { desks, waiting: this.#line, due: [], pace: this.#pace(), rule: usualRule };
    return waitsOf(line, [person], this.#date())[0]?.minutes ?? null;
  }

  #pace(): Pace {
    return {
      each: (service) => eachOf(this.#kept.get(service) ?? [], usual[service] ?? 10),
      left: this.#ended.left / (this.#ended.all + 20),
      absent: this.#ended.absent / (this.#ended.all + 20),
      absentFor: assumed.absentTakes * 60,
      first: this.#firstsNow(),
      usually: (then) => this.#usual.get(this.#quarter(then.getTime() / minute)),
    };
  }

  /** With priority in an hour, as on the days of the week before that were like this one. */
  #firstsNow(): Map<string, number> {
    const isWeekend = (at: number): boolean => Math.floor(at / DAY) % 7 >= 5;
    const like = [1, 2, 3, 4, 5, 6, 7]
      .map((ago) => this.#now - ago * DAY)
      .filter((at) => at > 0 && isWeekend(at) === isWeekend(this.#now));
    const first = new Map<string, number>();
    for (const { at, service } of this.#firsts)
      if (like.some((from) => at >= from && at < from + 30))
        first.set(service, (first.get(service) ?? 0) + 2 / like.length);
    return first;
  }

  #count(end: 'done' | 'left' | 'absent'): void {
    this.#ended.all += 1;
    if (end !== 'done') this.#ended[end] += 1;
  }
  #shorten(person: Person, service: string, part: number): void {
    person.takes.set(service, (person.takes.get(service) ?? 0) * part);
  }
  #lasts(service: string): number {
    return (usual[service] ?? 10) * this.#kind.pace * this.#spread(assumed.spread);
  }
  #service(): string {
    const able = Object.entries(assumed.mix).filter(([service]) =>
      this.#kind.windows.some((does) => does.includes(service)),
    );
    return able[this.#pick(able.map(([, share]) => share))]?.[0] ?? 'general';
  }
  /** The place of one of them, as often as its share says. */
  #pick(shares: readonly number[]): number {
    const drawn = this.#between(
      0,
      shares.reduce((sum, one) => sum + one, 0),
    );
    let passed = 0;
    const found = shares.findIndex((share) => {
      passed += share;
      return drawn < passed;
    });
    return Math.max(0, found);
  }
  #later(at: number, act: () => void): void {
    const before = this.#agenda.findLastIndex((one) => one.at <= at);
    this.#agenda.splice(before + 1, 0, { at, act });
  }
  #date(): Date {
    return new Date(this.#now * minute);
  }
  #between(from: number, to: number): number {
    return from + ((to - from) * this.#chance.whole(0, 999_999)) / 1_000_000;
  }
  /** Lognormal with mean 1. */
  #spread(deviation: number): number {
    const sigma = Math.sqrt(Math.log(1 + deviation ** 2));
    const normal =
      Math.sqrt(-2 * Math.log(1 - this.#between(0, 1))) *
      Math.cos(2 * Math.PI * this.#between(0, 1));
    return Math.exp(sigma * normal - sigma ** 2 / 2);
  }
}
