// SPDX-License-Identifier: Apache-2.0
import { findInRegistry, type HomeLine, type PersonLine } from '@lilong/contracts/registry';
import { useRead } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useLive } from '@lilong/ui/live.ts';
import { keepPreviousData } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Input } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { Empty } from '../parts/Empty.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useHolder } from '../shell/session.ts';
import { useT } from '../words.ts';
import { LabelMarks, StandingTag, useSayPerson } from './said.tsx';
import './registry.css';

const typingMs = 250;

/** 人房: one field for whatever a worker has at hand; people and homes of her own committee. */
export function PeoplePage(): ReactNode {
  const t = useT();
  const { q = '' } = useSearch({ from: '/people' });
  const go = useNavigate();
  useLive('registry');
  const found = useRead(
    findInRegistry,
    { q },
    { enabled: q !== '', placeholderData: keepPreviousData },
  );
  return (
    <div className="page page-narrow registry">
      <header>
        <h1>{t('people.title')}</h1>
        <p className="page-lead">
          {t('people.lead', { place: useHolder().post.places[0]?.name ?? '' })}
        </p>
      </header>
      <FindField
        value={q}
        onFind={(words) =>
          void go({ to: '/people', search: words === '' ? {} : { q: words }, replace: true })
        }
      />
      {q === '' && (
        <Empty icon="search" title={t('people.begin')}>
          <p>{t('people.begin-how')}</p>
        </Empty>
      )}
      {found.error !== null && (
        <Refused problem={found.error.problem} again={() => found.refetch()} />
      )}
      {q !== '' && found.isPending && <Waiting rows={4} />}
      {q !== '' && found.data !== undefined && <Found {...found.data} />}
    </div>
  );
}

interface FindFieldProps {
  readonly value: string;
  readonly onFind: (words: string) => void;
}
/** Asks while somebody types, a quarter of a second after the last key. */
function FindField({ value, onFind }: FindFieldProps): ReactNode {
  const t = useT();
  const [words, setWords] = useState(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed starts the clock
  useEffect(() => {
    const timer = setTimeout(() => words.trim() !== value && onFind(words.trim()), typingMs);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <search>
      <Input
        autoFocus
        size="large"
        type="search"
        maxLength={60}
        aria-label={t('people.find')}
        placeholder={t('people.find')}
        prefix={<Icon name="search" size={18} />}
        value={words}
        onChange={({ target }) => setWords(target.value)}
        onPressEnter={() => onFind(words.trim())}
      />
    </search>
  );
}

interface FoundProps {
  readonly people: readonly PersonLine[];
  readonly homes: readonly HomeLine[];
  readonly more: boolean;
}
function Found({ people, homes, more }: FoundProps): ReactNode {
  const t = useT();
  if (people.length === 0 && homes.length === 0)
    return (
      <Empty icon="people" title={t('people.none')}>
        <p>{t('people.none-how')}</p>
      </Empty>
    );
  return (
    <>
      <output className="unseen">
        {t('people.found', { people: people.length, homes: homes.length })}
      </output>
      {people.length > 0 && (
        <ul className="found" aria-label={t('people.people')}>
          {people.map((line) => (
            <PersonRow key={line.person} line={line} />
          ))}
        </ul>
      )}
      {homes.length > 0 && (
        <ul className="found" aria-label={t('people.homes')}>
          {homes.map((line) => (
            <li key={line.home}>
              <Link to="/homes/$home" params={{ home: line.home }} className="found-row">
                <Icon name="home" size={20} />
                <span className="found-main">
                  <b>{line.door}</b>
                  <small>{t('people.live-here', { count: line.people })}</small>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {more && <p className="page-lead">{t('people.more')}</p>}
    </>
  );
}

function PersonRow({ line }: { readonly line: PersonLine }): ReactNode {
  const say = useSayPerson();
  return (
    <li>
      <Link to="/people/$person" params={{ person: String(line.person) }} className="found-row">
        <Icon name="person" size={20} />
        <span className="found-main">
          <span>
            <b>{line.name}</b> {say(line)}
          </span>
          <small>{line.door ?? line.placeName}</small>
        </span>
        <span className="found-tags">
          {line.standing !== 'together' && <StandingTag standing={line.standing} />}
          <LabelMarks labels={line.labels} />
        </span>
      </Link>
    </li>
  );
}
