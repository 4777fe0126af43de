// SPDX-License-Identifier: Apache-2.0
import { type CheckedIn, checkInByCode } from '@lilong/contracts/booking';
import { ask, newKey } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { useT } from '../words/use.ts';
import { DigitsStep } from './DigitsStep.tsx';

const PATIENCE_MS = 8_000;

interface BookedStepProps {
  readonly centre: number;
  readonly onCame: (came: CheckedIn) => void;
  readonly onBack: () => void;
}

/** Whoever booked says the six figures and has the ticket. Sent again it is the same one. */
export function BookedStep({ centre, onCame, onBack }: BookedStepProps): ReactNode {
  const t = useT();
  const [key] = useState(newKey);
  return (
    <DigitsStep
      title={t('kiosk.booked-title')}
      why={t('kiosk.booked-why')}
      field={t('kiosk.booked-field')}
      away={t('kiosk.booked-away')}
      whole={6}
      onSend={async (code) => {
        const headers = { 'idempotency-key': `${key} ${code}` };
        onCame(await ask(checkInByCode, { centre, code }, headers, PATIENCE_MS));
      }}
      onBack={onBack}
    />
  );
}
