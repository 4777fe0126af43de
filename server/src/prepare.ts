// SPDX-License-Identifier: Apache-2.0
// Makes the demonstration city once after `npm ci`, so that a first start takes seconds: without its ten days, which
// holds for as long as nothing is installed anew, and with them, which holds for the day.
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readConfig } from './config.ts';
import { openEmbedded } from './kernel/db.ts';
import { putPostgisAside } from './kernel/postgis.ts';
import { livedCity, noteMade } from './lived.ts';
import { bringUpToDate, preparedCity, settleMode } from './opening.ts';
import { liveTenDays } from './seed/index.ts';
import { startProgram } from './starting.ts';

putPostgisAside();
await prepareCity();
await prepareLived();

async function prepareCity(): Promise<void> {
  const db = await openEmbedded({});
  await bringUpToDate(db);
  await settleMode(db, 'demo');
  await db.run('checkpoint'); // what its log holds is in the tables now, and need not be carried
  const dump = await db.dump?.();
  if (dump === undefined) throw new Error('the embedded database gave no dump');
  mkdirSync(dirname(preparedCity), { recursive: true });
  writeFileSync(`${preparedCity}.part`, await dump.bytes());
  renameSync(`${preparedCity}.part`, preparedCity);
  await db.close();
}

async function prepareLived(): Promise<void> {
  const part = `${livedCity}.part`;
  for (const folder of [livedCity, part]) rmSync(folder, { recursive: true, force: true });
  const config = readConfig({ DATA_DIR: part, LOG_LEVEL: 'error' });
  const program = await startProgram(config, 'demo');
  await liveTenDays(program.host);
  noteMade(part, config, program.host.clock());
  await program.host.db.run('checkpoint');
  await program.close();
  renameSync(part, livedCity);
}
