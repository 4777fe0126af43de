// SPDX-License-Identifier: Apache-2.0
import {
  endInstitution,
  institutionCard,
  type InstitutionCard as Shape,
} from '@lilong/contracts/registry-institutions';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { BackLink } from '../parts/BackLink.tsx';
import { dayAfter, dayOf } from '../parts/days.ts';
import { blames, restOf } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { type Act, CardFrame, type Finish, NotYet } from '../registry/CardFrame.tsx';
import { useCode, useDay, useSource } from '../registry/said.ts';
import { useT } from '../words.ts';
import { CorrectForm } from './InstitutionForm.tsx';
import { Members } from './Members.tsx';
import { OfficeForm } from './OfficeForm.tsx';
import '../cases/case.css';
import '../cases/dock.css';
import '../registry/registry.css';
import '../registry/cards.css';
import './institutions.css';

/** One institution: its term, who holds office, how to reach them. */
export function InstitutionPage(): ReactNode {
  const { institution } = useParams({ from: '/institutions/$institution' });
  const read = useRead(institutionCard, { institution });
  if (read.data !== undefined) return <Card key={institution} card={read.data} />;
  return <NotYet back={<Back />} problem={read.error?.problem} again={read.refetch} />;
}

function Back(): ReactNode {
  const t = useT();
  return <BackLink to="/institutions">{t('institution.back')}</BackLink>;
}

interface CardProps {
  readonly card: Shape;
}

function Card({ card }: CardProps): ReactNode {
  const t = useT();
  const code = useCode();
  const say = useDay();
  return (
    <div className="inst-card">
      <CardFrame
        acts={card.can.change ? ['office', 'correct', 'close'] : []}
        form={(act, finish) => <InstitutionAct act={act} card={card} finish={finish} />}
        back={<Back />}
      >
        <header className="case-head">
          <h1 className="case-title reg-title" lang="zh-CN">
            {card.name}
          </h1>
          <p className="reg-facts">
            <span>{code('institution', card.kind)}</span>
            <span lang="zh-CN">{card.placeName}</span>
            {card.to !== null && (
              <span className="tag">{t('institution.ended', { day: say(card.to) })}</span>
            )}
            {card.due && card.termTo !== null && (
              <span className="tag tag-late">
                <Icon name="clock" size={14} />
                {t('institutions.due', { day: say(card.termTo) })}
              </span>
            )}
          </p>
        </header>
        <Members card={card} />
        <Facts card={card} />
        <Foot card={card} />
      </CardFrame>
    </div>
  );
}

interface ActProps extends CardProps {
  readonly act: Act;
  readonly finish: Finish;
}

function InstitutionAct({ act, card, finish }: ActProps): ReactNode {
  if (act === 'office') return <OfficeForm card={card} finish={finish} />;
  if (act === 'close') return <CloseForm card={card} finish={finish} />;
  return <CorrectForm card={card} finish={finish} />;
}

function Facts({ card }: CardProps): ReactNode {
  const t = useT();
  const say = useDay();
  const { phone, address, creditCode, credit, termFrom, termTo, from } = card;
  const end = (day: string | null) => (day === null ? t('institution.open-end') : say(day));
  const hasTerm = termFrom !== null || termTo !== null;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('institution.phone'), phone !== null && <a href={`tel:${phone}`}>{phone}</a>],
    [t('institution.address'), address !== null && <span lang="zh-CN">{address}</span>],
    [
      t('institution.term'),
      hasTerm && t('institution.term-span', { from: end(termFrom), to: end(termTo) }),
    ],
    [t('institution.credit'), creditCode],
    [t('institution.from'), from !== null && say(from)],
  ];
  return (
    <section className="part">
      <h2>{t('institution.facts')}</h2>
      <dl className="facts">
        {facts.map(
          ([name, value]) =>
            value !== false &&
            value !== null && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {credit === 'doubtful' && (
        <p className="note">
          <Icon name="info" size={18} />
          <span>{t('institution.credit-doubtful')}</span>
        </p>
      )}
    </section>
  );
}

function Foot({ card }: CardProps): ReactNode {
  const t = useT();
  const say = useDay();
  const source = useSource();
  return (
    <footer className="reg-foot">
      <p>
        {t('institution.recorded', {
          source: source(card.source),
          day: say(dayOf(new Date(card.recordedAt))),
        })}
      </p>
    </footer>
  );
}

/** 撤销: it acts here no longer. */
function CloseForm({ card, finish }: CardProps & { readonly finish: Finish }): ReactNode {
  const t = useT();
  const write = useWrite(endInstitution, { refreshes: ['registry'] });
  const [on, setOn] = useState(dayAfter(0));
  const submit = async () => {
    const sent = await write.send({ institution: card.institution, on });
    if (sent !== undefined) finish(t('close.done'));
  };
  return (
    <DockForm
      title={t('close.title', { name: card.name })}
      submit={t('close.submit')}
      grave
      pending={write.pending}
      problem={restOf(write.refusal, 'on')}
      onSubmit={() => void submit()}
      onCancel={() => finish()}
    >
      <TextField
        label={t('close.on')}
        hint={t('close.hint')}
        type="date"
        problem={blames(write.refusal, 'on')}
        value={on}
        onChange={setOn}
      />
    </DockForm>
  );
}
