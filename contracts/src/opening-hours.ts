// SPDX-License-Identifier: Apache-2.0
// When a hall is open on which day. Pure: the server decides with it, the manager's page previews with it.

/** `08:30` to `16:30` by the clock of the hall; the end may be `24:00`. */
export type Span = [opens: string, closes: string];
/** A regular week. Holidays of the calendar, and weekend days that it makes working days (调休), have hours of their own. */
export interface Week {
  /** Monday first; none when it is shut all day. */
  readonly days: readonly Span[][];
  readonly worked: readonly Span[];
  readonly holiday: readonly Span[];
}
/** Single days, both ends counted, that are not as the week is. */
export interface OtherDays {
  readonly from: string;
  readonly to: string;
  readonly spans: readonly Span[];
  /** What people are told. */
  readonly why: string;
}
/** A hall that shuts earlier today than it would: nobody takes a ticket after `at`. */
export interface EarlyClose {
  readonly plan: number;
  readonly day: string;
  readonly at: string;
  readonly why: string;
}
/** Hours of a centre. `working` and `rest` are those with which it was brought in; a planned week replaces them from its day. */
export interface Hours {
  readonly working: readonly Span[];
  readonly rest: readonly Span[];
  /** Earliest first. */
  readonly weeks?: readonly { readonly from: string; readonly week: Week }[];
  readonly days?: readonly OtherDays[];
  readonly early?: readonly EarlyClose[];
}

/** What the calendar says of a day: as the week has it, a weekend day that is worked (调休), or a holiday. */
export type HallDayKind = 'plain' | 'worked' | 'holiday';
export interface HallDay {
  /** `2026-03-02`. */
  readonly date: string;
  /** 0 is Monday. */
  readonly weekday: number;
  readonly kind: HallDayKind;
}

/** The week that holds on a date. */
export function weekOn({ working, rest, weeks = [] }: Hours, date: string): Week {
  const planned = weeks.findLast(({ from }) => from <= date);
  return planned?.week ?? plainWeek(working, rest);
}

const weekdays = 5;
/** Working days alike, weekends and holidays alike. */
export function plainWeek(working: readonly Span[], rest: readonly Span[]): Week {
  const days = Array.from({ length: 7 }, (_, day) => [...(day < weekdays ? working : rest)]);
  return { days, worked: working, holiday: rest };
}

export interface DayHours {
  readonly spans: readonly Span[];
  /** Set when it is not as the week is: what people are told. */
  readonly why?: string;
}

/** Hours of one day. */
export function hoursOn(hours: Hours, day: HallDay): DayHours {
  const { days = [], early = [] } = hours;
  const other = days.find(({ from, to }) => from <= day.date && day.date <= to);
  const usual: DayHours = other ?? { spans: spansOfWeek(weekOn(hours, day.date), day) };
  const shut = early.find((one) => one.day === day.date);
  if (shut === undefined) return usual;
  return { spans: cut(usual.spans, shut.at), why: shut.why };
}

function spansOfWeek({ days, worked, holiday }: Week, { weekday, kind }: HallDay): readonly Span[] {
  if (kind === 'plain') return days[weekday] ?? [];
  return kind === 'worked' ? worked : holiday;
}

/** What is left of the spans until `at`. */
function cut(spans: readonly Span[], at: string): Span[] {
  return spans
    .filter(([opens]) => opens < at)
    .map(([opens, closes]) => [opens, closes < at ? closes : at]);
}

export type SpanFault =
  | { readonly kind: 'time'; readonly value: string }
  | { readonly kind: 'order'; readonly from: string; readonly to: string }
  | { readonly kind: 'overlap'; readonly first: string; readonly second: string };

/** What is wrong with the hours of a day; nothing when they are times, forwards, one after the other. */
export function faultIn(spans: readonly Span[]): SpanFault | undefined {
  for (const value of spans.flat()) if (!isTime(value)) return { kind: 'time', value };
  for (const [from, to] of spans) if (from >= to) return { kind: 'order', from, to };
  const sorted = spans.toSorted(([one], [other]) => one.localeCompare(other));
  for (const [at, [opens, closes]] of sorted.entries()) {
    const before = sorted[at - 1];
    if (before !== undefined && opens <= before[1])
      return { kind: 'overlap', first: before.join('–'), second: `${opens}–${closes}` };
  }
  return undefined;
}

const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text);

const between = /\s*(?:[-–—~～]|至|到)\s*/g;
const span = /^(\d{1,2})(?:[:：]?(\d{2}))?-(\d{1,2})(?:[:：]?(\d{2}))?$/;

/** `8:30-11:30 13-16:30`, with any comma, dash or colon, as somebody types it; nothing is shut all day. */
export function spansIn(text: string): { spans: Span[] } | { fault: SpanFault } {
  const parts = text
    .replace(between, '-')
    .split(/[\s,，、;；]+/)
    .filter((part) => part !== '');
  const spans: Span[] = [];
  for (const part of parts) {
    const [, from, fromMinutes = '00', to, toMinutes = '00'] = span.exec(part) ?? [];
    if (from === undefined || to === undefined) return { fault: { kind: 'time', value: part } };
    spans.push([`${from.padStart(2, '0')}:${fromMinutes}`, `${to.padStart(2, '0')}:${toMinutes}`]);
  }
  const fault = faultIn(spans);
  return fault === undefined ? { spans } : { fault };
}

/** Days of the week that follow each other and are alike, said once: 0 to 4, 5 to 6. */
export interface AlikeDays {
  readonly from: number;
  readonly to: number;
  readonly spans: readonly Span[];
}
export function alikeDays({ days }: Pick<Week, 'days'>): AlikeDays[] {
  const found: AlikeDays[] = [];
  for (const [day, spans] of days.entries()) {
    const last = found.at(-1);
    if (last !== undefined && String(last.spans) === String(spans))
      found[found.length - 1] = { ...last, to: day };
    else found.push({ from: day, to: day, spans });
  }
  return found;
}
