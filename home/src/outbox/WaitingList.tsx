// SPDX-License-Identifier: Apache-2.0
import { Icon } from '@lilong/ui/Icons.tsx';
import { useMoment, useRefusalWords } from '@lilong/ui/words.tsx';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useGo } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';
import { dropWaiting, keepDraft, type Waiting } from './store.ts';
import { useOutboxChanged, useWaiting } from './use-outbox.ts';
import '../cases/cases.css';

const CancelQuestion = lazy(() =>
  import('./CancelQuestion.tsx').then(({ CancelQuestion }) => ({ default: CancelQuestion })),
);

/** Reports that have not left this phone yet; shown before those that have. */
export function WaitingList({ account }: { account: number }): ReactNode {
  const t = useT();
  const waiting = useWaiting(account);
  if (waiting.length === 0) return null;
  return (
    <section aria-label={t('outbox.label')}>
      {waiting.map((entry) => (
        <WaitingCard key={entry.key} entry={entry} />
      ))}
    </section>
  );
}

function WaitingCard({ entry }: { entry: Waiting }): ReactNode {
  const t = useT();
  const say = useRefusalWords();
  const sayMoment = useMoment();
  const changed = useOutboxChanged();
  const go = useGo();
  const [asking, setAsking] = useState(false);
  async function change(): Promise<void> {
    const { key, account, at, refusal, ...draft } = entry;
    await keepDraft(account, draft);
    await dropWaiting(key);
    await changed();
    await go('/report');
  }
  async function cancel(): Promise<void> {
    await dropWaiting(entry.key);
    await changed();
  }
  return (
    <article className="card waiting">
      <p className="tag soon">
        <Icon name={entry.refusal === undefined ? 'waiting' : 'warning'} size="1.1em" />
        {t(entry.refusal === undefined ? 'outbox.waiting' : 'outbox.refused')}
      </p>
      <b>{entry.words === '' ? t('outbox.no-words') : entry.words}</b>
      <p>
        {entry.place.address} ·{' '}
        {t('outbox.written', { when: sayMoment(new Date(entry.at).toISOString()) })}
      </p>
      {entry.refusal !== undefined && <p className="refused">{say(entry.refusal)}</p>}
      <div className="acts">
        <button type="button" className="button" onClick={() => void change()}>
          {t('outbox.change')}
        </button>
        <button type="button" className="button" onClick={() => setAsking(true)}>
          {t('outbox.cancel')}
        </button>
      </div>
      {asking && (
        <Suspense>
          <CancelQuestion onClose={() => setAsking(false)} onYes={() => void cancel()} />
        </Suspense>
      )}
    </article>
  );
}
