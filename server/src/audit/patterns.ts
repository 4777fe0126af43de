// SPDX-License-Identifier: Apache-2.0
// Looks at people that an auditor should look at once. The rules count; whether anything is wrong, a person finds out.
import type { auditPatterns } from '@lilong/contracts/audit-patterns';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { officeSpans } from '../kernel/calendar.ts';
import { DAY_MS } from '../kernel/calendar-zone.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { calendarOf, settingOf } from '../kernel/in-force.ts';
import { actsForAll } from '../kernel/topmost.ts';
import { selectPatterns } from './pattern-queries.ts';
import { auditPolicy } from './policy.ts';
import { thresholds } from './seed-rules.ts';

const usualDays = 30;
const HOUR_MS = 3_600_000;

/** What the rules find in the looks of the last days, newest first. */
export async function patterns(
  ctx: Ctx,
  { days = usualDays }: InputOf<typeof auditPatterns>,
): Promise<ReplyOf<typeof auditPatterns>> {
  ctx.requireEver(auditPolicy, 'read');
  const placeless = (await actsForAll(ctx)) ? 'with placeless' : 'without placeless';
  const from = new Date(ctx.now.getTime() - days * DAY_MS);
  const most = {
    manyOpened: await set(ctx, 'opened'),
    outsideHours: await set(ctx, 'outside'),
    sameAgain: await set(ctx, 'again'),
    manyLook: await set(ctx, 'lookers'),
    neighbours: await set(ctx, 'neighbours'),
  };
  const found = await selectPatterns(ctx, {
    from,
    placeless,
    most,
    atWork: await atWork(ctx, from),
  });
  ctx.note({ act: 'audit.patterns', facts: { days } });
  return { patterns: found.map((one) => ({ ...one, at: one.at.toISOString() })), days };
}

const set = (ctx: Ctx, name: keyof typeof thresholds): Promise<number> =>
  settingOf(ctx, thresholds[name].key, thresholds[name].value);

/** Office hours since `from`, somewhat wider: whoever stays an hour longer does nothing odd. */
async function atWork(ctx: Ctx, from: Date): Promise<[Date, Date][]> {
  const calendar = await calendarOf(ctx);
  const wider = (await set(ctx, 'wider')) * HOUR_MS;
  const [first, last] = [from, ctx.now].map((at) => calendar.zone.dayOf(at.getTime()));
  const spans: [Date, Date][] = [];
  for (let day = first ?? 0; day <= (last ?? 0); day++) {
    const its = officeSpans(calendar, day);
    const [open, close] = [its[0]?.[0], its.at(-1)?.[1]];
    if (open !== undefined && close !== undefined)
      spans.push([new Date(open - wider), new Date(close + wider)]);
  }
  return spans;
}
