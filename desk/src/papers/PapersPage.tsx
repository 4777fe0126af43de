// SPDX-License-Identifier: Apache-2.0
import { listPapers, type PaperLine, paperTabs } from '@lilong/contracts/affair-papers';
import { useRead } from '@lilong/ui/client.ts';
import { useLive } from '@lilong/ui/live.ts';
import { Link, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Empty } from '../parts/Empty.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';
import { idOf } from './chosen.ts';
import { PaperActs } from './PaperActs.tsx';
import { PaperTable } from './PaperTable.tsx';
import './papers.css';

/** 纸质材料: what the organisation has, gets and gave; several are handed over, checked off or given back at once. */
export function PapersPage(): ReactNode {
  const t = useT();
  const { tab = 'here' } = useSearch({ from: '/papers' });
  const [after, setAfter] = useState<string>();
  useLive('affairs');
  const { data, error, refetch } = useRead(listPapers, {
    tab,
    ...(after === undefined ? {} : { after }),
  });
  return (
    <div className="page papers">
      <header>
        <h1>{t('papers.title')}</h1>
        <p className="page-lead">{t('papers.lead')}</p>
      </header>
      <nav className="papers-tabs" aria-label={t('papers.tabs')}>
        {paperTabs.map((one) => (
          <Link
            key={one}
            to="/papers"
            activeOptions={{ exact: true }}
            search={one === 'here' ? {} : { tab: one }}
            aria-current={one === tab ? 'page' : undefined}
            onClick={() => setAfter(undefined)}
          >
            {t('papers.tab', { tab: t(`papertab.${one}`), count: data?.counts[one] ?? '' })}
          </Link>
        ))}
      </nav>
      <Refused problem={error?.problem} again={() => refetch()} />
      {data === undefined && error === null && <Waiting rows={6} />}
      {data !== undefined && (
        <>
          <Chosen key={tab} papers={data.papers} />
          {data.next !== null && (
            <Button onClick={() => setAfter(data.next ?? undefined)}>{t('papers.more')}</Button>
          )}
          <p className="field-hint">{t('papers.days', { days: data.days })}</p>
        </>
      )}
    </div>
  );
}

function Chosen({ papers }: { readonly papers: readonly PaperLine[] }): ReactNode {
  const t = useT();
  const [ids, setIds] = useState<readonly string[]>([]);
  const chosen = papers.filter((one) => ids.includes(idOf(one)));
  if (papers.length === 0)
    return (
      <Empty icon="document" title={t('papers.none')}>
        <p>{t('papers.none-lead')}</p>
      </Empty>
    );
  return (
    <>
      <PaperActs papers={chosen} onDone={() => setIds([])} />
      <PaperTable papers={papers} ids={ids} onChoose={setIds} />
    </>
  );
}
