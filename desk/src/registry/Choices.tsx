// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { Cards } from '../parts/Cards.tsx';

type CardsProps<V extends string | number> = Parameters<typeof Cards<V>>[0];

type ChoicesProps<V extends string | number> = CardsProps<V> & {
  /** Words too long to stand side by side. */
  readonly long?: true;
};

/** A few choices, each large enough for a thumb; short ones side by side. */
export function Choices<V extends string | number>({ long, ...props }: ChoicesProps<V>): ReactNode {
  return (
    <div className={long === true ? 'reg-choices reg-choices-long' : 'reg-choices'}>
      <Cards {...props} />
    </div>
  );
}
