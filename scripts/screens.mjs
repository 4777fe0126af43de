// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { root } from './node24.mjs';

const FRONTS = ['home', 'desk'];
const vite = `${root}node_modules/vite/bin/vite.js`;

/** Builds every front that has sources newer than what was built; says whether all of them succeeded. */
export function buildScreens(node) {
  return FRONTS.filter((front) => hasSource(front) && !isFresh(front)).every((front) =>
    buildScreen(node, front),
  );
}

/** Nothing that goes into a front was changed, added or taken away since it was built. */
function isFresh(front) {
  if (!isBuilt(front)) return false;
  const built = statSync(`${root}${front}/dist/index.html`).mtimeMs;
  const parts = [front, 'ui', 'contracts'].flatMap((part) => entriesOf(`${root}${part}`));
  return [...parts, `${root}package-lock.json`].every((path) => statSync(path).mtimeMs < built);
}

/** A folder, all folders beneath and their files; a folder changes when a file comes or goes. */
function entriesOf(folder) {
  const here = readdirSync(folder, { withFileTypes: true }).filter(
    ({ name }) => !['dist', 'node_modules'].includes(name),
  );
  const beneath = here.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? entriesOf(path) : [path];
  });
  return [folder, ...beneath];
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
