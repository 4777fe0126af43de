// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useT } from '../words.ts';

interface WaitingProps {
  readonly rows?: number;
  readonly whole?: boolean;
}

/** Keeps the shape of what comes. */
export function Waiting({ rows = 6, whole = false }: WaitingProps): ReactNode {
  const t = useT();
  return (
    <div className={whole ? 'waiting waiting-whole' : 'waiting'} role="status">
      <span className="unseen">{t('waiting')}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey bars have no other name
        <span key={row} className="waiting-bar" aria-hidden="true" />
      ))}
    </div>
  );
}
