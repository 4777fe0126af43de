// SPDX-License-Identifier: Apache-2.0
// A district with as many invented people as really live there, on a town's own database.
import { keysFile, readConfig } from '@lilong/server/config';
import { settleKeys } from '@lilong/server/kernel/install';
import type { Keys } from '@lilong/server/kernel/keys';
import { load } from '../../sim/src/population/load.ts';
import { startMakers } from '../../sim/src/population/makers.ts';
import type { Town } from './town.ts';

/** 黄浦区: 662,030 residents in 2020 (shared with docs/sources.md). */
export const DISTRICT = 310101000000000;
const seed = 7;
const quiet = (): void => undefined;

/** Puts so many people into the district; the town's programs then open their numbers with the same key. */
export async function people(town: Town, count: number): Promise<Keys> {
  const config = readConfig(town.environment);
  const keys = await settleKeys(town.owner, keysFile(config));
  const url = config.DATABASE_ADMIN_URL ?? '';
  const making = { url, keys: keysFile(config), now: new Date(), people: count, seed };
  // The load is for demonstrations only, and says so; a bench measures the program as for real use.
  await town.owner.run("update kernel.install set mode = 'demo'");
  const { batches, stop } = await startMakers({ ...making, within: DISTRICT }, 1);
  await load({ url, batches, onBatch: quiet, onStage: quiet }).finally(stop);
  await town.owner.run("update kernel.install set mode = 'real'");
  return keys;
}
