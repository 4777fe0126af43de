// SPDX-License-Identifier: Apache-2.0
import { listStaff } from '@lilong/contracts/identity';
import type { ReplyOf } from '@lilong/contracts/route';
import { useRead } from '@lilong/ui/client.ts';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { type ReactNode, useState } from 'react';
import { Empty } from '../parts/Empty.tsx';
import { Refused } from '../parts/Refused.tsx';
import { SearchLine } from '../parts/SearchLine.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useRole } from '../shell/session.ts';
import { useT } from '../words.ts';
import { PersonCard } from './PersonCard.tsx';
import './staff.css';

interface StaffSearch {
  readonly q?: string;
  readonly waiting?: true;
}

/** Staff and their posts. Rights and names only: nothing here counts what anybody does. */
export function StaffPage(): ReactNode {
  const t = useT();
  const { q, waiting } = useSearch({ from: '/staff' });
  const go = useNavigate();
  const [afters, setAfters] = useState<readonly number[]>([]);
  const find = (search: StaffSearch) => {
    setAfters([]);
    void go({ to: '/staff', search });
  };
  const after = afters.at(-1);
  const read = useRead(listStaff, {
    ...(q === undefined ? {} : { q }),
    ...(waiting === undefined ? {} : { waiting }),
    ...(after === undefined ? {} : { after }),
  });
  const people = read.data?.people ?? [];
  return (
    <div className="page">
      <StaffHead />
      <StaffFilters found={read.data} onFind={find} />
      {read.error !== null && <Refused problem={read.error.problem} again={() => read.refetch()} />}
      {read.isPending && <Waiting />}
      {read.data !== undefined && people.length === 0 && (
        <Empty icon="people" title={t(waiting === true ? 'staff.none-waiting' : 'staff.none')} />
      )}
      <ul className="people">
        {people.map((person) => (
          <PersonCard key={person.account} person={person} />
        ))}
      </ul>
      <p className="people-more">
        {afters.length > 0 && (
          <Button onClick={() => setAfters(afters.slice(0, -1))}>{t('staff.previous')}</Button>
        )}
        {people.length > 0 && people.length < (read.data?.total ?? 0) && people.length >= 50 && (
          <Button onClick={() => setAfters([...afters, people.at(-1)?.account ?? 0])}>
            {t('staff.next')}
          </Button>
        )}
      </p>
    </div>
  );
}

function StaffHead(): ReactNode {
  const t = useT();
  const role = useRole();
  return (
    <header>
      <h1>{t('staff.title')}</h1>
      {role === 'system_admin' && (
        <div className="page-acts">
          <Link to="/staff/import" className="ant-btn-like">
            {t('staff.import')}
          </Link>
        </div>
      )}
      <p className="page-lead">
        {t(`staff.lead.${role === 'safety_admin' ? 'safety' : 'system'}`)}
      </p>
    </header>
  );
}

interface StaffFiltersProps {
  readonly found: ReplyOf<typeof listStaff> | undefined;
  readonly onFind: (search: StaffSearch) => void;
}

function StaffFilters({ found, onFind }: StaffFiltersProps): ReactNode {
  const t = useT();
  const { q, waiting } = useSearch({ from: '/staff' });
  return (
    <div className="staff-filters">
      <SearchLine
        label={t('staff.find')}
        value={q ?? ''}
        onFind={(words) =>
          onFind({
            ...(words === '' ? {} : { q: words }),
            ...(waiting === undefined ? {} : { waiting }),
          })
        }
      />
      <Checkbox
        checked={waiting === true}
        onChange={({ target }) =>
          onFind({
            ...(q === undefined ? {} : { q }),
            ...(target.checked ? { waiting: true as const } : {}),
          })
        }
      >
        {t('staff.waiting', { count: found?.waiting ?? 0 })}
      </Checkbox>
      <output>{found !== undefined && t('staff.total', { count: found.total })}</output>
    </div>
  );
}
