// SPDX-License-Identifier: Apache-2.0
import { type SettleLine, settleReferences } from '@lilong/contracts/settlement';
import { useRead } from '@lilong/ui/client.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';

interface ReferencesProps {
  readonly line: SettleLine;
  readonly month: string;
}

/** The applications behind a line. Opening one takes the right to see it. */
export function References({ line, month }: ReferencesProps): ReactNode {
  const t = useT();
  const say = useMoment();
  const [after, setAfter] = useState<string>();
  const { doer, onBehalf, what, doerName, onBehalfName } = line;
  const read = useRead(settleReferences, {
    ...{ month, doer, onBehalf, what },
    ...(after === undefined ? {} : { after }),
  });
  if (read.error !== null)
    return <Refused problem={read.error.problem} again={() => read.refetch()} />;
  if (read.data === undefined) return <Waiting rows={2} />;
  const { references, total, next } = read.data;
  const title = t('settlement.references-title', {
    ...{ doer: doerName, onBehalf: onBehalfName, what: t(`settlework.${what}`), count: total },
  });
  return (
    <section className="settlement-references" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {references.map(({ ref, at }) => (
          <li key={ref}>
            <Link to="/affairs/$ref" params={{ ref }}>
              {ref}
            </Link>
            <small>{say(at, 'day')}</small>
          </li>
        ))}
      </ul>
      {next !== null && (
        <Button size="small" onClick={() => setAfter(next)}>
          {t('settlement.more')}
        </Button>
      )}
    </section>
  );
}
