// SPDX-License-Identifier: Apache-2.0
import {
  type InstitutionLine,
  institutionKinds,
  listInstitutions,
} from '@lilong/contracts/registry-institutions';
import type { ReplyOf } from '@lilong/contracts/route';
import { useRead } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Empty } from '../parts/Empty.tsx';
import { Refused } from '../parts/Refused.tsx';
import { SearchLine } from '../parts/SearchLine.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useCode, useDay } from '../registry/said.ts';
import { useT } from '../words.ts';
import { InstitutionForm } from './InstitutionForm.tsx';
import { readInstitutionSearch } from './search.ts';
import '../cases/dock.css';
import '../registry/registry.css';
import '../staff/staff.css';
import './institutions.css';

type Reply = ReplyOf<typeof listInstitutions>;

/** 机构 of the nine kinds: who answers for them, how to reach them, whose term ends. */
export function InstitutionsPage(): ReactNode {
  const t = useT();
  const asked = useSearch({ from: '/institutions' });
  const navigate = useNavigate();
  const read = useRead(listInstitutions, asked);
  const [adding, setAdding] = useState(false);
  const places = read.data?.places ?? [];
  const find = (q: string) =>
    void navigate({ to: '/institutions', search: readInstitutionSearch({ ...asked, q }) });
  return (
    <div className="page">
      <header>
        <h1>{t('institutions.title')}</h1>
        <p className="page-lead">
          {t('institutions.lead')} <Link to="/groups">{t('groups.title')}</Link>
        </p>
        {places.length > 0 && !adding && (
          <div className="page-acts">
            <Button
              type="primary"
              icon={<Icon name="plus" size={18} />}
              onClick={() => setAdding(true)}
            >
              {t('institutions.add')}
            </Button>
          </div>
        )}
      </header>
      {adding && <InstitutionForm places={places} onCancel={() => setAdding(false)} />}
      <SearchLine label={t('institutions.find')} value={asked.q ?? ''} onFind={find} />
      {read.data !== undefined && <Kinds counts={read.data.counts} />}
      {read.error !== null && <Refused problem={read.error.problem} again={() => read.refetch()} />}
      {read.isPending && <Waiting rows={6} />}
      {read.data !== undefined && <Rows found={read.data} q={asked.q} />}
    </div>
  );
}

const exactly = { exact: true, includeSearch: true } as const;

/** The nine kinds with how many there are; each is an address. */
function Kinds({ counts }: Pick<Reply, 'counts'>): ReactNode {
  const t = useT();
  const code = useCode();
  const { q } = useSearch({ from: '/institutions' });
  const words = q === undefined ? {} : { q };
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <nav className="inst-kinds" aria-label={t('institutions.kinds')}>
      <Link to="/institutions" search={words} className="inst-kind" activeOptions={exactly}>
        {t('institutions.all', { count: all })}
      </Link>
      {institutionKinds.map((one) => (
        <Link
          key={one}
          to="/institutions"
          search={{ ...words, kind: one }}
          className="inst-kind"
          activeOptions={exactly}
        >
          {t('institutions.kind', { kind: code('institution', one), count: counts[one] ?? 0 })}
        </Link>
      ))}
    </nav>
  );
}

interface RowsProps {
  readonly found: Reply;
  readonly q: string | undefined;
}

function Rows({ found, q }: RowsProps): ReactNode {
  const t = useT();
  const { institutions, more } = found;
  if (institutions.length === 0)
    return (
      <Empty
        icon="street"
        title={q === undefined ? t('institutions.none') : t('institutions.not-found', { q })}
      >
        {q === undefined && <p>{t('institutions.none-how')}</p>}
      </Empty>
    );
  return (
    <div className="inst-rows">
      <ul aria-label={t('institutions.rows')}>
        {institutions.map((line) => (
          <Row key={line.institution} line={line} />
        ))}
      </ul>
      {more && <p className="reg-more">{t('institutions.more', { count: institutions.length })}</p>}
    </div>
  );
}

function Row({ line }: { readonly line: InstitutionLine }): ReactNode {
  const t = useT();
  const code = useCode();
  const say = useDay();
  const { institution, kind, name, placeName, phone, members, termTo, due } = line;
  return (
    <li className="inst-row">
      <Link to="/institutions/$institution" params={{ institution }} className="inst-name">
        <b lang="zh-CN">{name}</b>
        <span className="tag">{code('institution', kind)}</span>
        {due && termTo !== null && (
          <span className="tag tag-late">
            <Icon name="clock" size={14} />
            {t('institutions.due', { day: say(termTo) })}
          </span>
        )}
        <small>
          <span lang="zh-CN">{placeName}</span> · {t('institutions.members', { count: members })}
        </small>
      </Link>
      {phone !== null && (
        <a className="inst-call" href={`tel:${phone}`}>
          <Icon name="phone" size={18} />
          {phone}
        </a>
      )}
    </li>
  );
}
