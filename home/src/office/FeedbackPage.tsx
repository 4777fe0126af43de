// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { giveFeedback } from '@lilong/contracts/office';
import type { ReplyOf } from '@lilong/contracts/route';
import { useWrite } from '@lilong/ui/client.ts';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Field } from '../parts/Field.tsx';
import { lacking } from '../parts/local.ts';
import { Refused } from '../parts/Refused.tsx';
import { Submit } from '../parts/Submit.tsx';
import { useT } from '../words/use.ts';
import { WithWords } from '../words/WithWords.tsx';

const subjects = ['complaint', 'suggestion', 'accessibility'] as const;
type Subject = (typeof subjects)[number];

/** What people say of the product itself; troubles of the neighbourhood have their own page. */
export function FeedbackPage(): ReactNode {
  return (
    <WithWords of="office">
      <Feedback />
    </WithWords>
  );
}

function Feedback(): ReactNode {
  const t = useT();
  const [about, setAbout] = useState<Subject>('suggestion');
  const [words, setWords] = useState('');
  const [contact, setContact] = useState('');
  const [mistake, setMistake] = useState<Problem>();
  const feedback = useWrite(giveFeedback);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setMistake(words.trim() === '' ? lacking('words') : undefined);
    if (words.trim() === '') return;
    await feedback.send({
      about,
      words: words.trim(),
      ...(contact.trim() === '' ? {} : { contact: contact.trim() }),
    });
  }
  if (feedback.reply !== undefined) return <Thanks no={feedback.reply.no} />;
  const refusal = mistake ?? feedback.refusal;
  return (
    <form className="page narrow" noValidate onSubmit={(event) => void submit(event)}>
      <h1>{t('feedback.title')}</h1>
      <p>{t('feedback.what')}</p>
      <Subjects about={about} onChoose={setAbout} />
      <Field
        name="words"
        label={t('feedback.words')}
        rows={6}
        maxLength={2000}
        value={words}
        onChange={setWords}
        refusal={refusal}
      />
      <Field
        name="contact"
        label={t('feedback.contact')}
        note={t('field.optional')}
        maxLength={80}
        value={contact}
        onChange={setContact}
        refusal={refusal}
      />
      <Refused refusal={refusal} except={['words', 'contact']} />
      <Submit pending={feedback.pending}>{t('submit.send')}</Submit>
    </form>
  );
}

interface SubjectsProps {
  readonly about: Subject;
  readonly onChoose: (about: Subject) => void;
}
function Subjects({ about, onChoose }: SubjectsProps): ReactNode {
  const t = useT();
  return (
    <fieldset className="choices">
      <legend>{t('feedback.kind')}</legend>
      {subjects.map((one) => (
        <label key={one} className="choice">
          <input type="radio" name="about" checked={about === one} onChange={() => onChoose(one)} />
          <span>{t(`feedback.${one}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Thanks({ no }: { no: ReplyOf<typeof giveFeedback>['no'] }): ReactNode {
  const t = useT();
  return (
    <section className="page narrow" role="status">
      <h1>{t('feedback.thanks')}</h1>
      <p>{t('feedback.no', { no })}</p>
    </section>
  );
}
