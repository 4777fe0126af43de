// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import type { ReactNode } from 'react';
import { blames } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import type { ActDraft, Writing } from './drafts.ts';

export interface SaidFieldProps {
  readonly name: keyof ActDraft;
  readonly need?: 'must' | 'may';
  readonly writing: Writing;
  readonly problem: Problem | undefined;
  readonly maxLength?: number;
  readonly label?: string;
  readonly hint?: string;
}

/** What whoever applied will read, as it is written here. */
export function SaidField({
  name,
  need = 'must',
  writing: { draft, change },
  problem,
  maxLength = 1000,
  label,
  hint,
}: SaidFieldProps): ReactNode {
  const t = useT();
  return (
    <TextField
      label={label ?? t(`affairs.say.${name}`)}
      need={need}
      hint={
        hint ?? (name === 'words' || name === 'answer' ? undefined : t(`affairs.say.${name}-hint`))
      }
      lines={2}
      maxLength={maxLength}
      problem={blames(problem, name)}
      value={draft[name] ?? ''}
      onChange={(text) => change({ [name]: text })}
    />
  );
}
