// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { relations } from '@lilong/contracts/registry';
import type { ReactNode } from 'react';
import { blames } from '../parts/Field.tsx';
import { PickField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import { type Arrival, proposedRelation } from './arrival.ts';
import { useCode } from './said.ts';

interface RelationFieldProps {
  readonly arrival: Pick<Arrival, 'relation' | 'staysAs'>;
  readonly problem: Problem | undefined;
  readonly onChange: (part: Pick<Arrival, 'relation'>) => void;
}

/** Whoever joins is neither the head nor oneself. */
const joining = relations.filter((code) => code !== '01' && code !== '02');

/** What somebody is to the head of the household. */
export function RelationField({ arrival, problem, onChange }: RelationFieldProps): ReactNode {
  const t = useT();
  const code = useCode();
  return (
    <PickField
      label={t('move-in.relation')}
      problem={blames(problem, 'relation')}
      value={arrival.relation ?? proposedRelation(arrival.staysAs)}
      options={joining.map((value) => ({ value, label: code('relation', value) }))}
      onChange={(relation) => onChange({ relation })}
    />
  );
}
