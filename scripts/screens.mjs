// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { root } from './node24.mjs';

const FRONTS = ['home', 'desk'];
const vite = `${root}node_modules/vite/bin/vite.js`;

/** Builds every front that has sources; says whether all of them succeeded. */
export function buildScreens(node) {
  return FRONTS.filter(hasSource).every((front) => buildScreen(node, front));
}

/** Builds the fronts whose `dist` is not there yet. */
export function buildMissingScreens(node) {
  const missing = FRONTS.filter((front) => hasSource(front) && !isBuilt(front));
  if (missing.length === 0) return true;
  console.error(
    `  第一次启动，正在构建页面 / First start, building the screens: ${missing.join(', ')}`,
  );
  return missing.every((front) => buildScreen(node, front));
}

function hasSource(front) {
  return existsSync(`${root}${front}/vite.config.ts`);
}

function isBuilt(front) {
  return existsSync(`${root}${front}/dist/index.html`);
}

function buildScreen(node, front) {
  if (!existsSync(vite)) return false;
  const built = spawnSync(node, [vite, 'build', '--logLevel', 'warn'], {
    cwd: `${root}${front}`,
    stdio: 'inherit',
  });
  return built.status === 0;
}
