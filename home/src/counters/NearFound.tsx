// SPDX-License-Identifier: Apache-2.0
import { type NearHall, nearHalls } from '@lilong/contracts/counters-city';
import { useRead } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useMoment } from '@lilong/ui/words.tsx';
import { type ReactNode, useId, useState } from 'react';
import { ReadRefused } from '../parts/Refused.tsx';
import { Link } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';
import type { From } from './NearMe.tsx';
import { useServiceName, waitWords } from './said.ts';

interface NearFoundProps {
  readonly from: From;
  readonly onElsewhere: () => void;
}

/** Soonest first, each with why: the way, the wait, until when. */
export function NearFound({ from, onElsewhere }: NearFoundProps): ReactNode {
  const t = useT();
  const name = useServiceName();
  const id = useId();
  const [service, setService] = useState<string>();
  const of = service === undefined ? {} : { service };
  const { data, error } = useRead(
    nearHalls,
    { ...from.asked, ...of },
    { refetchInterval: 60_000, placeholderData: (before) => before },
  );
  return (
    <>
      <p className="near-from">
        {t('near.from')} <b lang="zh-CN">{from.name}</b>{' '}
        <button type="button" className="link" onClick={onElsewhere}>
          {t('near.elsewhere')}
        </button>
      </p>
      <p className="near-what">
        <label htmlFor={id}>{t('hall.what')}</label>
        <select
          id={id}
          value={service ?? data?.service ?? ''}
          onChange={({ target }) => setService(target.value)}
        >
          {(data?.services ?? []).map((one) => (
            <option key={one.service} value={one.service}>
              {name(one)}
            </option>
          ))}
        </select>
      </p>
      {data === undefined && error === null && <div className="card bone" />}
      {data === undefined && error !== null && <ReadRefused refusal={error.problem} />}
      {data?.halls.length === 0 && <p className="empty">{t('near.none')}</p>}
      <ul className="halls">
        {data?.halls.map((hall) => (
          <Near key={hall.centre} hall={hall} />
        ))}
      </ul>
    </>
  );
}

function Near({ hall }: { readonly hall: NearHall }): ReactNode {
  const t = useT();
  const { minutes, way, open, late } = hall;
  return (
    <li>
      <Link className="card hall-line" to={`/hall/${hall.centre}`}>
        <span>
          <b lang="zh-CN">{hall.name}</b>
          <span className="hall-open">
            {minutes !== null && <b className="near-sum">{t('near.minutes', { minutes })}</b>}
            {!open && <span className="tag">{t('hall.shut')}</span>}
            {late && <span className="tag">{t('near.late')}</span>}
          </span>
          <small>
            {t(`near.${way.by}`, { minutes: way.minutes, ...far(hall.metres) })}
            {open && ` · ${waitWords(t, hall.wait)}`}
            <Until hall={hall} />
          </small>
        </span>
        <Icon name="next" size="1em" />
      </Link>
    </li>
  );
}

function Until({ hall: { closes, opens } }: { readonly hall: NearHall }): string {
  const t = useT();
  const say = useMoment();
  if (closes !== null) return ` · ${t('near.until', { when: say(closes) })}`;
  return opens === null ? '' : ` · ${t('near.opens', { when: say(opens) })}`;
}

const kilometre = 1000;
/** Metres to the nearest fifty, kilometres to one place. */
function far(metres: number): { metres: number; km: number; unit: 'm' | 'km' } {
  const km = Math.round(metres / 100) / 10;
  return { metres: Math.round(metres / 50) * 50, km, unit: metres < kilometre ? 'm' : 'km' };
}
