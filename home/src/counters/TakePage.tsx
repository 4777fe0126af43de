// SPDX-License-Identifier: Apache-2.0
import { type CentreCard, centreCard } from '@lilong/contracts/counters';
import { useRead } from '@lilong/ui/client.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { BookWay } from '../booking/BookWay.tsx';
import { RetryLater } from '../parts/Refused.tsx';
import { Opening } from '../shell/Fallbacks.tsx';
import { useInAddress } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';
import { OpenNow } from './HallLine.tsx';
import { HeldTickets } from './HeldTickets.tsx';
import { Early, Hours } from './Hours.tsx';
import { useHall } from './hall.ts';
import { TakeForm } from './TakeForm.tsx';
import './counters.css';

/** One hall, and a number there. The code on its wall leads here. */
export function TakePage(): ReactNode {
  const centre = Number(useInAddress('centre'));
  useHall(centre);
  const { data, error, refetch } = useRead(centreCard, { centre }, { refetchInterval: 60_000 });
  if (data === undefined && error !== null)
    return <RetryLater refusal={error.problem} again={() => void refetch()} />;
  if (data === undefined) return <Opening />;
  return (
    <div className="page narrow">
      <h1 lang="zh-CN">{data.name}</h1>
      <p className="hall-where">
        <OpenNow hall={data} />
      </p>
      {data.closing !== null && <Early closing={data.closing} />}
      <HeldTickets />
      {!data.open && <Shut hall={data} />}
      <BookWay centre={data.centre} main={!data.open} />
      {data.open && <TakeForm hall={data} />}
      <About hall={data} />
    </div>
  );
}

function Shut({ hall: { opens } }: { hall: CentreCard }): ReactNode {
  const t = useT();
  const say = useMoment();
  return (
    <p className="notice" role="status">
      {opens === null ? t('hall.not-open') : t('hall.opens', { when: say(opens) })}
    </p>
  );
}

function About({ hall }: { hall: CentreCard }): ReactNode {
  const t = useT();
  const { address, phone, spoken, equipment, generated } = hall;
  return (
    <section className="hall-about">
      <p lang="zh-CN">{address}</p>
      <Hours hall={hall} />
      {phone !== null && (
        <p>
          {t('hall.phone')} <a href={`tel:${phone}`}>{phone}</a>
        </p>
      )}
      <p>
        {[
          ...spoken.map((one) => t(`spoken.${one}`)),
          ...equipment.map((one) => t(`equipment.${one}`)),
        ].join(' · ')}
      </p>
      {generated && <p>{t('hall.generated')}</p>}
    </section>
  );
}
