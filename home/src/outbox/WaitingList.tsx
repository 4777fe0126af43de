// SPDX-License-Identifier: Apache-2.0
import { Icon } from '@lilong/ui/Icons.tsx';
import { useMoment, useRefusalWords } from '@lilong/ui/words.tsx';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Known } from '../session/me.ts';
import { useGo } from '../shell/nav.tsx';
import { type HomeKey, useT } from '../words/use.ts';
import { alone } from './deliver.ts';
import { cancel, hold } from './send.ts';
import { type ChosenPlace, changeWaiting, type Waiting, wantsPlace } from './store.ts';
import { useOnline, useOutboxChanged, useWaiting } from './use-outbox.ts';
import '../cases/cases.css';

const CancelQuestion = lazy(() =>
  import('./CancelQuestion.tsx').then(({ CancelQuestion }) => ({ default: CancelQuestion })),
);
const PlacePicker = lazy(() =>
  import('../places/PlacePicker.tsx').then(({ PlacePicker }) => ({ default: PlacePicker })),
);

/** Reports that have not left this phone yet; shown before those that have. */
export function WaitingList({ known }: { known: Known }): ReactNode {
  const t = useT();
  const waiting = useWaiting(known.account);
  if (waiting.length === 0) return null;
  return (
    <section aria-label={t('outbox.label')}>
      {waiting.map((entry) => (
        <WaitingCard key={entry.key} entry={entry} committee={known.committee} />
      ))}
    </section>
  );
}

interface WaitingCardProps {
  readonly entry: Waiting;
  readonly committee: Known['committee'];
}
function WaitingCard({ entry, committee }: WaitingCardProps): ReactNode {
  const t = useT();
  const say = useRefusalWords();
  const sayMoment = useMoment();
  const { place, spot, refusal } = entry;
  return (
    <article className="card waiting">
      <p className="tag soon">
        <Icon name={refusal === undefined ? 'waiting' : 'warning'} size="1.1em" />
        {t(standingOf(entry))}
      </p>
      <b>{entry.words === '' ? t('outbox.no-words') : entry.words}</b>
      <p>
        {place?.address ?? (spot?.address || t('place.spot'))} ·{' '}
        {t('outbox.written', { when: sayMoment(new Date(entry.at).toISOString()) })}
      </p>
      {refusal !== undefined && <p className="refused">{say(refusal)}</p>}
      {wantsPlace(entry) && <SayPlace entry={entry} committee={committee} />}
      <CardActs entry={entry} />
    </article>
  );
}

function standingOf(entry: Waiting): HomeKey {
  if (entry.held === true) return 'outbox.held';
  if (wantsPlace(entry)) return 'outbox.wants-place';
  if (entry.refusal === undefined) return 'outbox.waiting';
  return entry.refusal.status >= 500 ? 'outbox.fault' : 'outbox.refused';
}

/** Connected again, the place has a name, and its writer says that this is the one. Then it goes. */
function SayPlace({ entry, committee }: WaitingCardProps): ReactNode {
  const t = useT();
  const changed = useOutboxChanged();
  const online = useOnline();
  const [open, setOpen] = useState(false);
  async function choose(chosen: ChosenPlace): Promise<void> {
    setOpen(false);
    await alone(() =>
      changeWaiting(entry.key, ({ spot, ...rest }) => ({ ...rest, place: chosen })),
    );
    await changed();
  }
  if (!online) return <p>{t('outbox.place-later')}</p>;
  return (
    <>
      <button type="button" className="button main wide" onClick={() => setOpen(true)}>
        {t('outbox.say-place')}
      </button>
      {open && (
        <Suspense>
          <PlacePicker
            committee={committee}
            spot={entry.spot}
            onClose={() => setOpen(false)}
            onChoose={(chosen) => void choose(chosen)}
          />
        </Suspense>
      )}
    </>
  );
}

/** Both wait until it is not being sent; when it has gone meanwhile, there is nothing left to change or throw away. */
function CardActs({ entry }: { entry: Waiting }): ReactNode {
  const t = useT();
  const changed = useOutboxChanged();
  const go = useGo();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  async function change(): Promise<void> {
    setBusy(true);
    const held = await hold(entry.key);
    await changed();
    if (held !== undefined) await go(`/report/${entry.key}`);
  }
  async function throwAway(): Promise<void> {
    setBusy(true);
    setAsking(false);
    await cancel(entry.key);
    await changed();
  }
  return (
    <div className="acts">
      <button type="button" className="button" disabled={busy} onClick={() => void change()}>
        {t(entry.held === true ? 'outbox.go-on' : 'outbox.change')}
      </button>
      <button type="button" className="button" disabled={busy} onClick={() => setAsking(true)}>
        {t('outbox.cancel')}
      </button>
      {asking && (
        <Suspense>
          <CancelQuestion onClose={() => setAsking(false)} onYes={() => void throwAway()} />
        </Suspense>
      )}
    </div>
  );
}
