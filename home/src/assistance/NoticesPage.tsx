// SPDX-License-Identifier: Apache-2.0
import { objectToNotice, type PublicNotice, publicNotices } from '@lilong/contracts/assistance';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { Field } from '../parts/Field.tsx';
import { ReadRefused, Refused } from '../parts/Refused.tsx';
import { useWho } from '../session/me.ts';
import { useAssistanceT, WithAssistanceWords } from '../words/assistance.tsx';
import { useDay } from './use-day.ts';
import './assistance.css';

/** 救助公示: the least of it, for everybody to read. */
export function NoticesPage(): ReactNode {
  return (
    <WithAssistanceWords>
      <Notices />
    </WithAssistanceWords>
  );
}

function Notices(): ReactNode {
  const t = useAssistanceT();
  const { data, error } = useRead(publicNotices, {});
  return (
    <div className="page narrow">
      <h1>{t('assistance.notices')}</h1>
      <p>{t('assistance.notices-what')}</p>
      {data === undefined && error === null && <div className="card bone" />}
      {error !== null && <ReadRefused refusal={error.problem} />}
      {data?.notices.length === 0 && <p className="notice">{t('assistance.notices-none')}</p>}
      {data?.notices.map((one) => (
        <One key={`${one.street} ${one.no}`} notice={one} />
      ))}
    </div>
  );
}

function One({ notice }: { readonly notice: PublicNotice }): ReactNode {
  const t = useAssistanceT();
  const { name, category, people, placeName, from, to } = notice;
  const day = useDay();
  const resident = useWho().state === 'resident';
  return (
    <article className="card assistance">
      <h2>{name === '' ? t('assistance.notice-nameless') : name}</h2>
      <p>
        {t('assistance.notice-line', {
          category: t(`assistance.category.${category}`),
          people,
          place: placeName,
        })}
      </p>
      <p className="hint">
        {t('assistance.notice-days', {
          ...{ from: day(from), to: day(to), office: notice.officeName },
        })}
      </p>
      {resident && <Objection notice={notice} />}
    </article>
  );
}

/** Whoever thinks otherwise says so to whoever decides. */
function Objection({ notice: { street, no } }: { readonly notice: PublicNotice }): ReactNode {
  const t = useAssistanceT();
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const write = useWrite(objectToNotice);
  if (write.reply !== undefined)
    return <p className="notice done">{t('assistance.object-done')}</p>;
  if (!open)
    return (
      <button type="button" className="link" onClick={() => setOpen(true)}>
        {t('assistance.object')}
      </button>
    );
  return (
    <>
      <Field
        name="words"
        label={t('assistance.object-words')}
        hint={t('assistance.object-hint')}
        rows={3}
        maxLength={1000}
        value={words}
        onChange={setWords}
        refusal={write.refusal}
      />
      <button
        type="button"
        className="button main wide"
        disabled={words.trim() === '' || write.pending}
        onClick={() => void write.send({ street, no, words: words.trim() })}
      >
        {t('assistance.object-send')}
      </button>
      <Refused refusal={write.refusal} except={['words']} />
    </>
  );
}
