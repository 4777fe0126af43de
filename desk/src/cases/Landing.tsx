// SPDX-License-Identifier: Apache-2.0
import { Navigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { landingOf } from '../shell/entries.ts';
import { useRole } from '../shell/session.ts';
import { InboxPage } from './InboxPage.tsx';

/** The plain address answers the first question of each role; an address with filters is always the list. */
export function Landing(): ReactNode {
  const filters = useSearch({ from: '/' });
  const landing = landingOf(useRole());
  if (landing !== undefined && Object.keys(filters).length === 0)
    return <Navigate to={landing} replace />;
  return <InboxPage filters={filters} />;
}
