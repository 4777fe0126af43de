// SPDX-License-Identifier: Apache-2.0
import {
  answerObjection,
  type ObjectionFacts,
  openProposed,
  readObjection,
  withdrawObjection,
} from '@lilong/contracts/registry-objections';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { Photos } from '../cases/Photos.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { TextField } from '../parts/TextField.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { onceOpened } from '../registry/use-card.ts';
import { Shown } from '../registry/Why.tsx';
import { useT } from '../words.ts';
import { AnswerBy, useRaised } from './said.tsx';
import '../cases/case.css';
import '../cases/dock.css';
import './objections.css';

/** What is needed to decide, and the two answers. The person reads that it was opened. */
export function ObjectionPage(): ReactNode {
  const t = useT();
  const { objection } = useParams({ from: '/objections/$objection' });
  const read = useRead(readObjection, { objection: Number(objection) }, onceOpened);
  return (
    <div className="page page-narrow">
      <Link to="/objections" className="reg-go">
        {t('objections.back')}
      </Link>
      {read.error !== null && <Refused problem={read.error.problem} again={read.refetch} />}
      {read.isPending && <Waiting rows={6} />}
      {read.data !== undefined && <Facts facts={read.data} />}
    </div>
  );
}

function Facts({ facts }: { readonly facts: ObjectionFacts }): ReactNode {
  const t = useT();
  const raised = useRaised();
  const { line, about, number, current, proposed, evidence, photos, reason, can } = facts;
  const isLabel = line.element === 'label';
  const unknown = t('objection.unknown');
  const rows: readonly (readonly [string, string | null])[] = [
    [t('objection.who'), number === null ? about : `${about} ${number}`],
    [t(isLabel ? 'objection.label' : 'objection.now'), current ?? unknown],
    [t('objection.should'), isLabel ? t('objection.label-untrue') : (proposed ?? unknown)],
    [t('objection.evidence'), evidence],
    [t('objection.source'), line.sourceName],
    [t('objection.reason'), reason],
  ];
  return (
    <>
      <header>
        <h1>{t('objections.of', { what: line.name, about })}</h1>
        <p className="page-lead">
          <AnswerBy line={line} /> {raised(line)}
        </p>
      </header>
      <dl className="sheet-card facts objection-facts">
        {rows.map(
          ([name, value]) =>
            value !== null && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <Photos
        photos={photos.map((file) => ({ file, kind: 'evidence' as const, at: line.filedAt }))}
      />
      {can.open && <Proposed line={line} />}
      {can.answer && <Answer objection={line.objection} isLabel={isLabel} />}
      {line.own !== null && <Own line={line} />}
      {line.own === null && <p className="field-hint">{t('objection.seen')}</p>}
    </>
  );
}

/** The proposed number, whole, to compare with the own register. The person reads that it was opened. */
function Proposed({ line }: { readonly line: ObjectionFacts['line'] }): ReactNode {
  const t = useT();
  const write = useWrite(openProposed);
  const value = write.reply?.value;
  return (
    <section className="part">
      <Refused problem={write.refusal} />
      {value === undefined ? (
        <div className="bar-buttons">
          <Button
            loading={write.pending}
            onClick={() => void write.send({ objection: line.objection })}
          >
            {t('objection.open-number')}
          </Button>
        </div>
      ) : (
        <p className="reg-number reg-number-open">
          <span className="reg-number-what">{t('objection.should')}</span>
          <Shown isPhone={line.element === 'person.phone'} value={value} onHide={write.clear} />
        </p>
      )}
    </section>
  );
}

interface AnswerProps {
  readonly objection: number;
  readonly isLabel: boolean;
}
function Answer({ objection, isLabel }: AnswerProps): ReactNode {
  const t = useT();
  const write = useWrite(answerObjection, { refreshes: ['registry', 'objections'] });
  const [refusing, setRefusing] = useState(false);
  const [reason, setReason] = useState('');
  const send = (accept: boolean) =>
    void write.send({ objection, accept, ...(reason === '' ? {} : { reason }) });
  if (refusing)
    return (
      <div className="contest-form">
        <DockForm
          title={t('objection.reject')}
          submit={t('objection.reject')}
          pending={write.pending}
          problem={restOf(write.refusal, 'reason')}
          onSubmit={() => send(false)}
          onCancel={() => setRefusing(false)}
        >
          <TextField
            label={t('objection.reason')}
            hint={t('objection.reason-hint')}
            lines={2}
            maxLength={300}
            problem={blames(write.refusal, 'reason')}
            value={reason}
            onChange={setReason}
          />
        </DockForm>
      </div>
    );
  return (
    <section className="part">
      <Refused problem={write.refusal} />
      <div className="bar-buttons">
        <Button type="primary" loading={write.pending} onClick={() => send(true)}>
          {t(isLabel ? 'objection.accept-label' : 'objection.accept')}
        </Button>
        <Button disabled={write.pending} onClick={() => setRefusing(true)}>
          {t('objection.reject')}
        </Button>
      </div>
      <p className="field-hint">{t('objection.accept-hint')}</p>
    </section>
  );
}

/** Back to the card; and while it is open, the way to take it back. */
function Own({ line }: { readonly line: ObjectionFacts['line'] }): ReactNode {
  const t = useT();
  const write = useWrite(withdrawObjection, { refreshes: ['registry', 'objections'] });
  const { own, objection, state } = line;
  return (
    <section className="part">
      <Refused problem={write.refusal} />
      <div className="bar-buttons">
        {own?.person != null && (
          <Link to="/people/$person" params={{ person: String(own.person) }} className="reg-go">
            {t('objection.card')}
          </Link>
        )}
        {own?.home != null && (
          <Link to="/homes/$home" params={{ home: own.home }} className="reg-go">
            {t('objection.card')}
          </Link>
        )}
        {state === 'open' && (
          <Button loading={write.pending} onClick={() => void write.send({ objection })}>
            {t('objection.withdraw')}
          </Button>
        )}
      </div>
    </section>
  );
}
