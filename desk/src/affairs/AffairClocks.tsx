// SPDX-License-Identifier: Apache-2.0
import type { Law } from '@lilong/contracts/affair-flow';
import type { AffairPage } from '@lilong/contracts/affairs';
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { useLimit } from '../cases/limit.ts';
import { useT } from '../words.ts';

interface PartProps {
  readonly page: AffairPage;
}

/** Which clock runs, until when, on which article it stands; who accepts, decides and hands over; what stopped it. */
export function AffairClocks({ page }: PartProps): ReactNode {
  const t = useT();
  return (
    <section className="part" aria-label={t('affairs.clocks')}>
      <dl className="facts">
        <Running page={page} />
        <Promised page={page} />
        <Offices page={page} />
        {page.helperName !== null && <Fact name={t('affairs.helper')}>{page.helperName}</Fact>}
        {page.receiveName !== null && page.receiveName !== page.acceptName && (
          <Fact name={t('affairs.receives')}>{page.receiveName}</Fact>
        )}
        {page.deliverBy !== null && (
          <Fact name={t('affairs.comes')}>{t(`delivery.${page.deliverBy}`)}</Fact>
        )}
      </dl>
      {page.deemed && <p className="note note-wait">{t('affairmove.deem')}</p>}
      <Correction page={page} />
      <Pause page={page} />
      <Longer page={page} />
      <Decision page={page} />
    </section>
  );
}

function Offices({ page: { acceptName, decideName } }: PartProps): ReactNode {
  const t = useT();
  if (acceptName === decideName) return <Fact name={t('affairs.does')}>{acceptName}</Fact>;
  return (
    <>
      <Fact name={t('affairs.accepts')}>{acceptName}</Fact>
      <Fact name={t('affairs.decides')}>{decideName}</Fact>
    </>
  );
}

interface FactProps {
  readonly name: string;
  readonly children: ReactNode;
  readonly law?: Law;
}
function Fact({ name, children, law }: FactProps): ReactNode {
  const t = useT();
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children}
        {law !== undefined && <small className="affairs-law">{t(`law.${law}`)}</small>}
      </dd>
    </div>
  );
}

/** The article that each clock stands on. */
const lawOf: Partial<Record<AffairPage['clock'], Law>> = {
  receipt: 'xk32',
  delivery: 'xk44',
  promise: 'xk42',
  stopped: 'xk45',
};

function Running({ page: { clock, dueAt } }: PartProps): ReactNode {
  const t = useT();
  const say = useMoment();
  if (clock === 'none') return null;
  const law = lawOf[clock];
  return (
    <Fact name={t(`affairclock.${clock}`)} {...(law === undefined ? {} : { law })}>
      {dueAt === null ? t('affairs.stands-still') : say(dueAt)}
    </Fact>
  );
}

/** What was promised and what the law allows. */
function Promised({ page: { promised, legal, legalDueAt } }: PartProps): ReactNode {
  const t = useT();
  const say = useMoment();
  const limit = useLimit();
  return (
    <Fact name={t('affairs.promised')}>
      {limit(promised)}
      {legal !== null && (
        <small className="affairs-law">
          {t('affairs.legal', { limit: limit(legal) })}
          {legalDueAt !== null && ` · ${say(legalDueAt, 'day')}`}
        </small>
      )}
    </Fact>
  );
}

function Correction({ page: { correction } }: PartProps): ReactNode {
  const t = useT();
  const say = useMoment();
  if (correction === null) return null;
  const { missing, words, until, answeredAt } = correction;
  return (
    <div className={answeredAt === null ? 'note note-wait' : 'note note-done'}>
      <p>
        <b>
          {answeredAt === null
            ? t('affairs.asked', { until: say(until, 'day') })
            : t('affairs.answered', { at: say(answeredAt) })}
        </b>{' '}
        {missing.map(({ name }) => name).join(t('list.join'))}
        {words !== null && <q>{words}</q>}
      </p>
    </div>
  );
}

function Pause({ page: { pause } }: PartProps): ReactNode {
  const t = useT();
  const say = useMoment();
  if (pause === null) return null;
  return (
    <div className="note note-wait">
      <p>
        <b>
          {pause.procedure === null ? t('affair.suspended') : t(`procedure.${pause.procedure}`)}
        </b>{' '}
        {t('affairs.since', { at: say(pause.since) })} <q>{pause.reason}</q>
      </p>
    </div>
  );
}

function Longer({ page: { extension } }: PartProps): ReactNode {
  const t = useT();
  const limit = useLimit();
  if (extension === null) return null;
  return (
    <div className={extension.state === 'asked' ? 'note note-wait' : 'note'}>
      <p>
        <b>{t(`affairs.longer.${extension.state}`, { days: limit(extension.days) })}</b>{' '}
        <q>{extension.reason}</q>
      </p>
    </div>
  );
}

function Decision({ page: { decision, delivery } }: PartProps): ReactNode {
  const t = useT();
  const say = useMoment();
  if (decision === null) return null;
  const { outcome, at, reason, remedy, result } = decision;
  return (
    <div className={outcome === 'granted' ? 'note note-done' : 'note'}>
      <p>
        <b>{t(`affair.${outcome}`)}</b> {say(at)} {result}
        {reason !== null && <q>{reason}</q>}
        {remedy !== null && (
          <>
            <br />
            {t('affairs.remedy')}
            <q>{remedy}</q>
          </>
        )}
        {delivery !== null && (
          <>
            <br />
            {t('affairs.delivered', { at: say(delivery.at), by: t(`delivery.${delivery.by}`) })}
            {delivery.words !== null && <q>{delivery.words}</q>}
          </>
        )}
      </p>
    </div>
  );
}
