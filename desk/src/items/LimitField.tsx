// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import type { ReactNode } from 'react';
import { PickField, TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';

const units = ['WD', 'UD', 'WH', 'UH'] as const;

interface LimitFieldProps {
  readonly label: string;
  readonly need?: 'must' | 'may';
  /** `5WD`; empty where there is none. */
  readonly value: string;
  readonly problem?: Problem | undefined;
  readonly onChange: (limit: string) => void;
}

/** So many working days, days or hours. */
export function LimitField({
  label,
  need = 'must',
  value,
  problem,
  onChange,
}: LimitFieldProps): ReactNode {
  const t = useT();
  const [, amount = '', written] = /^(\d*)(\w*)$/.exec(value) ?? [];
  const unit = units.find((one) => one === written) ?? 'WD';
  return (
    <div className="item-limit">
      <TextField
        label={label}
        need={need}
        type="number"
        value={amount}
        problem={problem}
        onChange={(text) => onChange(text === '' ? '' : `${text}${unit}`)}
      />
      <PickField
        label={t('items.unit', { of: label })}
        value={unit}
        options={units.map((one) => ({ value: one, label: t(`items.unit.${one}`) }))}
        onChange={(one = unit) => amount !== '' && onChange(`${amount}${one}`)}
      />
    </div>
  );
}
