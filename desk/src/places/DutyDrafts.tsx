// SPDX-License-Identifier: Apache-2.0
import {
  type DutyBatch,
  decideDuties,
  diffDuties,
  dutiesAtOnce,
  listDutyDrafts,
} from '@lilong/contracts/duties';
import type { ReplyOf } from '@lilong/contracts/route';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useCategoryName } from '../cases/categories.ts';
import { ChangeTable } from '../parts/ChangeTable.tsx';
import { DecideBar } from '../parts/DecideBar.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { type Key, useT } from '../words.ts';
import '../catalogue/catalogue.css';

/** Drafts of the list that wait, each with what it changes; the safety administrator decides. */
export function DutyDrafts(): ReactNode {
  const read = useRead(listDutyDrafts, {});
  return (
    <>
      {read.error !== null && <Refused problem={read.error.problem} again={() => read.refetch()} />}
      {read.data?.batches.map((batch) => (
        <BatchCard key={batch.batch} {...batch} />
      ))}
    </>
  );
}

function BatchCard({ batch, authorName, ruling, at, rows, mayDecide }: DutyBatch): ReactNode {
  const t = useT();
  const [from, setFrom] = useState(0);
  const diff = useRead(diffDuties, { batch, from });
  const write = useWrite(decideDuties, { refreshes: ['duties'] });
  const day = at.slice(0, 10);
  return (
    <section className="sheet-card draft" aria-label={t('duties.draft-of', { batch })}>
      <p>
        <span className="tag tag-soon">{t('catalogue.draft')}</span>{' '}
        {ruling === null
          ? t('duties.drafted', { author: authorName ?? '', day, rows })
          : t('duties.ruled', { ruling, day, rows })}
      </p>
      {diff.isPending && <Waiting rows={2} />}
      {diff.error !== null && <Refused problem={diff.error.problem} />}
      {diff.data !== undefined && <Compared {...diff.data} from={from} onTurn={setFrom} />}
      <Refused problem={write.refusal} />
      {mayDecide && (
        <DecideBar
          pending={write.pending}
          onDecide={(approve) => void write.send({ batch, approve })}
        />
      )}
    </section>
  );
}

const partWords: Readonly<Record<string, Key>> = {
  lead: 'duties.lead-by',
  assisting: 'duties.assisting',
  validFrom: 'duties.since',
  source: 'duties.source',
};

type ComparedProps = ReplyOf<typeof diffDuties> & {
  readonly from: number;
  readonly onTurn: (from: number) => void;
};

function Compared({ rows, total, openCases, from, onTurn }: ComparedProps): ReactNode {
  const t = useT();
  const sayCategory = useCategoryName();
  const groups = rows.map(({ category, categoryName, placeName, validFrom, changes }) => ({
    key: `${category} ${placeName} ${validFrom}`,
    about: (
      <>
        {sayCategory(category, categoryName)} <small>{placeName}</small>
      </>
    ),
    changes: changes.map((change) => {
      const words = partWords[change.path];
      const nobody = change.path === 'lead' ? t('duties.nobody') : null;
      const name = words === undefined ? change.path : t(words);
      return { ...change, name, after: change.after ?? nobody };
    }),
  }));
  const last = from + rows.length;
  return (
    <>
      <ChangeTable label={t('duties.compared')} groups={groups} aboutTitle={t('duties.category')} />
      {total > dutiesAtOnce && (
        <div className="bar-buttons">
          <span>{t('duties.span', { first: from + 1, last, total })}</span>
          <Button disabled={from === 0} onClick={() => onTurn(from - dutiesAtOnce)}>
            {t('duties.earlier')}
          </Button>
          <Button disabled={last >= total} onClick={() => onTurn(last)}>
            {t('duties.later')}
          </Button>
        </div>
      )}
      <p>{t('catalogue.touched', { count: openCases })}</p>
    </>
  );
}
