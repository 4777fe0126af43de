// SPDX-License-Identifier: Apache-2.0
import { Icon, type IconName } from '@lilong/ui/Icons.tsx';
import type { ReactNode } from 'react';

interface EmptyProps {
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ReactNode;
}

/** Says what will appear here and how it begins. */
export function Empty({ icon, title, children }: EmptyProps): ReactNode {
  return (
    <div className="empty">
      <span className="arch">
        <Icon name={icon} size={26} />
      </span>
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}
