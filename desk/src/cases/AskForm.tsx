// SPDX-License-Identifier: Apache-2.0
import { askReporter } from '@lilong/contracts/case-work';
import { useWrite } from '@lilong/ui/client.ts';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { blames, restOf } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import type { ActFormProps } from './ActionForm.tsx';
import { Contact } from './Contact.tsx';
import { DockForm } from './DockForm.tsx';

/** A question that every reporter of the case can answer in place; whoever has no account is telephoned. */
export function AskForm(props: ActFormProps): ReactNode {
  return props.page.reports.some(({ account }) => account) ? (
    <AskInPlace {...props} />
  ) : (
    <AskByPhone {...props} />
  );
}

/** Nobody could read the question: the phone numbers, as far as this post may see them. */
function AskByPhone({ page, onDone }: ActFormProps): ReactNode {
  const t = useT();
  return (
    <section className="dock" aria-label={t('act.ask')}>
      <h3 className="dock-title">{t('act.ask')}</h3>
      <div className="dock-fields">
        <p role="status">{t('ask.by-phone')}</p>
        {page.reports.map((report) => (
          <Contact key={report.ref} report={report} page={page} />
        ))}
      </div>
      <div className="dock-foot">
        <Button onClick={onDone}>{t('keys.close')}</Button>
      </div>
    </section>
  );
}

function AskInPlace({ page, onDone }: ActFormProps): ReactNode {
  const t = useT();
  const write = useWrite(askReporter, { refreshes: ['cases'] });
  const [words, setWords] = useState('');
  const submit = async () =>
    (await write.send({ ref: page.line.ref, words })) !== undefined && onDone();
  return (
    <DockForm
      title={t('act.ask')}
      submit={t('ask.send')}
      pending={write.pending}
      problem={restOf(write.refusal, 'words')}
      onSubmit={() => void submit()}
      onCancel={onDone}
    >
      <TextField
        label={t('ask.words')}
        hint={t(page.reports.every(({ account }) => account) ? 'ask.hint' : 'ask.hint-some')}
        problem={blames(write.refusal, 'words')}
        lines={2}
        maxLength={500}
        value={words}
        onChange={setWords}
      />
    </DockForm>
  );
}
