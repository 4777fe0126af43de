// SPDX-License-Identifier: Apache-2.0
import { Icon } from '@lilong/ui/Icons.tsx';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { readFilters } from '../cases/filters.ts';
import { useT } from '../words.ts';
import { entriesFor } from './entries.ts';
import { useRole } from './session.ts';

const pauseMs = 350;

/** Search over cases. In the inbox it filters while one types; elsewhere Enter goes there. */
export function FindBox(): ReactNode {
  const t = useT();
  const go = useNavigate();
  const seesCases = entriesFor(useRole()).some(({ to }) => to === '/');
  const { inInbox, asked } = useRouterState({
    select: ({ location }) => ({
      inInbox: location.pathname === '/',
      asked: location.pathname === '/' ? (readFilters(location.search).q ?? '') : '',
    }),
    structuralSharing: true,
  });
  const [words, setWords] = useState(asked);
  useEffect(() => setWords(asked), [asked]);

  function find(q: string, replace?: { replace: true }): void {
    const search = inInbox
      ? (now: object) => readFilters({ ...now, q, case: undefined })
      : readFilters({ q, bucket: 'open' });
    void go({ to: '/', search, ...replace });
  }
  useEffect(() => {
    if (!inInbox || words === asked) return;
    const timer = setTimeout(() => find(words, { replace: true }), pauseMs);
    return () => clearTimeout(timer);
  });
  if (!seesCases) return <span className="find-gap" />;
  return (
    <search className="find">
      <Icon name="search" size={18} />
      <input
        data-find
        type="search"
        aria-label={t('find.label')}
        placeholder={t('find.placeholder')}
        value={words}
        onChange={({ target }) => setWords(target.value)}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') find(words);
          if (key === 'Escape') currentTarget.blur();
        }}
      />
    </search>
  );
}
