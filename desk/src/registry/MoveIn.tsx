// SPDX-License-Identifier: Apache-2.0
import { type ReactNode, useState } from 'react';
import type { HouseholdLine, Mover } from './arrival.ts';
import type { Finish } from './CardFrame.tsx';
import { MoveInHow } from './MoveInHow.tsx';
import { MoveInWho } from './MoveInWho.tsx';

export interface MoveInProps {
  readonly at: { readonly home: string; readonly door: string };
  readonly households: readonly HouseholdLine[];
  /** Moves into the household whose card is open. */
  readonly joined?: true;
  readonly finish: Finish;
}

/** 迁入: first who, by the document that is shown; then how they stay. */
export function MoveIn(props: MoveInProps): ReactNode {
  const [mover, setMover] = useState<Mover>();
  const [number, setNumber] = useState('');
  if (mover !== undefined)
    return <MoveInHow {...props} mover={mover} onAgain={() => setMover(undefined)} />;
  return (
    <MoveInWho
      door={props.at.door}
      number={number}
      onNumber={setNumber}
      onKnown={setMover}
      onCancel={() => props.finish()}
    />
  );
}
