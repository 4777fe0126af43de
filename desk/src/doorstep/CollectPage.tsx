// SPDX-License-Identifier: Apache-2.0
import { collectPapers, doorItem, doorMatters, type Lacking } from '@lilong/contracts/doorstep';
import { localProblem, refresh, useRead, useWrite } from '@lilong/ui/client.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { forThisVisit } from '../affairs/receiving.ts';
import { BackLink } from '../parts/BackLink.tsx';
import { restOf } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';
import { Consent } from './Consent.tsx';
import { Matters, type Open } from './Matters.tsx';
import { Take } from './Take.tsx';
import { nothingTaken, type Taking, toldOf } from './taking.ts';
import '../affairs/affairs.css';
import './doorstep.css';

/** Slips begun and left, kept as long as the page lives. */
const begun = new Map<number, Taking>();

/** 上门收件, at the door: for which matter, which papers, the person's yes. */
export function CollectPage(): ReactNode {
  const t = useT();
  const person = Number(useParams({ from: '/doorstep/for/$person' }).person);
  const { data, error, refetch } = useRead(doorMatters, { person }, forThisVisit);
  return (
    <div className="page page-narrow">
      <BackLink to="/doorstep">{t('doorstep.back')}</BackLink>
      <Refused problem={error?.problem} again={() => refetch()} />
      {data === undefined && error === null && <Waiting rows={6} />}
      {data !== undefined && (
        <>
          <h1>{t('doorstep.for-whom', { name: data.name })}</h1>
          <Slip key={person} person={person} matters={data.matters} />
        </>
      )}
    </div>
  );
}

interface SlipProps {
  readonly person: number;
  readonly matters: readonly Open[];
}
function Slip({ person, matters }: SlipProps): ReactNode {
  const t = useT();
  const { taking, change, submit, pending, problem } = useTaking(person);
  const { about, lines } = taking;
  return (
    <form className="form" noValidate onSubmit={(event) => void submit(event)}>
      <Matters
        matters={matters}
        about={about}
        onChoose={(one) => change({ about: one, lines: [] })}
      />
      {about !== undefined && (
        <Needed person={person} item={about.item} matter={openOf(matters, about.matter)}>
          {(needed, centreName) => (
            <>
              <Take needed={needed} lines={lines} onChange={(now) => change({ lines: now })} />
              {lines.length > 0 && (
                <Consent
                  taking={taking}
                  centreName={centreName}
                  problem={problem}
                  onChange={change}
                />
              )}
            </>
          )}
        </Needed>
      )}
      <Refused problem={restOf(problem, 'consent', 'code', 'agreed.code')} />
      {lines.length > 0 && (
        <div className="bar-buttons">
          <Button type="primary" htmlType="submit" loading={pending}>
            {t('doorstep.submit')}
          </Button>
        </div>
      )}
    </form>
  );
}

/** What is ticked and typed, kept while the page lives; sent, it is the slip. */
function useTaking(person: number) {
  const [taking, setTaking] = useState<Taking>(() => begun.get(person) ?? nothingTaken);
  const [unsaid, setUnsaid] = useState(false);
  const write = useWrite(collectPapers);
  const go = useNavigate();
  const queries = useQueryClient();
  const change = (part: Partial<Taking>): void => {
    setUnsaid(false);
    const now = { ...taking, ...part };
    begun.set(person, now);
    setTaking(now);
  };
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const told = toldOf(person, taking);
    setUnsaid(told === undefined);
    if (told === undefined) return;
    const made = await write.send(told);
    if (made === undefined) return;
    begun.delete(person);
    await refresh(queries, 'affairs');
    await go({ to: '/doorstep/$ref', params: { ref: made.ref } });
  }
  const lacking = unsaid ? localProblem('affairs.consent', 400, 'consent') : undefined;
  return { taking, change, submit, pending: write.pending, problem: lacking ?? write.refusal };
}

const openOf = (matters: readonly Open[], ref: string | undefined): Open | undefined =>
  matters.find((one) => one.ref === ref);

interface NeededProps {
  readonly person: number;
  readonly item: string;
  /** What is applied for already says itself what it lacks, and where it lies. */
  readonly matter: Open | undefined;
  readonly children: (needed: readonly Lacking[], centreName: string) => ReactNode;
}
function Needed({ person, item, matter, children }: NeededProps): ReactNode {
  if (matter !== undefined) return children(matter.lacking, matter.centreName);
  return (
    <OfItem person={person} item={item}>
      {children}
    </OfItem>
  );
}

function OfItem({ person, item, children }: Omit<NeededProps, 'matter'>): ReactNode {
  const { data, error, refetch } = useRead(doorItem, { person, item }, forThisVisit);
  if (error !== null) return <Refused problem={error.problem} again={() => refetch()} />;
  if (data === undefined) return <Waiting rows={3} />;
  return children(data.lacking, data.centreName ?? '');
}
