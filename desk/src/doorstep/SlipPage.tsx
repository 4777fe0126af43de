// SPDX-License-Identifier: Apache-2.0
import { type CollectedPaper, type Collection, getCollection } from '@lilong/contracts/doorstep';
import { useRead } from '@lilong/ui/client.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Papers } from '../affairs/Papers.tsx';
import { forThisVisit } from '../affairs/receiving.ts';
import { useNamed } from '../affairs/said.ts';
import { BackLink } from '../parts/BackLink.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';
import { PrintSlip } from './PrintSlip.tsx';
import { SlipActs } from './SlipActs.tsx';
import { useWhere } from './where.ts';
import '../affairs/affairs.css';
import '../cases/case.css';
import '../cases/dock.css';
import './doorstep.css';

/** One slip: every paper on it, where each is, and what can be done with them now. Read when it is opened: each look is told. */
export function SlipPage(): ReactNode {
  const t = useT();
  const { ref } = useParams({ from: '/doorstep/$ref' });
  const { data, error, refetch } = useRead(getCollection, { ref }, forThisVisit);
  return (
    <div className="page page-narrow slip">
      <BackLink to="/doorstep">{t('doorstep.back')}</BackLink>
      <Refused problem={error?.problem} again={() => refetch()} />
      {data === undefined && error === null && <Waiting rows={6} />}
      {data !== undefined && <Slip slip={data} />}
    </div>
  );
}

function Slip({ slip }: { readonly slip: Collection }): ReactNode {
  const t = useT();
  const named = useNamed();
  const say = useMoment();
  return (
    <>
      <header>
        <h1 lang="zh-CN">{slip.name}</h1>
        <p className="page-lead">
          {named(slip.itemName, slip.itemNameEn)} ·{' '}
          {t('doorstep.collected', { day: say(slip.collectedAt, 'day'), name: slip.workerName })} ·{' '}
          {slip.ref}
        </p>
        <p className="page-lead">
          {slip.committee.name} → {slip.centre.name} · {t(`slip.agreed.${slip.agreed}`)}
        </p>
        <Matter slip={slip} />
      </header>
      {slip.words !== null && (
        <p className={slip.differs ? 'note note-late' : 'note'}>
          <b>{t('slip.words')}</b> {slip.words}
        </p>
      )}
      <SlipActs slip={slip} />
      <ul className="slip-papers" aria-label={t('slip.papers')}>
        {slip.papers.map((one) => (
          <Line key={one.key} paper={one} />
        ))}
      </ul>
      <PrintSlip slip={slip} />
    </>
  );
}

/** The application that they are for; none yet. */
function Matter({ slip }: { readonly slip: Collection }): ReactNode {
  const t = useT();
  const atCounter = slip.papers.some(({ holderName }) => holderName === slip.centre.name);
  if (slip.matter === null) return atCounter ? <p className="note">{t('doorstep.waits')}</p> : null;
  return (
    <p>
      {t('slip.matter')}{' '}
      <Link to="/affairs/$ref" params={{ ref: slip.matter }}>
        {slip.matter}
      </Link>
    </p>
  );
}

function Line({ paper }: { readonly paper: CollectedPaper }): ReactNode {
  const t = useT();
  const named = useNamed();
  const where = useWhere();
  const { name, nameEn, form, count, counted, files } = paper;
  const called = named(name, nameEn);
  const off = counted !== null && counted !== count;
  return (
    <li>
      <b>{called}</b>
      <span>
        {count === 0 ? t('slip.besides') : t('slip.paper', { form: t(`paperform.${form}`), count })}
      </span>
      {off && <span className="tag tag-late">{t('slip.counted', { count: counted })}</span>}
      <small>{where(paper)}</small>
      <Papers files={files} name={called} />
    </li>
  );
}
