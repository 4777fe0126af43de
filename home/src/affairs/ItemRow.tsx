// SPDX-License-Identifier: Apache-2.0
import type { ItemLine } from '@lilong/contracts/affair-items';
import { Icon } from '@lilong/ui/Icons.tsx';
import type { ReactNode } from 'react';
import { Link } from '../shell/nav.tsx';
import { useAffairT } from '../words/affairs.tsx';
import { Named, useLimitWords } from './said.tsx';

/** One matter to choose: its name, whose it is, how long, and whether one has to go anywhere. */
export function ItemRow({ item }: { readonly item: ItemLine }): ReactNode {
  const t = useAffairT();
  const limit = useLimitWords();
  return (
    <li>
      <Link className="card item-row" to={`/affairs/${item.item}`}>
        <span>
          <b>
            <Named zh={item.name} en={item.nameEn} />
          </b>
          <small>
            <Named zh={item.department.name} en={item.department.nameEn} />
          </small>
          <span className="item-tags">
            <span className="tag">
              {item.byRule ? t('item.at-once') : t('item.within', { limit: limit(item.promised) })}
            </span>
            <Go item={item} />
          </span>
        </span>
        <Icon name="next" size="1em" />
      </Link>
    </li>
  );
}

type Going = Pick<ItemLine, 'fromHome' | 'visits'>;

/** Whether one has to go anywhere. */
export function Go({ item: { fromHome, visits } }: { readonly item: Going }): ReactNode {
  const t = useAffairT();
  if (!fromHome) return <span className="tag soon">{t('item.in-person')}</span>;
  if (visits === 0) return <span className="tag done">{t('item.no-visit')}</span>;
  return (
    <span className="tag">
      {t('item.from-home')} · {t('item.visits', { count: visits })}
    </span>
  );
}
