// SPDX-License-Identifier: Apache-2.0

import type { Problem } from '@lilong/contracts/call';
import {
  type CertificateWhole,
  certificatePaper,
  myCertificate,
} from '@lilong/contracts/certificates';
import { ask, asRefused, useRead } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { saveFile } from '@lilong/ui/save-file.ts';
import { type ReactNode, useState } from 'react';
import { Refused, RetryLater } from '../parts/Refused.tsx';
import { ResidentOnly } from '../session/ResidentOnly.tsx';
import { Opening } from '../shell/Fallbacks.tsx';
import { useInAddress } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';
import { WithWords } from '../words/WithWords.tsx';
import { StateTag } from './StateTag.tsx';
import { Unbound } from './Unbound.tsx';
import './certificates.css';

/** One certificate: its face, and the code by which anybody checks it. */
export function CertificatePage(): ReactNode {
  return (
    <WithWords of="certificates">
      <ResidentOnly>{() => <Whole />}</ResidentOnly>
    </WithWords>
  );
}

function Whole(): ReactNode {
  const ref = useInAddress('ref');
  const read = useRead(myCertificate, { ref });
  const refusal = read.error === null ? undefined : asRefused(read.error).problem;
  if (refusal?.code === 'registry.not-bound') return <Unbound />;
  if (refusal !== undefined)
    return <RetryLater refusal={refusal} again={() => void read.refetch()} />;
  if (read.data === undefined) return <Opening />;
  return (
    <div className="page narrow">
      <Face whole={read.data} />
      <Take whole={read.data} />
    </div>
  );
}

function Face({ whole }: { readonly whole: CertificateWhole }): ReactNode {
  const t = useT();
  const { name, state, text, qrSvg, sample } = whole;
  return (
    <article className="card certificate">
      <header>
        <h1>{name}</h1>
        <StateTag state={state} />
      </header>
      {whole.reason !== null && (
        <p className="notice">
          <Icon name="warning" size="1.25em" />
          <span>
            {t('certificates.why-revoked', { day: whole.revokedOn ?? '', reason: whole.reason })}
          </span>
        </p>
      )}
      <Facts whole={whole} />
      {text !== null && (
        <p className="certificate-text" lang="zh-CN">
          {text}
        </p>
      )}
      <figure>
        <img
          src={`data:image/svg+xml,${encodeURIComponent(qrSvg)}`}
          alt={t('certificates.code')}
          className="certificate-code"
        />
        <figcaption>{t('certificates.scan')}</figcaption>
      </figure>
      {sample && <p className="certificate-sample">{t('certificates.sample')}</p>}
    </article>
  );
}

function Facts({ whole }: { readonly whole: CertificateWhole }): ReactNode {
  const t = useT();
  const { holderName, holderId, says, on, to, text, matter } = whole;
  return (
    <dl>
      <Line label={t('certificates.holder')} value={holderName} />
      {holderId !== null && <Line label={t('certificates.id')} value={holderId} />}
      {says.map(({ label, value }) => (
        <Line key={label} label={label} value={value} />
      ))}
      {text === null ? (
        <Line
          label={t('certificates.valid-for')}
          value={
            to === null ? t('certificates.from', { on }) : t('certificates.between', { on, to })
          }
        />
      ) : (
        <>
          <Line label={t('certificates.matter')} value={matter ?? ''} />
          <Line label={t('certificates.day')} value={on} />
        </>
      )}
      <Line label={t('certificates.issuer')} value={whole.issuerName} />
      <Line label={t('certificates.no')} value={whole.ref} />
    </dl>
  );
}

function Line({ label, value }: { readonly label: string; readonly value: string }): ReactNode {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** To print or keep: as a PDF, or as what a machine checks. */
function Take({ whole }: { readonly whole: CertificateWhole }): ReactNode {
  const t = useT();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Problem>();
  async function paper(): Promise<void> {
    setPending(true);
    setRefusal(undefined);
    try {
      const { name, type, data } = await ask(certificatePaper, { ref: whole.ref });
      saveFile(
        name,
        type,
        Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0)),
      );
    } catch (fault) {
      setRefusal(asRefused(fault).problem);
    }
    setPending(false);
  }
  return (
    <>
      <button
        type="button"
        className="button main wide"
        disabled={pending}
        onClick={() => void paper()}
      >
        <Icon name="printer" size="1.2em" />
        {t('certificates.paper')}
      </button>
      <button
        type="button"
        className="button wide"
        onClick={() => saveFile(`${whole.ref}.txt`, 'text/plain', whole.token)}
      >
        <Icon name="down" size="1.2em" />
        {t('certificates.file')}
      </button>
      <Refused refusal={refusal} />
    </>
  );
}
