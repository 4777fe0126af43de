// SPDX-License-Identifier: Apache-2.0
import { type CentreLine, centreCard, listCentres } from '@lilong/contracts/counters';
import { streetOf } from '@lilong/contracts/place-no';
import type { InputOf } from '@lilong/contracts/route';
import { useRead } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { HeldBookings } from '../booking/HeldBookings.tsx';
import { Field } from '../parts/Field.tsx';
import { ReadRefused } from '../parts/Refused.tsx';
import { usePaused } from '../parts/use-paused.ts';
import { committeeOf, useWho } from '../session/me.ts';
import { useT } from '../words/use.ts';
import { HallLine } from './HallLine.tsx';
import { HeldTickets } from './HeldTickets.tsx';
import { lastHall } from './kept.ts';
import { NearMe } from './NearMe.tsx';
import './counters.css';

/** Which hall: the own street's first, where one went last, then any by name. */
export function HallsPage(): ReactNode {
  const t = useT();
  const committee = committeeOf(useWho());
  return (
    <div className="page narrow">
      <h1>{t('hall.title')}</h1>
      <p>{t('hall.lead')}</p>
      <HeldTickets />
      <HeldBookings />
      {committee !== null && (
        <Found title={t('hall.own')} asked={{ place: streetOf(committee.no) * 1e6 }} most={3} />
      )}
      {committee === null && <Last />}
      <NearMe
        own={
          committee === null ? undefined : { name: committee.name, asked: { place: committee.no } }
        }
      />
      <Search />
    </div>
  );
}

function Last(): ReactNode {
  const t = useT();
  const centre = lastHall();
  const { data } = useRead(centreCard, { centre: centre ?? 0 }, { enabled: centre !== undefined });
  if (data === undefined) return null;
  return (
    <section>
      <h2>{t('hall.last')}</h2>
      <ul className="halls">
        <HallLine hall={data} />
      </ul>
    </section>
  );
}

function Search(): ReactNode {
  const t = useT();
  const [typed, setTyped] = useState('');
  const words = usePaused(typed.trim());
  return (
    <section>
      <h2>{t('hall.search')}</h2>
      <Field
        name="q"
        label={t('hall.search-field')}
        hint={t('hall.search-hint')}
        maxLength={50}
        value={typed}
        onChange={setTyped}
      />
      {words !== '' && <Found asked={{ q: words }} most={30} />}
    </section>
  );
}

interface FoundProps {
  readonly title?: string;
  readonly asked: InputOf<typeof listCentres>;
  readonly most: number;
}
function Found({ title, asked, most }: FoundProps): ReactNode {
  const t = useT();
  const { data, error } = useRead(listCentres, asked);
  const centres = data?.centres.slice(0, most);
  return (
    <section>
      {title !== undefined && <h2>{title}</h2>}
      {centres === undefined && error === null && <div className="card bone" />}
      {centres === undefined && error !== null && <ReadRefused refusal={error.problem} />}
      {title === undefined && (
        <p className="silent" role="status">
          {data !== undefined && t('hall.hits', { count: data.centres.length })}
        </p>
      )}
      {centres?.length === 0 && (
        <p className="empty">{t(title === undefined ? 'hall.no-hits' : 'hall.none-here')}</p>
      )}
      <Halls centres={centres ?? []} />
    </section>
  );
}

function Halls({ centres }: { centres: readonly CentreLine[] }): ReactNode {
  return (
    <ul className="halls">
      {centres.map((hall) => (
        <HallLine key={hall.centre} hall={hall} />
      ))}
    </ul>
  );
}
