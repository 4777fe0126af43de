// SPDX-License-Identifier: Apache-2.0
import { type Config, readConfig } from './config.ts';
import { sentenceOf } from './faults.ts';
import { gatherLines } from './kernel/log.ts';
import type { Program } from './program.ts';
import { liveBefore, liveMorning } from './seed/index.ts';
import { startProgram } from './starting.ts';

const demo = process.argv[2] !== 'serve';

/** Starts the program: `demo` listens on loopback only, whatever HOST says. */
async function main(): Promise<void> {
  // A demonstration tells only of faults; real use logs each request.
  const config = readConfig(demo ? { LOG_LEVEL: 'warn', ...process.env } : process.env);
  const log = gatherLines(process.stdout);
  const program = await startProgram(config, demo ? 'demo' : 'real', { log });
  endInOrder(program);
  await open(program, config).catch(async (fault: unknown) => {
    await program.close();
    throw fault;
  });
}

async function open({ host }: Program, { PORT, HOST, PUBLIC_URL }: Config): Promise<void> {
  if (demo) await liveBefore(host);
  if (demo) await liveMorning(host);
  await host.http.listen({ port: PORT, host: demo ? '127.0.0.1' : HOST });
  const [at] = host.http.addresses();
  const port = typeof at === 'object' ? at.port : PORT;
  process.stdout.write(`里弄 Lilong → ${PUBLIC_URL ?? `http://localhost:${port}`}\n`);
}

function endInOrder(program: Program): void {
  let ending = false;
  const end = async (): Promise<void> => {
    if (ending) return;
    ending = true;
    await program.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void end());
  process.on('SIGTERM', () => void end());
}

main().catch((fault: unknown) => {
  process.stderr.write(`${sentenceOf(fault, demo ? 'npm start' : 'npm run serve')}\n`);
  process.exit(1);
});
