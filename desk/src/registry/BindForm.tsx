// SPDX-License-Identifier: Apache-2.0
import type { documentKinds, PersonCard } from '@lilong/contracts/registry';
import { endBinding, offerBinding } from '@lilong/contracts/registry-own';
import type { ReplyOf } from '@lilong/contracts/route';
import { useWrite } from '@lilong/ui/client.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import type { Finish } from './CardFrame.tsx';
import { Choices } from './Choices.tsx';
import { useCode } from './said.ts';

interface BindFormProps {
  readonly card: PersonCard;
  readonly finish: Finish;
}
type Document = (typeof documentKinds)[number];

/** 绑定账号: the document is in the worker's hand; the person types her code at home. Who has an account already parts it here. */
export function BindForm({ card, finish }: BindFormProps): ReactNode {
  return card.boundSince === null ? (
    <Offer card={card} finish={finish} />
  ) : (
    <Part card={card} since={card.boundSince} finish={finish} />
  );
}

function Offer({ card, finish }: BindFormProps): ReactNode {
  const t = useT();
  const write = useWrite(offerBinding);
  const papers = card.numbers.filter(({ element }) => element === 'id');
  const [document, setDocument] = useState(papers[0]?.document as Document | undefined); // a kind that this form takes
  const [number, setNumber] = useState('');
  const code = useCode();
  const { person, name } = card;
  if (write.reply !== undefined) return <Given name={name} given={write.reply} finish={finish} />;
  const named = code('document', document ?? '111');
  const send = () => write.send({ person, document: document ?? '111', number: number.trim() });
  return (
    <DockForm
      title={t('bind.title', { name })}
      submit={t('bind.submit')}
      pending={write.pending}
      blocked={papers.length === 0}
      problem={restOf(write.refusal, 'number')}
      onSubmit={() => void send()}
      onCancel={() => finish()}
    >
      <p>{t(papers.length === 0 ? 'bind.no-papers' : 'bind.what')}</p>
      {papers.length > 1 && (
        <Choices
          legend={t('move-in.document')}
          name="document"
          value={document}
          options={papers.map((one) => ({
            value: (one.document ?? '111') as Document,
            title: code('document', one.document ?? ''),
          }))}
          onChange={setDocument}
        />
      )}
      {papers.length > 0 && (
        <TextField
          label={t('move-in.number', { document: named })}
          hint={t('bind.number-hint')}
          problem={blames(write.refusal, 'number')}
          maxLength={30}
          value={number}
          onChange={setNumber}
        />
      )}
    </DockForm>
  );
}

interface GivenProps {
  readonly name: string;
  readonly given: ReplyOf<typeof offerBinding>;
  readonly finish: Finish;
}
/** Shown once, large enough to be read across a table. */
function Given({ name, given, finish }: GivenProps): ReactNode {
  const t = useT();
  const say = useMoment();
  return (
    <DockForm
      title={t('bind.title', { name })}
      submit={t('bind.typed')}
      pending={false}
      problem={undefined}
      onSubmit={() => finish(t('bind.done'))}
      onCancel={() => finish()}
    >
      <div role="status">
        <p>{t('bind.read-out')}</p>
        <p className="reg-code">
          {given.code.slice(0, 3)} {given.code.slice(3)}
        </p>
        <img
          className="reg-qr"
          src={`data:image/svg+xml;utf8,${encodeURIComponent(given.qrSvg)}`}
          alt=""
        />
        <p>{t('bind.scan')}</p>
        <p>{t('bind.until', { when: say(given.until) })}</p>
      </div>
    </DockForm>
  );
}

interface PartProps extends BindFormProps {
  readonly since: string;
}
function Part({ card, since, finish }: PartProps): ReactNode {
  const t = useT();
  const say = useMoment();
  const write = useWrite(endBinding, { refreshes: ['registry'] });
  const submit = async () =>
    (await write.send({ person: card.person })) !== undefined && finish(t('bind.parted'));
  return (
    <DockForm
      title={t('bind.title', { name: card.name })}
      submit={t('bind.part')}
      grave
      pending={write.pending}
      problem={write.refusal}
      onSubmit={() => void submit()}
      onCancel={() => finish()}
    >
      <p>{t('bind.since', { when: say(since, 'day') })}</p>
      <p>{t('bind.part-why')}</p>
    </DockForm>
  );
}
