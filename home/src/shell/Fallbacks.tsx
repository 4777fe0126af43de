// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useT } from '../words/use.ts';
import { Link } from './nav.tsx';

/** Keeps the shape of a page while its program is on the way. */
export function Opening(): ReactNode {
  const t = useT();
  return (
    <div className="page" role="status">
      <h1 className="silent">{t('shell.opening')}</h1>
      <div className="bone title" />
      <div className="bone" />
      <div className="bone" />
    </div>
  );
}

/** Something small is on the way to a page that is there already: nothing is seen, but it is not whole yet. */
export const Coming = (): ReactNode => <i hidden aria-busy="true" />;

export function Missing(): ReactNode {
  const t = useT();
  return (
    <section className="page narrow">
      <h1>{t('fault.missing')}</h1>
      <p>{t('fault.missing-why')}</p>
      <Link className="button main" to="/">
        {t('fault.home')}
      </Link>
    </section>
  );
}

/** A page's program did not come: no network, or the city was given a new version meanwhile. */
export function Broken(): ReactNode {
  const t = useT();
  return (
    <section className="page narrow" role="alert">
      <h1>{t('fault.broken')}</h1>
      <p>{t('fault.broken-why')}</p>
      <button type="button" className="button main" onClick={() => location.reload()}>
        {t('fault.again')}
      </button>
    </section>
  );
}
