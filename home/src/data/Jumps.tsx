// SPDX-License-Identifier: Apache-2.0
import { Icon } from '@lilong/ui/Icons.tsx';
import type { ReactNode } from 'react';
import { useT } from '../words/use.ts';

const parts = [
  ['own-objections', 'objection.mine'],
  ['own-family', 'family.title'],
  ['own-grants', 'data.jump-grants'],
  ['own-take', 'data.jump-take'],
  ['own-binding', 'data.binding'],
] as const;

/** The page is long: what one can do here is one tap away. The focus goes along, for keys and screen readers. */
export function Jumps(): ReactNode {
  const t = useT();
  return (
    <nav className="own-jumps" aria-label={t('data.jumps')}>
      {parts.map(([id, name]) => (
        <button key={id} type="button" className="button pill" onClick={() => goTo(id)}>
          {t(name)}
          <Icon name="down" size="1em" />
        </button>
      ))}
    </nav>
  );
}

function goTo(id: string): void {
  const heading = document.getElementById(id);
  heading?.setAttribute('tabindex', '-1');
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: 'start' });
}
