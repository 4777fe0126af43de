// SPDX-License-Identifier: Apache-2.0
import { filesFolder, keysFile, readConfig } from './config.ts';
import { systemClock } from './kernel/clock.ts';
import { folderStore } from './kernel/filestore.ts';
import { loadKeys } from './kernel/keys.ts';
import { gatherLines } from './kernel/log.ts';
import { openDatabase } from './opening.ts';
import { makeProgram } from './program.ts';
import { liveTenDays } from './seed/index.ts';

const demo = process.argv[2] !== 'serve';

/** Starts the program: `demo` listens on loopback only, whatever HOST says. */
async function main(): Promise<void> {
  // A demonstration tells only of faults; real use logs each request.
  const config = readConfig(demo ? { LOG_LEVEL: 'warn', ...process.env } : process.env);
  const { db, release } = await openDatabase(config, demo ? 'demo' : 'real');
  const files = folderStore(filesFolder(config));
  const program = await makeProgram({
    db,
    clock: systemClock,
    config,
    keys: loadKeys(keysFile(config)),
    files,
    demo,
    log: gatherLines(process.stdout),
  });
  if (demo) await liveTenDays(program.host);
  await program.host.http.listen({ port: config.PORT, host: demo ? '127.0.0.1' : config.HOST });
  const [at] = program.host.http.addresses();
  const port = typeof at === 'object' ? at.port : config.PORT;
  process.stdout.write(`里弄 Lilong → ${config.PUBLIC_URL ?? `http://localhost:${port}`}\n`);
  let ending = false;
  const end = async (): Promise<void> => {
    if (ending) return;
    ending = true;
    await program.close();
    await release();
    process.exit(0);
  };
  process.on('SIGINT', () => void end());
  process.on('SIGTERM', () => void end());
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
});
