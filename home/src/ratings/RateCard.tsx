// SPDX-License-Identifier: Apache-2.0
import {
  answerHeld,
  answerMine,
  rateHeld,
  rateMine,
  toRate,
  toRateHeld,
} from '@lilong/contracts/ratings';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { useLive } from '@lilong/ui/live.ts';
import type { ReactNode } from 'react';
import { useT } from '../words/use.ts';
import { WithWords } from '../words/WithWords.tsx';
import { Given } from './Given.tsx';
import { RateForm } from './RateForm.tsx';
import type { Card } from './said.ts';
import '../cases/my.css';
import './ratings.css';

/** One's own matter or visit, signed in. Nothing before it is over. */
export function RateMine({ subject }: { readonly subject: string }): ReactNode {
  return (
    <WithWords of="ratings" quiet>
      <Mine subject={subject} />
    </WithWords>
  );
}

/** The visit of a slip, for whoever has its code. */
export function RateHeld({ token }: { readonly token: string }): ReactNode {
  return (
    <WithWords of="ratings" quiet>
      <Held token={token} />
    </WithWords>
  );
}

function Mine({ subject }: { readonly subject: string }): ReactNode {
  useLive('my');
  const { data } = useRead(toRate, { subject });
  const rate = useWrite(rateMine, { refreshes: ['my'] });
  const answer = useWrite(answerMine, { refreshes: ['my'] });
  return (
    <Shown
      page={data}
      rate={{ ...rate, send: (said) => rate.send({ subject, ...said }) }}
      answer={{ ...answer, send: (said) => answer.send({ subject, ...said }) }}
    />
  );
}

/** Without an account nobody is told: it is asked again now and then. */
const everyMs = 60_000;

function Held({ token }: { readonly token: string }): ReactNode {
  const { data } = useRead(toRateHeld, { token }, { refetchInterval: everyMs });
  const rate = useWrite(rateHeld, { refreshes: ['ratings'] });
  const answer = useWrite(answerHeld, { refreshes: ['ratings'] });
  return (
    <Shown
      page={data}
      rate={{ ...rate, send: (said) => rate.send({ token, ...said }) }}
      answer={{ ...answer, send: (said) => answer.send({ token, ...said }) }}
    />
  );
}

function Shown({ page, rate, answer }: Card): ReactNode {
  if (page === undefined) return null;
  if (page.given !== null) return <Given page={page} given={page.given} answer={answer} />;
  if (page.state === 'rated') return <Rated />;
  return page.state === 'open' ? <RateForm page={page} rate={rate} /> : null;
}

/** By somebody else: what they said is theirs. */
function Rated(): ReactNode {
  const t = useT();
  return <p className="hint">{t('rate.rated')}</p>;
}
