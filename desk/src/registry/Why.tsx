// SPDX-License-Identifier: Apache-2.0
// A masked number is opened for a purpose, and hidden again after a minute.
import type { Problem } from '@lilong/contracts/call';
import type { registryWords } from '@lilong/contracts/registry-labels';
import type { ReplyOf } from '@lilong/contracts/route';
import { Button } from 'antd';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words.ts';
import { useName } from './said.ts';

const shownMs = 60_000;

/** What opens in place of a button takes the focus, in sight; when it closes, the button that stands there again has it. */
function useFocusHere<E extends HTMLElement>(): RefObject<E | null> {
  const here = useRef<E>(null);
  useEffect(() => {
    const first = here.current?.matches('button')
      ? here.current
      : here.current?.querySelector('button');
    const around = here.current?.closest('li, section');
    here.current?.scrollIntoView({ block: 'center' });
    first?.focus({ preventScroll: true });
    return () =>
      queueMicrotask(() => {
        if (document.activeElement === document.body) around?.querySelector('button')?.focus();
      });
  }, []);
  return here;
}

interface WhyProps {
  readonly what: string;
  /** Undefined until they come. */
  readonly purposes: ReplyOf<typeof registryWords>['purposes'] | undefined;
  readonly problem: Problem | undefined;
  readonly pending: boolean;
  readonly onPurpose: (purpose: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** One tap on a purpose opens the value. */
export function Why({
  what,
  purposes,
  problem,
  pending,
  onPurpose,
  onCancel,
}: WhyProps): ReactNode {
  const t = useT();
  const name = useName();
  const here = useFocusHere<HTMLFieldSetElement>();
  return (
    <fieldset className="reg-why" ref={here}>
      <legend>{t('person.why', { what })}</legend>
      <Refused problem={problem} />
      <div className="bar-buttons">
        {purposes?.map((purpose) => (
          <Button key={purpose.key} disabled={pending} onClick={() => void onPurpose(purpose.key)}>
            {name(purpose)}
          </Button>
        ))}
        <Button type="text" onClick={onCancel}>
          {t('form.cancel')}
        </Button>
      </div>
      <p className="field-hint">{t('person.seen')}</p>
    </fieldset>
  );
}

interface ShownProps {
  readonly isPhone: boolean;
  readonly value: string;
  readonly onHide: () => void;
}

/** The value itself, for a minute. */
export function Shown({ isPhone, value, onHide }: ShownProps): ReactNode {
  const t = useT();
  const hide = useRef(onHide);
  const here = useFocusHere<HTMLButtonElement | HTMLAnchorElement>();
  useEffect(() => {
    const timer = setTimeout(() => hide.current(), shownMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <span className="reg-value reg-value-open" role="status">
        {isPhone ? <a href={`tel:${value}`}>{value}</a> : value}
      </span>
      <Button onClick={onHide} ref={here}>
        {t('person.hide')}
      </Button>
      <small className="reg-hides">{t('person.hides')}</small>
    </>
  );
}
