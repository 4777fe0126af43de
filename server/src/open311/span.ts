// SPDX-License-Identifier: Apache-2.0
// Which part of a long list a client asked for.
import { Refusal } from '@lilong/contracts/refusals';
import type { Ctx } from '../kernel/ctx.ts';
import { countOf, type Fields, momentOf } from './fields.ts';

/** From Open311: a span of at most 90 days, and the first 1,000 of it. */
export const mostDays = 90;
export const mostRows = 1000;
const DAY_MS = 86_400_000;

export interface Span {
  readonly from: Date;
  readonly to: Date;
}
export interface Page {
  readonly size: number;
  readonly skip: number;
}

/**
 * The span between `start_date` and `end_date`; the newest 90 days when neither is given.
 *
 * @throws {Refusal} open311.moment, open311.span
 */
export function spanOf(ctx: Ctx, fields: Fields): Span {
  const start = momentOf(fields, 'start_date', ctx.config.TIME_ZONE);
  const end = momentOf(fields, 'end_date', ctx.config.TIME_ZONE);
  const to = end ?? (start === undefined ? ctx.now : daysAfter(start, mostDays));
  const from = start ?? daysAfter(to, -mostDays);
  if (from > to || to > daysAfter(from, mostDays))
    throw new Refusal('open311.span', { days: mostDays }, 'start_date');
  return { from, to };
}

function daysAfter(at: Date, days: number): Date {
  return new Date(at.getTime() + days * DAY_MS);
}

/** `page`, from 1, of `page_size` rows, at most 1,000. */
export function pageOf(fields: Fields): Page {
  const size = Math.min(countOf(fields, 'page_size') ?? mostRows, mostRows);
  return { size, skip: ((countOf(fields, 'page') ?? 1) - 1) * size };
}
