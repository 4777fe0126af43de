// SPDX-License-Identifier: Apache-2.0
import { type ReactNode, useState } from 'react';
import { useT } from '../words.ts';
import { Done } from './Done.tsx';
import { EnterForm } from './EnterForm.tsx';
import type { Entered } from './entry.ts';
import './enter.css';

/** 记一件: what a worker saw, or what a caller told her, in half a minute and with one hand. */
export function EnterPage(): ReactNode {
  const t = useT();
  const [entered, setEntered] = useState<Entered>();
  return (
    <div className="enter">
      <h1>{t('enter.title')}</h1>
      {entered === undefined ? (
        <EnterForm onEntered={setEntered} />
      ) : (
        <Done entered={entered} onNext={() => setEntered(undefined)} />
      )}
    </div>
  );
}
