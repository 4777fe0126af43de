// SPDX-License-Identifier: Apache-2.0
import { type CatalogueRow, draftCatalogue } from '@lilong/contracts/catalogue';
import type { ItemBody } from '@lilong/contracts/item-body';
import { useWrite } from '@lilong/ui/client.ts';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { dayAfter } from '../parts/days.ts';
import { blames } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import { BasicPart, type PartProps, ResultPart } from './BasicPart.tsx';
import { DocumentsPart } from './DocumentsPart.tsx';
import { draftOf, forgetDraft, type ItemDraft, keepDraft, keptDraft, without } from './draft.ts';
import { GuideParts } from './GuideParts.tsx';
import { ListParts } from './ListParts.tsx';
import { PartsPart } from './PartsPart.tsx';
import { BurdenLine, PhonePreview } from './PhonePreview.tsx';
import { RulePart, UnaskedPart } from './RulePart.tsx';

interface ItemEditorProps {
  readonly row: CatalogueRow;
  readonly onSent: () => void;
}

const sentOf = ({ body, nameEn, ...head }: ItemDraft) => ({
  ...head,
  ...(nameEn === '' ? {} : { nameEn }),
  body: { ...body },
});

/** Writes a new version of a matter beside the form that it would be. Nothing changes until somebody else approves it. */
export function ItemEditor({ row, onSent }: ItemEditorProps): ReactNode {
  const t = useT();
  const [kept] = useState(() => keptDraft(row.key));
  const [draft, setDraft] = useState<ItemDraft>(() => kept ?? draftOf(row, dayAfter(1)));
  const write = useWrite(draftCatalogue, { refreshes: ['catalogue'] });
  const problem = write.refusal;
  const change = (part: Partial<ItemDraft>): void => {
    const now = { ...draft, ...part };
    keepDraft(row.key, now);
    setDraft(now);
  };
  const onBody = (part: { [K in keyof ItemBody]?: ItemBody[K] | undefined }): void =>
    change({ body: without({ ...draft.body, ...part }) as ItemBody });
  const forget = (): void => {
    forgetDraft(row.key);
    setDraft(draftOf(row, dayAfter(1)));
  };
  async function send(): Promise<void> {
    if ((await write.send({ kind: 'item', key: row.key, ...sentOf(draft) })) === undefined) return;
    forgetDraft(row.key);
    onSent();
  }
  const parts = { draft, problem, onChange: change, onBody };
  return (
    <div className="item-edit">
      <form
        className="item-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {kept !== undefined && <p className="note">{t('items.kept')}</p>}
        <AllParts {...parts} />
        <Send
          draft={draft}
          problem={problem}
          onChange={change}
          pending={write.pending}
          onForget={forget}
        />
      </form>
      <aside className="item-beside" aria-label={t('items.preview')}>
        <BurdenLine draft={draft} />
        <PhonePreview draft={draft} />
      </aside>
    </div>
  );
}

/** Everything of a matter, in the order in which people meet it. */
function AllParts(parts: PartProps): ReactNode {
  return (
    <>
      <BasicPart {...parts} />
      <ListParts {...parts} />
      <ResultPart {...parts} />
      <DocumentsPart {...parts} />
      <RulePart {...parts} />
      <UnaskedPart {...parts} />
      <PartsPart {...parts} />
      <GuideParts {...parts} />
    </>
  );
}

interface SendProps extends Omit<PartProps, 'onBody'> {
  readonly pending: boolean;
  readonly onForget: () => void;
}
/** From which day, by which source; what is refused is said here too. */
function Send({ draft, problem, pending, onChange, onForget }: SendProps): ReactNode {
  const t = useT();
  return (
    <section className="sheet-card item-part" aria-label={t('items.send')}>
      <h2>{t('items.send')}</h2>
      <div className="item-both">
        <TextField
          label={t('catalogue.head.effectiveFrom')}
          type="date"
          value={draft.effectiveFrom}
          problem={blames(problem, 'effectiveFrom')}
          onChange={(effectiveFrom) => onChange({ effectiveFrom })}
        />
        <TextField
          label={t('catalogue.head.source')}
          value={draft.source}
          problem={blames(problem, 'source')}
          onChange={(source) => onChange({ source })}
        />
      </div>
      <p className="field-hint">{t('items.keep')}</p>
      <Refused problem={problem} />
      <div className="bar-buttons">
        <Button type="primary" htmlType="submit" loading={pending}>
          {t('items.send')}
        </Button>
        <Button onClick={onForget}>{t('items.forget')}</Button>
      </div>
    </section>
  );
}
