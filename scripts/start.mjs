// SPDX-License-Identifier: Apache-2.0
// node scripts/start.mjs demo|serve|cli|sim|bench|screenshots [arguments]: runs the sources with a Node that can.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { nodeEnvironment, nodeFlags, nodeOrExit, root, say } from './node24.mjs';
import { buildMissingScreens } from './screens.mjs';

const [what, ...rest] = process.argv.slice(2);
const programs = {
  demo: [`${root}server/src/main.ts`, 'demo', ...rest],
  serve: [`${root}server/src/main.ts`, 'serve', ...rest],
  cli: [`${root}server/src/cli.ts`, ...rest],
  sim: [`${root}sim/src/main.ts`, ...rest],
  bench: [`${root}bench/src/run.ts`, ...rest],
  screenshots: [`${root}e2e/src/screenshots.ts`, ...rest],
};
const program = Object.hasOwn(programs, what ?? '') ? programs[what] : undefined;

if (program === undefined) {
  say(['node scripts/start.mjs demo|serve|cli|sim|bench|screenshots [arguments]']);
  process.exit(1);
}
const node = nodeOrExit();
if (['demo', 'serve', 'screenshots'].includes(what) && !buildMissingScreens(node)) {
  say([
    '页面没有构建成功，请看上面的原因。',
    'The screens could not be built; the reason is above.',
  ]);
  process.exit(1);
}
become(node, [...(what === 'bench' ? [] : nodeFlags), ...program]); // the load of a bench is no server

/** Turns this process into `node args…`, or stands in for it where the running Node cannot. */
function become(node, args) {
  const env = { ...nodeEnvironment, ...process.env };
  if (process.execve !== undefined && process.platform !== 'win32') {
    process.removeAllListeners('warning'); // execve is still called experimental; the reader need not know
    process.execve(node, [node, ...args], env);
  }
  const child = spawn(node, args, { stdio: 'inherit', env });
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGUSR2']) {
    process.on(signal, () => child.kill(signal));
  }
  // A terminal sends Ctrl-C to the child by itself; sent twice it would look like impatience.
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) child.kill('SIGINT');
  });
  child.on('error', (error) => {
    say([String(error)]);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    process.exit(code ?? 128 + (constants.signals[signal] ?? 0));
  });
}
