// SPDX-License-Identifier: Apache-2.0
import { listItems } from '@lilong/contracts/affair-items';
import type { ReplyOf } from '@lilong/contracts/route';
import { useRead } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { keepPreviousData } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { OfferCards } from '../offers/OfferCards.tsx';
import { Field } from '../parts/Field.tsx';
import { ReadRefused } from '../parts/Refused.tsx';
import { usePaused } from '../parts/use-paused.ts';
import { useWho } from '../session/me.ts';
import { Link } from '../shell/nav.tsx';
import { useAffairT, WithAffairWords } from '../words/affairs.tsx';
import { ItemRow } from './ItemRow.tsx';
import { MyLatest } from './MyLatest.tsx';
import { Named } from './said.tsx';
import './affairs.css';

/** 办事: what is needed, in one's own words, or by what has happened. */
export function AffairsPage(): ReactNode {
  return (
    <WithAffairWords>
      <Find />
    </WithAffairWords>
  );
}

/** What was searched for last stands there again when one comes back from a guide. */
let lastSearched = '';

function Find(): ReactNode {
  const t = useAffairT();
  const resident = useWho().state === 'resident';
  const [typed, setTyped] = useState(lastSearched);
  const q = usePaused(typed.trim());
  return (
    <div className="page find">
      <h1>{t('find.title')}</h1>
      <search>
        <Field
          name="q"
          label={t('find.field')}
          hint={t('find.hint')}
          maxLength={50}
          value={typed}
          onChange={(words) => {
            lastSearched = words;
            setTyped(words);
          }}
        />
      </search>
      {q !== '' && <Found q={q} />}
      {q === '' && resident && <OfferCards late={false} />}
      {q === '' && resident && <MyLatest />}
      <nav className="rows" aria-label={t('find.hall')}>
        <Link to="/hall">
          <Icon name="list" />
          {t('find.hall')}
          <Icon name="next" size="1em" />
        </Link>
        <Link to="/affairs/helpers">
          <Icon name="person" />
          {t('find.helpers')}
          <Icon name="next" size="1em" />
        </Link>
        <Link to="/assistance/notices">
          <Icon name="note" />
          {t('find.notices')}
          <Icon name="next" size="1em" />
        </Link>
      </nav>
      {q === '' && <Ways />}
      {q === '' && resident && <OfferCards late />}
    </div>
  );
}

function Found({ q }: { readonly q: string }): ReactNode {
  const t = useAffairT();
  const { data, error, isPlaceholderData } = useRead(
    listItems,
    { q },
    { placeholderData: keepPreviousData },
  );
  const items = data?.items ?? [];
  return (
    <section className="find-hits" aria-busy={isPlaceholderData}>
      {data === undefined && error === null && <div className="card bone" />}
      {error !== null && <ReadRefused refusal={error.problem} />}
      {data !== undefined && (
        <h2 role="status">
          {t(items.length === 0 ? 'find.no-hits' : 'find.hits', { count: items.length })}
        </h2>
      )}
      <Items items={items.slice(0, 30)} />
      {data !== undefined && items.length === 0 && <Ways />}
    </section>
  );
}

export function Items({ items }: Pick<ReplyOf<typeof listItems>, 'items'>): ReactNode {
  return (
    <ul className="items">
      {items.map((item) => (
        <ItemRow key={item.item} item={item} />
      ))}
    </ul>
  );
}

function Ways(): ReactNode {
  const t = useAffairT();
  const { data, error } = useRead(listItems, {}, { staleTime: 600_000 });
  if (error !== null) return <ReadRefused refusal={error.problem} />;
  if (data === undefined) return <div className="card bone" />;
  const { all, fromHome, noVisit } = data;
  return (
    <>
      <Events events={data.events} />
      <Departments departments={data.departments} />
      <p className="hint find-counts">{t('find.counts', { all, fromHome, noVisit })}</p>
    </>
  );
}

function Events({ events }: Pick<ReplyOf<typeof listItems>, 'events'>): ReactNode {
  const t = useAffairT();
  return (
    <section>
      <h2>{t('find.events')}</h2>
      <ul className="events">
        {events
          .filter(({ items }) => items > 0)
          .map(({ event, items }) => (
            <li key={event}>
              <Link className="card" to={`/affairs/event/${event}`}>
                <b>{t(`event.${event}`)}</b>
                <small>{t('find.items', { count: items })}</small>
              </Link>
            </li>
          ))}
      </ul>
    </section>
  );
}

function Departments({ departments }: Pick<ReplyOf<typeof listItems>, 'departments'>): ReactNode {
  const t = useAffairT();
  return (
    <section>
      <h2>{t('find.departments')}</h2>
      <ul className="events">
        {departments.map(({ key, name, nameEn, items }) => (
          <li key={key}>
            <Link className="card" to={`/affairs/department/${key}`}>
              <b>
                <Named zh={name} en={nameEn} />
              </b>
              <small>{t('find.items', { count: items })}</small>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
