// SPDX-License-Identifier: Apache-2.0
import { makeQueryClient } from '@lilong/ui/client.ts';
import { recallTimeZone } from '@lilong/ui/session.ts';
import '@lilong/ui/tokens.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import './desk.css';
import './parts/forms.css';
import { signOutWhenTold } from './shell/session.ts';

recallTimeZone();
const queries = makeQueryClient();
signOutWhenTold(queries);

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
}
