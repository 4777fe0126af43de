// SPDX-License-Identifier: Apache-2.0
// npm run sim -- --cases 2000 --minutes 5: a street of the demonstration lives through the public API.
// npm run sim -- population --people 250000: as many invented people, straight into PostgreSQL.
import { Refused } from '@lilong/contracts/call';
import { Trouble } from '@lilong/server/kernel/voice';
import { isWell, linesOf } from './ledger.ts';
import { optionsFrom, usage } from './options.ts';
import { RealPeople } from './population/load.ts';
import { populationOptions, populationUsage } from './population/options.ts';
import { NoDatabase, populate } from './population/populate.ts';
import { NotADemonstration, simulate } from './run.ts';

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

function read<O>(
  options: (args: readonly string[]) => O,
  args: readonly string[],
  usage: string,
): O {
  try {
    return options(args);
  } catch (fault) {
    say(`${fault instanceof Error ? fault.message : fault}\n${usage}`);
    process.exit(2);
  }
}

/** A whole city's people, into the database. */
async function people(args: readonly string[]): Promise<void> {
  try {
    await populate(read(populationOptions, args, populationUsage), print);
  } catch (fault) {
    process.exitCode = 1;
    if (fault instanceof NoDatabase)
      say(`Say whose database: DATABASE_ADMIN_URL.\n${populationUsage}`);
    else if (fault instanceof RealPeople || fault instanceof Trouble) say(fault.message);
    else throw fault;
  }
}

/** A street's day, through the public API. */
async function street(args: readonly string[]): Promise<void> {
  const options = read(optionsFrom, args, `${usage}\n${populationUsage}`);
  try {
    const found = await simulate(options, print);
    for (const line of linesOf(found)) print(line);
    process.exitCode = isWell(found) ? 0 : 1;
  } catch (fault) {
    process.exitCode = 1;
    if (fault instanceof NotADemonstration)
      say(`${options.url} is no demonstration. Simulated people live only in one: npm start`);
    else if (fault instanceof Refused && fault.problem.status === 0)
      say(`Nobody answers at ${options.url}. Start the demonstration: npm start`);
    else throw fault;
  }
}

const [what, ...args] = process.argv.slice(2);
if (what === 'population') await people(args);
else await street(process.argv.slice(2));
