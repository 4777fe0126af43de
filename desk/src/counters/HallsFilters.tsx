// SPDX-License-Identifier: Apache-2.0
import type { cityHalls } from '@lilong/contracts/counters-city';
import { cityRoot, getPlace } from '@lilong/contracts/places';
import type { ReplyOf } from '@lilong/contracts/route';
import { useRead } from '@lilong/ui/client.ts';
import type { ReactNode } from 'react';
import { SearchLine } from '../parts/SearchLine.tsx';
import { PickField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import type { HallsSearch } from './halls-search.ts';
import { useServiceName } from './said.ts';

export type Change = (part: Partial<Record<keyof HallsSearch, unknown>>) => void;
interface HallsFiltersProps {
  readonly search: HallsSearch;
  readonly services: ReplyOf<typeof cityHalls>['services'] | undefined;
  readonly onChange: Change;
}
const slow = { staleTime: 600_000 };

/** Which class, which district, which name, and whether only those that are open. */
export function HallsFilters({ search, services, onChange }: HallsFiltersProps): ReactNode {
  const t = useT();
  const name = useServiceName();
  const root = useRead(cityRoot, {}, slow).data?.no;
  const city = useRead(getPlace, { no: root ?? 0 }, { ...slow, enabled: root !== undefined }).data;
  return (
    <div className="halls-filters">
      <PickField
        label={t('hall.service')}
        value={search.service ?? services?.[0]?.service}
        options={services?.map((one) => ({ value: one.service, label: name(one) }))}
        onChange={(service) => onChange({ service })}
      />
      <PickField
        label={t('halls.district')}
        need="may"
        placeholder={t('halls.whole-city')}
        value={search.place ?? root}
        options={
          city === undefined
            ? undefined
            : [city.place, ...city.children].map(({ no, name: label, pinyin }) => ({
                ...{ value: no, label, search: pinyin },
              }))
        }
        onChange={(place) => onChange({ place: place === root ? undefined : place })}
      />
      <SearchLine
        label={t('halls.find')}
        value={search.q ?? ''}
        onFind={(words) => onChange({ q: words === '' ? undefined : words })}
      />
      <label className="halls-open">
        <input
          type="checkbox"
          checked={search.open === true}
          onChange={({ target }) => onChange({ open: target.checked ? true : undefined })}
        />
        {t('halls.only-open')}
      </label>
    </div>
  );
}
