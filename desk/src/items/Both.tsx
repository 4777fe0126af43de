// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import type { ReactNode } from 'react';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';

interface BothProps {
  readonly label: string;
  readonly zh: string;
  readonly en: string;
  readonly lines?: number;
  readonly need?: 'must' | 'may';
  /** Signs of Chinese; English may be three times as long. */
  readonly most?: number;
  readonly problem?: Problem | undefined;
  readonly onChange: (zh: string, en: string) => void;
}

/** The same in both languages, side by side. */
export function Both(props: BothProps): ReactNode {
  const { label, zh, en, lines = 1, need = 'must', most = 2000, problem, onChange } = props;
  const t = useT();
  return (
    <div className="item-both">
      <TextField
        label={label}
        need={need}
        value={zh}
        lines={lines}
        maxLength={most}
        problem={problem}
        onChange={(text) => onChange(text, en)}
      />
      <TextField
        label={t('items.english', { of: label })}
        need="may"
        value={en}
        lines={lines}
        maxLength={3 * most}
        onChange={(text) => onChange(zh, text)}
      />
    </div>
  );
}
