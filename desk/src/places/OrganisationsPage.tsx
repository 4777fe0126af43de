// SPDX-License-Identifier: Apache-2.0
import { isWithin } from '@lilong/contracts/place-no';
import { listOrganisations, type OrganisationLine } from '@lilong/contracts/places';
import { useRead } from '@lilong/ui/client.ts';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Empty } from '../parts/Empty.tsx';
import { PlaceChooser } from '../parts/PlaceChooser.tsx';
import { Refused } from '../parts/Refused.tsx';
import { SearchLine } from '../parts/SearchLine.tsx';
import { TableBox } from '../parts/TableBox.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useHolder } from '../shell/session.ts';
import { type Key, useT } from '../words.ts';
import { OrganisationForm } from './OrganisationForm.tsx';
import '../staff/staff.css';

/** Organisations that act here, with telephone and hours. New ones come with the import. */
export function OrganisationsPage(): ReactNode {
  const t = useT();
  const { post } = useHolder();
  const [place, setPlace] = useState(post.places[0]?.no ?? 0);
  const [q, setQ] = useState('');
  const [editing, setEditing] = useState<OrganisationLine>();
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
      {editing !== undefined && (
        <OrganisationForm
          key={editing.no}
          organisation={editing}
          onDone={() => setEditing(undefined)}
        />
      )}
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
        <OrganisationTable organisations={read.data.organisations} onEdit={setEditing} />
      )}
    </div>
  );
}

interface OrganisationTableProps {
  readonly organisations: readonly OrganisationLine[];
  readonly onEdit: (one: OrganisationLine) => void;
}

/** Those of the post's own places can be corrected; what acts above them cannot. */
function OrganisationTable({ organisations, onEdit }: OrganisationTableProps): ReactNode {
  const t = useT();
  const own = useHolder().post.places;
  return (
    <TableBox label={t('organisations.title')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('organisations.name')}</th>
            <th scope="col">{t('organisations.kind')}</th>
            <th scope="col">{t('organisations.place')}</th>
            <th scope="col">{t('organisations.phone')}</th>
            <th scope="col">{t('organisations.hours')}</th>
            <th scope="col">{t('duties.change')}</th>
          </tr>
        </thead>
        <tbody>
          {organisations.map((one) => (
            <tr key={one.no}>
              <th scope="row">{one.name}</th>
              <td>{t(`organisation.${one.kind}` as Key)}</td>
              <td>{one.placeName}</td>
              <td>{one.phone ?? '—'}</td>
              <td>{one.hours ?? '—'}</td>
              <td>
                {own.some(({ no }) => isWithin(one.place, no)) && (
                  <Button
                    size="small"
                    aria-label={t('organisations.change-one', { name: one.name })}
                    onClick={() => onEdit(one)}
                  >
                    {t('duties.change')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
