// SPDX-License-Identifier: Apache-2.0
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { type ServerKey, sayServer } from '../kernel/voice.ts';

/** Asks at the terminal and shows nothing of what is typed; undefined when there is no terminal. */
export async function typeUnseen(
  question: Extract<ServerKey, 'keys.passphrase' | 'protect.number'>,
): Promise<string | undefined> {
  if (!process.stdin.isTTY) return undefined;
  process.stderr.write(`${sayServer('zh', question, {})} / ${sayServer('en', question, {})} `);
  const silent = new Writable({ write: (_piece, _encoding, done) => done() });
  const asking = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await asking.question('');
  } finally {
    asking.close();
    process.stderr.write('\n');
  }
}

/** The first line of what is piped in; undefined when nothing is. */
export async function firstLine(): Promise<string | undefined> {
  for await (const line of createInterface({ input: process.stdin })) return line;
  return undefined;
}
