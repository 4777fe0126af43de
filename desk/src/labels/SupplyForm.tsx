// SPDX-License-Identifier: Apache-2.0

import type { Problem } from '@lilong/contracts/call';
import type { SuppliedLabel } from '@lilong/contracts/registry-supply';
import { saveFile } from '@lilong/ui/save-file.ts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { blames, restOf } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { FaultTable, TableFile } from '../parts/TableFile.tsx';
import { PickField, TextField } from '../parts/TextField.tsx';
import { useName } from '../registry/said.ts';
import { useT } from '../words.ts';
import { type Tried, useList, type Whole } from './use-list.ts';

interface SupplyFormProps {
  readonly labels: readonly SuppliedLabel[];
  readonly finish: (words?: string) => void;
}
/** A list is tried as soon as it is chosen; what is good in it can then be taken. */
export function SupplyForm({ labels, finish }: SupplyFormProps): ReactNode {
  const t = useT();
  const { chosen, whole, problem, tried, trying, taking, choose, settle, take } = useList();
  async function submit(): Promise<void> {
    const taken = await take();
    if (taken !== undefined) finish(t('labels.supplied', { name: chosen?.name ?? '', taken }));
  }
  return (
    <section className="sheet-card form" aria-labelledby="labels-supply">
      <h2 id="labels-supply">{t('labels.supply')}</h2>
      <p>{t('labels.supply-how')}</p>
      <WholeList labels={labels} whole={whole} problem={problem} onChange={settle} />
      <TableFile name={chosen?.name} workbooks onChoose={(file) => void choose(file)} />
      <Refused problem={restOf(problem, 'label', 'from')} />
      {trying && <p role="status">{t('labels.trying')}</p>}
      {tried !== undefined && <Found tried={tried} labels={labels} />}
      <div className="bar-buttons">
        <Button
          type="primary"
          disabled={tried === undefined || tried.taken === 0}
          loading={taking}
          onClick={() => void submit()}
        >
          {t('labels.take', { taken: tried?.taken ?? 0 })}
        </Button>
        <Button onClick={() => finish()}>{t('form.cancel')}</Button>
      </div>
    </section>
  );
}

interface WholeListProps extends Pick<SupplyFormProps, 'labels'> {
  readonly whole: Whole;
  readonly problem: Problem | undefined;
  readonly onChange: (whole: Whole) => void;
}

/** Most lists are of one label and one day, which then stand in no column. */
function WholeList({ labels, whole, problem, onChange }: WholeListProps): ReactNode {
  const t = useT();
  const name = useName();
  const { label, from } = whole;
  return (
    <div className="labels-whole">
      <PickField
        label={t('labels.whole-label')}
        need="may"
        placeholder={t('labels.whole-label-none')}
        problem={blames(problem, 'label')}
        value={label}
        options={labels.map((one) => ({ value: one.code, label: name(one) }))}
        onChange={(code) =>
          onChange({
            ...(code === undefined ? {} : { label: code }),
            ...(from === undefined ? {} : { from }),
          })
        }
      />
      <TextField
        label={t('labels.whole-from')}
        need="may"
        type="date"
        problem={blames(problem, 'from')}
        value={from ?? ''}
        onChange={(day) =>
          onChange({
            ...(label === undefined ? {} : { label }),
            ...(day === '' ? {} : { from: day }),
          })
        }
      />
    </div>
  );
}

interface FoundProps extends Pick<SupplyFormProps, 'labels'> {
  readonly tried: Tried;
}

/** What would be taken, by label, and what has to be mended, line by line. */
function Found({ tried, labels }: FoundProps): ReactNode {
  const t = useT();
  const name = useName();
  const counted = tried.labels.map(({ label, lines }) => {
    const known = labels.find(({ code }) => code === label);
    return t('labels.lines', { name: known === undefined ? label : name(known), lines });
  });
  const faults = tried.refused.map(({ line, field, why, says }) => ({
    ...{ line, code: why, detail: says },
    field: t(`labels.field.${field}`),
  }));
  const save = () => {
    const lines = faults.map(({ line, field, detail }) => `${line},${field},"${detail}"`);
    const head = [t('import.line'), t('import.field'), t('import.fault')].join();
    saveFile(t('labels.faults-file'), 'text/csv', `\uFEFF${[head, ...lines].join('\r\n')}\r\n`);
  };
  return (
    <div role="status" className="form">
      <p>
        <b>{t('labels.tried', { taken: tried.taken, bad: tried.bad })}</b>{' '}
        {counted.join(t('list.join'))}
      </p>
      {tried.bad > 0 && (
        <p className="field-hint">
          {t('labels.bad-how')} <Button onClick={save}>{t('labels.faults-save')}</Button>
        </p>
      )}
      <FaultTable label={t('labels.faults')} faults={faults.slice(0, 200)} />
    </div>
  );
}
