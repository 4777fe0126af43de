// SPDX-License-Identifier: Apache-2.0
import { useSearch } from '@tanstack/react-router';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { KeysHelp } from '../cases/KeysHelp.tsx';
import { Empty } from '../parts/Empty.tsx';
import { useKeys } from '../parts/useKeys.ts';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';
import { AffairFilterBar } from './AffairFilterBar.tsx';
import { AffairPanel } from './AffairPanel.tsx';
import { AffairRows } from './AffairRows.tsx';
import { AffairTabs } from './AffairTabs.tsx';
import { type Affairs, useAffairs } from './use-affairs.ts';
import '../cases/inbox.css';
import './affairs.css';

/** 办件: the list at left, the open application beside it. On a phone, the list alone. */
export function AffairsPage(): ReactNode {
  const t = useT();
  const affairs = useAffairs(useSearch({ from: '/affairs' }));
  const [help, setHelp] = useState(false);
  const shownRef = useDeferredValue(affairs.openRef);
  useListKeys(affairs, () => setHelp((now) => !now));
  return (
    <div className={`inbox affairs${affairs.split ? ' inbox-split' : ''}`}>
      <section className="inbox-list">
        <h1 className="unseen">{t('rail.affairs')}</h1>
        <AffairTabs filters={affairs.filters} />
        <AffairFilterBar affairs={affairs} />
        <AffairRows affairs={affairs} />
      </section>
      {affairs.split && (
        <section className="inbox-case">
          {shownRef === undefined ? (
            <Nothing waiting={affairs.list.waiting} />
          ) : (
            <AffairPanel
              key={shownRef}
              refNo={shownRef}
              line={affairs.open}
              onMoved={affairs.moveOn}
            />
          )}
        </section>
      )}
      {help && <KeysHelp onClose={() => setHelp(false)} />}
    </div>
  );
}

function Nothing({ waiting }: { readonly waiting: boolean }): ReactNode {
  const t = useT();
  return waiting ? <Waiting /> : <Empty icon="note" title={t('affairs.nothing-open')} />;
}

/** Enter and Escape belong to the open application; the rest is heard here. */
function useListKeys({ split, step }: Affairs, onHelp: () => void): void {
  const next = () => step(1);
  const previous = () => step(-1);
  useKeys({
    j: next,
    k: previous,
    ArrowDown: split ? next : undefined,
    ArrowUp: split ? previous : undefined,
    '/': () => document.querySelector<HTMLElement>('[data-find-affair]')?.focus(),
    '?': onHelp,
  });
}
