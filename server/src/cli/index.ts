// SPDX-License-Identifier: Apache-2.0
import { Refusal } from '@lilong/contracts/refusals';
import { sayRefusal } from '../kernel/problem.ts';
import { sayServer } from '../kernel/voice.ts';
import { auditCommand } from './audit.ts';
import { backup } from './backup.ts';
import { countersCommand } from './counters.ts';
import { doctor } from './doctor.ts';
import { feedback } from './feedback.ts';
import { firstAdmins } from './first-admins.ts';
import { keysCommand } from './keys.ts';
import { open311Command } from './open311.ts';
import { password } from './password.ts';
import { placesCommand } from './places.ts';
import { registryCommand } from './registry.ts';
import { restore } from './restore.ts';
import { rulesCommand } from './rules.ts';
import { type Command, type Shell, Trouble, tell } from './shell.ts';

export { openAsOwner, openForReading } from './open.ts';
export { type Command, type OpenDatabase, type Shell, Trouble, tell } from './shell.ts';
export { firstLine, typeUnseen } from './typed.ts';

/** What operators can ask for, by name. */
export const commands: Readonly<Record<string, Command>> = {
  doctor,
  'first-admins': firstAdmins,
  places: placesCommand,
  registry: registryCommand,
  counters: countersCommand,
  password,
  audit: auditCommand,
  backup,
  restore,
  keys: keysCommand,
  feedback,
  rules: rulesCommand,
  open311: open311Command,
};

/** Runs one command. Gives the exit code: 0 well, 1 not well, 2 not understood. */
export async function runCommand(
  shell: Shell,
  all: Readonly<Record<string, Command>>,
  [name = 'help', ...args]: readonly string[],
): Promise<number> {
  const command = Object.hasOwn(all, name) ? all[name] : undefined;
  if (command === undefined) {
    if (name !== 'help') tell(shell.err, 'cli.unknown', { name });
    tell(name === 'help' ? shell.out : shell.err, 'cli.help');
    return name === 'help' ? 0 : 2;
  }
  try {
    return await command(shell, args);
  } catch (fault) {
    if (fault instanceof Trouble) {
      if (fault.key === 'cli.usage') return tellUsage(shell, String(fault.facts.usage));
      tell(shell.err, fault.key, fault.facts);
      return 1;
    }
    if (fault instanceof Refusal) {
      for (const language of ['zh', 'en'] as const)
        shell.err(sayRefusal(language, fault.code, fault.facts));
      return 1;
    }
    if (isMisread(fault)) {
      shell.err(fault.message);
      return 2;
    }
    throw fault;
  }
}

/** The commands are the same in every language: they stand once. */
function tellUsage({ err }: Shell, usage: string): number {
  err(`${sayServer('zh', 'cli.usage')} ${sayServer('en', 'cli.usage')}`);
  for (const line of usage.split('\n')) err(`  ${line.trim()}`);
  return 2;
}

/** What `parseArgs` throws when it does not know an option. */
function isMisread(fault: unknown): fault is Error {
  return (
    fault instanceof Error && 'code' in fault && String(fault.code).startsWith('ERR_PARSE_ARGS_')
  );
}
