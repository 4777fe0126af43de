// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  factsOf,
  headLine,
  headsFile,
  newestBlock,
  parseHeads,
  publicPem,
  verifyAudit,
  wordsOf,
} from '../audit/index.ts';
import { keysFile } from '../config.ts';
import { readKeys } from '../kernel/keys.ts';
import { openForReading } from './open.ts';
import { type Shell, Trouble, tell } from './shell.ts';

/** `audit verify [--head FILE] | head`. */
export async function auditCommand(shell: Shell, args: readonly string[]): Promise<number> {
  const [what, ...rest] = args;
  if (what === 'verify') return verify(shell, rest);
  if (what === 'head') return showHead(shell);
  throw new Trouble('cli.usage', { usage: 'lilong audit verify [--head FILE] | head' });
}

/** Proves the whole chain against the rows and against heads kept outside. 1 when anything is wrong. */
async function verify(shell: Shell, args: readonly string[]): Promise<number> {
  const options = { head: { type: 'string' } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const file = values.head === undefined ? headsFile(shell.config) : resolve(values.head);
  if (values.head !== undefined && !existsSync(file)) throw new Trouble('cli.no-file', { file });
  const heads = existsSync(file) ? parseHeads(readFileSync(file, 'utf8')) : [];
  if (heads.length === 0) tell(shell.err, 'audit.no-heads', { file });
  const keys = readKeys(keysFile(shell.config));
  const { db, close } = await openForReading(shell.config);
  try {
    const verdict = await verifyAudit(db.kysely, keys, { now: shell.clock(), heads });
    const { blocks, rows, faults, total, good } = verdict;
    for (const fault of faults) tell(shell.out, wordsOf(fault), factsOf(fault));
    if (good) tell(shell.out, 'audit.good', { blocks, rows, heads: heads.length });
    else tell(shell.out, 'audit.bad', { blocks, rows, total, shown: faults.length });
    return good ? 0 : 1;
  } finally {
    await close();
  }
}

/** The newest head as one line to keep elsewhere, and the key that others check it with. */
async function showHead(shell: Shell): Promise<number> {
  const keys = readKeys(keysFile(shell.config));
  const { db, close } = await openForReading(shell.config);
  try {
    const block = await newestBlock(db.kysely);
    if (block === undefined) throw new Trouble('audit.nothing');
    shell.out(headLine(block));
    shell.out(publicPem(keys).trim());
    return 0;
  } finally {
    await close();
  }
}
