// SPDX-License-Identifier: Apache-2.0
import type { CentreLine } from '@lilong/contracts/counters';
import { Icon } from '@lilong/ui/Icons.tsx';
import type { ReactNode } from 'react';
import { Link } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';
import { spansWords } from './said.ts';

/** A hall to go to: whether it is open and how many wait decide, so they stand in the line. */
export function HallLine({ hall }: { hall: CentreLine }): ReactNode {
  return (
    <li>
      <Link className="card hall-line" to={`/hall/${hall.centre}`}>
        <span>
          <b lang="zh-CN">{hall.name}</b>
          <small lang="zh-CN">
            {hall.districtName} · {hall.address}
          </small>
          <OpenNow hall={hall} />
        </span>
        <Icon name="next" size="1em" />
      </Link>
    </li>
  );
}

type Opening = Pick<CentreLine, 'open' | 'today' | 'waiting'>;

export function OpenNow({ hall: { open, today, waiting } }: { hall: Opening }): ReactNode {
  const t = useT();
  return (
    <span className="hall-open">
      <span className={open ? 'tag done' : 'tag'}>{t(open ? 'hall.open' : 'hall.shut')}</span>
      {t('hall.today', { spans: spansWords(t, today) })}
      {open && <b>{t('hall.waiting', { count: waiting })}</b>}
    </span>
  );
}
