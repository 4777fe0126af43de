// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useT } from '../words/use.ts';

interface SubmitProps {
  readonly pending: boolean;
  readonly children: ReactNode;
}

/** The one thing to do next. While it is being done it says so, and a second press does nothing. */
export function Submit({ pending, children }: SubmitProps): ReactNode {
  const t = useT();
  return (
    <>
      <button
        type="submit"
        className="button main wide"
        aria-disabled={pending}
        onClick={(event) => pending && event.preventDefault()}
      >
        {pending ? t('submit.pending') : children}
      </button>
      <p className="silent" role="status">
        {pending ? t('submit.pending') : ''}
      </p>
    </>
  );
}
