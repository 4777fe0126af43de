// SPDX-License-Identifier: Apache-2.0

import { Icon, Mark } from '@lilong/ui/Icons.tsx';
import { useReading } from '@lilong/ui/PlaceName.tsx';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { committeeOf, useWho, type Who } from '../session/me.ts';
import { useSettings } from '../session/settings.ts';
import { useT } from '../words/use.ts';
import { CallBar, CallLink, useCall } from './Call.tsx';
import { DemoBar } from './DemoBar.tsx';
import { Foot } from './Foot.tsx';
import { type HomePath, Link } from './nav.tsx';
import { usePageChange } from './page-change.ts';
import { pageAt } from './pages.ts';
import { Tabs } from './Tabs.tsx';

const Notices = lazy(() =>
  import('../outbox/Notices.tsx').then(({ Notices }) => ({ default: Notices })),
);
const ReadAloud = lazy(() =>
  import('./ReadAloud.tsx').then(({ ReadAloud }) => ({ default: ReadAloud })),
);

/** What surrounds every page: which city this is, who looks after me, where I can go, whom I can call. */
export function Shell(): ReactNode {
  const t = useT();
  const who = useWho();
  const { elder } = useSettings();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  // 长辈版 has no tabs: 返回 leads from each of them to the four choices.
  const page = pageAt(path);
  const back = page.back ?? (elder && path !== '/' ? '/' : undefined);
  usePageChange();
  if (page.bare)
    return (
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
    );
  return (
    <>
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      {who.demo && <DemoBar who={who} />}
      <Head who={who} back={back} />
      <main id="main" tabIndex={-1}>
        <Suspense>
          {who.state === 'resident' && (
            <Notices account={who.known.account} ready={who.me !== undefined} />
          )}
          {elder && <ReadAloud />}
        </Suspense>
        <Outlet />
      </main>
      <Foot who={who} />
      {elder && <CallBar who={who} />}
      {!elder && back === undefined && <Tabs who={who} place="bottom" />}
    </>
  );
}

interface HeadProps {
  readonly who: Who;
  readonly back: HomePath | undefined;
}
function Head({ who, back }: HeadProps): ReactNode {
  const t = useT();
  const { elder } = useSettings();
  return (
    <header className={back === undefined ? 'head' : 'head inner'}>
      {back !== undefined && (
        <Link className="button back" to={back}>
          <Icon name="back" size="1.1em" />
          {t('shell.back')}
        </Link>
      )}
      <Brand who={who} />
      {!elder && <Tabs who={who} place="top" />}
      <div className="head-acts">
        <ElderSwitch />
        {who.state !== 'resident' && <LanguageSwitch />}
        {who.state === 'resident' && !elder && <HeadCall who={who} />}
      </div>
    </header>
  );
}

function Brand({ who }: { who: Who }): ReactNode {
  const t = useT();
  const committee = committeeOf(who);
  const reading = useReading(committee);
  const above = committee === null ? t('app.kind') : committee.path.slice(1).join(' · ');
  return (
    <Link className="brand" to="/">
      <Mark />
      <span>
        <b>{committee?.name ?? t('app.name')}</b>
        <small>{reading ?? above}</small>
      </span>
    </Link>
  );
}

function ElderSwitch(): ReactNode {
  const t = useT();
  const { elder, chooseElder } = useSettings();
  return (
    <button type="button" className="button pill elder-switch" onClick={() => chooseElder(!elder)}>
      {t(elder ? 'elder.off' : 'elder.on')}
    </button>
  );
}

function LanguageSwitch(): ReactNode {
  const t = useT();
  const { language, chooseLanguage } = useSettings();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      className="button pill"
      lang={other === 'en' ? 'en' : 'zh-CN'}
      onClick={() => void chooseLanguage(other)}
    >
      {t('language.other')}
    </button>
  );
}

function HeadCall({ who }: { who: Who }): ReactNode {
  const call = useCall(committeeOf(who));
  return call === undefined ? null : <CallLink className="button pill head-call" call={call} />;
}
