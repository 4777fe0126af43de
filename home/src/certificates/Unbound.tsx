// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { Link } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';

/** Certificates are of a person; an account that nobody has joined to one has none. */
export function Unbound(): ReactNode {
  const t = useT();
  return (
    <div className="page narrow">
      <h1>{t('certificates.title')}</h1>
      <section className="empty">
        <p>{t('certificates.unbound')}</p>
        <Link className="button main" to="/me/data">
          {t('data.title')}
        </Link>
      </section>
    </div>
  );
}
