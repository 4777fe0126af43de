// SPDX-License-Identifier: Apache-2.0
import { Outlet, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useKeys } from '../parts/useKeys.ts';
import { useWide } from '../parts/useWide.ts';
import { useT } from '../words.ts';
import { FindField } from './FindField.tsx';
import { FoundRows } from './FoundRows.tsx';
import { focusFind, stepRow } from './rows.ts';
import { splitPx } from './search.ts';
import { type Finding, useFinding } from './use-finding.ts';
import '../cases/case.css';
import '../cases/dock.css';
import './registry.css';
import './cards.css';

/** 人房: the search at the left, the open card beside it. On a phone one after the other. */
export function RegistryFrame(): ReactNode {
  const t = useT();
  const split = useWide(splitPx);
  const isList = useLocation({ select: ({ pathname }) => pathname === '/people' });
  const finding = useFinding();
  useKeys({ j: () => stepRow(1), k: () => stepRow(-1), '/': focusFind });
  return (
    <div className={`reg${split ? ' reg-split' : ''}`}>
      <h1 className="unseen">{t('people.title')}</h1>
      {(split || isList) && <ListSide finding={finding} focused={isList} />}
      {(split || !isList) && (
        <section className="reg-card">
          <Outlet />
        </section>
      )}
    </div>
  );
}

interface ListSideProps {
  readonly finding: Finding;
  /** Nothing else is open: the cursor stands in the field at once. */
  readonly focused: boolean;
}

function ListSide({ finding, focused }: ListSideProps): ReactNode {
  const t = useT();
  return (
    <section className="reg-list" aria-label={t('people.find')}>
      <FindField finding={finding} focused={focused} />
      <FoundRows finding={finding} />
    </section>
  );
}
