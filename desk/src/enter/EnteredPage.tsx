// SPDX-License-Identifier: Apache-2.0
import { myEntries } from '@lilong/contracts/case-work';
import { useRead } from '@lilong/ui/client.ts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { DueTag } from '../cases/DueTag.tsx';
import { useNow } from '../cases/due.ts';
import { Empty } from '../parts/Empty.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';
import './enter.css';

/** 我记的最近二十件: what came of them. Nothing is counted here. */
export function EnteredPage(): ReactNode {
  const t = useT();
  const now = useNow();
  const read = useRead(myEntries, {});
  return (
    <div className="page page-narrow">
      <header>
        <h1>{t('entered.title')}</h1>
      </header>
      {read.error !== null && <Refused problem={read.error.problem} again={() => read.refetch()} />}
      {read.isPending && <Waiting />}
      {read.data?.cases.length === 0 && (
        <Empty icon="list" title={t('entered.none')}>
          <Link to="/enter">{t('rail.enter')}</Link>
        </Empty>
      )}
      <ul className="entered">
        {read.data?.cases.map((line) => (
          <li key={line.ref}>
            <Link to="/cases/$ref" params={{ ref: line.ref }}>
              <b>{line.title}</b>
              <span className="entered-state">
                <span className="tag">{t(`state.${line.state}`)}</span>{' '}
                <DueTag line={line} now={now} />
              </span>
              <small className="entered-where">
                {line.address}
                {line.organisationName !== null && ` · ${line.organisationName}`}
              </small>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
