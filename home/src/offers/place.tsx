// SPDX-License-Identifier: Apache-2.0
import { keep, readKept } from '@lilong/ui/session.ts';
import type { ReactNode } from 'react';
import { Coming } from '../shell/Fallbacks.tsx';
import './place.css';

const OFFERED = 'lilong.offered';

/** How many offers waited when this phone looked last. */
export function keepOffered(count: number): void {
  keep(OFFERED, String(count));
}

/** The place of the card while it comes, where there was one last time: what stands below does not jump. */
export function OfferPlace(): ReactNode {
  const count = Number(readKept(OFFERED) ?? 0);
  if (!(count > 0)) return <Coming />;
  return (
    <div className="offer-cards" aria-busy="true">
      <div className="card offer-card bone" />
      {count > 1 && <span className="link" />}
    </div>
  );
}
