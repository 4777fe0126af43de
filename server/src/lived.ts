// SPDX-License-Identifier: Apache-2.0
// The demonstration with its ten days behind it, made by `npm ci`. A first start on the same day takes it as it is;
// later its today would be over, and the days are lived through anew.
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Config, keysFile } from './config.ts';
import { zoneOf } from './kernel/calendar-zone.ts';

/** A data folder, with the note of when it was made. */
export const livedCity = fileURLToPath(new URL('../../.cache/lived', import.meta.url));

const FRESH_MS = 6 * 3_600_000;
/** What belongs to the program that made it. */
const left = /^(made\.json|db\.ready|lock\..*)$/;

interface Made {
  readonly at: string;
  readonly timeZone: string;
}

/** Notes that a data folder was lived in up to a moment. */
export function noteMade(folder: string, { TIME_ZONE }: Config, now: Date): void {
  const made: Made = { at: now.toISOString(), timeZone: TIME_ZONE };
  writeFileSync(join(folder, 'made.json'), JSON.stringify(made));
}

/**
 * Copies the lived city into the data folder. Nothing is copied when it is too old or of another time zone,
 * when a key is there already, or when files and keys are kept elsewhere.
 */
export function layLived(config: Config, now: Date, from = livedCity): boolean {
  if (config.FILES !== undefined || existsSync(keysFile(config)) || !isFresh(config, now, from))
    return false;
  const filter = (path: string) => !left.test(basename(path));
  cpSync(from, resolve(config.DATA_DIR), { recursive: true, filter });
  return true;
}

function isFresh({ KEYS, TIME_ZONE }: Config, now: Date, from: string): boolean {
  const note = join(from, 'made.json');
  if (KEYS !== undefined || !existsSync(note)) return false;
  const { at, timeZone } = JSON.parse(readFileSync(note, 'utf8')) as Made;
  const [made, zone] = [Date.parse(at), zoneOf(TIME_ZONE)];
  const age = now.getTime() - made;
  return (
    timeZone === TIME_ZONE &&
    age >= 0 &&
    age < FRESH_MS &&
    zone.dayOf(made) === zone.dayOf(now.getTime())
  );
}
