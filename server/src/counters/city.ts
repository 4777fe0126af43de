// SPDX-License-Identifier: Apache-2.0
// All halls as they are now, and where to send somebody.
import type { cityHalls, HallNow, NearHall, nearHalls } from '@lilong/contracts/counters-city';
import { placeRange } from '@lilong/contracts/place-no';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Calendar } from '../kernel/calendar.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { calendarOf } from '../kernel/in-force.ts';
import { remembered } from '../kernel/remembered.ts';
import { type CityHall, selectAllRecent, selectMiddle } from './city-queries.ts';
import { hallsNow } from './city-tally.ts';
import { namedBy, type Service, servicesOf } from './classes.ts';
import { lookedAt, type Pace, paceFrom } from './estimate.ts';
import { type Lines, lineOfService } from './hall.ts';
import { closesAt, opensNext, spansAt } from './hours.ts';
import { bySoonest, metresBetween, reachedAt, type Spot, wayOf } from './near.ts';
import { inLine, type LineRule } from './order.ts';
import { lineRule, wayRule } from './settings.ts';

/** What every hall is asked with. */
interface Asked {
  readonly now: Date;
  readonly service: Service;
  readonly services: readonly Service[];
  readonly calendar: Calendar;
  readonly paceOf: (centre: number) => Pace;
  readonly rule: LineRule;
  /** When halls of the same hours shut and open. Most have the same. */
  readonly openings: Map<string, Opening>;
}
type Opening = Pick<HallNow, 'open' | 'today' | 'closes' | 'opens'>;

const minute = 60_000; // ms
/** How it goes everywhere, by the last ones; asked again after a minute. */
const pacesOf = remembered(async (ctx, _: 'all') => {
  const services = await servicesOf(ctx);
  const wanted = services.map(({ service }) => service);
  const recent = await selectAllRecent(ctx, wanted, lookedAt);
  const paces = new Map<number, Pace>();
  return (centre: number): Pace => {
    const last = (service: string) => recent.get(`${centre} ${service}`) ?? [];
    const pace = paces.get(centre) ?? paceFrom(last, services);
    paces.set(centre, pace);
    return pace;
  };
}, minute);

/** @throws {Refusal} found.nothing when there is no such class */
async function askedFor(ctx: Ctx, wanted: string | undefined): Promise<Asked> {
  const services = await servicesOf(ctx);
  const service = services.find((one) => wanted === undefined || one.service === wanted);
  if (service === undefined) throw new Refusal('found.nothing', { what: 'service' }, 'service');
  const [calendar, paceOf] = [await calendarOf(ctx), await pacesOf(ctx, 'all')];
  const rule = await lineRule(ctx);
  return { now: ctx.now, service, services, calendar, paceOf, rule, openings: new Map() };
}

const namesOf = ({ services }: Asked) => services.map(({ service }) => namedBy(services)(service));

export async function showHalls(
  ctx: Ctx,
  { service, ...where }: InputOf<typeof cityHalls>,
): Promise<ReplyOf<typeof cityHalls>> {
  const asked = await askedFor(ctx, service);
  const halls = (await hallsNow(ctx)).filter(isIn(where)).map((one) => hallNow(one, asked));
  const at = { now: ctx.now.toISOString(), service: asked.service.service };
  return { ...at, services: namesOf(asked), halls };
}

/** Halls of a place, or with these words. */
function isIn({ place, q = '' }: Omit<InputOf<typeof cityHalls>, 'service'>) {
  const range = place === undefined ? undefined : placeRange(place);
  return ({ place: at, name, address, districtName }: CityHall): boolean =>
    (range === undefined || (at >= range.first && at <= range.last)) &&
    (name + address + districtName).includes(q);
}

function hallNow(hall: CityHall, asked: Asked): HallNow {
  const { no, name, kind, place, districtName, address, lon, lat, windows } = hall;
  const { now, service } = asked;
  const opening = openingOf(hall, asked);
  const { waiting, windows: forIt, wait } = lineNow(hall, asked);
  return {
    ...{ centre: no, name, kind, place, districtName, address },
    point: lon === null || lat === null ? null : { lon, lat },
    ...opening,
    ...{ windows: windows.length, openWindows: windows.filter(({ open }) => open).length },
    ...{ waiting: inLine(hall.waiting, now).length, inLine: waiting, forIt },
    does: windows.some(({ services }) => services.includes(service.service)),
    wait: opening.closes === null ? { minutes: null, basis: 'none' } : wait,
  };
}

function openingOf({ hours }: CityHall, { calendar, now, openings }: Asked): Opening {
  const key = JSON.stringify(hours);
  const known = openings.get(key);
  if (known !== undefined) return known;
  const closes = closesAt(calendar, hours, now);
  const opens = opensNext(calendar, hours, now);
  const opening = {
    ...{ open: closes !== null, today: spansAt(calendar, hours, now) },
    ...{ closes: closes?.toISOString() ?? null, opens: opens?.toISOString() ?? null },
  };
  openings.set(key, opening);
  return opening;
}

/** Of the walks of each hall together: there are three hundred. */
const calls = 200;

/** Without what only a hall itself asks of its week. */
function linesOf({ no, windows, at, waiting }: CityHall, { paceOf, rule }: Asked): Lines {
  return { windows, waiting, due: [], tickets: at, pace: paceOf(no), rule, calls };
}

type LineNow = ReturnType<typeof lineOfService>;
/** What was worked out for a hall that is as it was is good for a minute. */
const worked = new WeakMap<CityHall, Map<string, { at: number; line: LineNow }>>();
function lineNow(hall: CityHall, asked: Asked): LineNow {
  const known = worked.get(hall) ?? new Map<string, { at: number; line: LineNow }>();
  worked.set(hall, known);
  const { now, service } = asked;
  const found = known.get(service.service);
  if (found !== undefined && Math.abs(now.getTime() - found.at) < minute) return found.line;
  const line = lineOfService(linesOf(hall, asked), service, now);
  known.set(service.service, { at: now.getTime(), line });
  return line;
}

/** So many are shown. */
const mostNear = 6;

export async function showNear(
  ctx: Ctx,
  { service, lon, lat, place }: InputOf<typeof nearHalls>,
): Promise<ReplyOf<typeof nearHalls>> {
  const asked = await askedFor(ctx, service);
  const at = { now: ctx.now.toISOString(), service: asked.service.service };
  const point = lon === undefined || lat === undefined ? undefined : { lon, lat };
  const from = point ?? (place === undefined ? undefined : await selectMiddle(ctx, place));
  const found = from === undefined ? [] : await nearTo(ctx, from, asked);
  return { ...at, services: namesOf(asked), halls: found.slice(0, mostNear) };
}

async function nearTo(ctx: Ctx, from: Spot, asked: Asked): Promise<NearHall[]> {
  const rule = await wayRule(ctx);
  const halls = await hallsNow(ctx);
  return halls
    .flatMap((hall) => {
      const now = hallNow(hall, asked);
      if (!now.does || now.point === null) return [];
      const metres = metresBetween(from, now.point);
      const way = wayOf(metres, rule);
      const closes = now.closes === null ? null : new Date(now.closes);
      const reached = reachedAt({ metres, way, wait: now.wait.minutes, closes }, ctx.now);
      return [{ ...now, metres, way, ...reached }];
    })
    .sort(bySoonest);
}
