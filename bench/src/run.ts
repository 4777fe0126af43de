// SPDX-License-Identifier: Apache-2.0
// npm run bench -- <name> [--quick|--sample|--tenth|--district|--whole]: one line for each figure and, last, `ratio <name> <value>`.
import { benches, type Size, sizes } from './benches.ts';
import type { Found } from './rounds.ts';
import { openCity } from './town.ts';

const args = process.argv.slice(2);
const names = args.filter((arg) => !arg.startsWith('--'));
const wanted = names.includes('all') ? Object.keys(benches) : names;
const known = wanted.every((name) => Object.hasOwn(benches, name));
if (wanted.length === 0 || !known) {
  process.stderr.write(
    `npm run bench -- ${Object.keys(benches).join('|')}|all [--quick|--sample|--tenth|--district|--whole]\n`,
  );
  process.exit(1);
}
const size = chosen();
const city = await openCity();
try {
  for (const name of wanted) {
    const found = await benches[name]?.(city, size);
    if (found !== undefined) print(name, found);
  }
} finally {
  await city.close();
}

function chosen(): Size {
  const named = Object.entries(sizes).find(([size]) => args.includes(`--${size}`));
  return named?.[1] ?? sizes.full;
}

function print(name: string, { figures, ratio }: Found): void {
  for (const { name: what, value, unit } of figures)
    process.stdout.write(`${what}: ${round(value)} ${unit}\n`);
  process.stdout.write(`ratio ${name} ${round(ratio)}\n`);
}

/** Three digits that say something. */
function round(value: number): string {
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}
