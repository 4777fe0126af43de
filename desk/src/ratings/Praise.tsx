// SPDX-License-Identifier: Apache-2.0
import { listPraise } from '@lilong/contracts/ratings';
import { useRead } from '@lilong/ui/client.ts';
import type { ReactNode } from 'react';
import { Empty } from '../parts/Empty.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';
import { useNamed } from './said.tsx';

/** What people liked, for everybody who works here: nobody's name on either side. */
export function Praise(): ReactNode {
  const t = useT();
  const named = useNamed();
  const { data, error, refetch } = useRead(listPraise, {});
  return (
    <section className="part" aria-labelledby="rating-praise">
      <h2 id="rating-praise">{t('ratings.praise')}</h2>
      {error !== null && <Refused problem={error.problem} again={refetch} />}
      {data === undefined && error === null && <Waiting rows={2} />}
      {data?.praise.length === 0 && <Empty icon="talk" title={t('ratings.praise-none')} />}
      <ul className="rating-praise">
        {data?.praise.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they have no number, so that nobody is found by one
          <li key={at}>
            <p>{one.words}</p>
            <small>
              {named(one)} · {one.month}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
