// SPDX-License-Identifier: Apache-2.0
import './floor.ts';
import { currentLanguage, recallTimeZone } from '@lilong/ui/session.ts';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { router } from './router.tsx';
import '@lilong/ui/tokens.css';
import './style/base.css';
import './style/parts.css';
import './style/fields.css';
import './style/shell.css';
import './style/pages.css';
import { applyElder, keptElder } from './session/elder.ts';
import { loadWords } from './words/load.ts';

recallTimeZone();
applyElder(keptElder());
const root = document.getElementById('root');
if (root !== null) {
  const language = currentLanguage();
  void router.load().catch(() => undefined); // the page comes along with its words; a fault is shown when it is drawn
  const words = await loadWords(language);
  createRoot(root).render(<App first={{ language, words }} />);
}

// The city was given a new version while this page was open: its old parts are gone. Once, and only with a network.
addEventListener('vite:preloadError', () => {
  const before = Number(sessionStorage.getItem('lilong.reloaded') ?? 0);
  if (!navigator.onLine || Date.now() - before < 30_000) return;
  sessionStorage.setItem('lilong.reloaded', String(Date.now()));
  location.reload();
});

// A web view may have no service workers: everything else works without.
if (import.meta.env.PROD && 'serviceWorker' in navigator)
  navigator.serviceWorker.register('/sw.js').catch(() => undefined);
