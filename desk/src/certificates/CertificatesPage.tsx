// SPDX-License-Identifier: Apache-2.0
import { issuedCertificates } from '@lilong/contracts/certificates';
import type { ReplyOf } from '@lilong/contracts/route';
import { useRead } from '@lilong/ui/client.ts';
import { Button, Segmented } from 'antd';
import { type ReactNode, useState } from 'react';
import { Empty } from '../parts/Empty.tsx';
import { Refused } from '../parts/Refused.tsx';
import { SearchLine } from '../parts/SearchLine.tsx';
import { TableBox } from '../parts/TableBox.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';
import { RevokeForm } from './RevokeForm.tsx';

const whats = ['certificates', 'letters'] as const;
type What = (typeof whats)[number];
type Line = ReplyOf<typeof issuedCertificates>['certificates'][number];

/** 证照、决定书: what the own office has issued, newest first; taken back for a reason that the holder reads. */
export function CertificatesPage(): ReactNode {
  const t = useT();
  const [q, setQ] = useState('');
  const [done, setDone] = useState('');
  const [what, setWhat] = useState<What>('certificates');
  const read = useRead(issuedCertificates, q === '' ? { what } : { what, q });
  return (
    <div className="page">
      <header>
        <h1>{t('certificates.title')}</h1>
        <p className="page-lead">{t('certificates.lead')}</p>
      </header>
      <Segmented<What>
        aria-label={t('certificates.what')}
        value={what}
        onChange={setWhat}
        options={whats.map((value) => ({ value, label: t(`certificates.what.${value}`) }))}
      />
      <SearchLine label={t('certificates.find')} value={q} onFind={setQ} />
      <p role="status" className={done === '' ? 'unseen' : 'note note-done'}>
        {done}
      </p>
      {read.error !== null && <Refused problem={read.error.problem} again={() => read.refetch()} />}
      {read.isPending && <Waiting rows={4} />}
      {read.data !== undefined && (
        <>
          <Issued lines={read.data.certificates} onDone={setDone} />
          {read.data.more && <p className="note">{t('certificates.more')}</p>}
        </>
      )}
    </div>
  );
}

interface IssuedProps {
  readonly lines: readonly Line[];
  readonly onDone: (words: string) => void;
}

function Issued({ lines, onDone }: IssuedProps): ReactNode {
  const t = useT();
  if (lines.length === 0) return <Empty icon="document" title={t('certificates.none')} />;
  return (
    <TableBox label={t('certificates.title')}>
      <table className="table">
        <thead>
          <tr>
            {(['name', 'holder', 'on', 'to', 'state', 'no', 'act'] as const).map((name) => (
              <th key={name} scope="col">
                {t(`certificates.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <One key={line.ref} line={line} onDone={onDone} />
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function One({ line, onDone }: { readonly line: Line } & Pick<IssuedProps, 'onDone'>): ReactNode {
  const t = useT();
  const [open, setOpen] = useState(false);
  const finish = (words?: string) => {
    setOpen(false);
    if (words !== undefined) onDone(words);
  };
  return (
    <>
      <tr>
        <td>
          {line.name}
          {line.letter !== null && line.matter !== null && <small> {line.matter}</small>}
        </td>
        <td>{line.holderName}</td>
        <td className="day">{line.on}</td>
        <td className="day">{line.to ?? t('certificates.for-good')}</td>
        <td>
          {t(`certificates.state.${line.state}`)}
          {line.reason !== null && <small> {line.reason}</small>}
        </td>
        <td>{line.ref}</td>
        <td>
          {line.can.revoke && (
            <Button aria-expanded={open} onClick={() => setOpen(!open)}>
              {t('certificates.revoke')}
            </Button>
          )}
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={7}>
            <RevokeForm line={line} finish={finish} />
          </td>
        </tr>
      )}
    </>
  );
}
