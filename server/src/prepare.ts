// SPDX-License-Identifier: Apache-2.0
// Makes the demonstration city once after `npm ci`, so that a first start takes seconds: without its ten days, which
// holds for as long as nothing is installed anew, and with them, which holds for the day.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from './config.ts';
import { systemClock } from './kernel/clock.ts';
import { openEmbedded } from './kernel/db.ts';
import { putPostgisAside } from './kernel/postgis.ts';
import { livedCity, noteMade } from './lived.ts';
import { bringUpToDate, preparedCity, settleMode } from './opening.ts';
import { liveBefore } from './seed/index.ts';
import { startProgram } from './starting.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Says what the cities were made from, and by its age when. */
const note = `${dirname(livedCity)}/made-from`;
const HOUR_MS = 3_600_000;

const sources = digestOf(['contracts', 'data', 'server/db', 'server/src']);
if (!isMade(sources)) {
  putPostgisAside();
  await prepareCity();
  await prepareLived();
  writeFileSync(note, sources);
}

/** `npm ci && npm test` prepares twice; the second time nothing has changed. */
function isMade(from: string): boolean {
  if (![note, livedCity, preparedCity].every((file) => existsSync(file))) return false;
  const age = systemClock().getTime() - statSync(note).mtimeMs;
  return age >= 0 && age < HOUR_MS && readFileSync(note, 'utf8') === from;
}

function digestOf(folders: readonly string[]): string {
  const digest = createHash('sha256');
  for (const folder of folders)
    for (const name of readdirSync(`${root}${folder}`, {
      recursive: true,
      encoding: 'utf8',
    }).sort())
      if (/\.\w+$/.test(name)) digest.update(name).update(readFileSync(`${root}${folder}/${name}`));
  return digest.digest('hex');
}

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
  await liveBefore(program.host);
  noteMade(part, config, program.host.clock());
  await program.host.db.run('checkpoint');
  await program.close();
  renameSync(part, livedCity);
}
