// SPDX-License-Identifier: Apache-2.0
import { type AffairLine, listMine } from '@lilong/contracts/affairs';
import { endMandate, type Mandate, ownMandates } from '@lilong/contracts/mandates';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useMoment } from '@lilong/ui/words.tsx';
import { type ReactNode, useState } from 'react';
import { AffairCard } from '../affairs/AffairCard.tsx';
import { ActingFor } from '../affairs/acting.ts';
import { Named, useNamed } from '../affairs/said.tsx';
import { mostUrgent } from '../affairs/standing.ts';
import { ReadRefused, Refused } from '../parts/Refused.tsx';
import { Sheet } from '../parts/Sheet.tsx';
import { Link } from '../shell/nav.tsx';
import { useHelperT } from './words.tsx';

/** Somebody who may act for me. */
export function Given({ one }: { readonly one: Mandate }): ReactNode {
  const t = useHelperT();
  const named = useNamed();
  return (
    <article className="card helper">
      <b>{one.name}</b>
      <span>{one.items.map(({ name, nameEn }) => named(name, nameEn)).join(t('helpers.and'))}</span>
      <Scope one={one} />
      <End one={one} back={t('helpers.take-back')} why={t('helpers.take-back-why')} />
    </article>
  );
}

/** Somebody for whom I act: what I may begin, and how far it is. */
export function Taken({ one }: { readonly one: Mandate }): ReactNode {
  const t = useHelperT();
  const { mandate, name, items, matter } = one;
  return (
    <article className="card helper">
      <b>{name}</b>
      <Scope one={one} />
      <nav className="rows" aria-label={t('helpers.do-for', { name })}>
        {items.map((item) => (
          <Link key={item.item} to={`/affairs/for/${mandate}/${matter ?? item.item}`}>
            <Named zh={item.name} en={item.nameEn} />
            <Icon name="next" size="1em" />
          </Link>
        ))}
      </nav>
      <ActingFor value={{ mandate, name }}>
        <Running mandate={mandate} />
      </ActingFor>
      <End one={one} back={t('helpers.give-back')} why={t('helpers.give-back-why', { name })} />
    </article>
  );
}

function Scope({ one }: { readonly one: Mandate }): ReactNode {
  const t = useHelperT();
  const say = useMoment();
  const { matter, certificates, organisationName, until } = one;
  return (
    <small>
      {[
        t('helpers.until', { day: say(until, 'day') }),
        ...(matter === null ? [] : [t('helpers.one', { ref: matter })]),
        ...(certificates ? [t('helpers.with-certificates')] : []),
        ...(organisationName === null ? [] : [t('helpers.told', { at: organisationName })]),
      ].join(' · ')}
    </small>
  );
}

/** Read when it is asked for: the other one can see that it was looked at. */
function Running({ mandate }: { readonly mandate: number }): ReactNode {
  const t = useHelperT();
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {t('helpers.running')}
      </button>
    );
  return <Lines mandate={mandate} />;
}

function Lines({ mandate }: { readonly mandate: number }): ReactNode {
  const t = useHelperT();
  const once = { staleTime: 60_000, refetchOnWindowFocus: false } as const;
  const { data, error } = useRead(listMine, { mandate }, once);
  if (error !== null) return <ReadRefused refusal={error.problem} />;
  if (data === undefined) return <div className="card bone" />;
  if (data.affairs.length === 0) return <p role="status">{t('helpers.running-none')}</p>;
  return mostUrgent(data.affairs).map((affair: AffairLine) => (
    <AffairCard key={affair.ref} affair={affair} />
  ));
}

interface EndProps {
  readonly one: Mandate;
  readonly back: string;
  readonly why: string;
}
/** Asked once, and over at once. */
function End({ one, back, why }: EndProps): ReactNode {
  const [asking, setAsking] = useState(false);
  const end = useWrite(endMandate, { refreshes: [ownMandates.path] });
  return (
    <>
      <button type="button" className="button" onClick={() => setAsking(true)}>
        {back}
      </button>
      {asking && (
        <Sheet title={back} size="question" onClose={() => setAsking(false)}>
          <p>{why}</p>
          <button
            type="button"
            className="button main wide"
            disabled={end.pending}
            onClick={() => void end.send({ mandate: one.mandate })}
          >
            {back}
          </button>
          <Refused refusal={end.refusal} />
        </Sheet>
      )}
    </>
  );
}
