// SPDX-License-Identifier: Apache-2.0
import { dateOfDay, zoneOf } from './calendar-zone.ts';
import type { Ctx } from './ctx.ts';

/** The calendar day of the request in the deployment's time zone, `2026-03-02`. */
export function today(ctx: Ctx): string {
  return dateOfDay(zoneOf(ctx.config.TIME_ZONE).dayOf(ctx.now.getTime()));
}
