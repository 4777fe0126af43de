// SPDX-License-Identifier: Apache-2.0
import {
  type CatalogueRow,
  type Change,
  decideCatalogue,
  diffCatalogue,
} from '@lilong/contracts/catalogue';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import type { Say } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { ChangeTable } from '../parts/ChangeTable.tsx';
import { DecideBar } from '../parts/DecideBar.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useRole } from '../shell/session.ts';
import { type Key, useT } from '../words.ts';
import { bodyFields } from './body.ts';

/** A draft with what it changes and how many open cases it is about; the safety administrator decides. */
export function DraftCard({ draft }: { readonly draft: CatalogueRow }): ReactNode {
  const t = useT();
  const role = useRole();
  const diff = useRead(diffCatalogue, { no: draft.no });
  const write = useWrite(decideCatalogue, { refreshes: ['catalogue', 'categories'] });
  const named = (change: Change) => ({ ...change, name: sayPath(change.path, draft.kind, t) });
  return (
    <section
      className="sheet-card draft"
      aria-label={t('catalogue.draft-of', { name: draft.name })}
    >
      <p>
        <span className="tag tag-soon">{t('catalogue.draft')}</span> <b>{draft.name}</b>{' '}
        <small>{draft.key}</small>{' '}
        {t('catalogue.draft-from', { day: draft.effectiveFrom, author: draft.authorName ?? '' })}
      </p>
      {diff.isPending && <Waiting rows={2} />}
      {diff.error !== null && <Refused problem={diff.error.problem} />}
      {diff.data !== undefined && (
        <>
          <ChangeTable
            label={t('rail.catalogue')}
            groups={[{ key: draft.key, changes: diff.data.changes.map(named) }]}
          />
          <p>
            {draft.kind === 'item'
              ? t('items.keep')
              : t('catalogue.touched', { count: diff.data.openCases })}
          </p>
        </>
      )}
      <Refused problem={write.refusal} />
      {role === 'safety_admin' && (
        <DecideBar
          pending={write.pending}
          onDecide={(approve) => void write.send({ no: draft.no, approve })}
        />
      )}
    </section>
  );
}

/** `body.limits.0` → 处置时限 1; a part that the form does not show keeps its name. */
function sayPath(path: string, kind: CatalogueRow['kind'], t: Say<Key>): string {
  const [name = '', ...rest] = path.replace(/^body\./, '').split('.');
  const field = bodyFields[kind].find((one) => one.name === name);
  const head = `catalogue.head.${name}`;
  const said = field === undefined ? t(head as Key) : t(field.words); // a key without words comes back as it went
  const where = rest.map((part) => (/^\d+$/.test(part) ? Number(part) + 1 : part)).join(' ');
  return `${said === head ? name : said} ${where}`.trim();
}
