// SPDX-License-Identifier: Apache-2.0
import { affairKinds } from '@lilong/contracts/affair-items';
import { Icon } from '@lilong/ui/Icons.tsx';
import { type ReactNode, useEffect, useState } from 'react';
import { Picker } from '../parts/Picker.tsx';
import { useT } from '../words.ts';
import { affairChannels } from './filters.ts';
import type { Affairs } from './use-affairs.ts';

const pauseMs = 350;

/** A number, a name or its pinyin, and what sort; with how many they leave. */
export function AffairFilterBar({ affairs }: { readonly affairs: Affairs }): ReactNode {
  const t = useT();
  const { filters, list, set } = affairs;
  return (
    <div className="filters">
      <Find affairs={affairs} />
      <Picker
        chip
        label={t('affairs.kind')}
        value={filters.kind}
        options={affairKinds.map((value) => ({ value, label: t(`affairkind.${value}`) }))}
        onChange={(kind) => set({ kind })}
      />
      <Picker
        chip
        label={t('affairs.channel')}
        value={filters.channel}
        options={affairChannels.map((value) => ({ value, label: t(`affairchannel.${value}`) }))}
        onChange={(channel) => set({ channel })}
      />
      <output className="filters-total" aria-live="polite">
        {list.total !== undefined && t('inbox.total', { count: list.total })}
      </output>
    </div>
  );
}

/** Filters while one types. */
function Find({ affairs: { filters, set } }: { readonly affairs: Affairs }): ReactNode {
  const t = useT();
  const asked = filters.q ?? '';
  const [words, setWords] = useState(asked);
  useEffect(() => setWords(asked), [asked]);
  useEffect(() => {
    if (words.trim() === asked) return;
    const timer = setTimeout(() => set({ q: words.trim() }), pauseMs);
    return () => clearTimeout(timer);
  });
  return (
    <search className="affairs-find">
      <Icon name="search" size={18} />
      <input
        data-find-affair
        type="search"
        aria-label={t('affairs.find')}
        placeholder={t('affairs.find')}
        maxLength={50}
        value={words}
        onChange={({ target }) => setWords(target.value)}
        onKeyDown={({ key, currentTarget }) => key === 'Escape' && currentTarget.blur()}
      />
    </search>
  );
}
