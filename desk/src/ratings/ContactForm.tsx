// SPDX-License-Identifier: Apache-2.0
import { type ContactWay, contactWays } from '@lilong/contracts/rating-flow';
import { contactRater } from '@lilong/contracts/ratings';
import { useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { useT } from '../words.ts';
import type { ActProps } from './Acts.tsx';
import { Choose } from './Choose.tsx';
import { SayForm } from './SayForm.tsx';

/** 先行联系: how they were reached and what was said, or that nobody was there. */
export function ContactForm({ page, onDone }: ActProps): ReactNode {
  const t = useT();
  const write = useWrite(contactRater, { refreshes: ['ratings'] });
  const [way, setWay] = useState<ContactWay | 'miss'>();
  const { ref, version } = page;
  const ways = contactWays.filter((one) => page.callBack || one === 'written');
  const mayMiss = page.callBack && page.state === 'heard';
  return (
    <SayForm
      title="ratings.act-contact"
      ask="ratings.words"
      blocked={way === undefined}
      write={write}
      onSend={async (words) => {
        if (way === undefined) return undefined;
        const how = way === 'miss' ? { reached: false } : { reached: true, way };
        return write.send({ ref, version, ...how, words });
      }}
      onDone={onDone}
    >
      <Choose
        label={t('ratings.how')}
        value={way}
        onChange={setWay}
        options={[...ways, ...(mayMiss ? ['miss' as const] : [])].map((one) => ({
          ...{ value: one, words: t(`ratings.way-${one}`) },
        }))}
      />
    </SayForm>
  );
}
