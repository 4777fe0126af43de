// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { localProblem } from '@lilong/ui/client.ts';
import { Input, type InputRef } from 'antd';
import { type FormEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { blames, Field } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words.ts';
import './visit.css';

interface RecogniseProps {
  /** Somebody was recognised already: another one may have come forward. */
  readonly known: boolean;
  readonly pending: boolean;
  readonly refusal: Problem | undefined;
  readonly onCode: (code: string) => Promise<void>;
  /** The number of an identity card was typed here: which document was seen is asked next. */
  readonly onNumber: (number: string) => void;
}

/** 亮证: a scanner types like a keyboard. Wherever the focus is, the first digit goes here, and Enter at the end sends it. */
export function Recognise(props: RecogniseProps): ReactNode {
  const { known, pending, refusal, onCode, onNumber } = props;
  const t = useT();
  const [text, setText] = useState('');
  const [mistake, setMistake] = useState(false);
  const field = useField(refusal);
  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    const typed = text.replace(/\s/g, '');
    const what = whatIs(typed);
    setMistake(what === undefined && typed !== '');
    if (what === 'number') onNumber(typed.toUpperCase());
    if (what === 'code') {
      setText('');
      field.current?.blur(); // the keys of the acts are heard again
      await onCode(typed);
    }
  }
  const problem = mistake ? localProblem('counters.say-who', 400, 'code') : refusal;
  return (
    <form className="counter-who-field" noValidate onSubmit={(event) => void send(event)}>
      <Field
        label={t(known ? 'counters.scan-other' : 'counters.scan')}
        hint={t('counters.scan-hint')}
        problem={blames(problem, 'code')}
      >
        {(control) => (
          <Input
            {...control}
            ref={field}
            value={text}
            size="large"
            inputMode="numeric"
            autoComplete="off"
            maxLength={40}
            disabled={pending}
            onChange={({ target }) => setText(target.value)}
            onKeyDown={({ key }) => {
              if (key !== 'Escape') return;
              setText('');
              field.current?.blur();
            }}
          />
        )}
      </Field>
      <Refused problem={problem?.field === 'code' ? undefined : problem} />
    </form>
  );
}

/** The first digit goes there; once what was sent is refused, nothing is left to mend in it and the keys of the acts are heard. */
function useField(refusal: Problem | undefined): RefObject<InputRef | null> {
  const field = useRef<InputRef>(null);
  useFirstDigit(() => field.current?.focus());
  useEffect(() => {
    if (refusal !== undefined) field.current?.blur();
  }, [refusal]);
  return field;
}

/** Told by its length: eight digits that were read aloud, 24 that were scanned, or the number of an identity card. */
export function whatIs(typed: string): 'code' | 'number' | undefined {
  if (/^(\d{8}|\d{24})$/.test(typed)) return 'code';
  return /^\d{17}[\dXx]$/.test(typed) ? 'number' : undefined;
}

/** A digit that is typed where nothing takes it begins a scan. */
function useFirstDigit(take: () => void): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const pressed = ({ key, code, target, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      if (ctrlKey || metaKey || altKey || !isDigit(key, code)) return;
      const taken = target instanceof HTMLElement && target.closest('input, textarea, dialog');
      if (taken === null || taken === false) latest.current();
    };
    document.addEventListener('keydown', pressed, true);
    return () => document.removeEventListener('keydown', pressed, true);
  }, []);
}
/** Under a Chinese keyboard the key may have no name. */
const isDigit = (key: string, code: string): boolean =>
  /^\d$/.test(key) || (key === 'Process' && /^(Digit|Numpad)\d$/.test(code));
