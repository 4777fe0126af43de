// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { meToo, type Receipt, type SimilarCase, similarCases } from '@lilong/contracts/cases';
import { filePath } from '@lilong/contracts/files';
import { ask, useWrite } from '@lilong/ui/client.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import type { Static } from 'typebox';
import type { Draft } from '../outbox/store.ts';
import { carryPhotos } from '../parts/carry.ts';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words/use.ts';
import { useCategoryOf } from './category.ts';

type Similar = Static<typeof SimilarCase>;
const PAUSE_MS = 700;

interface SimilarCasesProps {
  readonly draft: Draft;
  /** Some words want a telephone first, also of whoever joins. */
  readonly callFirst: (then: () => void) => void;
  readonly onJoined: (receipt: Receipt) => Promise<void>;
}

/** Neighbours may have said it already: joining them saves everybody's time, and one answer reaches all. */
export function SimilarCases({ draft, callFirst, onJoined }: SimilarCasesProps): ReactNode {
  const t = useT();
  const similar = useSimilar(draft);
  const join = useJoining(draft, onJoined);
  return (
    <div className="alike" aria-live="polite">
      {similar.length > 0 && (
        <section className="similar">
          <h2>{t('similar.title')}</h2>
          {similar.slice(0, 3).map((one) => (
            <SimilarCard
              key={one.ref}
              one={one}
              far={draft.place?.point !== undefined}
              pending={join.pending}
              onJoin={() => callFirst(() => void join.send(one.ref))}
            />
          ))}
          {draft.voice !== undefined && <p className="hint">{t('similar.without-voice')}</p>}
          <Refused refusal={join.refusal} />
        </section>
      )}
    </div>
  );
}

/** Joining takes along what was written and photographed; what did not reach the server yet goes there first. */
function useJoining({ photos, words }: Draft, onJoined: SimilarCasesProps['onJoined']) {
  const join = useWrite(meToo, { refreshes: ['my'] });
  const [carrying, setCarrying] = useState(false);
  const [mistake, setMistake] = useState<Problem>();
  async function send(caseRef: string): Promise<void> {
    setCarrying(true);
    const carried = await carryPhotos(photos);
    setCarrying(false);
    setMistake('problem' in carried ? carried.problem : undefined);
    if ('problem' in carried) return;
    const said = words.trim() === '' ? {} : { words: words.trim() };
    const receipt = await join.send({ caseRef, photos: carried.numbers, ...said });
    if (receipt !== undefined) await onJoined(receipt);
  }
  return { send, pending: carrying || join.pending, refusal: mistake ?? join.refusal };
}

interface SimilarCardProps {
  readonly one: Similar;
  /** The place was given as a point, so that a distance means something. */
  readonly far: boolean;
  readonly pending: boolean;
  readonly onJoin: () => void;
}
function SimilarCard({ one, far, pending, onJoin }: SimilarCardProps): ReactNode {
  const t = useT();
  const sayMoment = useMoment();
  const category = useCategoryOf()(one);
  return (
    <article>
      {one.photo !== null && <img src={filePath(one.photo, 'thumb')} alt="" loading="lazy" />}
      <div>
        <p>{one.words ?? `${category ?? t('similar.something')} · ${one.road}`}</p>
        <small>
          {t(far ? 'similar.when' : 'similar.when-here', {
            when: sayMoment(one.at),
            metres: one.distanceM,
            state: t(`state.plain.${one.state}`),
          })}
        </small>
      </div>
      <button type="button" className="button wide" disabled={pending} onClick={onJoin}>
        {t('similar.join')}
      </button>
    </article>
  );
}

/** Asked when the person pauses; when it fails, nothing is offered and nothing is lost. */
function useSimilar({ place, words }: Draft): readonly Similar[] {
  const said = usePaused(words.trim());
  const { data } = useQuery({
    queryKey: ['similar', place, said],
    queryFn: () => ask(similarCases, similarInput(place, said)),
    enabled: place !== undefined && said.length > 1,
    retry: false,
    staleTime: 60_000,
  });
  return data?.similar ?? [];
}

function similarInput(place: Draft['place'], words: string) {
  const point = place?.point === undefined ? {} : { point: place.point };
  return { place: place?.no ?? 0, words, ...point };
}

function usePaused(value: string): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}
