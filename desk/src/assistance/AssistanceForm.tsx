// SPDX-License-Identifier: Apache-2.0
import {
  type AssistancePage,
  answerObjection,
  authoriseOnPaper,
  beginInquiry,
  beginNotice,
  decideAssistance,
} from '@lilong/contracts/assistance-work';
import { useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { PhotoPicker } from '../parts/PhotoPicker.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import { VisitForm } from './VisitForm.tsx';

export type AssistanceFormName =
  | 'paper'
  | 'inquire'
  | 'visit'
  | 'notice'
  | 'object'
  | 'grant'
  | 'refuse';

interface FormProps {
  readonly page: AssistancePage;
  readonly onClose: () => void;
}
export const topics = { refreshes: ['assistance', 'affairs'] } as const;

export function AssistanceForm({
  name,
  ...form
}: FormProps & { readonly name: AssistanceFormName }): ReactNode {
  switch (name) {
    case 'visit':
      return <VisitForm {...form} />;
    case 'paper':
      return <PaperForm {...form} />;
    case 'inquire':
    case 'notice':
      return <ReasonForm {...form} name={name} />;
    case 'object':
      return <ObjectionForm {...form} />;
    default:
      return <DecideForm {...form} grant={name === 'grant'} />;
  }
}

/** The clock stands still for the reason that is written here. */
function ReasonForm({
  page,
  onClose,
  name,
}: FormProps & { readonly name: 'inquire' | 'notice' }): ReactNode {
  const t = useT();
  const write = useWrite(name === 'inquire' ? beginInquiry : beginNotice, topics);
  const [reason, setReason] = useState(t(`assistance.usual.${name}`));
  async function send(): Promise<void> {
    const { ref, version } = page;
    if ((await write.send({ ref, version, reason: reason.trim() })) !== undefined) onClose();
  }
  return (
    <DockForm
      title={t(`assistance.do.${name}`)}
      submit={t(`assistance.do.${name}`)}
      pending={write.pending}
      problem={restOf(write.refusal, 'reason')}
      onSubmit={() => void send()}
      onCancel={onClose}
    >
      <TextField
        label={t('assistance.stops')}
        problem={blames(write.refusal, 'reason')}
        lines={2}
        value={reason}
        maxLength={1000}
        onChange={setReason}
      />
    </DockForm>
  );
}

/** Somebody signed on paper: whose it is, and its picture. */
function PaperForm({ page, onClose }: FormProps): ReactNode {
  const t = useT();
  const write = useWrite(authoriseOnPaper, topics);
  const [files, setFiles] = useState<readonly number[]>([]);
  const one = page.people.find(({ adult, authorisedAt }) => adult && authorisedAt === null);
  async function send(): Promise<void> {
    const { ref, version } = page;
    const sent = await write.send({ ref, version, person: one?.no ?? 0, files: [...files] });
    if (sent !== undefined) onClose();
  }
  return (
    <DockForm
      title={t('assistance.paper-of', { name: one?.name ?? '' })}
      submit={t('assistance.do.paper')}
      blocked={files.length === 0}
      pending={write.pending}
      problem={write.refusal}
      onSubmit={() => void send()}
      onCancel={onClose}
    >
      <PhotoPicker label={t('assistance.paper')} value={files} onChange={setFiles} />
    </DockForm>
  );
}

function ObjectionForm({ page, onClose }: FormProps): ReactNode {
  const t = useT();
  const write = useWrite(answerObjection, topics);
  const [answer, setAnswer] = useState('');
  const one = page.objections.find((open) => open.answer === null);
  async function send(): Promise<void> {
    const { ref, version } = page;
    if ((await write.send({ ref, version, no: one?.no ?? 0, answer: answer.trim() })) !== undefined)
      onClose();
  }
  return (
    <DockForm
      title={t('assistance.objected', { words: one?.words ?? '' })}
      submit={t('assistance.do.object')}
      pending={write.pending}
      problem={restOf(write.refusal, 'answer')}
      onSubmit={() => void send()}
      onCancel={onClose}
    >
      <TextField
        label={t('assistance.objection-answer')}
        problem={blames(write.refusal, 'answer')}
        lines={2}
        value={answer}
        maxLength={1000}
        onChange={setAnswer}
      />
    </DockForm>
  );
}

/** What the reckoning comes to is granted, or it is refused; with reasons, and what one can do about it. */
function DecideForm({ page, onClose, grant }: FormProps & { readonly grant: boolean }): ReactNode {
  const t = useT();
  const write = useWrite(decideAssistance, topics);
  const [reason, setReason] = useState('');
  const [remedy, setRemedy] = useState(t('assistance.usual.remedy'));
  const name = grant ? 'grant' : 'refuse';
  async function send(): Promise<void> {
    const { ref, version } = page;
    if (
      (await write.send({ ref, version, grant, reason: reason.trim(), remedy: remedy.trim() })) !==
      undefined
    )
      onClose();
  }
  return (
    <DockForm
      title={t(`assistance.do.${name}`)}
      submit={t(`assistance.do.${name}`)}
      grave={!grant}
      pending={write.pending}
      problem={restOf(write.refusal, 'reason', 'remedy')}
      onSubmit={() => void send()}
      onCancel={onClose}
    >
      <TextField
        label={t('assistance.reason')}
        problem={blames(write.refusal, 'reason')}
        lines={2}
        value={reason}
        maxLength={1000}
        onChange={setReason}
      />
      <TextField
        label={t('assistance.remedy')}
        problem={blames(write.refusal, 'remedy')}
        lines={2}
        value={remedy}
        maxLength={1000}
        onChange={setRemedy}
      />
    </DockForm>
  );
}
