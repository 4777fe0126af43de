// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { Sheet } from '../parts/Sheet.tsx';
import { useT } from '../words/use.ts';

interface CancelQuestionProps {
  readonly onClose: () => void;
  readonly onYes: () => void;
}

/** Asked before what was written is thrown away. */
export function CancelQuestion({ onClose, onYes }: CancelQuestionProps): ReactNode {
  const t = useT();
  return (
    <Sheet title={t('outbox.cancel-ask')} size="question" onClose={onClose}>
      <p>{t('outbox.cancel-why')}</p>
      <button type="button" className="button main wide" onClick={onYes}>
        {t('outbox.cancel-yes')}
      </button>
    </Sheet>
  );
}
