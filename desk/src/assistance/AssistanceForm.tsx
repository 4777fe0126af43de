// SPDX-License-Identifier: Apache-2.0
import {
  type AssistancePage,
  answerObjection,
  authoriseOnPaper,
  beginInquiry,
  beginNotice,
  decideAssistance,
} from '@lilong/contracts/assistance-work';
import type { InputOf, Route } from '@lilong/contracts/route';
import { useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { type ActDraft, useWriting, type Writing } from '../affairs/drafts.ts';
import { SaidForm } from '../affairs/SaidForm.tsx';
import { DockForm } from '../cases/DockForm.tsx';
import { PhotoPicker } from '../parts/PhotoPicker.tsx';
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
      return <DecideForm {...form} name={name} />;
  }
}

/** An act on the matter as it stands on the screen. What was written is kept until it was taken. */
function useAssisting<T extends Route>(
  route: T,
  { page: { ref, version }, onClose }: FormProps,
  writing?: Writing,
) {
  const write = useWrite(route, { refreshes: ['assistance', 'affairs'] });
  const send = async (said: Omit<InputOf<T>, 'ref' | 'version'>): Promise<void> => {
    const reply = await write.send({ ref, version, ...said } as InputOf<T>); // each act names the one it is about
    if (reply === undefined) return;
    writing?.forget();
    onClose();
  };
  return { pending: write.pending, refusal: write.refusal, send };
}
const trimmed = ({ draft }: Writing, name: keyof ActDraft): string => draft[name]?.trim() ?? '';

/** The clock stands still for the reason that is written here. */
function ReasonForm({
  name,
  ...form
}: FormProps & { readonly name: 'inquire' | 'notice' }): ReactNode {
  const t = useT();
  const writing = useWriting(form.page.ref, name, { reason: t(`assistance.usual.${name}`) });
  const acting = useAssisting(name === 'inquire' ? beginInquiry : beginNotice, form, writing);
  return (
    <SaidForm
      title={t(`assistance.do.${name}`)}
      asks={[{ name: 'reason', label: t('assistance.stops') }]}
      writing={writing}
      acting={acting}
      onSubmit={() => void acting.send({ reason: trimmed(writing, 'reason') })}
      onCancel={form.onClose}
    />
  );
}

/** Somebody signed on paper: whose it is, and its picture. */
function PaperForm(form: FormProps): ReactNode {
  const t = useT();
  const acting = useAssisting(authoriseOnPaper, form);
  const [files, setFiles] = useState<readonly number[]>([]);
  const one = form.page.people.find(({ adult, authorisedAt }) => adult && authorisedAt === null);
  return (
    <DockForm
      title={t('assistance.paper-of', { name: one?.name ?? '' })}
      submit={t('assistance.do.paper')}
      blocked={files.length === 0}
      pending={acting.pending}
      problem={acting.refusal}
      onSubmit={() => void acting.send({ person: one?.no ?? 0, files: [...files] })}
      onCancel={form.onClose}
    >
      <PhotoPicker label={t('assistance.paper')} value={files} onChange={setFiles} />
    </DockForm>
  );
}

function ObjectionForm(form: FormProps): ReactNode {
  const t = useT();
  const one = form.page.objections.find((open) => open.answer === null);
  const writing = useWriting(form.page.ref, `object ${one?.no}`);
  const acting = useAssisting(answerObjection, form, writing);
  return (
    <SaidForm
      title={t('assistance.do.object')}
      about={t('assistance.objected', { words: one?.words ?? '' })}
      asks={[{ name: 'answer' }]}
      writing={writing}
      acting={acting}
      onSubmit={() => void acting.send({ no: one?.no ?? 0, answer: trimmed(writing, 'answer') })}
      onCancel={form.onClose}
    />
  );
}

/** What the reckoning comes to is granted, or it is refused; with reasons, and what one can do about it. */
function DecideForm({
  name,
  ...form
}: FormProps & { readonly name: 'grant' | 'refuse' }): ReactNode {
  const t = useT();
  const writing = useWriting(form.page.ref, name, { remedy: t('assistance.usual.remedy') });
  const acting = useAssisting(decideAssistance, form, writing);
  const send = (): void => {
    const [reason, remedy] = [trimmed(writing, 'reason'), trimmed(writing, 'remedy')];
    void acting.send({ grant: name === 'grant', reason, remedy });
  };
  return (
    <SaidForm
      title={t(`assistance.do.${name}`)}
      asks={[{ name: 'reason' }, { name: 'remedy' }]}
      writing={writing}
      acting={acting}
      grave={name === 'refuse'}
      onSubmit={send}
      onCancel={form.onClose}
    />
  );
}
