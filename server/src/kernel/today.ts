// SPDX-License-Identifier: Apache-2.0
import { dateOfDay, zoneOf } from './calendar-zone.ts';
import type { Ctx } from './ctx.ts';

/** The calendar day of the request in the deployment's time zone, `2026-03-02`. */
export function today(ctx: Ctx): string {
  return dateOfDay(zoneOf(ctx.config.TIME_ZONE).dayOf(ctx.now.getTime()));
}

/** The calendar day of a moment there. */
export const dayIn = ({ config }: Pick<Ctx, 'config'>, at: Date): string =>
  dateOfDay(zoneOf(config.TIME_ZONE).dayOf(at.getTime()));
