// SPDX-License-Identifier: Apache-2.0
import { importDuties } from '@lilong/contracts/duties';
import { useWrite } from '@lilong/ui/client.ts';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { FaultTable, TableFile } from '../parts/TableFile.tsx';
import { decodeTable } from '../staff/decode.ts';
import { useT } from '../words.ts';

/** The list from one table: first tried, then kept as drafts that are decided together. */
export function DutyImport({ onDone }: { readonly onDone: () => void }): ReactNode {
  const t = useT();
  const [file, setFile] = useState<{ name: string; csv: string }>();
  const trial = useWrite(importDuties);
  const real = useWrite(importDuties, { refreshes: ['duties'] });
  const tried = trial.reply;
  const good = tried !== undefined && tried.faults.length === 0 && tried.drafts > 0;

  async function choose(chosen: File | undefined): Promise<void> {
    if (chosen === undefined) return;
    const csv = decodeTable(await chosen.arrayBuffer());
    setFile({ name: chosen.name, csv });
    real.clear();
    await trial.send({ csv, dry: true });
  }
  async function bring(): Promise<void> {
    if (file === undefined) return;
    if ((await real.send({ csv: file.csv, dry: false })) !== undefined) onDone();
  }
  return (
    <section className="sheet-card form" aria-labelledby="duty-import">
      <h2 id="duty-import">{t('duties.import')}</h2>
      <p>
        {t('duties.import-how')}{' '}
        <a href={`${import.meta.env.BASE_URL}duties-template.csv`} download>
          {t('import.template')}
        </a>
      </p>
      <TableFile name={file?.name} onChoose={(chosen) => void choose(chosen)} />
      <Refused problem={trial.refusal ?? real.refusal} />
      {tried !== undefined && (
        <div role="status">
          <p>{t('duties.tried', { ...tried, faults: tried.faults.length })}</p>
          <FaultTable label={t('duties.import')} faults={tried.faults} />
        </div>
      )}
      <div className="bar-buttons">
        <Button type="primary" disabled={!good} loading={real.pending} onClick={() => void bring()}>
          {t('catalogue.save-draft')}
        </Button>
        <Button onClick={onDone}>{t('form.cancel')}</Button>
      </div>
    </section>
  );
}
