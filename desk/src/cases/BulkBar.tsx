// SPDX-License-Identifier: Apache-2.0
import type { CaseLine } from '@lilong/contracts/case-shapes';
import { Icon } from '@lilong/ui/Icons.tsx';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words.ts';
import { BulkForm } from './BulkForm.tsx';
import { BulkMerge } from './BulkMerge.tsx';
import { type Bulk, type BulkMove, bulkMoves, useBulk } from './useBulk.ts';
import type { Inbox } from './useInbox.ts';

const withForm: readonly BulkMove[] = ['register', 'decline'];

/** Several at once, and what came of it: the words stay, and are read out, when nothing is picked any more. */
export function BulkBar({ inbox }: { readonly inbox: Inbox }): ReactNode {
  const bulk = useBulk(inbox);
  return (
    <>
      {inbox.picked.size > 0 && <Picked inbox={inbox} bulk={bulk} />}
      <Outcome bulk={bulk} />
    </>
  );
}

function Picked({ inbox, bulk }: { readonly inbox: Inbox; readonly bulk: Bulk }): ReactNode {
  const t = useT();
  const { picked, asking, move, merge } = bulk;
  return (
    <section className="bulk" aria-label={t('bulk.picked', { count: inbox.picked.size })}>
      <p className="bulk-head">
        <b>{t('bulk.picked', { count: inbox.picked.size })}</b>
        <Button size="small" onClick={inbox.unpick}>
          {t('bulk.clear')}
        </Button>
      </p>
      <BulkButtons bulk={bulk} />
      {asking === undefined && <Refused problem={move.refusal} />}
      {asking === 'merge' && (
        <BulkMerge
          lines={picked}
          pending={merge.pending}
          problem={merge.refusal}
          onSend={(into) => void bulk.join(into)}
          onCancel={() => bulk.ask(undefined)}
        />
      )}
      {asking !== undefined && asking !== 'merge' && (
        <BulkForm
          move={asking}
          count={countAble(picked, asking)}
          pending={move.pending}
          problem={move.refusal}
          onSend={(facts) => void bulk.send(asking, facts)}
          onCancel={() => bulk.ask(undefined)}
        />
      )}
    </section>
  );
}

function BulkButtons({ bulk }: { readonly bulk: Bulk }): ReactNode {
  const t = useT();
  const { picked, move, ask, send } = bulk;
  return (
    <div className="bar-buttons">
      {bulkMoves
        .filter((name) => countAble(picked, name) > 0)
        .map((name) => (
          <Button
            key={name}
            size="small"
            disabled={move.pending}
            onClick={() => (withForm.includes(name) ? ask(name) : void send(name))}
          >
            {t(name === 'dispatch' ? 'bulk.dispatch' : `move.${name}`)} {countAble(picked, name)}
          </Button>
        ))}
      {picked.length > 1 && countAble(picked, 'merge') > 0 && (
        <Button size="small" onClick={() => ask('merge')}>
          {t('act.merge')}
        </Button>
      )}
    </div>
  );
}

const countAble = (lines: readonly CaseLine[], name: string): number =>
  lines.filter(({ can }) => can[name] === true).length;

/** Always there, so that a screen reader hears what is put into it. */
function Outcome({ bulk: { outcome, hide } }: { readonly bulk: Bulk }): ReactNode {
  const t = useT();
  return (
    <div role="status">
      {outcome !== undefined && (
        <div className="bulk bulk-outcome">
          <p>
            {outcome.said}
            <button
              type="button"
              className="toast-close"
              aria-label={t('undo.hide')}
              onClick={hide}
            >
              <Icon name="close" size={16} />
            </button>
          </p>
          <ul>
            {outcome.refused.map(({ ref, detail }) => (
              <li key={ref}>{detail.includes(ref) ? detail : `${ref} ${detail}`}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
