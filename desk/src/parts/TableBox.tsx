// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';

/** Keeps a wide table inside the page. It scrolls sideways, by keyboard too, so it takes the focus. */
export function TableBox({
  label,
  more = '',
  children,
}: {
  readonly label: string;
  readonly more?: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1, what scrolls must be reached by keyboard
    <section className={`table-box ${more}`} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
