// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import { type Hall, openMatters, standingWords, useServiceName } from './said.ts';

interface ToldProps {
  readonly hall: Hall;
  /** "Next" was pressed and nobody was there. */
  readonly nobody: boolean;
}
/** What a screen reader says after each act: who is here, for what, and how it stands. The buttons are found beneath. */
export function Told({ hall: { current }, nobody }: ToldProps): ReactNode {
  const t = useT();
  const name = useServiceName();
  const free = t(nobody ? 'counters.nobody' : 'counters.free');
  const here = current && [
    current.number,
    ...openMatters(current).map(name),
    ...(current.priority === null ? [] : [t(`priority.${current.priority}`)]),
    standingWords(t, current),
  ];
  return (
    <p className="unseen" role="status">
      {here === null ? free : here.join(t('list.join'))}
    </p>
  );
}
