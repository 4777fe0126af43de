// SPDX-License-Identifier: Apache-2.0
import { channels } from '@lilong/contracts/case-shapes';
import { levelOf } from '@lilong/contracts/place-no';
import { getPlace, listOrganisations } from '@lilong/contracts/places';
import { useRead } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import type { ReactNode } from 'react';
import { type Option, Picker } from '../parts/Picker.tsx';
import { useHolder } from '../shell/session.ts';
import { type Key, useT } from '../words.ts';
import { useCategoryOptions } from './categories.ts';
import type { CaseList } from './useCaseList.ts';
import type { Inbox } from './useInbox.ts';

const slow = { staleTime: 600_000 };

/** Filters as chips, and how many cases they leave. */
export function FilterBar({ inbox }: { readonly inbox: Inbox }): ReactNode {
  const t = useT();
  const { filters, list, set } = inbox;
  return (
    <div className="filters">
      <search className="filters-find">
        <Icon name="search" size={18} />
        <input
          data-find
          type="search"
          aria-label={t('find.label')}
          placeholder={t('find.short')}
          defaultValue={filters.q ?? ''}
          key={filters.q ?? ''}
          onKeyDown={({ key, currentTarget }) => key === 'Enter' && set({ q: currentTarget.value })}
        />
      </search>
      <CategoryChip value={filters.category} onChange={(category) => set({ category })} />
      <PlaceChip value={filters.place} onChange={(place) => set({ place })} />
      <Picker
        chip
        label={t('filter.channel')}
        value={filters.channel}
        options={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
        onChange={(channel) => set({ channel })}
      />
      <OrganisationChip
        value={filters.organisation}
        onChange={(organisation) => set({ organisation })}
      />
      <output className="filters-total" aria-live="polite">
        {list.total !== undefined && t(totalWords(list), { count: list.total })}
      </output>
    </div>
  );
}

function totalWords({ named, exact }: CaseList): Key {
  if (named) return 'inbox.total-named';
  return exact ? 'inbox.total' : 'inbox.total-over';
}

interface ChipProps<V> {
  readonly value: V | undefined;
  readonly onChange: (value: V | undefined) => void;
}

function CategoryChip({ value, onChange }: ChipProps<string>): ReactNode {
  const t = useT();
  return (
    <Picker
      chip
      label={t('filter.category')}
      value={value}
      options={useCategoryOptions()}
      onChange={onChange}
    />
  );
}

/** The places one level below the post's own; a committee has none. */
function PlaceChip({ value, onChange }: ChipProps<number>): ReactNode {
  const t = useT();
  const [own] = useHolder().post.places;
  const no = own?.no ?? 0;
  const isLeaf = no === 0 || levelOf(no) === 'committee';
  const place = useRead(getPlace, { no }, { ...slow, enabled: !isLeaf });
  if (isLeaf) return null;
  const options: Option<number>[] | undefined = place.data?.children.map((child) => ({
    value: child.no,
    label: child.name,
    search: child.pinyin,
  }));
  const level = place.data?.children[0]?.level ?? 'committee';
  return (
    <Picker chip label={t(`level.${level}`)} value={value} options={options} onChange={onChange} />
  );
}

function OrganisationChip({ value, onChange }: ChipProps<number>): ReactNode {
  const t = useT();
  const { post } = useHolder();
  const place = post.places[0]?.no;
  const useful = post.role === 'dispatcher' || post.role === 'street_leader';
  const found = useRead(listOrganisations, place === undefined ? {} : { place }, {
    ...slow,
    enabled: useful,
  });
  if (!useful) return null;
  const options: Option<number>[] | undefined = found.data?.organisations.map(({ no, name }) => ({
    value: no,
    label: name,
  }));
  return (
    <Picker
      chip
      label={t('filter.organisation')}
      value={value}
      options={options}
      onChange={onChange}
    />
  );
}
