// SPDX-License-Identifier: Apache-2.0
import { importStaff } from '@lilong/contracts/identity';
import type { ReplyOf } from '@lilong/contracts/route';
import { LONG_PATIENCE_MS, useWrite, type Write } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { FaultTable, TableFile } from '../parts/TableFile.tsx';
import { useT } from '../words.ts';
import { decodeTable } from './decode.ts';
import './staff.css';
import { TableBox } from '../parts/TableBox.tsx';

type Reply = ReplyOf<typeof importStaff>;

/** Organisations, staff and posts from one table: first tried, then done. */
export function ImportPage(): ReactNode {
  const t = useT();
  const [file, setFile] = useState<{ name: string; csv: string }>();
  const trial = useWrite(importStaff, { patienceMs: LONG_PATIENCE_MS });
  const real = useWrite(importStaff, {
    refreshes: ['staff', 'organisations'],
    patienceMs: LONG_PATIENCE_MS,
  });

  async function choose(chosen: File | undefined): Promise<void> {
    if (chosen === undefined) return;
    const csv = decodeTable(await chosen.arrayBuffer());
    setFile({ name: chosen.name, csv });
    real.clear();
    await trial.send({ csv, dry: true });
  }
  const good = trial.reply !== undefined && trial.reply.faults.length === 0 && trial.reply.good > 0;
  return (
    <div className="page page-narrow">
      <header>
        <h1>{t('import.title')}</h1>
        <p className="page-lead">{t('import.lead')}</p>
      </header>
      <ol className="import-steps">
        <TemplateStep />
        <TryStep name={file?.name} trial={trial} onChoose={(chosen) => void choose(chosen)} />
        <DoStep csv={good ? file?.csv : undefined} real={real} />
      </ol>
    </div>
  );
}

function TemplateStep(): ReactNode {
  const t = useT();
  return (
    <li className="sheet-card">
      <h2>{t('import.step-template')}</h2>
      <p>{t('import.template-how')}</p>
      <p>
        <a href={`${import.meta.env.BASE_URL}staff-template.csv`} download>
          {t('import.template')}
        </a>
      </p>
    </li>
  );
}

interface TryStepProps {
  readonly name: string | undefined;
  readonly trial: Write<typeof importStaff>;
  readonly onChoose: (chosen: File | undefined) => void;
}

function TryStep({ name, trial, onChoose }: TryStepProps): ReactNode {
  const t = useT();
  return (
    <li className="sheet-card">
      <h2>{t('import.step-try')}</h2>
      <TableFile name={name} onChoose={onChoose} />
      <Refused problem={trial.refusal} />
      {trial.reply !== undefined && <Found reply={trial.reply} />}
    </li>
  );
}

interface DoStepProps {
  /** The table, once its trial found no fault. */
  readonly csv: string | undefined;
  readonly real: Write<typeof importStaff>;
}

function DoStep({ csv, real }: DoStepProps): ReactNode {
  const t = useT();
  return (
    <li className="sheet-card">
      <h2>{t('import.step-do')}</h2>
      <Refused problem={real.refusal} />
      {real.reply === undefined ? (
        <p>
          <Button
            type="primary"
            disabled={csv === undefined}
            loading={real.pending}
            onClick={() => csv !== undefined && void real.send({ csv, dry: false })}
          >
            {t('import.do')}
          </Button>
        </p>
      ) : (
        <Imported reply={real.reply} />
      )}
    </li>
  );
}

function Found({ reply }: { readonly reply: Reply }): ReactNode {
  const t = useT();
  const { lines, good, faults, organisations, accounts, posts } = reply;
  return (
    <div role="status">
      <p>{t('import.found', { lines, good, faults: faults.length })}</p>
      {faults.length === 0 && <p>{t('import.would', { organisations, accounts, posts })}</p>}
      <FaultTable label={t('import.title')} faults={faults} />
    </div>
  );
}

/** First passwords stand here once; they can be printed or kept as a file, and nobody sees them again. */
function Imported({ reply }: { readonly reply: Reply }): ReactNode {
  const t = useT();
  const { organisations, accounts, posts, passwords } = reply;
  const table = [
    '\uFEFF账号,初始密码',
    ...passwords.map(({ login, password }) => `${login},${password}`),
  ].join('\r\n');
  return (
    <div role="status" className="form">
      <p>
        <Icon name="check" size={20} /> {t('import.done', { organisations, accounts, posts })}
      </p>
      {passwords.length > 0 && (
        <>
          <p>
            <b>{t('import.passwords')}</b>{' '}
            <a
              href={`data:text/csv;charset=utf-8,${encodeURIComponent(table)}`}
              download="lilong-passwords.csv"
            >
              {t('import.save-passwords')}
            </a>
          </p>
          <TableBox label={t('import.title')} more="import-passwords">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t('door.login')}</th>
                  <th scope="col">{t('import.password')}</th>
                </tr>
              </thead>
              <tbody>
                {passwords.map(({ login, password }) => (
                  <tr key={login}>
                    <td>{login}</td>
                    <td>
                      <code>{password}</code>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableBox>
        </>
      )}
      <p>
        {t('import.approve-next')} <Link to="/staff">{t('import.see-staff')}</Link>
      </p>
    </div>
  );
}
