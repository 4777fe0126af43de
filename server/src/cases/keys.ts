// SPDX-License-Identifier: Apache-2.0
import { formatRef, parseRef, type RowKey } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import { dateOfDay, zoneOf } from '../kernel/calendar-zone.ts';
import type { Ctx } from '../kernel/ctx.ts';

/** @throws {Refusal} found.nothing when a digit was misheard */
export function caseKey(ref: string): RowKey {
  const key = parseRef('C', ref);
  if (key === undefined) throw new Refusal('found.nothing', { what: 'case' }, 'ref');
  return key;
}
/** @throws {Refusal} found.nothing */
export function reportKey(ref: string): RowKey {
  const key = parseRef('R', ref);
  if (key === undefined) throw new Refusal('found.nothing', { what: 'report' }, 'ref');
  return key;
}
export const caseRef = (key: RowKey): string => formatRef('C', key);
export const reportRef = (key: RowKey): string => formatRef('R', key);

/** ISO moment or null, as replies carry it. */
export function iso(at: Date): string;
export function iso(at: Date | null): string | null;
export function iso(at: Date | null): string | null {
  return at === null ? null : at.toISOString();
}

/** The calendar day of the request in the deployment's time zone, `2026-03-02`. */
export function today(ctx: Ctx): string {
  return dayOf(ctx.now, ctx.config.TIME_ZONE);
}
export function dayOf(at: Date, timeZone: string): string {
  return dateOfDay(zoneOf(timeZone).dayOf(at.getTime()));
}
