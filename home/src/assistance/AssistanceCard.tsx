// SPDX-License-Identifier: Apache-2.0
import {
  assistanceStages,
  authoriseInquiry,
  inquirySources,
  type MyAssistance,
  takeBackInquiry,
  tellChange,
} from '@lilong/contracts/assistance';
import { Reckoned } from '@lilong/ui/assistance/Reckoned.tsx';
import { yuan } from '@lilong/ui/assistance/yuan.ts';
import { useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { Field } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { useAssistanceT } from '../words/assistance.tsx';
import '../affairs/affairs.css';
import '../counters/counters.css';
import { useDay } from './use-day.ts';
import './assistance.css';

/** Where assistance of my household stands, what I am asked to agree to, the amount and how it came about. */
export function AssistanceCard({ matter }: { readonly matter: MyAssistance }): ReactNode {
  const t = useAssistanceT();
  const day = useDay();
  const { stage, notice, award, reckoning } = matter;
  const now = assistanceStages.indexOf(stage);
  return (
    <section className="card assistance">
      <h2>{t('assistance.title')}</h2>
      <p>
        <b>{t(`assistance.stage.${stage}`)}</b> ·{' '}
        {t('assistance.step', { step: Math.min(now + 1, 6), of: 6 })}
      </p>
      <p>
        {t(`assistance.plain.${stage}`, {
          asked: matter.asked,
          answered: matter.answered,
          office: matter.decideName,
        })}
      </p>
      <ul className="assistance-people">
        {matter.people.map((one) => (
          <li key={one.no}>
            <b>{one.name}</b> <span>{one.relation}</span>{' '}
            <span className={toneOf(one)}>{t(agreed(one))}</span>
          </li>
        ))}
      </ul>
      {matter.can.authorise && <Authorise matter={matter} />}
      {matter.can.takeBack && <TakeBack matter={matter} />}
      {notice !== null && (
        <p>
          {t('assistance.noticed', {
            ...{ place: notice.placeName, from: day(notice.from), to: day(notice.to) },
          })}
        </p>
      )}
      {reckoning !== null && (
        <div className="assistance-reckoning">
          <h3>{t('assistance.reckoning')}</h3>
          <Reckoned reckoning={reckoning} reader="household" />
        </div>
      )}
      {award !== null && <Award award={award} />}
      {matter.can.tell && <Tell matter={matter} />}
    </section>
  );
}

function agreed({ adult, authorisedAt }: MyAssistance['people'][number]) {
  if (!adult) return 'assistance.child' as const;
  return authorisedAt === null
    ? ('assistance.not-agreed' as const)
    : ('assistance.agreed' as const);
}

function toneOf({ adult, authorisedAt }: MyAssistance['people'][number]): string {
  if (!adult) return 'tag';
  return authorisedAt === null ? 'tag soon' : 'tag done';
}

/** Each source by its name, and what the consent is for; nothing is ticked beforehand. */
function Authorise({ matter }: { readonly matter: MyAssistance }): ReactNode {
  const t = useAssistanceT();
  const write = useWrite(authoriseInquiry, { refreshes: ['my'] });
  const [signed, setSigned] = useState(false);
  return (
    <div className="assistance-sign sign">
      <h3>{t('assistance.authorise')}</h3>
      <p>{t('assistance.authorise-what', { office: matter.decideName })}</p>
      <ul className="assistance-sources">
        {inquirySources.map((source) => (
          <li key={source} className="tag">
            {t(`assistance.source.${source}`)}
          </li>
        ))}
      </ul>
      <label className="matter">
        <input
          type="checkbox"
          checked={signed}
          onChange={({ target }) => setSigned(target.checked)}
        />
        <span>{t('assistance.sign')}</span>
      </label>
      <button
        type="button"
        className="button main wide"
        disabled={!signed || write.pending}
        onClick={() => void write.send({ ref: matter.ref, sources: [...inquirySources] })}
      >
        {t('assistance.agree')}
      </button>
      <Refused refusal={write.refusal} />
    </div>
  );
}

function TakeBack({ matter: { ref } }: { readonly matter: MyAssistance }): ReactNode {
  const t = useAssistanceT();
  const write = useWrite(takeBackInquiry, { refreshes: ['my'] });
  return (
    <>
      <button
        type="button"
        className="link"
        disabled={write.pending}
        onClick={() => void write.send({ ref })}
      >
        {t('assistance.take-back')}
      </button>
      <Refused refusal={write.refusal} />
    </>
  );
}

function Award({ award }: { readonly award: NonNullable<MyAssistance['award']> }): ReactNode {
  const t = useAssistanceT();
  const day = useDay();
  const { told, endedOn } = award;
  return (
    <>
      {endedOn === null ? (
        <p>{t('assistance.recheck-on', { on: day(award.recheckOn) })}</p>
      ) : (
        <p>{t('assistance.ended', { on: day(endedOn), why: award.endedWhy ?? '' })}</p>
      )}
      {told !== null && (
        <p>
          {t('assistance.told', {
            on: day(told.on),
            outcome: told.outcome,
            reason: told.reason,
            remedy: told.remedy,
          })}
        </p>
      )}
      {award.payments.map(({ month, amountFen }) => (
        <p key={month}>
          {t('assistance.paid', { month: month.slice(0, 7), amount: yuan(amountFen) })}
        </p>
      ))}
    </>
  );
}

function Tell({ matter: { ref } }: { readonly matter: MyAssistance }): ReactNode {
  const t = useAssistanceT();
  const write = useWrite(tellChange, { refreshes: ['my'] });
  const [words, setWords] = useState('');
  if (write.reply !== undefined) return <p className="notice done">{t('assistance.tell-done')}</p>;
  return (
    <div className="assistance-sign">
      <Field
        name="words"
        label={t('assistance.tell')}
        hint={t('assistance.tell-hint')}
        rows={2}
        maxLength={1000}
        value={words}
        onChange={setWords}
        refusal={write.refusal}
      />
      <button
        type="button"
        className="button wide"
        disabled={words.trim() === '' || write.pending}
        onClick={() => void write.send({ ref, words: words.trim() })}
      >
        {t('assistance.tell-send')}
      </button>
      <Refused refusal={write.refusal} except={['words']} />
    </div>
  );
}
