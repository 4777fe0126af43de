// SPDX-License-Identifier: Apache-2.0
import { type ContactWay, contactWays } from '@lilong/contracts/rating-flow';
import { contactRater } from '@lilong/contracts/ratings';
import { useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import type { ActProps } from './Acts.tsx';
import { Choose } from './Choose.tsx';

/** 先行联系: how they were reached and what was said, or that nobody was there. */
export function ContactForm({ page, onDone }: ActProps): ReactNode {
  const t = useT();
  const write = useWrite(contactRater, { refreshes: ['ratings'] });
  const [way, setWay] = useState<ContactWay | 'miss'>();
  const [words, setWords] = useState('');
  const { ref, version } = page;
  const ways = contactWays.filter((one) => page.callBack || one === 'written');
  async function submit(): Promise<void> {
    if (way === undefined) return;
    const reached = way !== 'miss';
    const how = reached ? { way } : {};
    const sent = await write.send({ ref, version, reached, ...how, words: words.trim() });
    if (sent !== undefined) onDone();
  }
  return (
    <DockForm
      title={t('ratings.act-contact')}
      submit={t('ratings.save')}
      pending={write.pending}
      blocked={way === undefined}
      problem={restOf(write.refusal, 'words')}
      onSubmit={() => void submit()}
      onCancel={onDone}
    >
      <Choose
        label={t('ratings.how')}
        value={way}
        onChange={setWay}
        options={[
          ...ways,
          ...(page.callBack && page.state === 'heard' ? ['miss' as const] : []),
        ].map((one) => ({ value: one, words: t(`ratings.way-${one}`) }))}
      />
      <TextField
        label={t('ratings.words')}
        hint={t('ratings.words-told')}
        problem={blames(write.refusal, 'words')}
        maxLength={500}
        lines={2}
        value={words}
        onChange={setWords}
      />
    </DockForm>
  );
}
