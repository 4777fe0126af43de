// SPDX-License-Identifier: Apache-2.0
import type { CertificateLine } from '@lilong/contracts/certificates';
import type { ReactNode } from 'react';
import { useT } from '../words/use.ts';

const tones = { valid: 'tag done', expired: 'tag', revoked: 'tag soon' } as const;

export function StateTag({ state }: Pick<CertificateLine, 'state'>): ReactNode {
  const t = useT();
  return <span className={tones[state]}>{t(`certificates.${state}`)}</span>;
}
