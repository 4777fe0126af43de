// SPDX-License-Identifier: Apache-2.0
import { type CertificateLine, myCertificates } from '@lilong/contracts/certificates';
import { asRefused, useRead } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import type { ReactNode } from 'react';
import { RetryLater } from '../parts/Refused.tsx';
import { ResidentOnly } from '../session/ResidentOnly.tsx';
import { Opening } from '../shell/Fallbacks.tsx';
import { Link } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';
import { WithWords } from '../words/WithWords.tsx';
import { StateTag } from './StateTag.tsx';
import { Unbound } from './Unbound.tsx';
import './certificates.css';

/** 我的证照: what the city has issued to the person, newest first. */
export function CertificatesPage(): ReactNode {
  return (
    <WithWords of="certificates">
      <ResidentOnly>{() => <Mine />}</ResidentOnly>
    </WithWords>
  );
}

function Mine(): ReactNode {
  const t = useT();
  const read = useRead(myCertificates, {});
  const refusal = read.error === null ? undefined : asRefused(read.error).problem;
  if (refusal?.code === 'registry.not-bound') return <Unbound />;
  if (refusal !== undefined)
    return <RetryLater refusal={refusal} again={() => void read.refetch()} />;
  if (read.data === undefined) return <Opening />;
  const { certificates } = read.data;
  return (
    <div className="page narrow">
      <h1>{t('certificates.title')}</h1>
      <p>{t('certificates.lead')}</p>
      {certificates.length === 0 && <p className="empty">{t('certificates.none')}</p>}
      {certificates.map((one) => (
        <One key={one.ref} one={one} />
      ))}
      <nav className="rows" aria-label={t('check.title')}>
        <Link to="/check">
          <Icon name="check" />
          {t('check.title')}
          <Icon name="next" size="1em" />
        </Link>
      </nav>
    </div>
  );
}

function One({ one }: { readonly one: CertificateLine }): ReactNode {
  const t = useT();
  return (
    <Link to={`/certificates/${one.ref}`} className="card certificate-line">
      <b>{one.name}</b>
      <StateTag state={one.state} />
      <span>{one.issuerName}</span>
      <small>
        {one.to === null
          ? t('certificates.from', { on: one.on })
          : t('certificates.between', { on: one.on, to: one.to })}
      </small>
    </Link>
  );
}
