// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import type { ReactNode } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { restOf } from '../parts/Field.tsx';
import type { Writing } from './drafts.ts';
import { SaidField, type SaidFieldProps } from './SaidField.tsx';

/** One of the words that are asked for. */
export type Asked = Omit<SaidFieldProps, 'writing' | 'problem'>;
interface SaidFormProps {
  /** What is done, as its button says. */
  readonly title: string;
  /** What it is about, when that is more than what is done. */
  readonly about?: string;
  readonly asks: readonly Asked[];
  readonly writing: Writing;
  readonly acting: { readonly pending: boolean; readonly refusal: Problem | undefined };
  readonly grave?: boolean;
  readonly blocked?: boolean;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
}

/** An act that asks for words, and nothing more. */
export function SaidForm({
  title,
  about = title,
  asks,
  writing,
  acting: { pending, refusal },
  ...form
}: SaidFormProps): ReactNode {
  return (
    <DockForm
      {...form}
      title={about}
      submit={title}
      pending={pending}
      problem={restOf(refusal, ...asks.map(({ name }) => name))}
    >
      {asks.map((one) => (
        <SaidField key={one.name} {...one} writing={writing} problem={refusal} />
      ))}
    </DockForm>
  );
}
