// SPDX-License-Identifier: Apache-2.0
import { itemCard } from '@lilong/contracts/affair-items';
import { askCorrection } from '@lilong/contracts/affair-work';
import type { AffairPage } from '@lilong/contracts/affairs';
import { useRead } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { useT } from '../words.ts';
import type { ActFormProps } from './ActForm.tsx';
import { said, useWriting } from './drafts.ts';
import { PaperChecks } from './PaperChecks.tsx';
import { SaidField } from './SaidField.tsx';
import { useAct } from './use-act.ts';

type Paper = Pick<AffairPage['materials'][number], 'key' | 'name' | 'nameEn' | 'how'>;

/** Those of the application, and those of its item that nobody had to bring so far. */
function usePapers(page: AffairPage): readonly Paper[] {
  const card = useRead(itemCard, { item: page.item }, { staleTime: 600_000 }).data;
  const own = page.materials.filter(({ how }) => how !== 'held');
  const others = card?.version === page.itemVersion ? card.materials : [];
  const more = others.filter(
    ({ key, when }) => when === null && !page.materials.some((one) => one.key === key),
  );
  return [...own, ...more.map((one) => ({ ...one, how: 'missing' as const }))];
}

/** 一次告知: all that is missing, at once. What the city holds cannot be asked for and is not among them. */
export function AskForm({ page, onDone, onCancel }: ActFormProps): ReactNode {
  const t = useT();
  const writing = useWriting(page.ref, 'ask');
  const papers = usePapers(page);
  const [missing, setMissing] = useState(() =>
    page.materials.filter(({ how }) => how === 'missing').map(({ key }) => key),
  );
  const acting = useAct(askCorrection, page, () => {
    writing.forget();
    onDone();
  });
  const words = said(writing.draft.words);
  return (
    <DockForm
      title={t('affairmove.ask')}
      submit={t('affairmove.ask')}
      pending={acting.pending}
      blocked={page.can.ask !== true}
      problem={restOf(acting.refusal, 'missing', 'words')}
      onSubmit={() => void acting.send({ missing, ...(words === undefined ? {} : { words }) })}
      onCancel={onCancel}
      notice={<p className="field-hint">{t('affairs.ask-once')}</p>}
    >
      <PaperChecks
        legend={t('affairs.missing')}
        papers={papers}
        chosen={missing}
        problem={blames(acting.refusal, 'missing')}
        onChange={setMissing}
      />
      <SaidField
        name="words"
        need="may"
        label={t('affairs.ask-words')}
        hint={t('affairs.ask-words-hint')}
        writing={writing}
        problem={acting.refusal}
      />
    </DockForm>
  );
}
