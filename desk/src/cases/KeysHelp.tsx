// SPDX-License-Identifier: Apache-2.0
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { useT } from '../words.ts';

const keys = [
  ['/', 'keys.find'],
  ['j', 'keys.next'],
  ['k', 'keys.previous'],
  ['Enter', 'keys.primary'],
  ['x', 'keys.pick'],
  ['u', 'keys.undo'],
  ['Esc', 'keys.escape'],
  ['?', 'keys.help'],
] as const;

/** What each key does. */
export function KeysHelp({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useT();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => box.current?.showModal(), []);
  return (
    <dialog ref={box} className="keys-help" aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title">{t('keys.title')}</h2>
      <dl>
        {keys.map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(words)}</dd>
          </div>
        ))}
      </dl>
      <Button type="primary" onClick={() => box.current?.close()}>
        {t('keys.close')}
      </Button>
    </dialog>
  );
}
