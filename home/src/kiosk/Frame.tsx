// SPDX-License-Identifier: Apache-2.0
import type { CentreCard } from '@lilong/contracts/counters';
import { Icon, Mark } from '@lilong/ui/Icons.tsx';
import { shownAt } from '@lilong/ui/moment.ts';
import { type ReactNode, useEffect, useState } from 'react';
import { useWho } from '../session/me.ts';
import { useSettings } from '../session/settings.ts';
import { useT } from '../words/use.ts';

interface HeadProps {
  readonly hall: CentreCard;
  readonly away: boolean;
}

export function Head({ hall, away }: HeadProps): ReactNode {
  const t = useT();
  const { demo } = useWho();
  return (
    <>
      <header className="kiosk-head">
        <Mark />
        <b lang="zh-CN">{hall.name}</b>
        {demo && <span className="tag">{t('demo.tag')}</span>}
        <Clock />
        <OtherLanguage />
      </header>
      <div role="status" className="kiosk-away-space">
        {away && (
          <p className="kiosk-away">
            <Icon name="warning" size="1.2em" />
            {t('kiosk.away')}
          </p>
        )}
      </div>
    </>
  );
}

function Clock(): ReactNode {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 5_000);
    return () => clearInterval(timer);
  }, []);
  return <time>{shownAt(now).slice(11, 16)}</time>;
}

function OtherLanguage(): ReactNode {
  const t = useT();
  const { language, chooseLanguage } = useSettings();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      className="kiosk-small"
      lang={other === 'en' ? 'en' : 'zh-CN'}
      onClick={() => void chooseLanguage(other)}
    >
      {t('language.other')}
    </button>
  );
}

interface FootProps {
  readonly begun: boolean;
  readonly onAgain: () => void;
  readonly onStaff: () => void;
}

export function Foot({ begun, onAgain, onStaff }: FootProps): ReactNode {
  const t = useT();
  return (
    <footer className="kiosk-foot">
      {begun && (
        <button type="button" className="kiosk-small" onClick={onAgain}>
          <Icon name="refresh" size="1.2em" />
          {t('kiosk.again')}
        </button>
      )}
      <button type="button" className="kiosk-small quiet" onClick={onStaff}>
        {t('kiosk.staff')}
      </button>
    </footer>
  );
}
