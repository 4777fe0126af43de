// SPDX-License-Identifier: Apache-2.0
// `npm test`: what the machine needs, types, style, the screens, then every test. The last line
// printed is `N passed, N failed`; the checks before the tests are counted in it.
// Arguments go to Vitest: npm test -- --project unit
import { spawnSync } from 'node:child_process';
import { nodeOrExit, root } from './node24.mjs';

const node = nodeOrExit();
const modules = `${root}node_modules`;
const given = process.argv.slice(2);
const KILLED = 137;

const checks = [
  ['machine', `${root}scripts/need.mjs`],
  ['types', `${modules}/typescript/bin/tsc`, '-p', 'tsconfig.json'],
  ['style', `${modules}/@biomejs/biome/bin/biome`, 'check', '--error-on-warnings', '.'],
  ['screens', `${root}scripts/prepare.mjs`],
];

let passed = 0;
let failed = 0;
for (const [name, ...command] of checks) {
  const began = performance.now();
  const ok = run(command, {}) === 0;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${ok ? 'ok' : 'FAILED'}  ${name}  ${seconds} s`);
  if (ok) passed += 1;
  else failed += 1;
  if (!ok && name === 'machine') stopHere();
}
const tests = [`${modules}/vitest/vitest.mjs`, 'run', ...given];
const code = run(tests, { LILONG_CHECKS: `${passed},${failed}` });
if (code === KILLED) {
  failed += 1; // Vitest itself was killed, so its reporter could not speak
  sayLast();
}
process.exit(code);

function run(command, env) {
  const ran = spawnSync(node, command, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return ran.status ?? KILLED;
}

function stopHere() {
  sayLast();
  process.exit(1);
}

function sayLast() {
  console.log(`${passed} passed, ${failed} failed`);
}
