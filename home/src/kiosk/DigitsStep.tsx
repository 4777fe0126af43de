// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { asRefused } from '@lilong/ui/client.ts';
import { useRefusalWords } from '@lilong/ui/words.tsx';
import { type FormEvent, type ReactNode, type Ref, useState } from 'react';
import { useT } from '../words/use.ts';
import { Pad } from './Pad.tsx';
import { isAway } from './taking.ts';
import { useFocusOnce } from './use-focus.ts';

interface Asked {
  readonly title: string;
  readonly why: string;
  readonly field: string;
  /** Signs that make it whole. */
  readonly whole: number;
  /** A scanner types that many instead. */
  readonly scanned?: number;
  /** X ends an identity number. */
  readonly last?: 'X';
  /** What is said while there is no connection. */
  readonly away: string;
}
interface DigitsStepProps extends Asked {
  /** Sends what was typed. @throws {Refused} */
  readonly onSend: (typed: string) => Promise<void>;
  readonly onBack: () => void;
}

/** Figures that somebody types, or a scanner does. They live in this page alone and are gone with it. */
export function DigitsStep({ onSend, onBack, ...asked }: DigitsStepProps): ReactNode {
  const t = useT();
  const field = useFocusOnce<HTMLInputElement>();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<Wrong>();
  const [pending, setPending] = useState(false);
  const { last, whole, scanned = whole } = asked;
  const most = Math.max(whole, scanned);
  function type(to: string): void {
    const signs = to.toUpperCase().replace(last === 'X' ? /[^\dX]/g : /\D/g, '');
    setWrong(undefined);
    setTyped(signs.slice(0, most));
  }
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (pending) return;
    if (typed.length !== whole && typed.length !== scanned) return setWrong('short');
    setPending(true);
    try {
      await onSend(typed);
    } catch (error) {
      setWrong(asRefused(error).problem);
    }
    setPending(false);
  }
  return (
    <form className="kiosk-step kiosk-number" noValidate onSubmit={(event) => void submit(event)}>
      <h1>{asked.title}</h1>
      <p className="kiosk-hint" id="number-why">
        {asked.why}
      </p>
      <Typed {...{ asked, typed, wrong }} field={field} onType={type} />
      <Pad {...(last === undefined ? {} : { last })} typed={typed} onType={type} most={most} />
      <button type="submit" className="kiosk-main" aria-disabled={pending}>
        {t('kiosk.ok')}
      </button>
      <button type="button" className="kiosk-other" onClick={onBack}>
        {t('kiosk.back')}
      </button>
    </form>
  );
}

interface TypedProps {
  readonly asked: Asked;
  readonly field: Ref<HTMLInputElement>;
  readonly typed: string;
  readonly wrong: Wrong | undefined;
  readonly onType: (typed: string) => void;
}
function Typed({ asked, field, typed, wrong, onType }: TypedProps): ReactNode {
  const t = useT();
  const say = useWrongWords(asked, typed.length);
  return (
    <>
      <input
        ref={field}
        className="kiosk-typed"
        type="text"
        inputMode="none"
        autoComplete="off"
        spellCheck={false}
        aria-label={asked.field}
        aria-describedby="number-why number-typed"
        aria-invalid={wrong !== undefined}
        value={typed}
        onChange={({ target }) => onType(target.value)}
      />
      <p id="number-typed" className="kiosk-count" role="status">
        {wrong === undefined && t('kiosk.typed', { count: typed.length })}
      </p>
      <p className="kiosk-lacks" role="alert">
        {wrong !== undefined && say(wrong)}
      </p>
    </>
  );
}

type Wrong = Problem | 'short';
function useWrongWords({ whole, away }: Asked, count: number): (wrong: Wrong) => string {
  const t = useT();
  const say = useRefusalWords();
  return (wrong) => {
    if (wrong === 'short') return t('kiosk.typed-short', { whole, count });
    return isAway(wrong) ? away : say(wrong);
  };
}
