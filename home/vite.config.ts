// SPDX-License-Identifier: Apache-2.0
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { compressed } from '../scripts/compressed.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Writes the list of all files of the program into the service worker, which keeps them on the phone. */
function listShell(): Plugin {
  return {
    name: 'lilong-shell',
    enforce: 'post', // after the chunks that held nothing but styles are gone
    generateBundle(_options, bundle) {
      const worker = Object.values(bundle).find((file) => file.fileName === 'sw.js');
      if (worker?.type !== 'chunk') return;
      const kept = Object.keys(bundle).filter((file) => /^assets\/.*\.(js|css)$/.test(file));
      const files = JSON.stringify(['/', ...kept.map((file) => `/${file}`)]);
      worker.code = worker.code.replace(/(['"`])__SHELL__\1/, JSON.stringify(files));
    },
  };
}

/** Says that stating a route does nothing, so that routes and schemas that no screen names fall out of the bundle. */
function dropUnusedContracts(): Plugin {
  return {
    name: 'lilong-contracts',
    transform(code, id) {
      if (!/\/contracts\/src\/[\w-]+\.ts$/.test(id)) return undefined;
      return code.replace(
        /(?<![\w.])(Type\.\w+|route|OneOf|Nullable|Words)\(/g,
        '/* @__PURE__ */ $1(',
      );
    },
  };
}

export default defineConfig({
  plugins: [react(), dropUnusedContracts(), listShell(), compressed()],
  // Screens need the paths and types of the routes, not their schemas.
  resolve: { alias: { typebox: path('../ui/src/no-typebox.ts') } },
  build: {
    manifest: true,
    target: ['chrome108', 'safari15'],
    assetsInlineLimit: 0, // no data: addresses but the photos people take
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { main: path('index.html'), sw: path('src/sw.ts') },
      treeshake: { propertyReadSideEffects: false },
      output: {
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: { proxy: { '/api': 'http://localhost:8080' } },
});
