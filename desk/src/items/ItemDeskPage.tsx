// SPDX-License-Identifier: Apache-2.0
import { type CatalogueRow, listCatalogue } from '@lilong/contracts/catalogue';
import { useRead } from '@lilong/ui/client.ts';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useNamed } from '../affairs/said.ts';
import { DraftCard } from '../catalogue/DraftCard.tsx';
import { BackLink } from '../parts/BackLink.tsx';
import { dayAfter } from '../parts/days.ts';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';
import { draftOf } from './draft.ts';
import { ItemEditor } from './ItemEditor.tsx';
import { BurdenLine, PhonePreview } from './PhonePreview.tsx';
import '../catalogue/catalogue.css';
import './items.css';

/** One matter: what waits to be approved, and the version in force, to read or to write a new one. */
export function ItemDeskPage(): ReactNode {
  const { item } = useParams({ from: '/items/$item' });
  const read = useRead(listCatalogue, { kind: 'item', key: item });
  if (read.error !== null)
    return <Refused problem={read.error.problem} again={() => read.refetch()} />;
  if (read.data === undefined) return <Waiting rows={6} />;
  return <One rows={read.data.rows} mayDraft={read.data.mayDraft} />;
}

interface OneProps {
  readonly rows: readonly CatalogueRow[];
  readonly mayDraft: boolean;
}
function One({ rows, mayDraft }: OneProps): ReactNode {
  const t = useT();
  const named = useNamed();
  const [sent, setSent] = useState(0);
  const today = dayAfter(0);
  const row = rows.find(
    ({ status, effectiveFrom, effectiveTo }) =>
      status === 'approved' &&
      effectiveFrom <= today &&
      (effectiveTo === null || effectiveTo >= today),
  );
  const drafts = rows.filter(({ status }) => status === 'draft');
  if (row === undefined) return <p className="note">{t('items.none')}</p>;
  return (
    <div className="page items">
      <BackLink to="/items">{t('items.title')}</BackLink>
      <header>
        <h1>{named(row.name, row.nameEn)}</h1>
        <p className="page-lead">
          {t('items.since', { key: row.key, day: row.effectiveFrom, source: row.source })}
        </p>
      </header>
      {sent > 0 && <p className="note">{t('items.sent')}</p>}
      {drafts.map((draft) => (
        <div key={draft.no} className="item-edit">
          <DraftCard draft={draft} />
          <Beside row={draft} />
        </div>
      ))}
      {mayDraft ? (
        <ItemEditor key={sent} row={row} onSent={() => setSent(sent + 1)} />
      ) : (
        <Beside row={row} />
      )}
    </div>
  );
}

function Beside({ row }: { readonly row: CatalogueRow }): ReactNode {
  const t = useT();
  const draft = draftOf(row, row.effectiveFrom);
  return (
    <aside className="item-beside" aria-label={t('items.preview')}>
      <BurdenLine draft={draft} />
      <PhonePreview draft={draft} />
    </aside>
  );
}
