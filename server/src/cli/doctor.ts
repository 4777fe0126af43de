// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from 'node:util';
import { sayServer } from '../kernel/voice.ts';
import { checkCalendar } from './doctor-calendar.ts';
import { checkDatabase } from './doctor-database.ts';
import { checkMachine } from './doctor-machine.ts';
import { checkSettings } from './doctor-settings.ts';
import type { Finding } from './finding.ts';
import { openForReading } from './open.ts';
import { type Shell, Trouble, tell } from './shell.ts';

/** Says in plain words what is wrong with machine, settings, keys, database and calendar. 1 when something is. */
export async function doctor(shell: Shell, args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { demo: { type: 'boolean' } } });
  const mode = values.demo === true ? 'demo' : 'serve';
  const findings = await examine(shell, mode);
  for (const finding of findings) print(shell, finding);
  const count = (level: Finding['level']) => findings.filter((one) => one.level === level).length;
  const bad = count('bad');
  shell.out('');
  tell(shell.out, 'doctor.sum', { bad, warn: count('warn') });
  return bad === 0 ? 0 : 1;
}

/** All that there is to say, in reading order. */
export async function examine(shell: Shell, mode: 'demo' | 'serve'): Promise<Finding[]> {
  const findings = [...(await checkMachine(shell)), ...checkSettings(shell.config, mode)];
  const opened = await openForReading(shell.config).catch((fault: unknown) => {
    if (!(fault instanceof Trouble)) throw fault;
    const level = fault.key === 'doctor.folder-held' || fault.key === 'doctor.nothing-yet';
    findings.push({ level: level ? 'warn' : 'bad', key: fault.key, facts: fault.facts });
    return undefined;
  });
  if (opened === undefined) return findings;
  try {
    const { more, usable } = await checkDatabase(shell, opened.db, mode);
    findings.push(...more);
    if (usable) findings.push(...(await checkCalendar(shell, opened.db)));
  } finally {
    await opened.close();
  }
  return findings;
}

function print(shell: Shell, { level, key, facts }: Finding): void {
  for (const language of ['zh', 'en'] as const) {
    const mark =
      language === 'zh' ? sayServer('zh', `doctor.level.${level}`).padEnd(2, '　') : '　　';
    shell.out(`${mark}　${sayServer(language, key, facts)}`);
  }
}
