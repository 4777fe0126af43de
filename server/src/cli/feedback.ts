// SPDX-License-Identifier: Apache-2.0
import { keysFile } from '../config.ts';
import { systemActor } from '../kernel/actor.ts';
import { settleKeys } from '../kernel/install.ts';
import { makeReads } from '../kernel/reads.ts';
import { selectFeedback } from '../office/index.ts';
import { openForReading } from './open.ts';
import { type Shell, tell } from './shell.ts';

const most = 200;

/** `feedback`: what people said of the product, newest first, with their contacts. Reading it is noted. */
export async function feedback(shell: Shell): Promise<number> {
  const { db, close } = await openForReading(shell.config);
  try {
    const keys = await settleKeys(db, keysFile(shell.config));
    const said = await selectFeedback(db.kysely, most);
    const reads = makeReads(db, keys, (fault) => {
      throw fault;
    });
    reads.add({
      ctx: { actor: systemActor, now: shell.clock(), requestId: 'lilong feedback' },
      noted: [{ act: 'office.read-feedback' }],
    });
    await reads.flush();
    for (const { no, at, about, words, contact } of said) {
      const from = contact === null ? '' : `  ${keys.open(contact)}`;
      shell.out(`${no}  ${at.toISOString()}  ${about}${from}`);
      shell.out(`    ${words.replaceAll('\n', '\n    ')}`);
    }
    if (said.length === 0) tell(shell.out, 'feedback.none');
    return 0;
  } finally {
    await close();
  }
}
