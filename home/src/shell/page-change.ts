// SPDX-License-Identifier: Apache-2.0
import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useT } from '../words/use.ts';
import { pageAt } from './pages.ts';

/** Names the window after the page, and moves the focus to a new page so that a screen reader starts there. */
export function usePageChange(): void {
  const t = useT();
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  const { title } = pageAt(path ?? '/');
  const before = useRef<string>(undefined);
  useEffect(() => {
    const page = title === 'nav.home' ? '' : `${t(title)} · `;
    document.title = `${page}${t('app.name')}`;
  }, [title, t]);
  useEffect(() => {
    const moved = before.current !== undefined && before.current !== path;
    before.current = path;
    if (moved) document.getElementById('main')?.focus({ preventScroll: true });
  }, [path]);
}
