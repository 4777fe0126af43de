// SPDX-License-Identifier: Apache-2.0
import { ratingGrades } from '@lilong/contracts/rating-flow';
import type { ReactNode } from 'react';
import { useT } from '../words/use.ts';
import { Radios } from './Radios.tsx';

interface GradesProps {
  readonly value: number | undefined;
  readonly onChange: (grade: number) => void;
}

/** Five grades, each a whole line to tap; one looks like the other until one is picked. */
export function Grades({ value, onChange }: GradesProps): ReactNode {
  const t = useT();
  return (
    <Radios
      name="grade"
      look="grades"
      label={t('rate.grade')}
      value={value === undefined ? undefined : String(value)}
      onChange={(grade) => onChange(Number(grade))}
      options={ratingGrades.map((grade) => ({
        value: String(grade),
        words: (
          <>
            {t(`grade.${grade}`)}
            <Arches grade={grade} />
          </>
        ),
      }))}
    />
  );
}

/** As many doors of the lane stand open as the grade is high. */
export function Arches({ grade }: { readonly grade: number }): ReactNode {
  return (
    <small className="arches" aria-hidden="true">
      {[1, 2, 3, 4, 5].map((one) => (
        <b key={one} data-open={one <= grade} />
      ))}
    </small>
  );
}
