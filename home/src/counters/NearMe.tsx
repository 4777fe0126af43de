// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { asRefused } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { type ReactNode, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { pointOfPhone } from '../places/position.ts';
import { useT } from '../words/use.ts';
import { NearFound } from './NearFound.tsx';
import { WhereWords } from './WhereWords.tsx';

/** Where somebody is: their committee, the phone's position, or words. */
export interface From {
  readonly name: string;
  readonly asked: { readonly place: number } | { readonly lon: number; readonly lat: number };
}

/** Halls where one is served soonest, from one's own committee, from here, or from what one writes. */
export function NearMe({ own }: { readonly own: From | undefined }): ReactNode {
  const t = useT();
  const [chosen, setChosen] = useState<From>();
  const [asking, setAsking] = useState(false);
  const from = asking ? undefined : (chosen ?? own);
  function choose(place: From): void {
    setChosen(place);
    setAsking(false);
  }
  return (
    <section>
      <h2>{t('near.title')}</h2>
      {from === undefined ? (
        <Ask onChoose={choose} />
      ) : (
        <NearFound from={from} onElsewhere={() => setAsking(true)} />
      )}
    </section>
  );
}

function Ask({ onChoose }: { readonly onChoose: (from: From) => void }): ReactNode {
  const t = useT();
  const [problem, setProblem] = useState<Problem>();
  const [looking, setLooking] = useState(false);
  async function look(): Promise<void> {
    setProblem(undefined);
    setLooking(true);
    try {
      const { lon, lat } = await pointOfPhone();
      onChoose({ name: t('near.here'), asked: { lon: coarse(lon), lat: coarse(lat) } });
    } catch (error) {
      setProblem(asRefused(error).problem);
    } finally {
      setLooking(false);
    }
  }
  return (
    <div className="near-ask">
      <button type="button" className="button wide" disabled={looking} onClick={() => void look()}>
        <Icon name="target" size="1.2em" /> {t(looking ? 'place.looking' : 'near.by-position')}
      </button>
      <Refused refusal={problem} />
      <WhereWords onChoose={onChoose} />
    </div>
  );
}

/** To about a hundred metres: more is nobody's business. */
const coarse = (degrees: number): number => Math.round(degrees * 1000) / 1000;
