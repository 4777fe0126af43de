// SPDX-License-Identifier: Apache-2.0
// Runs on Node 18 and later, so that an old Node gets a sentence and not a stack trace.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const LEAST_NODE = 24;

/** How Node runs the program: with a nursery of 16 MB the server stays below 300 MB, and is no slower. */
export const nodeFlags = ['--max-semi-space-size=16'];
/** What was compiled at one start is not compiled again at the next. */
export const nodeEnvironment = { NODE_COMPILE_CACHE: `${root}.cache/node` };

/** The Node that runs Lilong: this one if it is new enough, otherwise the one that npm installed. */
export function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= LEAST_NODE) return process.execPath;
  const installed = `${root}node_modules/node/bin/node`;
  return existsSync(installed) ? installed : undefined;
}

/** The same, or a plain message and the end of the program. */
export function nodeOrExit() {
  if (!existsSync(`${root}node_modules/kysely`)) {
    say([
      '还没有安装依赖。请先在本目录运行：npm ci',
      'The packages are not installed yet. Run this first, in this folder: npm ci',
    ]);
    process.exit(1);
  }
  const node = findNode();
  if (node !== undefined) return node;
  say([
    `里弄需要 Node ${LEAST_NODE} 或更新版本，当前是 ${process.versions.node}。`,
    `Node ${LEAST_NODE} 会随 npm ci 一起装好；请不带 --ignore-scripts 再运行一次：npm ci`,
    `Lilong needs Node ${LEAST_NODE} or newer; this is ${process.versions.node}.`,
    `npm ci installs Node ${LEAST_NODE} by itself. Run it again, without --ignore-scripts: npm ci`,
  ]);
  process.exit(1);
}

/** Lines for a person, on the error stream. */
export function say(lines) {
  process.stderr.write(`\n${lines.map((line) => `  ${line}`).join('\n')}\n\n`);
}
