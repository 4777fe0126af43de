// SPDX-License-Identifier: Apache-2.0
import { useLive } from '@lilong/ui/live.ts';
import { Outlet, useMatches } from '@tanstack/react-router';
import { type ReactNode, Suspense } from 'react';
import { UndoProvider } from '../cases/UndoToast.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';
import { ChoosePost } from './ChoosePost.tsx';
import { MustChange } from './MustChange.tsx';
import { NotStaff } from './NotStaff.tsx';
import { Rail } from './Rail.tsx';
import { SignIn } from './SignIn.tsx';
import { type Holder, HoldingProvider, useSession } from './session.ts';
import { TopBar } from './TopBar.tsx';
import { useArrival } from './use-arrival.ts';
import './shell.css';

/** Who is here decides what is drawn: the door, the choice of a post, or the desk. */
export function Frame(): ReactNode {
  const session = useSession();
  if (session.data === undefined) {
    return session.error === null ? (
      <Waiting whole />
    ) : (
      <Refused problem={session.error.problem} again={() => session.refetch()} />
    );
  }
  const { me, demo } = session.data;
  if (me === null) return <SignIn demo={demo} />;
  if (me.kind !== 'staff') return <NotStaff />;
  if (me.mustChange) return <MustChange name={me.name} />;
  if (me.post === null) return <ChoosePost me={me} />;
  return <Desk me={{ ...me, post: me.post }} />;
}

function Desk({ me }: { readonly me: Holder }): ReactNode {
  const t = useT();
  useArrival();
  useLive('cases');
  useLive('staff');
  useLive('catalogue');
  useLive('handovers');
  const printing = useMatches().some(({ routeId }) => routeId === '/cases/$ref/order');
  return (
    <HoldingProvider value={me} key={me.post.no}>
      {printing ? (
        <Outlet />
      ) : (
        <div className="frame">
          <a className="skip" href="#main">
            {t('frame.skip')}
          </a>
          <TopBar />
          <Rail />
          <main id="main" className="frame-main" tabIndex={-1}>
            <Suspense fallback={<Waiting />}>
              <UndoProvider>
                <Outlet />
              </UndoProvider>
            </Suspense>
          </main>
        </div>
      )}
    </HoldingProvider>
  );
}
