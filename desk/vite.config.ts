// SPDX-License-Identifier: Apache-2.0
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from '../scripts/compressed.ts';

export default defineConfig({
  base: '/desk/',
  plugins: [react(), compressed()],
  resolve: {
    // Screens need the paths and types of the routes, not their schemas.
    alias: { typebox: fileURLToPath(new URL('../ui/src/no-typebox.ts', import.meta.url)) },
  },
  // No inline data and no inline script: the Content-Security-Policy names no exception for them.
  build: {
    manifest: true,
    target: ['chrome108', 'safari15'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': `http://localhost:${process.env.PORT ?? 8080}` } },
});
