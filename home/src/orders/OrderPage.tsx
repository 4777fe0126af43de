// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { openOrder, reportOrder } from '@lilong/contracts/case-work';
import type { ReplyOf } from '@lilong/contracts/route';
import { useRead, useWrite, type Write } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useMoment } from '@lilong/ui/words.tsx';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Photo } from '../outbox/store.ts';
import { carryPhotos } from '../parts/carry.ts';
import { Field } from '../parts/Field.tsx';
import { lacking } from '../parts/local.ts';
import { PhotoField } from '../parts/PhotoField.tsx';
import { Refused, RetryLater } from '../parts/Refused.tsx';
import { Submit } from '../parts/Submit.tsx';
import { Opening } from '../shell/Fallbacks.tsx';
import { useInAddress } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';

/** What the code on a printed work order opens: where to go, by when, and how to say it is done. */
export function OrderPage(): ReactNode {
  const t = useT();
  const token = useInAddress('token');
  const order = useRead(openOrder, { token });
  const done = useWrite(reportOrder);
  if (done.reply !== undefined) return <Told words={t('order.thanks')} />;
  if (order.data === undefined && order.error !== null)
    return <RetryLater refusal={order.error.problem} again={() => void order.refetch()} />;
  if (order.data === undefined) return <Opening />;
  if (!order.data.open) return <Told words={t('order.ended')} />;
  return (
    <article className="page narrow my-case">
      <p className="tag">{t('order.title')}</p>
      <h1>{order.data.title}</h1>
      <Facts order={order.data} />
      <DoneForm token={token} done={done} />
    </article>
  );
}

function Told({ words }: { words: string }): ReactNode {
  const t = useT();
  return (
    <section className="page narrow" role="status">
      <h1>{t('order.title')}</h1>
      <p className="notice">{words}</p>
    </section>
  );
}

function Facts({ order }: { order: ReplyOf<typeof openOrder> }): ReactNode {
  const t = useT();
  const sayMoment = useMoment();
  return (
    <>
      <p className="where">
        <Icon name="pin" size="1.2em" />
        {order.address} · {order.placeName}
      </p>
      <dl className="facts card">
        <dt>{t('order.ref')}</dt>
        <dd>{order.ref}</dd>
        {order.dueAt !== null && (
          <>
            <dt>{t('order.due')}</dt>
            <dd>{sayMoment(order.dueAt)}</dd>
          </>
        )}
        {order.organisationName !== null && (
          <>
            <dt>{t('order.by')}</dt>
            <dd>{order.organisationName}</dd>
          </>
        )}
        {order.committeePhone !== null && (
          <>
            <dt>{t('sent.phone')}</dt>
            <dd>
              <a href={`tel:${order.committeePhone}`}>{order.committeePhone}</a>
            </dd>
          </>
        )}
      </dl>
    </>
  );
}

interface DoneFormProps {
  readonly token: string;
  readonly done: Write<typeof reportOrder>;
}
function DoneForm({ token, done }: DoneFormProps): ReactNode {
  const t = useT();
  const [words, setWords] = useState('');
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  const [mistake, setMistake] = useState<Problem>();
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setMistake(words.trim() === '' ? lacking('words') : undefined);
    if (words.trim() === '') return;
    const carried = await carryPhotos(photos, { order: token });
    if ('problem' in carried) return setMistake(carried.problem);
    await done.send({ token, words: words.trim(), photos: carried.numbers });
  }
  const refusal = mistake ?? done.refusal;
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <h2>{t('order.done')}</h2>
      <PhotoField
        label={t('order.photos')}
        note={t('field.optional')}
        photos={photos}
        onChange={setPhotos}
        refusal={refusal}
        order={token}
      />
      <Field
        name="words"
        label={t('order.words')}
        rows={3}
        maxLength={1000}
        value={words}
        onChange={setWords}
        refusal={refusal}
      />
      <Refused refusal={refusal} except={['words', 'photos']} />
      <Submit pending={done.pending}>{t('order.send')}</Submit>
    </form>
  );
}
