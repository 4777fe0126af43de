// SPDX-License-Identifier: Apache-2.0
// lilong <command>: what operators do at a terminal. `npm run lilong -- help` lists it.
import { parseArgs } from 'node:util';
import { commands, firstLine, runCommand, type Shell, tell, typeUnseen } from './cli/index.ts';
import { readConfig } from './config.ts';
import { sentenceOf } from './faults.ts';
import { steadyClock, systemClock } from './kernel/clock.ts';
import { migrations } from './kernel/migrate.ts';
import { openDatabase } from './opening.ts';

/** `migrate [--demo]`: as a start would, without starting. */
async function migrate(shell: Shell, args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { demo: { type: 'boolean' } } });
  const { db, release } = await openDatabase(shell.config, values.demo === true ? 'demo' : 'real');
  await db.close();
  await release();
  tell(shell.out, 'migrate.done', { count: migrations().length });
  return 0;
}

async function main(): Promise<void> {
  const shell: Shell = {
    config: readConfig(process.env),
    clock: steadyClock(systemClock),
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    progress: process.stderr.isTTY ? showProgress : undefined,
    passphrase: async () => process.env.LILONG_PASSPHRASE ?? (await typeUnseen('keys.passphrase')),
    number: () => (process.stdin.isTTY ? typeUnseen('protect.number') : firstLine()),
  };
  process.exitCode = await runCommand(shell, { ...commands, migrate }, process.argv.slice(2));
}

/** One line of the terminal, written over again and again; nothing clears it. */
function showProgress(line: string): void {
  process.stderr.write(`\r\u001b[2K${line}`);
}

main().catch((fault: unknown) => {
  process.stderr.write(`${sentenceOf(fault, 'npm run lilong')}\n`);
  process.exitCode = 1;
});
