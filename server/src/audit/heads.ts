// SPDX-License-Identifier: Apache-2.0
// The chain's heads, kept outside the database: whoever cuts its end off there cannot cut it off here.
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Config } from '../config.ts';
import type { Block } from './queries.ts';

/** What is kept of a block outside the database. */
export type Head = Pick<Block, 'no' | 'hash'>;

export function headsFile(config: Pick<Config, 'DATA_DIR'>): string {
  return join(resolve(config.DATA_DIR), 'audit-heads.log');
}

/** One line: number, hash, moment, key, signature. Copy the file elsewhere daily. */
export function headLine({ no, hash, at, keyId, signature }: Block): string {
  return `${no} ${hash} ${at} ${keyId} ${signature}`;
}

export function appendHead(config: Pick<Config, 'DATA_DIR'>, block: Block): void {
  const file = headsFile(config);
  mkdirSync(resolve(config.DATA_DIR), { recursive: true });
  appendFileSync(file, `${headLine(block)}\n`, { mode: 0o600 });
}

/** The heads in a file, oldest first; none when there is no file. */
export function readHeads(file: string): Head[] {
  if (!existsSync(file)) return [];
  return parseHeads(readFileSync(file, 'utf8'));
}

/** A last line that a power cut left half-written is passed over. */
export function parseHeads(text: string): Head[] {
  return text.split('\n').flatMap((line) => {
    const found = /^(\d+) ([0-9a-f]{64}) \S+ \S+ \S+$/.exec(line.trim());
    return found === null ? [] : [{ no: Number(found[1]), hash: found[2] ?? '' }];
  });
}
