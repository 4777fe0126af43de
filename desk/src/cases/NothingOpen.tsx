// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { Empty } from '../parts/Empty.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';
import type { Inbox } from './useInbox.ts';

/** Beside an empty list. */
export function NothingOpen({ inbox }: { readonly inbox: Inbox }): ReactNode {
  const t = useT();
  if (inbox.list.waiting) return <Waiting />;
  return <Empty icon="inbox" title={t('inbox.nothing-open')} />;
}
