// SPDX-License-Identifier: Apache-2.0
import type { CasePage } from '@lilong/contracts/case-shapes';
import { decideDelay } from '@lilong/contracts/case-work';
import { useWrite } from '@lilong/ui/client.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { blames, restOf } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';

type Delay = CasePage['requests'][number];

/** Requests for more time: what was asked, what was decided, and the decision that is open. */
export function Delays({ page }: { readonly page: CasePage }): ReactNode {
  const t = useT();
  if (page.requests.length === 0) return null;
  return (
    <section className="part" aria-label={t('delay.title')}>
      <h3>{t('delay.title')}</h3>
      {page.requests.map((delay) => (
        <OneDelay key={delay.no} delay={delay} page={page} />
      ))}
    </section>
  );
}

interface OneDelayProps {
  readonly delay: Delay;
  readonly page: CasePage;
}

function OneDelay({ delay, page }: OneDelayProps): ReactNode {
  const t = useT();
  const say = useMoment();
  const mayDecide = delay.status === 'asked' && page.line.can[`decide_${delay.kind}`] === true;
  return (
    <div className={`delay delay-${delay.status}`}>
      <p>
        <b>{t(`delay.${delay.kind}`)}</b> {t('delay.until', { until: say(delay.until) })} ·{' '}
        {t(`delay.${delay.status}`)}
      </p>
      <p>{delay.reason}</p>
      {delay.decidedReason !== null && <p className="delay-decided">{delay.decidedReason}</p>}
      {mayDecide && <Decide delay={delay} page={page} />}
    </div>
  );
}

function Decide({ delay, page }: OneDelayProps): ReactNode {
  const t = useT();
  const write = useWrite(decideDelay, { refreshes: ['cases'] });
  const [reason, setReason] = useState('');
  const decide = (grant: boolean) =>
    void write.send({
      ...{ ref: page.line.ref, no: delay.no, grant },
      ...(reason.trim() === '' ? {} : { reason }),
    });
  return (
    <div className="delay-decide">
      <Refused problem={restOf(write.refusal, 'reason')} />
      <TextField
        label={t('delay.decide-reason')}
        problem={blames(write.refusal, 'reason')}
        maxLength={500}
        value={reason}
        onChange={setReason}
      />
      <div className="bar-buttons">
        <Button type="primary" loading={write.pending} onClick={() => decide(true)}>
          {t('delay.grant')}
        </Button>
        <Button disabled={write.pending} onClick={() => decide(false)}>
          {t('delay.refuse')}
        </Button>
      </div>
    </div>
  );
}
