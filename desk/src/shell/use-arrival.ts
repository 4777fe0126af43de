// SPDX-License-Identifier: Apache-2.0
import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { type Key, useT } from '../words.ts';
import { entries } from './entries.ts';

const others: Readonly<Record<string, Key>> = {
  '/account': 'account.title',
  '/about': 'about.title',
  '/staff/import': 'import.title',
};

/** On another page: its name stands in the window's title, and readers begin at its top. */
export function useArrival(): void {
  const t = useT();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const words = others[path] ?? entries.find(({ to }) => to === path)?.words;
  const name = words === undefined ? (path.split('/')[2] ?? '') : t(words);
  const title = name === '' ? t('frame.name') : t('frame.title', { page: name });
  useEffect(() => {
    document.title = title;
  }, [title]);
  const came = useRef(path);
  useEffect(() => {
    if (came.current === path) return;
    came.current = path;
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [path]);
}
