// SPDX-License-Identifier: Apache-2.0
import { type AffairState, openAffairStates } from '@lilong/contracts/affair-flow';
import { listItems } from '@lilong/contracts/affair-items';
import { personAffairs } from '@lilong/contracts/affair-work';
import type { AffairLine } from '@lilong/contracts/affairs';
import { useRead } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { keepPreviousData } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { useLimit } from '../cases/limit.ts';
import { BackLink } from '../parts/BackLink.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useHolder } from '../shell/session.ts';
import { useT } from '../words.ts';
import { CounterForm } from './CounterForm.tsx';
import { forThisVisit } from './receiving.ts';
import { useNamed } from './said.ts';
import './affairs.css';

/** Any matter of any department, for the person at the window. */
export function CounterPage(): ReactNode {
  const t = useT();
  const person = Number(useParams({ from: '/affairs/for/$person' }).person);
  const { item, ticket } = useSearch({ from: '/affairs/for/$person' });
  const go = useNavigate();
  const choose = (chosen: string | undefined): void =>
    void go({
      to: '/affairs/for/$person',
      params: { person: String(person) },
      search: {
        ...(ticket === undefined ? {} : { ticket }),
        ...(chosen === undefined ? {} : { item: chosen }),
      },
    });
  return (
    <div className="page page-narrow">
      <BackLink to="/window">{t('affairs.to-window')}</BackLink>
      {item === undefined ? (
        <>
          <h1>{t('affairs.for')}</h1>
          <Choose onChoose={choose} />
          <TheirAffairs person={person} onChoose={choose} />
        </>
      ) : (
        <CounterForm
          key={`${person} ${item}`}
          person={person}
          item={item}
          ticket={ticket}
          onOther={() => choose(undefined)}
        />
      )}
    </div>
  );
}

/** Found as at home: by words, by sound, by what people call it. */
function Choose({ onChoose }: { readonly onChoose: (item: string) => void }): ReactNode {
  const t = useT();
  const named = useNamed();
  const limit = useLimit();
  const [words, setWords] = useState('');
  const q = useDeferredValue(words.trim());
  const asked = q === '' ? {} : { q };
  const { data, error } = useRead(listItems, asked, { placeholderData: keepPreviousData });
  const items = q === '' ? [] : (data?.items.slice(0, 12) ?? []);
  return (
    <section>
      <search className="affairs-find">
        <Icon name="search" size={18} />
        <input
          // biome-ignore lint/a11y/noAutofocus: the page is opened to type here
          autoFocus
          type="search"
          aria-label={t('affairs.what')}
          placeholder={t('affairs.what')}
          maxLength={50}
          value={words}
          onChange={({ target }) => setWords(target.value)}
          onKeyDown={({ key }) => {
            const [first] = items;
            if (key === 'Enter' && first !== undefined) onChoose(first.item);
          }}
        />
      </search>
      {error !== null && <Refused problem={error.problem} />}
      <p className="field-hint" role="status">
        {q === ''
          ? t('affairs.what-hint', { count: data?.all ?? 0 })
          : t('affairs.found', { count: data?.items.length ?? 0 })}
      </p>
      <ul className="affairs-items">
        {items.map((one) => (
          <li key={one.item}>
            <button type="button" onClick={() => onChoose(one.item)}>
              <b>{named(one.name, one.nameEn)}</b>
              <small>
                {named(one.department.name, one.department.nameEn)} · {limit(one.promised)}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface TheirsProps {
  readonly person: number;
  readonly onChoose: (item: string) => void;
}

/** What they have begun at home, to go on with here, and what runs. */
function TheirAffairs({ person, onChoose }: TheirsProps): ReactNode {
  const t = useT();
  const { data, error, refetch } = useRead(personAffairs, { person }, forThisVisit);
  if (error !== null) return <Refused problem={error.problem} again={refetch} />;
  if (data === undefined) return <Waiting rows={3} />;
  const open = data.affairs.filter(({ state }) => isOpen(state));
  if (open.length === 0) return null;
  return (
    <section className="part" aria-labelledby="their-affairs">
      <h2 id="their-affairs">{t('affairs.theirs')}</h2>
      <ul className="affairs-items">
        {open.map((line) => (
          <li key={line.ref}>
            <Theirs line={line} onChoose={onChoose} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const isOpen = (state: AffairState): boolean =>
  state === 'draft' || openAffairStates.includes(state);

interface OneOfTheirsProps {
  readonly line: AffairLine;
  readonly onChoose: (item: string) => void;
}

/** A draft leads to its form; what runs here to its page; what runs elsewhere can only be told. */
function Theirs({ line, onChoose }: OneOfTheirsProps): ReactNode {
  const t = useT();
  const named = useNamed();
  const { organisationName } = useHolder().post;
  const { ref, item, state, acceptName } = line;
  const said = (
    <>
      <b>{named(line.itemName, line.itemNameEn)}</b>
      <small>
        {t(`affair.${state}`)} · {ref} · {acceptName}
      </small>
    </>
  );
  if (state === 'draft')
    return (
      <button type="button" onClick={() => onChoose(item)}>
        {said}
      </button>
    );
  if (acceptName !== organisationName) return <div>{said}</div>;
  return (
    <Link to="/affairs/$ref" params={{ ref }}>
      {said}
    </Link>
  );
}
