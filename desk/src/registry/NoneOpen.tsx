// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { Empty } from '../parts/Empty.tsx';
import { useT } from '../words.ts';

/** Beside the list while no card is open. None opens by itself: a look at a person is written down. */
export function NoneOpen(): ReactNode {
  const t = useT();
  return (
    <div className="reg-none">
      <Empty icon="home" title={t('people.none-open')}>
        <p>{t('people.none-open-how')}</p>
      </Empty>
    </div>
  );
}
