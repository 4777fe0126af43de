// SPDX-License-Identifier: Apache-2.0
import { listRechecks, type Recheck } from '@lilong/contracts/assistance-work';
import { yuan } from '@lilong/ui/assistance/yuan.ts';
import { useRead } from '@lilong/ui/client.ts';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Empty } from '../parts/Empty.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';
import { RecheckForm, type Settled } from './RecheckForm.tsx';

/** 复核: who is due, whose standard changed, and who said that something changed. */
export function Rechecks(): ReactNode {
  const t = useT();
  const { data, error, refetch } = useRead(listRechecks, {});
  const [open, setOpen] = useState<number>();
  const [settled, setSettled] = useState<Settled>();
  return (
    <section className="part">
      <h2>{t('assistance.rechecks')}</h2>
      <p role="status" className={settled === undefined ? 'unseen' : 'note note-done'}>
        {settled !== undefined &&
          t('assistance.recheck-done', {
            ...{ name: settled.name, outcome: settled.outcome, sum: yuan(settled.amountFen) },
          })}
      </p>
      {error !== null && <Refused problem={error.problem} again={() => refetch()} />}
      {data === undefined && error === null && <Waiting rows={3} />}
      {data?.rechecks.length === 0 && <Empty icon="check" title={t('assistance.rechecks-none')} />}
      {data?.rechecks.map((one) => (
        <article key={one.no} className="sheet-card assistance-card">
          <Head one={one} />
          {open === one.no ? (
            <RecheckForm
              one={one}
              onSettled={(what) => {
                setOpen(undefined);
                setSettled(what);
              }}
              onCancel={() => setOpen(undefined)}
            />
          ) : (
            <p>
              <Button onClick={() => setOpen(one.no)}>{t('assistance.recheck-do')}</Button>
            </p>
          )}
        </article>
      ))}
    </section>
  );
}

/** Who it is, what they are paid, and why somebody has to look. */
function Head({ one }: { readonly one: Recheck }): ReactNode {
  const t = useT();
  return (
    <>
      <h3>
        {one.name}{' '}
        <small>
          {t(`assistance.category.${one.category}`)} ·{' '}
          {t('assistance.monthly', { people: one.people, sum: yuan(one.amountFen) })}
        </small>
      </h3>
      <p>
        <span className="tag">{t(`assistance.recheck.${one.why}`, { since: one.since })}</span>{' '}
        <Link to="/affairs/$ref" params={{ ref: one.ref }}>
          {one.ref}
        </Link>
      </p>
      {one.words !== null && <blockquote>{one.words}</blockquote>}
    </>
  );
}
