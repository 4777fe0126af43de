// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { placeNoOfCode } from '@lilong/contracts/place-no';
import { dateOfDay, dayOfDate, zoneOf } from '../kernel/calendar-zone.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { sayServer } from '../kernel/voice.ts';
import {
  type Datum,
  datums,
  type Findings,
  importShapes,
  importTreeFile,
  isFeatures,
  Misfit,
  type ShapesOf,
} from '../places/index.ts';
import { asOperator, asTrial } from './operator.ts';
import { type Shell, Trouble, tell } from './shell.ts';

const usage = `lilong places import tree      FILE [--under CODE] [--valid-from DAY]
lilong places import outlines  FILE --datum ${datums.join('|')} [--valid-from DAY] [--source TEXT] [--repair]
lilong places import grids     FILE --datum … [--valid-from DAY] [--source TEXT] [--repair]
lilong places import roads     FILE --datum …
lilong places import addresses FILE --datum …
--dry tries it and changes nothing`;

const options = {
  datum: { type: 'string' },
  dry: { type: 'boolean' },
  repair: { type: 'boolean' },
  source: { type: 'string' },
  under: { type: 'string' },
  'valid-from': { type: 'string' },
} as const;
type Values = ReturnType<typeof readArgs>['values'];
const readArgs = (args: readonly string[]) =>
  parseArgs({ args: [...args], options, allowPositionals: true });

/** Which options each kind of file takes. */
const takes: Readonly<Record<string, readonly (keyof Values)[]>> = {
  tree: ['dry', 'under', 'valid-from'],
  outlines: ['dry', 'datum', 'valid-from', 'source', 'repair'],
  grids: ['dry', 'datum', 'valid-from', 'source', 'repair'],
  roads: ['dry', 'datum'],
  addresses: ['dry', 'datum'],
};

/** `places import KIND FILE`: 0 when all of it went in, 1 when something did not, 2 when not understood. */
export async function placesCommand(shell: Shell, args: readonly string[]): Promise<number> {
  const { positionals, values } = readArgs(args);
  const [what, kind = '', file = '', ...rest] = positionals;
  const allowed = Object.hasOwn(takes, kind) ? takes[kind] : undefined;
  const given = Object.keys(values) as (keyof Values)[];
  if (what !== 'import' || allowed === undefined || file === '' || rest.length > 0)
    throw new Trouble('cli.usage', { usage });
  if (given.some((name) => !allowed.includes(name))) throw new Trouble('cli.usage', { usage });
  if (!existsSync(file)) throw new Trouble('cli.no-file', { file });
  const work = workOf(shell, kind, file, values);
  const run = values.dry === true ? asTrial : asOperator;
  try {
    const found = await run(shell, `lilong places import ${kind}`, work);
    return report(shell, { kind, file: basename(file), dry: values.dry === true }, found);
  } catch (fault) {
    if (fault instanceof Misfit) throw new Trouble(fault.key, fault.facts);
    throw fault;
  }
}

function workOf(
  shell: Shell,
  kind: string,
  file: string,
  values: Values,
): (ctx: Ctx) => Promise<Findings> {
  const validFrom = dayIn(values['valid-from']) ?? todayOf(shell);
  if (kind === 'tree') {
    const under = values.under === undefined ? undefined : placeIn(values.under);
    return (ctx) => importTreeFile(ctx, file, { validFrom, under });
  }
  const datum = datums.find((one) => one === values.datum?.toLowerCase());
  if (datum === undefined)
    throw new Trouble('import.no-datum', { usage, known: datums.join('、') });
  const source = values.source ?? basename(file);
  const shapes = kind as ShapesOf; // the other two were settled above
  const wanted = { datum: datum as Datum, repair: values.repair === true, validFrom, source };
  return (ctx) => importShapes(ctx, shapes, file, wanted);
}

function dayIn(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (dayOfDate(text) === undefined) throw new Trouble('import.no-day', { value: text });
  return text;
}

function todayOf({ config, clock }: Shell): string {
  return dateOfDay(zoneOf(config.TIME_ZONE).dayOf(clock().getTime()));
}

function placeIn(code: string): number {
  try {
    return placeNoOfCode(code);
  } catch {
    throw new Trouble('import.code', { value: code });
  }
}

interface Told {
  readonly kind: string;
  readonly file: string;
  readonly dry: boolean;
}

/** Faults by line, what was noticed, and what went in. */
export function report(shell: Shell, { kind, file, dry }: Told, found: Findings): number {
  const form = isFeatures(file) ? 'feature' : 'line';
  for (const { at, field, say } of found.faults)
    for (const language of ['zh', 'en'] as const) {
      const facts = { at, form, field: field || 'none', why: say(language) };
      shell.err(sayServer(language, 'import.at', facts));
    }
  if (found.faulty > found.faults.length)
    tell(shell.err, 'import.more-faults', { count: found.faulty - found.faults.length });
  for (const { key, facts } of found.notes) tell(shell.out, key, facts);
  const { read, added, changed, same, faulty } = found;
  tell(shell.out, dry ? 'import.tried' : 'import.done', {
    kind,
    file,
    read,
    added,
    changed,
    same,
    faulty,
  });
  return faulty === 0 ? 0 : 1;
}
