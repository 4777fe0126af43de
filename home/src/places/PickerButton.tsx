// SPDX-License-Identifier: Apache-2.0
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Known } from '../session/me.ts';
import type { Found } from './ways.ts';

const CommitteePicker = lazy(() =>
  import('./CommitteePicker.tsx').then(({ CommitteePicker }) => ({ default: CommitteePicker })),
);

interface PickerButtonProps {
  readonly committee: Known['committee'];
  readonly words: string;
  readonly onChoose: (place: Pick<Found, 'no' | 'name' | 'pinyin'>) => void;
}

/** Looks at another neighbourhood. */
export function PickerButton({ committee, words, onChoose }: PickerButtonProps): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {words}
      </button>
      {open && (
        <Suspense>
          <CommitteePicker
            committee={committee}
            onClose={() => setOpen(false)}
            onChoose={(place) => {
              onChoose(place);
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
