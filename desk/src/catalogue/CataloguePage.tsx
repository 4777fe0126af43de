// SPDX-License-Identifier: Apache-2.0
import { type CatalogueRow, catalogueKinds, listCatalogue } from '@lilong/contracts/catalogue';
import { useRead } from '@lilong/ui/client.ts';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Empty } from '../parts/Empty.tsx';
import { Refused } from '../parts/Refused.tsx';
import { SearchLine } from '../parts/SearchLine.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';
import type { Kind } from './body.ts';
import { DraftCard } from './DraftCard.tsx';
import { RowForm } from './RowForm.tsx';
import { RowTable } from './RowTable.tsx';
import '../staff/staff.css';
import './catalogue.css';

/** A matter (事项) has a page of its own: its questions, form and materials fit no row of fields. */
const shownKinds = catalogueKinds.filter((one) => one !== 'item');

/** Everything a city may change, as dated rows: drafted by one, approved by another. */
export function CataloguePage(): ReactNode {
  const t = useT();
  const search = useSearch({ from: '/catalogue' });
  const kind: Kind = shownKinds.find((one) => one === search.kind) ?? 'category';
  const go = useNavigate();
  const read = useRead(listCatalogue, { kind, ...(search.q === undefined ? {} : { q: search.q }) });
  const mayDraft = read.data?.mayDraft === true;
  const waiting = (of: Kind) => read.data?.waiting.find((one) => one.kind === of)?.drafts ?? 0;
  return (
    <div className="page">
      <header>
        <h1>{t('catalogue.title')}</h1>
        <p className="page-lead">{t(mayDraft ? 'catalogue.lead' : 'catalogue.lead-read')}</p>
      </header>
      <nav className="kinds" aria-label={t('catalogue.kinds')}>
        {shownKinds.map((one) => (
          <Link
            key={one}
            to="/catalogue"
            search={{ kind: one }}
            aria-current={one === kind ? 'page' : undefined}
            activeProps={{}}
            className="kind"
          >
            {t(`catalogue.${one}`)}
            {waiting(one) > 0 && (
              <span className="tag tag-soon">
                {t('catalogue.waiting', { count: waiting(one) })}
              </span>
            )}
          </Link>
        ))}
      </nav>
      <div className="staff-filters">
        <SearchLine
          label={t('catalogue.find')}
          value={search.q ?? ''}
          onFind={(q) =>
            void go({ to: '/catalogue', search: { kind, ...(q === '' ? {} : { q }) } })
          }
        />
      </div>
      {read.error !== null && <Refused problem={read.error.problem} again={() => read.refetch()} />}
      {read.isPending && <Waiting />}
      {read.data !== undefined && (
        <Rows key={kind} kind={kind} rows={read.data.rows} mayDraft={mayDraft} />
      )}
    </div>
  );
}

interface RowsProps {
  readonly kind: Kind;
  readonly rows: readonly CatalogueRow[];
  readonly mayDraft: boolean;
}

function Rows({ kind, rows, mayDraft }: RowsProps): ReactNode {
  const t = useT();
  const [editing, setEditing] = useState<CatalogueRow | 'new'>();
  const drafts = rows.filter(({ status }) => status === 'draft');
  const settled = rows.filter(({ status }) => status !== 'draft');
  return (
    <>
      {mayDraft && editing === undefined && (
        <p>
          <Button type="primary" onClick={() => setEditing('new')}>
            {t('catalogue.new')}
          </Button>
        </p>
      )}
      {editing !== undefined && (
        <RowForm
          key={editing === 'new' ? 'new' : editing.no}
          kind={kind}
          row={editing === 'new' ? undefined : editing}
          onDone={() => setEditing(undefined)}
        />
      )}
      {drafts.map((draft) => (
        <DraftCard key={draft.no} draft={draft} />
      ))}
      {settled.length === 0 && drafts.length === 0 && (
        <Empty icon="document" title={t('catalogue.none')} />
      )}
      {settled.length > 0 && <RowTable rows={settled} onEdit={mayDraft ? setEditing : undefined} />}
    </>
  );
}
