// SPDX-License-Identifier: Apache-2.0
import { listItems } from '@lilong/contracts/affair-items';
import type { doorMatters } from '@lilong/contracts/doorstep';
import type { ReplyOf } from '@lilong/contracts/route';
import { useRead } from '@lilong/ui/client.ts';
import { keepPreviousData } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { useNamed } from '../affairs/said.ts';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import type { For } from './taking.ts';

export type Open = ReplyOf<typeof doorMatters>['matters'][number];

interface MattersProps {
  readonly matters: readonly Open[];
  readonly about: For | undefined;
  readonly onChoose: (about: For | undefined) => void;
}

/** What the papers are for: what is under way first, else any matter in words. */
export function Matters({ matters, about, onChoose }: MattersProps): ReactNode {
  const t = useT();
  const named = useNamed();
  if (about !== undefined)
    return (
      <section className="door-chosen" aria-label={t('doorstep.what')}>
        <p>
          <b>{t('doorstep.chosen', { item: named(about.name, about.nameEn) })}</b>
          {about.matter !== undefined && <small>{about.matter}</small>}
        </p>
        <Button onClick={() => onChoose(undefined)}>{t('doorstep.other-matter')}</Button>
      </section>
    );
  return (
    <section className="form" aria-label={t('doorstep.what')}>
      {matters.length > 0 && <h2>{t('doorstep.open-matters')}</h2>}
      <ul className="affairs-items">
        {matters.map((one) => (
          <li key={one.ref}>
            <OpenMatter matter={one} onChoose={onChoose} />
          </li>
        ))}
      </ul>
      <Find onChoose={onChoose} />
    </section>
  );
}

interface OpenMatterProps {
  readonly matter: Open;
  readonly onChoose: (about: For) => void;
}
function OpenMatter({ matter, onChoose }: OpenMatterProps): ReactNode {
  const t = useT();
  const named = useNamed();
  const { ref, item, itemName: name, itemNameEn: nameEn, state, lacking } = matter;
  const lacks =
    lacking.length === 0
      ? t('doorstep.lacks-none')
      : t('doorstep.lacks', { count: lacking.length });
  return (
    <button type="button" onClick={() => onChoose({ matter: ref, item, name, nameEn })}>
      <b>{named(name, nameEn)}</b>
      <small>
        {t(`affair.${state}`)} · {lacks} · {ref}
      </small>
    </button>
  );
}

function Find({ onChoose }: { readonly onChoose: (about: For) => void }): ReactNode {
  const t = useT();
  const named = useNamed();
  const [words, setWords] = useState('');
  const q = useDeferredValue(words.trim());
  const asked = q === '' ? {} : { q };
  const { data } = useRead(listItems, asked, { placeholderData: keepPreviousData });
  const items = q === '' ? [] : (data?.items.slice(0, 6) ?? []);
  return (
    <>
      <TextField
        label={t('doorstep.find')}
        hint={t('doorstep.find-hint')}
        type="search"
        maxLength={50}
        value={words}
        onChange={setWords}
      />
      <ul className="affairs-items">
        {items.map(({ item, name, nameEn, department }) => (
          <li key={item}>
            <button
              type="button"
              onClick={() => onChoose({ matter: undefined, item, name, nameEn })}
            >
              <b>{named(name, nameEn)}</b>
              <small>{named(department.name, department.nameEn)}</small>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
