// SPDX-License-Identifier: Apache-2.0
import { presentCode } from '@lilong/contracts/kiosk';
import { ask, newKey } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { useT } from '../words/use.ts';
import { DigitsStep } from './DigitsStep.tsx';
import type { Holder } from './Visit.tsx';

const PATIENCE_MS = 5_000;
export const scannedDigits = 24;

/** 亮证. A code is used up when it is read: the same one sent again gets the same answer. */
export async function readCode(centre: number, code: string, key = newKey()): Promise<Holder> {
  const sent = { centre, code };
  const shown = await ask(presentCode, sent, { 'idempotency-key': `${key} ${code}` }, PATIENCE_MS);
  return { by: 'code', ...shown };
}

interface CodeStepProps {
  readonly centre: number;
  readonly onShown: (holder: Holder) => void;
  readonly onBack: () => void;
}

/** The code on somebody's phone: the scanner types it, or its eight figures are typed. */
export function CodeStep({ centre, onShown, onBack }: CodeStepProps): ReactNode {
  const t = useT();
  const [key] = useState(newKey);
  return (
    <DigitsStep
      title={t('kiosk.code-title')}
      why={t('kiosk.code-why')}
      field={t('kiosk.code-field')}
      away={t('kiosk.code-away')}
      whole={8}
      scanned={scannedDigits}
      onSend={async (code) => onShown(await readCode(centre, code, key))}
      onBack={onBack}
    />
  );
}
