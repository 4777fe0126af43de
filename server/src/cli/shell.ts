// SPDX-License-Identifier: Apache-2.0
import type { Config } from '../config.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Database } from '../kernel/db.ts';
import { type ServerKey, sayServer } from '../kernel/voice.ts';

export { Trouble } from '../kernel/voice.ts';

export interface OpenDatabase {
  readonly db: Database;
  close(): Promise<void>;
}

/** What a command sees of the world. */
export interface Shell {
  readonly config: Config;
  readonly clock: Clock;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** The passphrase of keys, from LILONG_PASSPHRASE or typed; undefined when there is nobody to ask. */
  readonly passphrase: () => Promise<string | undefined>;
  /** Whose file it is about: typed unseen or piped in, never an argument, which histories and lists of processes show. */
  readonly number: () => Promise<string | undefined>;
  /** Shows how far something is, in place of what it showed before; where nobody looks there is none. */
  readonly progress?: ((line: string) => void) | undefined;
  /** Gives the operator's acts a database that stands open; otherwise each opens it for itself. */
  readonly open?: (() => Promise<OpenDatabase>) | undefined;
}
/** A command of `lilong`. Gives the exit code. */
export type Command = (shell: Shell, args: readonly string[]) => Promise<number>;

/** A sentence in both languages, Chinese first. */
export function tell(
  print: (line: string) => void,
  key: ServerKey,
  facts: Readonly<Record<string, unknown>> = {},
): void {
  for (const language of ['zh', 'en'] as const) print(sayServer(language, key, facts));
}
