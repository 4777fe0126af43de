// SPDX-License-Identifier: Apache-2.0
// npm run sim -- --cases 2000 --minutes 5: a street of the demonstration lives through the public API.
import { Refused } from '@lilong/contracts/call';
import { isWell, linesOf } from './ledger.ts';
import { type Options, optionsFrom, usage } from './options.ts';
import { NotADemonstration, simulate } from './run.ts';

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function readOptions(): Options {
  try {
    return optionsFrom(process.argv.slice(2));
  } catch (fault) {
    process.stderr.write(`${fault instanceof Error ? fault.message : fault}\n${usage}\n`);
    process.exit(2);
  }
}

const options = readOptions();
try {
  const found = await simulate(options, print);
  for (const line of linesOf(found)) print(line);
  process.exitCode = isWell(found) ? 0 : 1;
} catch (fault) {
  process.exitCode = 1;
  if (fault instanceof NotADemonstration)
    process.stderr.write(
      `${options.url} is no demonstration. Simulated people live only in one: npm start\n`,
    );
  else if (fault instanceof Refused && fault.problem.status === 0)
    process.stderr.write(`Nobody answers at ${options.url}. Start the demonstration: npm start\n`);
  else throw fault;
}
