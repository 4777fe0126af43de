// SPDX-License-Identifier: Apache-2.0
import { lazy, type ReactNode, Suspense } from 'react';
import { useWho } from './session/me.ts';
import { Opening } from './shell/Fallbacks.tsx';

const Landing = lazy(() =>
  import('./landing/LandingPage.tsx').then(({ LandingPage }) => ({ default: LandingPage })),
);
const Home = lazy(() =>
  import('./cases/HomePage.tsx').then(({ HomePage }) => ({ default: HomePage })),
);

/** `/` is the resident's own page, and the city's for everybody else. */
export function Front(): ReactNode {
  const who = useWho();
  if (who.state === 'asking') return <Opening />;
  return (
    <Suspense fallback={<Opening />}>
      {who.state === 'resident' ? <Home known={who.known} /> : <Landing who={who} />}
    </Suspense>
  );
}
