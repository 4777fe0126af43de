// SPDX-License-Identifier: Apache-2.0
// The two fronts are checked as one program, and TanStack's register of routes holds one router:
// home names its own addresses here instead.
import { Link as RouterLink, useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';

export type HomePath =
  | '/'
  | '/report'
  | `/report/${string}`
  | '/my'
  | `/my/${string}`
  | '/nearby'
  | '/me'
  | '/me/data'
  | `/me/data/${number}`
  | '/me/looks'
  | `/me/looks/${number}`
  | '/hall'
  | `/hall/${number}`
  | `/hall/${number}/book`
  | '/booked'
  | '/ticket'
  | '/affairs'
  | '/affairs/mine'
  | `/affairs/${string}`
  | '/offers'
  | `/offers/${number}`
  | '/assistance/notices'
  | '/show'
  | '/certificates'
  | `/certificates/${string}`
  | `/rated/${string}`
  | '/check'
  | '/sign-in'
  | '/about'
  | '/feedback';

interface LinkProps {
  readonly to: HomePath;
  readonly children: ReactNode;
  readonly className?: string;
  /** Class of the link that leads to the page shown. */
  readonly here?: string;
  readonly label?: string;
}

export function Link({ to, children, className, here, label }: LinkProps): ReactNode {
  return (
    <RouterLink
      to={to as '/'} // an address of this front; see above
      className={className}
      activeOptions={{ exact: to === '/' }}
      activeProps={here === undefined ? {} : { className: here }}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      {children}
    </RouterLink>
  );
}

export function useGo(): (to: HomePath) => Promise<void> {
  const navigate = useNavigate();
  return (to) => navigate({ to: to as '/' }); // as above
}

/** What the address holds in place of `$name`. */
export function useInAddress(
  name:
    | 'ref'
    | 'token'
    | 'key'
    | 'grant'
    | 'centre'
    | 'item'
    | 'event'
    | 'department'
    | 'offer'
    | 'mandate'
    | 'what',
): string {
  return (useParams({ strict: false }) as Partial<Record<string, string>>)[name] ?? '';
}
