// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from 'node:util';
import { keysFile } from '../config.ts';
import { makeFirstAdmins } from '../identity/index.ts';
import { makeCatalogue } from '../kernel/catalogue.ts';
import { settleKeys } from '../kernel/install.ts';
import { sayServer } from '../kernel/voice.ts';
import { openForReading } from './open.ts';
import { type Shell, Trouble, tell } from './shell.ts';

/** `first-admins --place NO --organisation NAME`: three people who begin; their passwords are shown once. */
export async function firstAdmins(shell: Shell, args: readonly string[]): Promise<number> {
  const options = { place: { type: 'string' }, organisation: { type: 'string' } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const { place = '', organisation } = values;
  if (!/^\d{12}(\d{3})?$/.test(place) || organisation === undefined)
    throw new Trouble('cli.usage', {
      usage: 'lilong first-admins --place 310101002000 --organisation NAME',
    });
  const { config, clock } = shell;
  const { db, close } = await openForReading(config);
  try {
    const keys = await settleKeys(db, keysFile(config));
    const tools = { keys, catalogue: makeCatalogue(), config, demo: false };
    const beginning = { place: Number(place.padEnd(15, '0')), organisation };
    const made = await makeFirstAdmins(db, tools, clock(), beginning);
    for (const { role, login, password } of made) {
      const names = [
        sayServer('zh', 'first.role', { role }),
        sayServer('en', 'first.role', { role }),
      ];
      shell.out(`${names.join(' / ')}  ${login}  ${password}`);
    }
    tell(shell.out, 'first.made');
    return 0;
  } finally {
    await close();
  }
}
