// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { presentNumber } from '@lilong/contracts/kiosk';
import { ask, asRefused } from '@lilong/ui/client.ts';
import { useRefusalWords } from '@lilong/ui/words.tsx';
import { type FormEvent, type ReactNode, type Ref, useState } from 'react';
import { useT } from '../words/use.ts';
import { Pad } from './Pad.tsx';
import { isAway } from './taking.ts';
import { useFocusOnce } from './use-focus.ts';
import type { Holder } from './Visit.tsx';

const whole = 18;
const PATIENCE_MS = 5_000;

interface NumberStepProps {
  readonly onShown: (holder: Holder) => void;
  readonly onBack: () => void;
}

/** The number of an identity card, typed. It lives in this page alone and is gone with it. */
export function NumberStep({ onShown, onBack }: NumberStepProps): ReactNode {
  const t = useT();
  const field = useFocusOnce<HTMLInputElement>();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<Wrong>();
  function type(to: string): void {
    setWrong(undefined);
    setTyped(
      to
        .replace(/[^\dXx]/g, '')
        .toUpperCase()
        .slice(0, whole),
    );
  }
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (typed.length < whole) return setWrong('short');
    try {
      onShown(await ask(presentNumber, { number: typed }, {}, PATIENCE_MS));
    } catch (error) {
      setWrong(asRefused(error).problem);
    }
  }
  return (
    <form className="kiosk-step kiosk-number" noValidate onSubmit={(event) => void submit(event)}>
      <h1>{t('kiosk.number-title')}</h1>
      <p className="kiosk-hint" id="number-why">
        {t('kiosk.number-why')}
      </p>
      <Typed field={field} typed={typed} wrong={wrong} onType={type} />
      <Pad last="X" typed={typed} onType={type} most={whole} />
      <button type="submit" className="kiosk-main">
        {t('kiosk.ok')}
      </button>
      <button type="button" className="kiosk-other" onClick={onBack}>
        {t('kiosk.back')}
      </button>
    </form>
  );
}

interface TypedProps {
  readonly field: Ref<HTMLInputElement>;
  readonly typed: string;
  readonly wrong: Wrong | undefined;
  readonly onType: (typed: string) => void;
}
function Typed({ field, typed, wrong, onType }: TypedProps): ReactNode {
  const t = useT();
  const say = useWrongWords(typed.length);
  return (
    <>
      <input
        ref={field}
        className="kiosk-typed"
        type="text"
        inputMode="none"
        autoComplete="off"
        spellCheck={false}
        aria-label={t('kiosk.number-field')}
        aria-describedby="number-why number-typed"
        aria-invalid={wrong !== undefined}
        value={typed}
        onChange={({ target }) => onType(target.value)}
      />
      <p id="number-typed" className="kiosk-count" role="status">
        {wrong === undefined && t('kiosk.number-typed', { count: typed.length })}
      </p>
      <p className="kiosk-lacks" role="alert">
        {wrong !== undefined && say(wrong)}
      </p>
    </>
  );
}

type Wrong = Problem | 'short';
function useWrongWords(count: number): (wrong: Wrong) => string {
  const t = useT();
  const say = useRefusalWords();
  return (wrong) => {
    if (wrong === 'short') return t('kiosk.number-short', { count });
    return isAway(wrong) ? t('kiosk.number-away') : say(wrong);
  };
}
