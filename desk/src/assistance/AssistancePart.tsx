// SPDX-License-Identifier: Apache-2.0

import { assistanceStages } from '@lilong/contracts/assistance';
import { type AssistancePage, getAssistance, visitChecks } from '@lilong/contracts/assistance-work';
import { useRead } from '@lilong/ui/client.ts';
import { useLive } from '@lilong/ui/live.ts';
import { Button } from 'antd';
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { Papers } from '../affairs/Papers.tsx';
import { useReadAgain } from '../affairs/use-page.ts';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';
import { AssistanceForm, type AssistanceFormName } from './AssistanceForm.tsx';
import { Inquiries } from './Inquiries.tsx';
import { ReckoningCard } from './ReckoningCard.tsx';
import './assistance.css';

interface PartProps {
  readonly refNo: string;
  /** Of the application: when it has moved, this is read again. */
  readonly version: number;
}
/** 救助核对: who agreed, what sources answered, what two people found, the notice, and what it comes to. */
export function AssistancePart({ refNo, version }: PartProps): ReactNode {
  const t = useT();
  useLive('assistance');
  const read = useRead(
    getAssistance,
    { ref: refNo },
    { staleTime: 300_000, refetchOnWindowFocus: false },
  );
  useTogether(refNo, version, read.data?.version, () => void read.refetch());
  return (
    <section className="part" aria-label={t('assistance.title')}>
      <h3>{t('assistance.title')}</h3>
      {read.error !== null && <Refused problem={read.error.problem} again={() => read.refetch()} />}
      {read.isPending && <Waiting rows={3} />}
      {read.data !== undefined && <Known page={read.data} />}
    </section>
  );
}

/** Application and verification stand on one page: when one moves on, the other is read again. */
function useTogether(
  ref: string,
  affair: number,
  matter: number | undefined,
  again: () => void,
): void {
  const readAffair = useReadAgain();
  const seen = useRef({ affair, matter });
  const look = useEffectEvent((now: { affair: number; matter: number | undefined }) => {
    const before = seen.current;
    seen.current = now;
    if (before.affair !== now.affair) again();
    if (before.matter !== undefined && before.matter !== now.matter) void readAffair(ref);
  });
  useEffect(() => look({ affair, matter }), [affair, matter]);
}

function Known({ page }: { readonly page: AssistancePage }): ReactNode {
  const t = useT();
  const { visit, notice, reckoning, stage } = page;
  const now = assistanceStages.indexOf(stage);
  return (
    <>
      <ol className="progress" aria-label={t('assistance.title')}>
        {assistanceStages.slice(0, -1).map((one, at) => (
          <li key={one} className={toneOf(at - now)} aria-current={at === now ? 'step' : undefined}>
            {t(`assistance.stage.${one}`)}
          </li>
        ))}
      </ol>
      <People page={page} />
      {page.inquiries !== null && page.asked > 0 && <Inquiries page={page} />}
      {visit !== null && <Visited visit={visit} />}
      {notice !== null && (
        <p>
          {t(notice.over ? 'assistance.notice-over' : 'assistance.notice-up', {
            place: notice.placeName,
            from: notice.from,
            to: notice.to,
            count: notice.objections,
          })}
        </p>
      )}
      {page.objections.map((one) => (
        <blockquote key={one.no}>
          {t('assistance.objected', { words: one.words })}
          {one.answer !== null && (
            <p>{t('assistance.objection-answered', { words: one.answer })}</p>
          )}
        </blockquote>
      ))}
      {reckoning !== null && <ReckoningCard reckoning={reckoning} basis={page.basis} />}
      <Acts page={page} />
    </>
  );
}

function Visited({ visit }: { readonly visit: NonNullable<AssistancePage['visit']> }): ReactNode {
  const t = useT();
  const { byName: one, withName: other, signedBy: signed } = visit;
  return (
    <div>
      <h4>{t('assistance.visit')}</h4>
      <p>{t('assistance.visited', { one, other, signed })}</p>
      <p>
        {visitChecks.map((check) => (
          <span key={check} className="tag">
            {t(`assistance.check.${check}`)} {t(`assistance.found.${visit.findings[check]}`)}
          </span>
        ))}
      </p>
      {visit.words !== null && <p>{visit.words}</p>}
      <Papers files={visit.files} name={t('assistance.visit')} />
    </div>
  );
}

function People({ page: { people, assistName } }: { readonly page: AssistancePage }): ReactNode {
  const t = useT();
  return (
    <>
      <ul className="assistance-people">
        {people.map((one) => (
          <li key={one.no}>
            <b>{one.name}</b> {one.relation}{' '}
            <span className="tag">{t(agreed(one.adult, one.authorisedAt))}</span>
          </li>
        ))}
      </ul>
      {assistName !== null && <p>{t('assistance.assists', { name: assistName })}</p>}
    </>
  );
}
function agreed(adult: boolean, at: string | null) {
  if (!adult) return 'assistance.child' as const;
  return at === null ? ('assistance.not-agreed' as const) : ('assistance.agreed' as const);
}

const forms: readonly AssistanceFormName[] = [
  'paper',
  'inquire',
  'visit',
  'notice',
  'object',
  'grant',
  'refuse',
];

/** What can be done now; one form at a time. */
function Acts({ page }: { readonly page: AssistancePage }): ReactNode {
  const t = useT();
  const [open, setOpen] = useState<AssistanceFormName>();
  const entitled = page.reckoning?.category != null;
  const can = (name: AssistanceFormName): boolean =>
    name === 'grant' || name === 'refuse'
      ? page.can.decide === true && (name === 'refuse' || entitled)
      : page.can[name] === true;
  if (open !== undefined && can(open))
    return <AssistanceForm key={open} name={open} page={page} onClose={() => setOpen(undefined)} />;
  return (
    <div className="assistance-acts">
      {forms.filter(can).map((name, at) => (
        <Button
          key={name}
          type={at === 0 && name !== 'paper' ? 'primary' : 'default'}
          danger={name === 'refuse'}
          onClick={() => setOpen(name)}
        >
          {t(`assistance.do.${name}`)}
        </Button>
      ))}
    </div>
  );
}

function toneOf(distance: number): string {
  if (distance < 0) return 'progress-done';
  return distance === 0 ? 'progress-now' : '';
}
