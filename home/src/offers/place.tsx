// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { placesKept } from '../parts/kept-place.ts';
import { Coming } from '../shell/Fallbacks.tsx';
import './place.css';

export const OFFERED = 'lilong.offered';

/** The place of the card while it comes, where there was one last time: what stands below does not jump. */
export function OfferPlace(): ReactNode {
  const count = placesKept(OFFERED);
  if (count === 0) return <Coming />;
  return (
    <div className="offer-cards" aria-busy="true">
      <div className="card offer-card bone" />
      {count > 1 && <span className="link" />}
    </div>
  );
}
