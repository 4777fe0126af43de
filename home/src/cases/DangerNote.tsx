// SPDX-License-Identifier: Apache-2.0
import type { Danger } from '@lilong/contracts/danger';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useLanguage } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { Sheet } from '../parts/Sheet.tsx';
import { useT } from '../words/use.ts';

/** Some things want a telephone, not a form. */
export function DangerNote({ danger }: { danger: Danger }): ReactNode {
  const language = useLanguage();
  return (
    <div className="danger" role="alert">
      <p>
        <Icon name="warning" />
        <span>{danger.say[language]}</span>
      </p>
      <CallNumber danger={danger} />
    </div>
  );
}

interface CallFirstProps {
  readonly danger: Danger;
  readonly onClose: () => void;
  readonly onCalled: () => void;
}

/** Asked once before such a report goes. */
export function CallFirst({ danger, onClose, onCalled }: CallFirstProps): ReactNode {
  const t = useT();
  const language = useLanguage();
  return (
    <Sheet title={t('danger.title', { call: danger.call })} size="question" onClose={onClose}>
      <p>{danger.say[language]}</p>
      <CallNumber danger={danger} />
      <button type="button" className="button wide" onClick={onCalled}>
        {t('danger.called')}
      </button>
    </Sheet>
  );
}

function CallNumber({ danger }: { danger: Danger }): ReactNode {
  const t = useT();
  return (
    <a className="button alarm wide" href={`tel:${danger.call}`}>
      <Icon name="phone" size="1.2em" />
      {t('danger.call', { call: danger.call })}
    </a>
  );
}
