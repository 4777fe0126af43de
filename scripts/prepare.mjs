// SPDX-License-Identifier: Apache-2.0
// The npm prepare hook: builds the screens, then the embedded database that a first start loads.
// LILONG_SKIP_PREPARE=1 leaves both to the first `npm start`.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findNode, root, say } from './node24.mjs';
import { buildScreens } from './screens.mjs';

if (process.env.LILONG_SKIP_PREPARE !== '1' && existsSync(`${root}node_modules/vite`)) prepare();

function prepare() {
  const node = findNode();
  if (node === undefined) {
    giveUp('Node 24 没有装好：npm 没有运行 node 包的安装脚本。', [
      'Node 24 is missing: npm did not run the install script of the package "node".',
      'Run: npm ci  (without --ignore-scripts)   or   npm rebuild node',
    ]);
  }
  if (!buildScreens(node)) {
    giveUp('页面没有构建成功，原因见上。修好后运行：npm run build', [
      'The screens could not be built; the reason is above. After mending it: npm run build',
      'To install without building: LILONG_SKIP_PREPARE=1 npm ci',
    ]);
  }
  const database = `${root}server/src/prepare.ts`;
  if (!existsSync(database)) return;
  const made = spawnSync(node, [database], { cwd: root, stdio: 'inherit' });
  if (made.status !== 0) {
    giveUp('内置数据库没有准备好，原因见上。修好后运行：npm run prepare', [
      'The embedded database could not be prepared; the reason is above. After mending it: npm run prepare',
      'To install without it: LILONG_SKIP_PREPARE=1 npm ci  (the first start then takes longer)',
    ]);
  }
}

function giveUp(chinese, english) {
  say([chinese, ...english]);
  process.exit(1);
}
