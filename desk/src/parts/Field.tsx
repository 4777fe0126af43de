// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { useRefusalWords } from '@lilong/ui/words.tsx';
import { type ReactNode, useId, useRef } from 'react';
import { useT } from '../words.ts';
import { useFault } from './use-fault.ts';

/** Spread on the control, so that label, hint and fault are read with it. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
  readonly 'aria-required'?: true;
  readonly status: '' | 'error';
}

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly need?: 'must' | 'may';
  /** The refusal, when it blames this field. */
  readonly problem?: Problem | undefined;
  readonly children: (control: ControlProps) => ReactNode;
}

/** One question of a form: label above, control, hint, and the fault at its place. */
export function Field({ label, hint, need = 'must', problem, children }: FieldProps): ReactNode {
  const t = useT();
  const say = useRefusalWords();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  useFault(box, problem);
  const told = [
    hint === undefined ? '' : `${id}-hint`,
    problem === undefined ? '' : `${id}-fault`,
  ].filter((name) => name !== '');
  return (
    <div className="field" ref={box}>
      <label className="field-label" htmlFor={id}>
        {label}
        {need === 'may' && <span className="field-may">{t('field.may')}</span>}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {children({
        id,
        status: problem === undefined ? '' : 'error',
        ...(told.length === 0 ? {} : { 'aria-describedby': told.join(' ') }),
        ...(problem === undefined ? {} : { 'aria-invalid': true as const }),
        ...(need === 'must' ? { 'aria-required': true as const } : {}),
      })}
      {problem !== undefined && (
        <p id={`${id}-fault`} className="field-fault" role="alert">
          {say(byLabel(problem, label))}
        </p>
      )}
    </div>
  );
}

/** A field is named as it stands there, whatever the wire calls it: 「要交代什么」没有填. */
function byLabel(problem: Problem, label: string): Problem {
  if (problem.code !== 'input.invalid') return problem;
  return { ...problem, detail: '', facts: { ...problem.facts, field: label } };
}

/** The refusal if it blames `name`; every form gives the rest to `<Refused>`. */
export const blames = (
  problem: Problem | undefined,
  ...names: readonly string[]
): Problem | undefined =>
  problem?.field !== undefined && names.includes(problem.field) ? problem : undefined;

/** The refusal if none of the form's own fields is to blame. */
export const restOf = (
  problem: Problem | undefined,
  ...names: readonly string[]
): Problem | undefined => (blames(problem, ...names) === undefined ? problem : undefined);
