// SPDX-License-Identifier: Apache-2.0
import { giveMaterial, supplementFor } from '@lilong/contracts/affair-work';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { useT } from '../words.ts';
import type { ActFormProps } from './ActForm.tsx';
import { wordsOf } from './acts.ts';
import { PaperChecks } from './PaperChecks.tsx';
import { useAct } from './use-act.ts';

interface BringFormProps extends ActFormProps {
  readonly act: 'supplement' | 'give';
}

/** Papers that are handed over at the counter: those that were asked for, or those that might follow later. */
export function BringForm({ act, page, onDone, onCancel }: BringFormProps): ReactNode {
  const t = useT();
  const papers = page.materials.filter(({ asked, how }) =>
    act === 'supplement' ? asked : how === 'later',
  );
  const [brought, setBrought] = useState(() => papers.map(({ key }) => key));
  const supplement = useAct(supplementFor, page, onDone);
  const give = useAct(giveMaterial, page, onDone);
  const acting = act === 'supplement' ? supplement : give;
  const materials = brought.map((key) => ({ key, how: 'paper' as const }));
  return (
    <DockForm
      title={t(wordsOf(act))}
      submit={t('affairs.brought')}
      pending={acting.pending}
      blocked={page.can[act] !== true || brought.length === 0}
      problem={acting.refusal}
      onSubmit={() => void acting.send({ materials })}
      onCancel={onCancel}
    >
      <PaperChecks
        legend={t('affairs.papers-here')}
        papers={papers}
        chosen={brought}
        problem={undefined}
        onChange={setBrought}
      />
    </DockForm>
  );
}
