// SPDX-License-Identifier: Apache-2.0
// What a client sent, as query or as form. Nothing sent and an empty field are the same.
import { Refusal } from '@lilong/contracts/refusals';
import { dayOfDate, zoneOf } from '../kernel/calendar-zone.ts';

export type Fields = URLSearchParams;

/** Several things are wrong; Open311 says them all at once. */
export class Refusals extends Error {
  readonly all: readonly Refusal[];
  constructor(all: readonly Refusal[]) {
    super(all.map(({ code }) => code).join(', '));
    this.all = all;
  }
}

/** What was read; undefined when it was refused, and the refusal joins those that are `wrong`. */
export function attempt<T>(wrong: Refusal[], read: () => T): T | undefined {
  try {
    return read();
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    wrong.push(thrown);
    return undefined;
  }
}

export function invalid(field: string, rule: string): Refusal {
  return new Refusal('input.invalid', { field, rule }, field);
}

/** @throws {Refusal} input.invalid when it is longer than `most` characters */
export function textOf(fields: Fields, name: string, most: number): string | undefined {
  const text = fields.get(name)?.trim() ?? '';
  if (text.length > most) throw invalid(name, 'maxLength');
  return text === '' ? undefined : text;
}

/** @throws {Refusal} input.invalid when it is missing or longer than `most` characters */
export function needed(fields: Fields, name: string, most: number): string {
  const text = textOf(fields, name, most);
  if (text === undefined) throw invalid(name, 'required');
  return text;
}

/** Comma delimited, or declared several times; undefined when nothing was. */
export function listOf(fields: Fields, name: string): string[] | undefined {
  const all = fields.getAll(name).flatMap((text) => text.split(','));
  const found = all.map((text) => text.trim()).filter((text) => text !== '');
  return found.length === 0 ? undefined : [...new Set(found)];
}

/** @throws {Refusal} input.invalid when it is no number between the two */
export function numberOf(
  fields: Fields,
  name: string,
  least: number,
  most: number,
): number | undefined {
  const text = textOf(fields, name, 40);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isFinite(value) || value < least || value > most) throw invalid(name, 'number');
  return value;
}

/** @throws {Refusal} input.invalid when it is no whole number from 1 on */
export function countOf(fields: Fields, name: string): number | undefined {
  const value = numberOf(fields, name, 1, 1_000_000);
  if (value !== undefined && !Number.isInteger(value)) throw invalid(name, 'integer');
  return value;
}

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/**
 * A moment with its time zone. A day without a time is its beginning here. A `+` that arrived as a
 * blank, because the client did not encode it, is a plus again.
 *
 * @throws {Refusal} open311.moment
 */
export function momentOf(fields: Fields, name: string, timeZone: string): Date | undefined {
  const text = textOf(fields, name, 40)?.replace(/ (?=\d\d:\d\d$)/, '+');
  if (text === undefined) return undefined;
  const day = dayOfDate(text);
  const at =
    day === undefined ? new Date(moment.test(text) ? text : '') : zoneOf(timeZone).dayStart(day);
  const made = new Date(at);
  if (Number.isNaN(made.getTime())) throw new Refusal('open311.moment', { field: name }, name);
  return made;
}

/** `W3C` moment of a reply, to the second. */
export function w3c(at: Date): string;
export function w3c(at: Date | null): string | null;
export function w3c(at: Date | null): string | null {
  return at === null ? null : at.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
