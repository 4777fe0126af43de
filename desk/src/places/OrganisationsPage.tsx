// SPDX-License-Identifier: Apache-2.0
import { listOrganisations } from '@lilong/contracts/places';
import { useRead } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { Empty } from '../parts/Empty.tsx';
import { PlaceChooser } from '../parts/PlaceChooser.tsx';
import { Refused } from '../parts/Refused.tsx';
import { SearchLine } from '../parts/SearchLine.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useHolder } from '../shell/session.ts';
import { type Key, useT } from '../words.ts';
import '../staff/staff.css';
import { TableBox } from '../parts/TableBox.tsx';

/** Organisations that act here, with telephone and hours. New ones come with the import. */
export function OrganisationsPage(): ReactNode {
  const t = useT();
  const [place, setPlace] = useState(useHolder().post.places[0]?.no ?? 0);
  const [q, setQ] = useState('');
  const read = useRead(listOrganisations, {
    place,
    ...(q === '' ? {} : { q }),
  });
  return (
    <div className="page">
      <header>
        <h1>{t('organisations.title')}</h1>
        <p className="page-lead">{t('organisations.lead')}</p>
      </header>
      <PlaceChooser label={t('organisations.for')} value={place} onChange={setPlace} />
      <div className="staff-filters">
        <SearchLine label={t('organisations.find')} value={q} onFind={setQ} />
      </div>
      {read.error !== null && <Refused problem={read.error.problem} again={() => read.refetch()} />}
      {read.isPending && <Waiting />}
      {read.data?.organisations.length === 0 && (
        <Empty icon="home" title={t('organisations.none')} />
      )}
      {read.data !== undefined && read.data.organisations.length > 0 && (
        <TableBox label={t('organisations.title')}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('organisations.name')}</th>
                <th scope="col">{t('organisations.kind')}</th>
                <th scope="col">{t('organisations.place')}</th>
                <th scope="col">{t('organisations.phone')}</th>
                <th scope="col">{t('organisations.hours')}</th>
              </tr>
            </thead>
            <tbody>
              {read.data.organisations.map((one) => (
                <tr key={one.no}>
                  <th scope="row">{one.name}</th>
                  <td>{t(`organisation.${one.kind}` as Key)}</td>
                  <td>{one.placeName}</td>
                  <td>{one.phone ?? '—'}</td>
                  <td>{one.hours ?? '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
    </div>
  );
}
