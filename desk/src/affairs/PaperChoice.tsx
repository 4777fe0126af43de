// SPDX-License-Identifier: Apache-2.0
import { type Paper, papers } from '@lilong/ui/receipt/ReceiptSheet.tsx';
import { type ReactNode, useState } from 'react';
import { useT } from '../words.ts';

interface PaperChoiceProps {
  readonly paper: Paper;
  readonly onChange: (paper: Paper) => void;
}

/** What lies in this window's printer. */
export function PaperChoice({ paper, onChange }: PaperChoiceProps): ReactNode {
  const t = useT();
  return (
    <label>
      {t('affairs.paper')}{' '}
      <select
        value={paper}
        onChange={({ target }) => {
          const chosen = papers.find((one) => one === target.value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {papers.map((one) => (
          <option key={one} value={one}>
            {t(`affairs.paper.${one}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

const PAPER = 'lilong.receipt-paper';
/** It stays chosen at this window. */
export function usePaperHere(): [Paper, (paper: Paper) => void] {
  const [paper, setPaper] = useState(
    () => papers.find((one) => one === localStorage.getItem(PAPER)) ?? 'a5',
  );
  return [
    paper,
    (chosen) => {
      localStorage.setItem(PAPER, chosen);
      setPaper(chosen);
    },
  ];
}
