// SPDX-License-Identifier: Apache-2.0
// 打印或导出: why and for how many days, then the list itself, made anew each time it is fetched.
import {
  type CrowdColumn,
  type CrowdLine,
  exportCrowd,
  exportDays,
  exportFile,
} from '@lilong/contracts/registry-crowds';
import { registryWords } from '@lilong/contracts/registry-labels';
import { LONG_PATIENCE_MS, useRead, useWrite } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { saveFile } from '@lilong/ui/save-file.ts';
import { Button } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { blames, restOf } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { TextField } from '../parts/TextField.tsx';
import { Choices } from '../registry/Choices.tsx';
import { useDay, useName } from '../registry/said.ts';
import { wordsKept } from '../registry/use-card.ts';
import { useT } from '../words.ts';
import { ColumnChips } from './Columns.tsx';
import { isSame, useSaveColumns } from './columns.ts';

interface TakeOutProps {
  readonly kept: CrowdLine;
  readonly columns: readonly CrowdColumn[];
  readonly onColumns: (columns: CrowdColumn[]) => void;
}

/** A list of names leaves the program: for a purpose, until a day, and everybody in it can read that it did. */
export function TakeOut({ kept, columns, onColumns }: TakeOutProps): ReactNode {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const write = useWrite(exportCrowd);
  const saving = useSaveColumns();
  async function make(purpose: string, days: number): Promise<void> {
    if (!isSame(kept.columns, columns) && !(await saving.save(kept, columns))) return;
    await write.send({ crowd: kept.crowd, purpose, days });
  }
  const made = write.reply;
  return (
    <section className="part crowd-out">
      <h2>{t('crowds.out')}</h2>
      {made === undefined && !asking && (
        <Button size="large" onClick={() => setAsking(true)}>
          {t('crowds.out-begin')}
        </Button>
      )}
      {made === undefined && asking && (
        <Why
          pending={write.pending || saving.pending}
          problem={write.refusal ?? saving.refusal}
          onSend={(purpose, days) => void make(purpose, days)}
        >
          <ColumnChips columns={columns} onChange={onColumns} />
        </Why>
      )}
      {made !== undefined && <Files made={made} />}
    </section>
  );
}

interface WhyProps {
  readonly pending: boolean;
  readonly problem: ReturnType<typeof useWrite>['refusal'];
  readonly onSend: (purpose: string, days: number) => void;
  /** What the list shows. */
  readonly children: ReactNode;
}

function Why({ pending, problem, onSend, children }: WhyProps): ReactNode {
  const t = useT();
  const name = useName();
  const words = useRead(registryWords, {}, wordsKept);
  const [purpose, setPurpose] = useState<string>();
  const [days, setDays] = useState(String(exportDays.usual));
  function send(event: FormEvent): void {
    event.preventDefault();
    if (!pending) onSend(purpose as string, Number(days)); // left out until it is chosen: the server asks for it
  }
  return (
    <form className="form" noValidate onSubmit={send}>
      <Refused problem={restOf(problem ?? words.error?.problem, 'purpose', 'days')} />
      <Choices
        legend={t('crowds.out-why')}
        name="purpose"
        value={purpose}
        options={(words.data?.purposes ?? []).map((one) => ({ value: one.key, title: name(one) }))}
        problem={blames(problem, 'purpose')}
        onChange={setPurpose}
      />
      <TextField
        label={t('crowds.out-days')}
        hint={t('crowds.out-days-hint', { most: exportDays.most })}
        type="number"
        problem={blames(problem, 'days')}
        value={days}
        onChange={setDays}
      />
      {children}
      <p className="field-hint">{t('crowds.out-seen')}</p>
      <div>
        <Button type="primary" size="large" htmlType="submit" loading={pending}>
          {t('crowds.out-make')}
        </Button>
      </div>
    </form>
  );
}

interface FilesProps {
  readonly made: { readonly export: number; readonly people: number; readonly expiresOn: string };
}

function Files({ made }: FilesProps): ReactNode {
  const t = useT();
  const say = useDay();
  const write = useWrite(exportFile, { patienceMs: LONG_PATIENCE_MS });
  async function take(as: 'csv' | 'page'): Promise<void> {
    const file = await write.send({ export: made.export, as });
    if (file !== undefined) saveFile(file.name, file.type, file.text);
  }
  return (
    <>
      <p role="status">
        {t('crowds.out-made', { people: made.people, day: say(made.expiresOn), no: made.export })}
      </p>
      <Refused problem={write.refusal} />
      <div className="crowd-pages">
        <Button
          size="large"
          icon={<Icon name="printer" size={18} />}
          disabled={write.pending}
          onClick={() => void take('page')}
        >
          {t('crowds.out-page')}
        </Button>
        <Button
          size="large"
          icon={<Icon name="down" size={18} />}
          disabled={write.pending}
          onClick={() => void take('csv')}
        >
          {t('crowds.out-csv')}
        </Button>
      </div>
    </>
  );
}
