// SPDX-License-Identifier: Apache-2.0
import { about, giveFeedback } from '@lilong/contracts/office';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { Mark } from '@lilong/ui/Icons.tsx';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Cards } from '../parts/Cards.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';

const matters = ['complaint', 'suggestion', 'accessibility'] as const;

/** 关于 and 意见: who runs this, and where to complain about it. */
export function AboutPage(): ReactNode {
  const t = useT();
  const read = useRead(about, {}, { staleTime: 600_000 });
  const known = read.data;
  return (
    <div className="page page-narrow">
      <header>
        <Mark size={44} />
        <h1>{t('about.title')}</h1>
      </header>
      {read.error !== null && <Refused problem={read.error.problem} again={() => read.refetch()} />}
      {known !== undefined && (
        <dl className="sheet-card facts">
          {(
            [
              ['city', known.city],
              ['unit', known.unit],
              ['filing', known.filingNo],
              ['version', known.version],
              ['hotline', known.hotline],
              ['privacy', known.privacyContact],
            ] as const
          ).map(([name, value]) => (
            <div key={name}>
              <dt>{t(`about.${name}`)}</dt>
              <dd>{value ?? t('about.not-set')}</dd>
            </div>
          ))}
          <div>
            <dt>{t('about.interfaces')}</dt>
            <dd>
              <a href="/api/docs">{t('about.docs')}</a> ·{' '}
              <a href="/open311/v2/discovery.json">Open311</a>
            </dd>
          </div>
        </dl>
      )}
      <p>
        <Link to="/objections">{t('objections.look')}</Link>
      </p>
      <Feedback />
    </div>
  );
}

function Feedback(): ReactNode {
  const t = useT();
  const write = useWrite(giveFeedback);
  const [matter, setMatter] = useState<(typeof matters)[number]>('suggestion');
  const [words, setWords] = useState('');
  const [contact, setContact] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void write.send({ about: matter, words, ...(contact === '' ? {} : { contact }) });
  };
  if (write.reply !== undefined) {
    return (
      <p className="note note-done" role="status">
        {t('feedback.thanks', { no: write.reply.no })}
      </p>
    );
  }
  return (
    <form className="sheet-card" noValidate aria-labelledby="feedback" onSubmit={submit}>
      <h2 id="feedback">{t('feedback.title')}</h2>
      <Refused problem={restOf(write.refusal, 'words', 'contact')} />
      <Cards
        legend={t('feedback.about')}
        name="about"
        value={matter}
        options={matters.map((value) => ({ value, title: t(`feedback.${value}`) }))}
        onChange={setMatter}
      />
      <TextField
        label={t('feedback.words')}
        problem={blames(write.refusal, 'words')}
        lines={3}
        maxLength={2000}
        value={words}
        onChange={setWords}
      />
      <TextField
        label={t('feedback.contact')}
        need="may"
        problem={blames(write.refusal, 'contact')}
        maxLength={80}
        value={contact}
        onChange={setContact}
      />
      <p>
        <Button type="primary" htmlType="submit" loading={write.pending}>
          {t('feedback.send')}
        </Button>
      </p>
    </form>
  );
}
