// SPDX-License-Identifier: Apache-2.0
import { myAssistance } from '@lilong/contracts/assistance';
import { useRead } from '@lilong/ui/client.ts';
import type { ReactNode } from 'react';
import { WithAssistanceWords } from '../words/assistance.tsx';
import { AssistanceCard } from './AssistanceCard.tsx';

interface AssistanceMineProps {
  /** Of one application; otherwise of what others of the household applied for. */
  readonly affair?: string;
}

/** What belongs to an application of mine, or waits for my consent to somebody else's. */
export function AssistanceMine({ affair }: AssistanceMineProps): ReactNode {
  const { data } = useRead(myAssistance, {});
  const wanted =
    data?.matters.filter((one) => (affair === undefined ? !one.applicant : one.ref === affair)) ??
    [];
  if (wanted.length === 0) return null;
  return (
    <WithAssistanceWords>
      {wanted.map((one) => (
        <AssistanceCard key={one.ref} matter={one} />
      ))}
    </WithAssistanceWords>
  );
}
