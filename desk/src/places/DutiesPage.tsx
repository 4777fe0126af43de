// SPDX-License-Identifier: Apache-2.0
import { listDuties } from '@lilong/contracts/duties';
import type { Role } from '@lilong/contracts/identity';
import type { ReplyOf } from '@lilong/contracts/route';
import { useRead } from '@lilong/ui/client.ts';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useCategoryName } from '../cases/categories.ts';
import { Empty } from '../parts/Empty.tsx';
import { PlaceChooser } from '../parts/PlaceChooser.tsx';
import { Refused } from '../parts/Refused.tsx';
import { SearchLine } from '../parts/SearchLine.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useHolder } from '../shell/session.ts';
import { useT } from '../words.ts';
import { DutyDrafts } from './DutyDrafts.tsx';
import { DutyForm } from './DutyForm.tsx';
import { DutyImport } from './DutyImport.tsx';
import '../staff/staff.css';
import { TableBox } from '../parts/TableBox.tsx';

export type Duty = ReplyOf<typeof listDuties>['duties'][number];

/** Who sees drafts, each as far as their places reach. */
const draftReaders: readonly Role[] = ['system_admin', 'safety_admin', 'auditor'];

/** 责任清单: who leads and who assists, for each category at this place. */
export function DutiesPage(): ReactNode {
  const t = useT();
  const { post } = useHolder();
  const [place, setPlace] = useState(post.places[0]?.no ?? 0);
  const [q, setQ] = useState('');
  const [editing, setEditing] = useState<Duty | 'new' | 'file'>();
  const read = useRead(listDuties, { place, ...(q === '' ? {} : { q }) });
  const mayWrite = post.role === 'system_admin';
  return (
    <div className="page">
      <header>
        <h1>{t('duties.title')}</h1>
        {mayWrite && (
          <div className="page-acts">
            <Button type="primary" onClick={() => setEditing('new')}>
              {t('duties.new')}
            </Button>
            <Button onClick={() => setEditing('file')}>{t('duties.import')}</Button>
          </div>
        )}
        <p className="page-lead">{t('duties.lead')}</p>
      </header>
      {editing === 'file' && <DutyImport onDone={() => setEditing(undefined)} />}
      {editing !== undefined && editing !== 'file' && (
        <DutyForm
          key={editing === 'new' ? `new ${place}` : editing.no}
          place={place}
          duty={editing === 'new' ? undefined : editing}
          onDone={() => setEditing(undefined)}
        />
      )}
      {draftReaders.includes(post.role) && <DutyDrafts />}
      <PlaceChooser label={t('duties.for')} value={place} onChange={setPlace} />
      <div className="staff-filters">
        <SearchLine label={t('duties.find')} value={q} onFind={setQ} />
        <output>
          {read.data !== undefined && t('duties.total', { count: read.data.duties.length })}
        </output>
      </div>
      {read.error !== null && <Refused problem={read.error.problem} again={() => read.refetch()} />}
      {read.isPending && <Waiting />}
      {read.data?.duties.length === 0 && <Empty icon="document" title={t('duties.none')} />}
      {read.data !== undefined && read.data.duties.length > 0 && (
        <DutyTable duties={read.data.duties} onEdit={mayWrite ? setEditing : undefined} />
      )}
    </div>
  );
}

interface DutyTableProps {
  readonly duties: readonly Duty[];
  readonly onEdit: ((duty: Duty) => void) | undefined;
}

function DutyTable({ duties, onEdit }: DutyTableProps): ReactNode {
  const t = useT();
  const categoryName = useCategoryName();
  return (
    <TableBox label={t('duties.title')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('duties.category')}</th>
            <th scope="col">{t('duties.place')}</th>
            <th scope="col">{t('duties.lead-by')}</th>
            <th scope="col">{t('duties.assisting')}</th>
            <th scope="col">{t('duties.since')}</th>
            <th scope="col">{t('duties.source')}</th>
            {onEdit !== undefined && <th scope="col">{t('duties.change')}</th>}
          </tr>
        </thead>
        <tbody>
          {duties.map((duty) => (
            <tr key={`${duty.no} ${duty.category}`}>
              <th scope="row">{categoryName(duty.category, duty.categoryName)}</th>
              <td>{duty.placeName}</td>
              <td>{duty.leadName ?? <span className="tag tag-soon">{t('duties.nobody')}</span>}</td>
              <td>
                {duty.assistingNames.length === 0 ? '—' : duty.assistingNames.join(t('list.join'))}
              </td>
              <td className="day">
                {duty.validFrom}
                {duty.validTo !== null && ` – ${duty.validTo}`}
              </td>
              <td>{duty.source}</td>
              {onEdit !== undefined && (
                <td>
                  <Button
                    size="small"
                    aria-label={t('duties.change-one', {
                      category: categoryName(duty.category, duty.categoryName),
                    })}
                    onClick={() => onEdit(duty)}
                  >
                    {t('duties.change')}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
