// SPDX-License-Identifier: Apache-2.0
import { isBadGrade, isGoodGrade } from '@lilong/contracts/rating-flow';
import type { RatingReason } from '@lilong/contracts/ratings';
import type { ReactNode } from 'react';
import { useNamed } from '../affairs/said.tsx';
import { useT } from '../words/use.ts';

interface ReasonsProps {
  readonly offered: readonly RatingReason[];
  readonly grade: number;
  readonly picked: readonly string[];
  readonly onPick: (picked: readonly string[]) => void;
}

/** Tapped, not written. None beside 基本满意. */
export function Reasons({ offered, grade, picked, onPick }: ReasonsProps): ReactNode {
  const t = useT();
  const named = useNamed();
  const fitting = offered.filter(({ bad }) => (bad ? isBadGrade(grade) : isGoodGrade(grade)));
  if (fitting.length === 0) return null;
  const toggle = (key: string) =>
    onPick(picked.includes(key) ? picked.filter((one) => one !== key) : [...picked, key]);
  return (
    <fieldset className="rate-reasons">
      <legend>{t(isBadGrade(grade) ? 'rate.reasons-bad' : 'rate.reasons-good')}</legend>
      {fitting.map(({ key, name, nameEn }) => (
        <label key={key}>
          <input type="checkbox" checked={picked.includes(key)} onChange={() => toggle(key)} />
          <span>{named(name, nameEn)}</span>
        </label>
      ))}
    </fieldset>
  );
}
