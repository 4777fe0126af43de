// SPDX-License-Identifier: Apache-2.0
import { ownMandates } from '@lilong/contracts/mandates';
import { useRead } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useLive } from '@lilong/ui/live.ts';
import { type ReactNode, useState } from 'react';
import { RetryLater } from '../parts/Refused.tsx';
import { ResidentOnly } from '../session/ResidentOnly.tsx';
import { Opening } from '../shell/Fallbacks.tsx';
import { Link, useInAddress } from '../shell/nav.tsx';
import { WithAffairWords } from '../words/affairs.tsx';
import { Give } from './Give.tsx';
import { Given, Taken } from './MandateCard.tsx';
import { useHelperT, WithHelperWords } from './words.tsx';
import '../affairs/affairs.css';
import './behalf.css';

/** 帮办: who may act for me, and for whom I act. With an application in the address: who may do that one. */
export function HelpersPage(): ReactNode {
  const ref = useInAddress('ref');
  return (
    <ResidentOnly>
      {() => (
        <WithAffairWords>
          <WithHelperWords>
            <Helpers key={ref} matter={ref === '' ? undefined : ref} />
          </WithHelperWords>
        </WithAffairWords>
      )}
    </ResidentOnly>
  );
}

function Helpers({ matter }: { readonly matter: string | undefined }): ReactNode {
  const t = useHelperT();
  useLive('my');
  const { data, error, refetch } = useRead(ownMandates, {});
  const [giving, setGiving] = useState(matter !== undefined);
  if (error?.problem.code === 'registry.not-bound') return <Unbound />;
  if (data === undefined && error !== null)
    return <RetryLater refusal={error.problem} again={() => void refetch()} />;
  if (data === undefined) return <Opening />;
  if (giving)
    return <Give matter={matter} lastDay={data.lastDay} onDone={() => setGiving(false)} />;
  return (
    <div className="page narrow helpers">
      <h1>{t('helpers.title')}</h1>
      <section aria-labelledby="helpers-given">
        <h2 id="helpers-given">{t('helpers.given')}</h2>
        {data.given.length === 0 && <p>{t('helpers.given-none')}</p>}
        {data.given.map((one) => (
          <Given key={one.mandate} one={one} />
        ))}
        <button type="button" className="button main wide" onClick={() => setGiving(true)}>
          {t('helpers.give')}
        </button>
      </section>
      <section aria-labelledby="helpers-taken">
        <h2 id="helpers-taken">{t('helpers.taken')}</h2>
        {data.taken.length === 0 && <p>{t('helpers.taken-none')}</p>}
        {data.taken.map((one) => (
          <Taken key={one.mandate} one={one} />
        ))}
        <nav className="rows" aria-label={t('helpers.show')}>
          <Link to="/show">
            <Icon name="key" />
            {t('helpers.show')}
            <Icon name="next" size="1em" />
          </Link>
        </nav>
      </section>
    </div>
  );
}

/** Whoever is bound to nobody can neither ask for help nor give it. */
function Unbound(): ReactNode {
  const t = useHelperT();
  return (
    <section className="page narrow empty">
      <i className="arch">
        <Icon name="person" size={30} />
      </i>
      <h1>{t('helpers.title')}</h1>
      <p>{t('helpers.unbound')}</p>
      <Link className="button main" to="/me/data">
        {t('data.title')}
      </Link>
    </section>
  );
}
