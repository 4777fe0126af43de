// SPDX-License-Identifier: Apache-2.0
import type { AffairForm } from '@lilong/contracts/affairs';
import { Icon } from '@lilong/ui/Icons.tsx';
import type { ReactNode } from 'react';
import { Link } from '../shell/nav.tsx';
import { useAffairT } from '../words/affairs.tsx';

/** What the city holds of somebody is shown to that person alone. */
export function Unbound(): ReactNode {
  const t = useAffairT();
  return (
    <section className="page narrow empty">
      <i className="arch">
        <Icon name="person" size={30} />
      </i>
      <h1>{t('apply.unbound')}</h1>
      <p>{t('apply.unbound-why')}</p>
      <Link className="button main" to="/me/data">
        {t('apply.my-data')}
      </Link>
    </section>
  );
}

/** It is not done from home, or nobody there does it yet. */
export function NotHere({ form }: { readonly form: AffairForm }): ReactNode {
  const t = useAffairT();
  const inPerson = !form.item.fromHome;
  return (
    <section className="page narrow empty">
      <i className="arch">
        <Icon name="street" size={30} />
      </i>
      <h1>{t(inPerson ? 'item.in-person' : 'apply.no-centre')}</h1>
      <p>{t(inPerson ? 'apply.in-person' : 'apply.no-centre-why')}</p>
      <Link className="button main" to="/hall">
        {t('item.hall')}
      </Link>
    </section>
  );
}
