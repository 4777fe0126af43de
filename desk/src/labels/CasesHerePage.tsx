// SPDX-License-Identifier: Apache-2.0
import { caseLabels } from '@lilong/contracts/registry-case-labels';
import { useRead } from '@lilong/ui/client.ts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Empty } from '../parts/Empty.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useDay, useName } from '../registry/said.ts';
import { onceOpened } from '../registry/use-card.ts';
import { useT } from '../words.ts';
import './labels.css';

/** 个案: what departments have opened to this committee. Each opening of the page is a line in 谁看过. */
export function CasesHerePage(): ReactNode {
  const t = useT();
  const name = useName();
  const day = useDay();
  const read = useRead(caseLabels, {}, onceOpened);
  const here = read.data?.here;
  return (
    <div className="page page-narrow">
      <header>
        <h1>{t('cases-label.title')}</h1>
        <p className="page-lead">{t('cases-label.here-how')}</p>
      </header>
      {read.error !== null && <Refused problem={read.error.problem} again={read.refetch} />}
      {read.isPending && <Waiting rows={3} />}
      {here?.length === 0 && (
        <Empty icon="key" title={t('cases-label.none')}>
          <p>{t('cases-label.none-how')}</p>
        </Empty>
      )}
      {here !== undefined && here.length > 0 && (
        <ul className="labels-rows">
          {here.map(
            ({ no, person, personName, label, words, organisationName, purpose, until }) => (
              <li key={no} className="labels-row">
                <div className="labels-what">
                  <Link to="/people/$person" params={{ person: String(person) }} lang="zh-CN">
                    <b>{personName}</b>
                  </Link>
                  <span className="tag tag-soon">
                    {t('cases-label.until', { day: day(until) })}
                  </span>
                  <small>
                    {name(label)}
                    {words !== null && t('cases-label.says', { words })}
                  </small>
                  <small>
                    {t('cases-label.by', {
                      organisation: organisationName,
                      purpose: name(purpose),
                    })}
                  </small>
                </div>
              </li>
            ),
          )}
        </ul>
      )}
    </div>
  );
}
