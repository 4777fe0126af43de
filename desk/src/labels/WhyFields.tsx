// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import type { ReactNode } from 'react';
import { blames } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';

export interface Typed {
  readonly on: string;
  readonly reason: string;
}
interface WhyFieldsProps {
  readonly typed: Typed;
  readonly problem: Problem | undefined;
  readonly onChange: (typed: Typed) => void;
}

/** Why, in words that the person reads, and since when. */
export function WhyFields({ typed, problem, onChange }: WhyFieldsProps): ReactNode {
  const t = useT();
  return (
    <>
      <TextField
        label={t('labels.reason')}
        hint={t('labels.reason-hint')}
        lines={2}
        maxLength={200}
        problem={blames(problem, 'reason')}
        value={typed.reason}
        onChange={(reason) => onChange({ ...typed, reason })}
      />
      <TextField
        label={t('labels.on')}
        hint={t('labels.on-hint')}
        type="date"
        problem={blames(problem, 'on')}
        value={typed.on}
        onChange={(on) => onChange({ ...typed, on })}
      />
    </>
  );
}
