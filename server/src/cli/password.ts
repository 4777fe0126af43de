// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from 'node:util';
import { keysFile } from '../config.ts';
import { recover } from '../identity/index.ts';
import { makeCatalogue } from '../kernel/catalogue.ts';
import { settleKeys } from '../kernel/install.ts';
import { openForReading } from './open.ts';
import { type Shell, Trouble, tell } from './shell.ts';

/** `password LOGIN`: a one-time password for staff whom nobody in the desk can help any more. */
export async function password(shell: Shell, args: readonly string[]): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  const [login, more] = positionals;
  if (login === undefined || more !== undefined)
    throw new Trouble('cli.usage', { usage: 'lilong password LOGIN' });
  const { config, clock } = shell;
  const { db, close } = await openForReading(config);
  try {
    const keys = await settleKeys(db, keysFile(config));
    const tools = { keys, catalogue: makeCatalogue(), config, demo: false };
    shell.out(`${login}  ${await recover(db, tools, clock(), login)}`);
    tell(shell.out, 'password.recovered');
    return 0;
  } finally {
    await close();
  }
}
