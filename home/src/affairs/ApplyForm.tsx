// SPDX-License-Identifier: Apache-2.0
import type { AffairForm, AffairPage } from '@lilong/contracts/affairs';
import { localProblem } from '@lilong/ui/client.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import { type FormEvent, lazy, type ReactNode, Suspense, useState } from 'react';
import { useFocusRefusal } from '../parts/focus-refusal.ts';
import { Refused } from '../parts/Refused.tsx';
import { Submit } from '../parts/Submit.tsx';
import { Coming, Opening } from '../shell/Fallbacks.tsx';
import { useAffairT } from '../words/affairs.tsx';
import { AskedFields } from './AskedFields.tsx';
import { Deliver } from './Deliver.tsx';
import { Known } from './Known.tsx';
import { MaterialFields } from './MaterialFields.tsx';
import { Questions } from './Questions.tsx';
import { Sign } from './Sign.tsx';
import { Named } from './said.tsx';
import { type Application, useApplication } from './use-application.ts';
import '../counters/counters.css';

/** Read when there is something to throw away. */
const Discard = lazy(() => import('./Discard.tsx').then(({ Discard }) => ({ default: Discard })));

interface ApplyFormProps {
  readonly account: number;
  readonly form: AffairForm;
  /** The draft to go on with. */
  readonly page?: AffairPage;
  readonly onHanded: (page: AffairPage) => void;
}

/** In order: what decides, what is known, what is left to type, papers, how the result comes, the signature. */
export function ApplyForm({ account, form, page, onHanded }: ApplyFormProps): ReactNode {
  const t = useAffairT();
  const application = useApplication({ account, form, page });
  const [signed, setSigned] = useState(false);
  const { told, change, refusal } = application;
  useFocusRefusal(refusal);
  if (told === undefined) return <Opening />;
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const unsigned = signed ? undefined : localProblem('home.sign', 400, 'signed');
    const handed = await application.submit(unsigned);
    if (handed !== undefined) onHanded(handed);
  }
  const parts = { form, told, onChange: change, refusal };
  return (
    <form className="page narrow apply" noValidate onSubmit={(event) => void submit(event)}>
      <Head form={form} />
      <Questions {...parts} />
      <Known form={form} told={told} />
      <AskedFields {...parts} />
      <MaterialFields {...parts} />
      <Deliver {...parts} />
      <Sign form={form} told={told} signed={signed} onChange={setSigned} refusal={refusal} />
      <div className="go">
        <Refused refusal={refusal} except={shownFields(form)} />
        <Submit pending={application.pending}>{t('apply.submit')}</Submit>
        <Where application={application} />
      </div>
      {application.begun !== undefined && (
        <Suspense fallback={<Coming />}>
          <Discard begun={application.begun} onDiscarded={application.forget} />
        </Suspense>
      )}
    </form>
  );
}

/** Those say themselves what is wrong with them. */
const shownFields = ({ item, fields, materials }: AffairForm): string[] => [
  'signed',
  ...item.questions.map(({ key }) => `questions.${key}`),
  ...fields.map(({ key }) => `fields.${key}`),
  ...materials.map(({ key }) => `materials.${key}`),
];

function Head({ form }: { readonly form: AffairForm }): ReactNode {
  const t = useAffairT();
  const say = useMoment();
  const { item, personName, promise } = form;
  return (
    <header className="apply-head">
      <h1>
        <Named zh={item.name} en={item.nameEn} />
      </h1>
      <p>
        {t('apply.for', { name: personName })}
        <b>{item.byRule ? t('item.at-once') : t('apply.promise', { when: say(promise.dueAt) })}</b>
      </p>
      {promise.provisional && <p className="hint">{t('mine.provisional')}</p>}
    </header>
  );
}

/** Where what was typed is, so that one can stop without fear. */
function Where({ application: { saved } }: { readonly application: Application }): ReactNode {
  const t = useAffairT();
  const words = {
    nothing: 'apply.auto',
    saving: 'apply.saving',
    server: 'apply.saved',
    phone: 'apply.on-phone',
  } as const;
  return (
    <p className="hint" role="status">
      {t(words[saved])}
    </p>
  );
}
