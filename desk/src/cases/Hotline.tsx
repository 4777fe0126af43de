// SPDX-License-Identifier: Apache-2.0
import type { CasePage } from '@lilong/contracts/case-shapes';
import { saveHotlineReply } from '@lilong/contracts/case-work';
import { useWrite } from '@lilong/ui/client.ts';
import { Button, Checkbox } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Cards } from '../parts/Cards.tsx';
import { momentOf, typedOf } from '../parts/days.ts';
import { Refused } from '../parts/Refused.tsx';
import { TextField } from '../parts/TextField.tsx';
import { type Key, useT } from '../words.ts';

type Reply = NonNullable<CasePage['hotline']>;
type TextName = { [K in keyof Reply]: Reply[K] extends string | null ? K : never }[keyof Reply];

const blank: Reply = {
  contactedFirst: false,
  notContactedReason: null,
  contactedAt: null,
  contactPerson: null,
  factFound: null,
  demandFound: null,
  sawOnSite: false,
  mayPublish: false,
  result: null,
  unsatisfiedReason: null,
  answerWords: null,
};
const results = ['solved', 'explained', 'other'] as const;

/** 12345's own reply form, for cases that came from there. */
export function Hotline({ page }: { readonly page: CasePage }): ReactNode {
  const t = useT();
  const write = useWrite(saveHotlineReply, { refreshes: ['cases'] });
  const [reply, setReply] = useState<Reply>(page.hotline ?? blank);
  if (page.line.channel !== 'hotline_12345') return null;
  const change = (part: Partial<Reply>) => setReply({ ...reply, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void write.send({ ref: page.line.ref, reply });
  };
  return (
    <details className="part hotline">
      <summary>
        <h3>{t('hotline.title')}</h3>
      </summary>
      <form className="form" onSubmit={submit}>
        <Contacted reply={reply} onChange={change} />
        <Text name="factFound" words="hotline.fact" reply={reply} onChange={change} />
        <Text name="demandFound" words="hotline.demand" reply={reply} onChange={change} />
        <Cards
          legend={t('hotline.result')}
          name="result"
          value={reply.result ?? undefined}
          options={results.map((value) => ({ value, title: t(`hotline.result.${value}`) }))}
          onChange={(result) => change({ result })}
        />
        <Text name="answerWords" words="hotline.answer" reply={reply} onChange={change} />
        <Text
          name="unsatisfiedReason"
          words="hotline.unsatisfied"
          reply={reply}
          onChange={change}
        />
        <Tick name="sawOnSite" words="hotline.on-site" reply={reply} onChange={change} />
        <Tick name="mayPublish" words="hotline.publish" reply={reply} onChange={change} />
        <Refused problem={write.refusal} />
        <p>
          <Button htmlType="submit" loading={write.pending}>
            {t('hotline.save')}
          </Button>{' '}
          {write.reply !== undefined && <span role="status">{t('hotline.saved')}</span>}
        </p>
      </form>
    </details>
  );
}

interface PartProps {
  readonly reply: Reply;
  readonly onChange: (part: Partial<Reply>) => void;
}

/** 先行联系: when and with whom, or why not. */
function Contacted({ reply, onChange }: PartProps): ReactNode {
  const t = useT();
  return (
    <>
      <Tick name="contactedFirst" words="hotline.contacted" reply={reply} onChange={onChange} />
      {reply.contactedFirst ? (
        <>
          <TextField
            label={t('hotline.contacted-at')}
            type="datetime-local"
            value={reply.contactedAt === null ? '' : typedOf(reply.contactedAt)}
            onChange={(text) => onChange({ contactedAt: text === '' ? null : momentOf(text) })}
          />
          <Text
            name="contactPerson"
            words="hotline.contact-person"
            reply={reply}
            onChange={onChange}
          />
        </>
      ) : (
        <Text
          name="notContactedReason"
          words="hotline.not-contacted-reason"
          reply={reply}
          onChange={onChange}
        />
      )}
    </>
  );
}

function Tick({
  name,
  words,
  reply,
  onChange,
}: PartProps & {
  readonly name: 'contactedFirst' | 'sawOnSite' | 'mayPublish';
  readonly words: Key;
}): ReactNode {
  const t = useT();
  return (
    <Checkbox checked={reply[name]} onChange={({ target }) => onChange({ [name]: target.checked })}>
      {t(words)}
    </Checkbox>
  );
}

function Text({
  name,
  words,
  reply,
  onChange,
}: PartProps & { readonly name: TextName; readonly words: Key }): ReactNode {
  const t = useT();
  return (
    <TextField
      label={t(words)}
      need="may"
      lines={1}
      maxLength={500}
      value={reply[name] ?? ''}
      onChange={(text) => onChange({ [name]: text === '' ? null : text })}
    />
  );
}
