// SPDX-License-Identifier: Apache-2.0
// Whether a supplied line is written as it should be. Nothing here knows whether the number is anybody's.
import { daysAfter } from '@lilong/contracts/days';
import { readId, tidyId } from '@lilong/contracts/id-number';
import type { SuppliedLine, SupplyAnswer, SupplyFault } from '@lilong/contracts/registry-supply';
import type { Entry } from '../../kernel/catalogue.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';
import { sayServer } from '../../kernel/voice.ts';
import { labelNames } from '../labels.ts';
import { labelsSuppliedBy } from './suppliers.ts';

export type LineRefused = SupplyAnswer['refused'][number];
export type Numbered = Pick<SuppliedLine, 'number' | 'document' | 'label'>;
type Fault = readonly [field: LineRefused['field'], why: SupplyFault];

/** What lines are looked at with: the dictionary, and today. */
export interface Rules {
  readonly all: ReadonlyMap<string, Entry>;
  readonly own: ReadonlyMap<string, Entry>;
  readonly day: string;
}
export async function rulesFor(ctx: Ctx, organisation: number): Promise<Rules> {
  const own = await labelsSuppliedBy(ctx, organisation);
  return { all: await labelNames(ctx), own, day: today(ctx) };
}

export function faultOf(line: SuppliedLine, rules: Rules): Fault | undefined {
  return faultOfNumbered(line, rules) ?? faultOfDays(line, rules);
}

/** The number and the label. */
export function faultOfNumbered(
  { number, document = '111', label }: Numbered,
  { all, own }: Rules,
): Fault | undefined {
  const id = tidyId(number);
  if (isLost(id)) return ['number', 'number-lost'];
  const isWhole = document === '111' ? readId(id) !== undefined : /^[A-Z0-9()/]{5,30}$/.test(id);
  if (!isWhole) return ['number', 'number'];
  if (!all.has(label)) return ['label', 'label-unknown'];
  return own.has(label) ? undefined : ['label', 'label-not-yours'];
}

/** A table keeps fifteen digits of what it takes for an amount: the rest is gone. */
const isLost = (id: string): boolean =>
  /^\d(\.\d+)?E\+?\d+$/.test(id) || (/^\d{15}000$/.test(id) && readId(id) === undefined);

function faultOfDays(line: SuppliedLine, { own, day }: Rules): Fault | undefined {
  const { from, until } = line;
  if (!isDay(from)) return ['from', 'day'];
  if (from > day) return ['from', 'not-yet'];
  const last = lastDayOf(own.get(line.label), from);
  if (until === undefined)
    return last !== undefined && last < day ? ['until', 'until-early'] : undefined;
  if (!isDay(until)) return ['until', 'day'];
  if (until < from || until < day) return ['until', 'until-early'];
  return last !== undefined && until > last ? ['until', 'until-late'] : undefined;
}

/** The last day on which a label holds by the dictionary unless it is said again. */
export function lastDayOf(entry: Entry | undefined, from: string): string | undefined {
  const days = Number(entry?.body.validDays ?? 0);
  return days === 0 ? undefined : daysAfter(from, days - 1);
}

/** A day of the calendar, `2026-03-02`. */
function isDay(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** Good lines, and why the others are not taken. */
export function sortLines<T extends Numbered>(
  ctx: Ctx,
  lines: readonly T[],
  fault: (line: T) => Fault | undefined,
): { good: T[]; refused: LineRefused[] } {
  const good: T[] = [];
  const refused: LineRefused[] = [];
  for (const [index, line] of lines.entries()) {
    const found = fault(line);
    if (found === undefined) good.push(line);
    else {
      const [field, why] = found;
      const says = sayServer(ctx.actor.language, `supply.${why}`);
      refused.push({ line: index + 1, field, why, says });
    }
  }
  return { good, refused };
}
