// SPDX-License-Identifier: Apache-2.0
import { type AffairState, affairStepOf } from '@lilong/contracts/affair-flow';
import { type FollowedAffair, followReceipt } from '@lilong/contracts/affair-receipts';
import { useRead } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useMoment } from '@lilong/ui/words.tsx';
import { type ReactNode, useEffect, useState } from 'react';
import { RetryLater } from '../parts/Refused.tsx';
import { RateHeld } from '../ratings/RateCard.tsx';
import { Opening } from '../shell/Fallbacks.tsx';
import { useAffairT, WithAffairWords } from '../words/affairs.tsx';
import { AffairTimeline } from './AffairTimeline.tsx';
import { StandingCard } from './StandingCard.tsx';
import { Named } from './said.tsx';
import './affairs.css';
import '../cases/my.css';

/** How far a matter is, for whoever holds its receipt. The code brings what opens it after the `#`. */
export function FollowPage(): ReactNode {
  const token = useTokenHere();
  return (
    <WithAffairWords>
      {token === undefined ? <Nothing why="follow.bring" /> : <Followed token={token} />}
    </WithAffairWords>
  );
}

const readToken = (): string | undefined => /^#([\w-]{20,40})$/.exec(location.hash)?.[1];
function useTokenHere(): string | undefined {
  const [token, setToken] = useState(readToken);
  useEffect(() => {
    const again = () => setToken(readToken());
    addEventListener('hashchange', again);
    return () => removeEventListener('hashchange', again);
  }, []);
  return token;
}

function Followed({ token }: { readonly token: string }): ReactNode {
  const t = useAffairT();
  const { data, error, refetch } = useRead(followReceipt, { token }, { refetchInterval: 120_000 });
  if (error?.problem.code === 'found.nothing') return <Nothing why="follow.none-why" />;
  if (data === undefined && error !== null)
    return <RetryLater refusal={error.problem} again={() => void refetch()} />;
  if (data === undefined) return <Opening />;
  return (
    <article className="page narrow my-case">
      <h1>
        <Named zh={data.itemName} en={data.itemNameEn} />
      </h1>
      <StandingCard of={data} says={t(`affair.${data.state}`)}>
        <Next affair={data} />
      </StandingCard>
      <AffairTimeline
        steps={data.timeline.map((step) => ({
          ...step,
          words: null,
          law: null,
          roleName: '',
          helperName: null,
        }))}
      />
      {affairStepOf[data.state] >= 4 && <RateHeld token={token} />}
      <p className="hint">{offices(data).join(' · ')}</p>
      <p className="hint">{t('follow.private')}</p>
    </article>
  );
}

const offices = ({ acceptName, decideName }: FollowedAffair): string[] => [
  ...new Set([acceptName, decideName]),
];

const toldOnPaper: readonly AffairState[] = ['not_accepted', 'refused', 'returned', 'void'];

/** What whoever holds the sheet does next. */
function Next({ affair }: { readonly affair: FollowedAffair }): ReactNode {
  const t = useAffairT();
  const say = useMoment();
  const { state, askedUntil, deliverBy, deliverName } = affair;
  if (askedUntil !== null)
    return <p className="notice">{t('follow.until', { day: say(askedUntil, 'day') })}</p>;
  if (toldOnPaper.includes(state)) return <p className="notice">{t('follow.paper')}</p>;
  if (state !== 'granted' || deliverBy === null) return null;
  return (
    <p className="notice">
      {deliverBy === 'window'
        ? t('follow.where', { name: deliverName })
        : t('mine.comes', { how: t(`delivery.${deliverBy}`) })}
    </p>
  );
}

function Nothing({ why }: { readonly why: 'follow.bring' | 'follow.none-why' }): ReactNode {
  const t = useAffairT();
  return (
    <section className="page narrow empty">
      <i className="arch">
        <Icon name="document" size={30} />
      </i>
      <h1>{t(why === 'follow.bring' ? 'follow.title' : 'follow.none')}</h1>
      <p>{t(why)}</p>
    </section>
  );
}
