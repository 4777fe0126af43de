// SPDX-License-Identifier: Apache-2.0
import type { OwnWard } from '@lilong/contracts/registry-guardians';
import type { ReactNode } from 'react';
import { Link } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';

interface WardsProps {
  readonly wards: readonly OwnWard[];
  /** Whose data is shown; none: one's own. */
  readonly of: number | undefined;
}

/** 我, 我的孩子…: whose data is shown. Nothing while there is nobody else. */
export function Wards({ wards, of }: WardsProps): ReactNode {
  const t = useT();
  if (wards.length === 0) return null;
  return (
    <nav className="own-wards" aria-label={t('ward.whose')}>
      <Link to="/me/data" className={of === undefined ? 'button pill on' : 'button pill'}>
        {t('ward.me')}
      </Link>
      {wards.map(({ grant, name, relation }) => (
        <Link
          key={grant}
          to={`/me/data/${grant}`}
          className={of === grant ? 'button pill on' : 'button pill'}
        >
          {t(`ward.${relation}`, { name })}
        </Link>
      ))}
    </nav>
  );
}
