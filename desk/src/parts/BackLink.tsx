// SPDX-License-Identifier: Apache-2.0
import { Icon } from '@lilong/ui/Icons.tsx';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface BackLinkProps {
  readonly to: NonNullable<LinkProps['to']>;
  readonly children: ReactNode;
}

/** From one to the list of all of its kind. */
export function BackLink({ to, children }: BackLinkProps): ReactNode {
  return (
    <Link to={to} search={{}} className="back reg-back">
      <Icon name="back" size={20} />
      {children}
    </Link>
  );
}
