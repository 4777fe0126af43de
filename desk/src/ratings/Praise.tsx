// SPDX-License-Identifier: Apache-2.0
import { listPraise } from '@lilong/contracts/ratings';
import type { ReplyOf } from '@lilong/contracts/route';
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
        {toldApart(data?.praise ?? []).map(({ key, one }) => (
          <li key={key}>
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

type Praised = ReplyOf<typeof listPraise>['praise'][number];

/** They have no number, so that nobody is found by one: the same said twice is told apart by how often it was said before. */
function toldApart(praise: readonly Praised[]): { key: string; one: Praised }[] {
  const before = new Map<string, number>();
  return praise.map((one) => {
    const said = `${one.month} ${one.grade} ${one.name} ${one.words}`;
    const times = before.get(said) ?? 0;
    before.set(said, times + 1);
    return { key: `${said} ${times}`, one };
  });
}
