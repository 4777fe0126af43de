// SPDX-License-Identifier: Apache-2.0
import { counterForm, receiveApplication } from '@lilong/contracts/affair-work';
import type { AffairForm } from '@lilong/contracts/affairs';
import { localProblem, refresh, useRead, useWrite } from '@lilong/ui/client.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Cards } from '../parts/Cards.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';
import { CounterConsent } from './CounterConsent.tsx';
import { CounterDraft } from './CounterDraft.tsx';
import { CounterFields } from './CounterFields.tsx';
import { CounterPapers } from './CounterPapers.tsx';
import { consentOf, forThisVisit, saidOf, startOf, type Taken } from './receiving.ts';
import { useNamed } from './said.ts';

interface CounterFormProps {
  readonly person: number;
  readonly item: string;
  readonly ticket: string | undefined;
  readonly onOther: () => void;
}

/** Forms begun and left, kept as long as the page lives. */
const begun = new Map<string, Taken>();

/** One matter for the person at the window: nothing that is known is typed. */
export function CounterForm(props: CounterFormProps): ReactNode {
  const { person, item, onOther } = props;
  const t = useT();
  const { data, error, refetch } = useRead(counterForm, { person, item }, forThisVisit);
  if (error !== null) return <Refused problem={error.problem} again={refetch} />;
  if (data === undefined) return <Waiting rows={8} />;
  if (data.acceptName !== null) return <Taking {...props} form={data} />;
  return (
    <>
      <p className="note note-wait">{t('affairs.no-centre')}</p>
      <Button onClick={onOther}>{t('affairs.other')}</Button>
    </>
  );
}

type TakingProps = CounterFormProps & { readonly form: AffairForm };

function Taking({ form, person, item, ticket, onOther }: TakingProps): ReactNode {
  const t = useT();
  const name = `${person} ${item}`;
  const [taken, setTaken] = useState<Taken>(() => begun.get(name) ?? startOf(form));
  const [unasked, setUnasked] = useState(false);
  const write = useWrite(receiveApplication);
  const go = useNavigate();
  const queries = useQueryClient();
  const change = (part: Partial<Taken>): void => {
    setUnasked(false);
    const now = { ...taken, ...part };
    begun.set(name, now);
    setTaken(now);
  };
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const consent = consentOf(taken);
    setUnasked(consent === undefined);
    if (consent === undefined) return;
    const said = { ...saidOf(form, taken), ...(ticket === undefined ? {} : { ticket }) };
    const page = await write.send({ person, item, consent, ...said });
    if (page === undefined) return;
    begun.delete(name);
    await refresh(queries, 'affairs');
    await go({ to: '/affairs/$ref', params: { ref: page.ref } });
  }
  const lacking = unasked ? localProblem('affairs.consent', 400, 'consent') : undefined;
  const parts = { form, taken, onChange: change, problem: lacking ?? write.refusal };
  return (
    <form className="form affairs-receive" noValidate onSubmit={(event) => void submit(event)}>
      <Head form={form} />
      <Questions {...parts} />
      <CounterDraft {...parts} />
      <CounterFields {...parts} />
      <CounterPapers {...parts} />
      <Deliver {...parts} />
      <CounterConsent {...parts} />
      <Refused problem={restOf(write.refusal, ...shownIn(form))} />
      <div className="bar-buttons">
        <Button type="primary" htmlType="submit" loading={write.pending}>
          {t('affairs.receive')}
        </Button>
        <Button onClick={onOther}>{t('affairs.other')}</Button>
      </div>
    </form>
  );
}

/** Those say themselves what is wrong with them. */
const shownIn = ({ item, fields }: AffairForm): string[] => [
  'deliverBy',
  'consent',
  'consent.code',
  'code',
  ...item.questions.map(({ key }) => `questions.${key}`),
  ...fields.map(({ key }) => `fields.${key}`),
];

export interface CounterPartProps {
  readonly form: AffairForm;
  readonly taken: Taken;
  readonly onChange: (part: Partial<Taken>) => void;
  readonly problem: ReturnType<typeof useWrite<typeof receiveApplication>>['refusal'];
}

function Head({ form }: { readonly form: AffairForm }): ReactNode {
  const t = useT();
  const say = useMoment();
  const named = useNamed();
  const { item, personName, promise, acceptName, decideName } = form;
  return (
    <header>
      <h1>{named(item.name, item.nameEn)}</h1>
      <p className="page-lead">
        {t('affairs.for-whom', { name: personName })} ·{' '}
        {t('affairs.if-now', { when: say(promise.dueAt, 'day') })} ·{' '}
        {t('affairs.goes', { accept: acceptName ?? '', decide: decideName ?? '' })}
      </p>
    </header>
  );
}

function Questions({ form, taken, onChange, problem }: CounterPartProps): ReactNode {
  const named = useNamed();
  return form.item.questions.map(({ key, ask, askEn, choices }) => (
    <Cards
      key={key}
      legend={named(ask, askEn)}
      name={key}
      value={taken.questions[key]}
      options={choices.map((one) => ({ value: one.key, title: named(one.says, one.saysEn) }))}
      problem={blames(problem, `questions.${key}`)}
      onChange={(answer) => onChange({ questions: { ...taken.questions, [key]: answer } })}
    />
  ));
}

function Deliver({ form, taken, onChange, problem }: CounterPartProps): ReactNode {
  const t = useT();
  const { deliveries } = form.item.result;
  if (deliveries.length < 2) return null;
  return (
    <Cards
      legend={t('affairs.comes')}
      name="deliverBy"
      value={taken.deliverBy}
      options={deliveries.map((value) => ({ value, title: t(`delivery.${value}`) }))}
      problem={blames(problem, 'deliverBy')}
      onChange={(deliverBy) => onChange({ deliverBy })}
    />
  );
}
