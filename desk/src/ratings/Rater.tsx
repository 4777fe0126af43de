// SPDX-License-Identifier: Apache-2.0
import { openRater, type RatingPage } from '@lilong/contracts/ratings';
import { useWrite } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words.ts';

/** Whom to call, opened for that alone. Whoever rated reads that it was opened. */
export function Rater({ page }: { readonly page: RatingPage }): ReactNode {
  const t = useT();
  const write = useWrite(openRater);
  const { reply } = write;
  if (page.state === 'answered') return null;
  if (!page.callBack) return <p className="note">{t('ratings.no-call')}</p>;
  if (reply !== undefined)
    return (
      <p className="note rating-rater">
        <Icon name="phone" size={16} /> {reply.name}{' '}
        {reply.phone !== null && <a href={`tel:${reply.phone}`}>{reply.phone}</a>}
        <Button size="small" onClick={write.clear}>
          {t('ratings.hide')}
        </Button>
      </p>
    );
  return (
    <section className="part">
      <Refused problem={write.refusal} />
      <div className="bar-buttons">
        <Button
          loading={write.pending}
          onClick={() => void write.send({ ref: page.ref, purpose: 'call_back' })}
        >
          {t('ratings.open')}
        </Button>
        <span className="field-hint">{t('ratings.opened-told')}</span>
      </div>
    </section>
  );
}
