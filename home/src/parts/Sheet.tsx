// SPDX-License-Identifier: Apache-2.0
import { lazy, type ReactNode, Suspense } from 'react';

export interface SheetProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** A question that must be answered is small, a sheet to work in fills a phone, a form is as tall as it needs. */
  readonly size?: 'question' | 'work' | 'form';
}

/** What keeps focus and keyboard inside is large, so it comes when the first sheet opens. */
const SheetOver = lazy(() =>
  import('./SheetOver.tsx').then(({ SheetOver }) => ({ default: SheetOver })),
);

/** Lies over the page until it is answered or left. */
export function Sheet(props: SheetProps): ReactNode {
  return (
    <Suspense>
      <SheetOver {...props} />
    </Suspense>
  );
}
