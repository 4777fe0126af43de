// SPDX-License-Identifier: Apache-2.0
import { documentKinds } from '@lilong/contracts/registry';
import { lookUpNumber } from '@lilong/contracts/registry-moves';
import { useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import { type DocumentKind, type Mover, withoutDocument } from './arrival.ts';
import { Choices } from './Choices.tsx';
import { useCode } from './said.ts';

interface MoveInWhoProps {
  readonly door: string;
  readonly number: string;
  readonly onNumber: (number: string) => void;
  readonly onKnown: (mover: Mover) => void;
  readonly onCancel: () => void;
}

/** 出示证件: the number says whether the registry knows them, and for an identity card sex and day of birth. */
export function MoveInWho({
  door,
  number,
  onNumber,
  onKnown,
  onCancel,
}: MoveInWhoProps): ReactNode {
  const t = useT();
  const code = useCode();
  const write = useWrite(lookUpNumber);
  const [document, setDocument] = useState<DocumentKind>('111');
  async function look(): Promise<void> {
    const told = await write.send({ document, number: number.trim() });
    if (told !== undefined) onKnown({ document, number: number.trim(), told });
  }
  return (
    <DockForm
      title={t('move-in.title', { door })}
      submit={t('move-in.look')}
      pending={write.pending}
      problem={restOf(write.refusal, 'number')}
      onSubmit={() => void look()}
      onCancel={onCancel}
    >
      <TextField
        label={t('move-in.number', { document: code('document', document) })}
        hint={t('move-in.number-hint')}
        problem={blames(write.refusal, 'number')}
        maxLength={30}
        value={number}
        onChange={onNumber}
      />
      <OtherPapers
        document={document}
        onDocument={setDocument}
        onNone={() => onKnown(withoutDocument)}
      />
    </DockForm>
  );
}

interface OtherPapersProps {
  readonly document: DocumentKind;
  readonly onDocument: (document: DocumentKind) => void;
  readonly onNone: () => void;
}

/** Whoever shows no identity card, or nothing, is one tap further. */
function OtherPapers({ document, onDocument, onNone }: OtherPapersProps): ReactNode {
  const t = useT();
  const code = useCode();
  const [open, setOpen] = useState(false);
  return (
    <>
      {open && (
        <Choices
          legend={t('move-in.document')}
          name="document"
          value={document}
          options={documentKinds.map((value) => ({ value, title: code('document', value) }))}
          onChange={onDocument}
        />
      )}
      <div className="reg-else">
        {!open && (
          <button type="button" className="linkish reg-choose" onClick={() => setOpen(true)}>
            {t('move-in.other')}
          </button>
        )}
        <button type="button" className="linkish reg-choose" onClick={onNone}>
          {t('move-in.without')}
        </button>
      </div>
    </>
  );
}
