// SPDX-License-Identifier: Apache-2.0
import { presentNumber } from '@lilong/contracts/kiosk';
import { ask } from '@lilong/ui/client.ts';
import type { ReactNode } from 'react';
import { useT } from '../words/use.ts';
import { DigitsStep } from './DigitsStep.tsx';
import type { Holder } from './Visit.tsx';

const PATIENCE_MS = 5_000;

interface NumberStepProps {
  readonly onShown: (holder: Holder) => void;
  readonly onBack: () => void;
}

/** The number of an identity card. */
export function NumberStep({ onShown, onBack }: NumberStepProps): ReactNode {
  const t = useT();
  return (
    <DigitsStep
      title={t('kiosk.number-title')}
      why={t('kiosk.number-why')}
      field={t('kiosk.number-field')}
      away={t('kiosk.number-away')}
      whole={18}
      last="X"
      onSend={async (number) => {
        const shown = await ask(presentNumber, { number }, {}, PATIENCE_MS);
        onShown({ by: 'number', ...shown });
      }}
      onBack={onBack}
    />
  );
}
