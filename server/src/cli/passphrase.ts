// SPDX-License-Identifier: Apache-2.0
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { sayServer } from '../kernel/voice.ts';

/** Asks at the terminal and shows nothing of what is typed; undefined when there is no terminal. */
export async function typePassphrase(): Promise<string | undefined> {
  if (!process.stdin.isTTY) return undefined;
  process.stderr.write(
    `${sayServer('zh', 'keys.passphrase')} / ${sayServer('en', 'keys.passphrase')} `,
  );
  const silent = new Writable({ write: (_piece, _encoding, done) => done() });
  const asking = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await asking.question('');
  } finally {
    asking.close();
    process.stderr.write('\n');
  }
}
