// SPDX-License-Identifier: Apache-2.0
import { type ItemLine, listItems } from '@lilong/contracts/affair-items';
import { assistanceItems } from '@lilong/contracts/assistance-items';
import { recordMandate } from '@lilong/contracts/mandates';
import type { PersonCard } from '@lilong/contracts/registry';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { keepPreviousData } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { type ReactNode, useState } from 'react';
import { useNamed } from '../affairs/said.ts';
import { DockForm } from '../cases/DockForm.tsx';
import { dayAfter } from '../parts/days.ts';
import { blames, Field, restOf } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import type { Finish } from './CardFrame.tsx';
import { useDay } from './said.ts';

interface MandateFormProps {
  readonly card: Pick<PersonCard, 'person' | 'name'>;
  readonly finish: Finish;
}
type Chosen = Pick<ItemLine, 'item' | 'name' | 'nameEn'>;

/** 请人帮办: somebody without a phone says aloud who may act for them; the helper shows their code. */
export function MandateForm({ card, finish }: MandateFormProps): ReactNode {
  const t = useT();
  const say = useDay();
  const { person, name } = card;
  const write = useWrite(recordMandate, { refreshes: ['registry'] });
  const [code, setCode] = useState('');
  const [items, setItems] = useState<readonly Chosen[]>([]);
  const [until, setUntil] = useState(() => dayAfter(30));
  const [certificates, setCertificates] = useState(false);
  const problem = write.refusal;
  async function submit(): Promise<void> {
    const asked = { person, code: code.replace(/\s/g, ''), certificates, until };
    const what = items.length === 0 ? {} : { items: items.map(({ item }) => item) };
    const made = await write.send({ ...asked, ...what });
    if (made !== undefined)
      finish(t('mandate.done', { name: made.name, of: name, day: say(made.until) }));
  }
  return (
    <DockForm
      title={t('mandate.title', { name })}
      submit={t('mandate.submit')}
      pending={write.pending}
      problem={restOf(problem, 'code', 'items', 'until')}
      onSubmit={() => void submit()}
      onCancel={() => finish()}
    >
      <Matters chosen={items} problem={problem} onChange={setItems} />
      <TextField
        label={t('mandate.until')}
        type="date"
        problem={blames(problem, 'until')}
        value={until}
        onChange={setUntil}
      />
      <Checkbox checked={certificates} onChange={({ target }) => setCertificates(target.checked)}>
        {t('mandate.certificates')}
      </Checkbox>
      <ReadAloud name={name} items={items} until={until} certificates={certificates} />
      <TextField
        label={t('mandate.code')}
        hint={t('mandate.code-hint')}
        problem={blames(problem, 'code')}
        maxLength={26}
        value={code}
        onChange={setCode}
      />
    </DockForm>
  );
}

interface ReadAloudProps {
  readonly name: string;
  readonly items: readonly Chosen[];
  readonly until: string;
  readonly certificates: boolean;
}
/** What the worker reads before the person says yes; the code of the helper, whose Enter sends it, comes after. */
function ReadAloud({ name, items, until, certificates }: ReadAloudProps): ReactNode {
  const t = useT();
  const say = useDay();
  const named = useNamed();
  const what = items.map((one) => named(one.name, one.nameEn)).join(t('mandate.and'));
  const day = until === '' ? '…' : say(until);
  const words = certificates ? 'mandate.read-aloud-certificates' : 'mandate.read-aloud';
  return <p className="note">{t(words, { name, items: what || '…', day })}</p>;
}

interface MattersProps {
  readonly chosen: readonly Chosen[];
  readonly problem: Parameters<typeof blames>[0];
  readonly onChange: (chosen: readonly Chosen[]) => void;
}
/** Found by words; what was chosen stands first. */
function Matters({ chosen, problem, onChange }: MattersProps): ReactNode {
  const t = useT();
  const named = useNamed();
  const [q, setQ] = useState('');
  const asked = q.trim() === '' ? {} : { q: q.trim() };
  const { data } = useRead(listItems, asked, { placeholderData: keepPreviousData });
  const found = (data?.items ?? [])
    .filter(({ item, fromHome }) => fromHome && !assistanceItems.includes(item))
    .filter(({ item }) => !chosen.some((one) => one.item === item))
    .slice(0, 5);
  const toggle = (one: Chosen, on: boolean) =>
    onChange(on ? [...chosen, one] : chosen.filter(({ item }) => item !== one.item));
  return (
    <>
      <TextField label={t('mandate.items')} type="search" value={q} onChange={setQ} />
      <Field label={t('mandate.chosen')} problem={blames(problem, 'items')}>
        {({ id, 'aria-describedby': said }) => (
          <fieldset id={id} aria-describedby={said} className="mandate-items">
            {[...chosen, ...found].map((one, at) => (
              <Checkbox
                key={one.item}
                checked={at < chosen.length}
                onChange={({ target }) => toggle(one, target.checked)}
              >
                {named(one.name, one.nameEn)}
              </Checkbox>
            ))}
          </fieldset>
        )}
      </Field>
    </>
  );
}
