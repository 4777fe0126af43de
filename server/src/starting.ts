// SPDX-License-Identifier: Apache-2.0
import { type Config, filesFolder, keysFile } from './config.ts';
import { type Clock, type ClockJump, steadyClock, systemClock } from './kernel/clock.ts';
import { folderStore } from './kernel/filestore.ts';
import { type Mode, settleKeys } from './kernel/install.ts';
import type { LogTarget } from './kernel/log.ts';
import { openDatabase } from './opening.ts';
import { makeProgram, type Program } from './program.ts';
import { seedRegistry } from './registry/index.ts';

export interface Surroundings {
  /** The machine's own time, as it is. */
  readonly read?: Clock;
  readonly log?: LogTarget;
}

/** One deployment's program, from its settings: database, keys, files and a clock that never goes back. */
export async function startProgram(
  config: Config,
  mode: Mode,
  { read = systemClock, log }: Surroundings = {},
): Promise<Program> {
  const { db, release } = await openDatabase(config, mode);
  try {
    const keys = await settleKeys(db, keysFile(config));
    const files = folderStore(filesFolder(config));
    let tell = (_: ClockJump): void => undefined;
    const clock = steadyClock(read, { onJump: (jump) => tell(jump) });
    const demo = mode === 'demo';
    if (demo)
      await db.kysely.transaction().execute((one) => seedRegistry(one, { keys, now: clock() }));
    const parts = { db, clock, config, keys, files, demo };
    const program = await makeProgram({ ...parts, ...(log === undefined ? {} : { log }) });
    tell = (jump) => program.host.http.log.warn(jump, 'clock jump');
    return {
      ...program,
      close: async () => {
        await program.close();
        await release();
      },
    };
  } catch (fault) {
    await db.close();
    await release();
    throw fault;
  }
}
