// SPDX-License-Identifier: Apache-2.0
import { type AssistancePage, writeAnswer } from '@lilong/contracts/assistance-work';
import { fenOf, yuan } from '@lilong/ui/assistance/yuan.ts';
import { localProblem, useWrite } from '@lilong/ui/client.ts';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { Cards } from '../parts/Cards.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';

type T = ReturnType<typeof useT>;
type Inquiry = NonNullable<AssistancePage['inquiries']>[number];

/** Whom the inquiry asked, and what came back: what was found line by line, what was not in one, and what waits as buttons. */
export function Inquiries({ page }: { readonly page: AssistancePage }): ReactNode {
  const t = useT();
  const [open, setOpen] = useState<number>();
  const inquiries = page.inquiries ?? [];
  const one = inquiries.find(({ no }) => no === open);
  return (
    <div className="assistance-inquiries">
      <h4>{t('assistance.inquiry', { answered: page.answered, asked: page.asked })}</h4>
      {page.people.map(({ no, name }) => (
        <OfPerson
          key={no}
          name={name}
          inquiries={inquiries.filter(({ person }) => person === no)}
          onOpen={page.can.answer === true ? setOpen : undefined}
        />
      ))}
      {one !== undefined && (
        <ByHand key={one.no} page={page} inquiry={one} onClose={() => setOpen(undefined)} />
      )}
    </div>
  );
}

interface OfPersonProps {
  readonly name: string;
  readonly inquiries: readonly Inquiry[];
  /** Writes down what came by letter. */
  readonly onOpen: ((inquiry: number) => void) | undefined;
}
function OfPerson({ name, inquiries, onOpen }: OfPersonProps): ReactNode {
  const t = useT();
  const source = (one: Inquiry): string => t(`assistance.source.${one.source}`);
  const found = inquiries.filter(({ state, answer }) => state === 'found' && answer !== null);
  const none = inquiries.filter(({ state }) => state === 'none');
  const left = inquiries.filter(({ state }) => state === 'left');
  const open = inquiries.filter(({ state }) => state === 'asked' || state === 'late');
  return (
    <section className="assistance-asked" aria-label={name}>
      <h5>{name}</h5>
      <dl className="assistance-found">
        {[...found, ...left].map((one) => (
          <div key={one.no}>
            <dt>{source(one)}</dt>
            <dd>{saidOf(t, one)}</dd>
          </div>
        ))}
        {none.length > 0 && (
          <div>
            <dt>{t('assistance.answer.none')}</dt>
            <dd>{none.map(source).join(' · ')}</dd>
          </div>
        )}
      </dl>
      {open.length > 0 && (
        <div className="assistance-open">
          <span>
            {t(
              onOpen === undefined ? 'assistance.answer.asked' : 'assistance.answer.asked-by-hand',
            )}
          </span>
          {open.map((one) => (
            <Waits key={one.no} inquiry={one} onOpen={onOpen} />
          ))}
        </div>
      )}
    </section>
  );
}

function Waits({
  inquiry: { no, source, state },
  onOpen,
}: { readonly inquiry: Inquiry } & Pick<OfPersonProps, 'onOpen'>): ReactNode {
  const t = useT();
  const late = state === 'late' ? ` · ${t('assistance.answer.late')}` : '';
  const says = `${t(`assistance.source.${source}`)}${late}`;
  if (onOpen === undefined) return <span className="tag">{says}</span>;
  return (
    <Button size="small" onClick={() => onOpen(no)} title={t('assistance.by-hand')}>
      {says}
    </Button>
  );
}

const sums = ['incomeFen', 'assetsFen', 'medicalFen', 'educationFen'] as const;

/** Each sum with what it is. */
function saidOf(t: T, { answer, state }: Inquiry): string {
  const said = sums.flatMap((key) => {
    const fen = answer?.[key];
    return fen === undefined || fen === 0 ? [] : [t(`assistance.found-${key}`, { sum: yuan(fen) })];
  });
  const left = state === 'left' ? [t('assistance.answer.left')] : [];
  return [...left, ...said, ...(answer?.says === undefined ? [] : [answer.says])].join(' · ');
}

interface ByHandProps {
  readonly page: AssistancePage;
  readonly inquiry: Inquiry;
  readonly onClose: () => void;
}
/** A letter came, there is nothing on record, or it is decided without. */
function ByHand({ page, inquiry, onClose }: ByHandProps): ReactNode {
  const t = useT();
  const write = useWrite(writeAnswer, { refreshes: ['assistance', 'affairs'] });
  const [state, setState] = useState<'found' | 'none' | 'left'>('none');
  const [sum, setSum] = useState('');
  const [reason, setReason] = useState('');
  const [unread, setUnread] = useState(false);
  const kind = state === 'found' ? sumOf[inquiry.source] : undefined;
  const problem = unread ? localProblem('assistance.no-sum', 400, 'sum') : write.refusal;
  async function send(): Promise<void> {
    const fen = fenOf(sum);
    const isUnread = kind !== undefined && sum.trim() !== '' && fen === undefined;
    setUnread(isUnread);
    if (isUnread) return;
    const answer = kind === undefined || fen === undefined ? {} : { [kind]: fen };
    const told = { inquiry: inquiry.no, state, answer, reason: reason.trim() };
    const done = await write.send({ ref: page.ref, version: page.version, ...told });
    if (done !== undefined) onClose();
  }
  return (
    <DockForm
      title={t(`assistance.source.${inquiry.source}`)}
      submit={t('assistance.by-hand')}
      pending={write.pending}
      problem={restOf(problem, 'reason', 'sum')}
      onSubmit={() => void send()}
      onCancel={onClose}
    >
      <StateCards value={state} onChange={setState} />
      {kind !== undefined && (
        <TextField
          label={t(`assistance.sum-${kind}`)}
          need="may"
          problem={blames(problem, 'sum')}
          value={sum}
          maxLength={12}
          onChange={setSum}
        />
      )}
      <TextField
        label={t('assistance.reason')}
        problem={blames(problem, 'reason')}
        value={reason}
        maxLength={200}
        onChange={setReason}
      />
    </DockForm>
  );
}

/** What a source tells a sum of; others tell in words. */
const sumOf: Partial<Record<Inquiry['source'], (typeof sums)[number]>> = {
  tax: 'incomeFen',
  social_security: 'incomeFen',
  employment: 'incomeFen',
  spending: 'medicalFen',
  deposits: 'assetsFen',
  securities: 'assetsFen',
  insurance: 'assetsFen',
  funds: 'assetsFen',
  housing_fund: 'assetsFen',
};

interface StateCardsProps {
  readonly value: 'found' | 'none' | 'left';
  readonly onChange: (value: StateCardsProps['value']) => void;
}
function StateCards({ value, onChange }: StateCardsProps): ReactNode {
  const t = useT();
  return (
    <Cards
      legend={t('assistance.answer')}
      name="state"
      value={value}
      options={(['none', 'found', 'left'] as const).map((one) => ({
        ...{ value: one, title: t(`assistance.answer.${one}`) },
      }))}
      onChange={onChange}
    />
  );
}
