// SPDX-License-Identifier: Apache-2.0
import { Icon } from '@lilong/ui/Icons.tsx';
import type { ReactNode } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { ResidentOnly } from '../session/ResidentOnly.tsx';
import { Link } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';
import { type Code, useShownCode } from './use-shown-code.ts';
import './show.css';

/** 亮证: a code for the clerk's scanner, and a number to read aloud. It renews itself while one looks at it. */
export function ShowPage(): ReactNode {
  return <ResidentOnly>{() => <Show />}</ResidentOnly>;
}

function Show(): ReactNode {
  const t = useT();
  const { state, code, left, refusal, again } = useShownCode();
  return (
    <div className="page narrow show">
      <h1>{t('show.title')}</h1>
      <p>{t('show.lead')}</p>
      <div className="card show-card">
        {state === 'shown' && code !== undefined && <Shown code={code} left={left} />}
        {state === 'making' && <div className="show-qr bone" />}
        {state === 'used' && <Used />}
        {state === 'elsewhere' && <p role="status">{t('show.elsewhere')}</p>}
        {state === 'resting' && <p role="status">{t('show.resting')}</p>}
        {state === 'unbound' && <Unbound />}
        {state === 'offline' && <Offline />}
        {state === 'refused' && <Refused refusal={refusal} />}
      </div>
      {state !== 'unbound' && state !== 'making' && (
        <button
          type="button"
          className={state === 'shown' ? 'button wide' : 'button main wide'}
          onClick={again}
        >
          <Icon name="refresh" size="1.2em" />
          {t(state === 'shown' ? 'show.another' : 'show.again')}
        </button>
      )}
      <p className="hint">{t('show.what')}</p>
      <nav className="rows" aria-label={t('data.looks')}>
        <Link to="/me/looks">
          <Icon name="shield" />
          {t('data.looks')}
          <Icon name="next" size="1em" />
        </Link>
      </nav>
    </div>
  );
}

function Shown({ code, left }: { readonly code: Code; readonly left: number }): ReactNode {
  const t = useT();
  const { number, qrSvg, seconds } = code;
  return (
    <>
      <img
        className="show-qr"
        src={`data:image/svg+xml;utf8,${encodeURIComponent(qrSvg)}`}
        alt={t('show.qr')}
      />
      <p className="show-left">
        <progress max={seconds} value={left} aria-hidden="true" />
        <span>{t('show.left', { seconds: left })}</span>
      </p>
      <p className="show-say">{t('show.say')}</p>
      <p className="show-number">
        {number.slice(0, 4)} {number.slice(4)}
      </p>
    </>
  );
}

function Used(): ReactNode {
  const t = useT();
  return (
    <div role="status" className="show-used">
      <i className="arch on">
        <Icon name="check" size={34} />
      </i>
      <b>{t('show.used')}</b>
      <p>{t('show.used-what')}</p>
    </div>
  );
}

function Unbound(): ReactNode {
  const t = useT();
  return (
    <div role="status">
      <p>{t('show.unbound')}</p>
      <Link className="button main" to="/me/data">
        {t('show.bind')}
      </Link>
    </div>
  );
}

function Offline(): ReactNode {
  const t = useT();
  return (
    <div role="status">
      <p>
        <b>{t('show.offline')}</b>
      </p>
      <p>{t('show.offline-how')}</p>
    </div>
  );
}
