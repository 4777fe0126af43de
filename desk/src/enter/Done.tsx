// SPDX-License-Identifier: Apache-2.0
import { Icon } from '@lilong/ui/Icons.tsx';
import { useMoment } from '@lilong/ui/words.tsx';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { useT } from '../words.ts';
import type { Entered } from './entry.ts';

interface DoneProps {
  readonly entered: Entered;
  readonly onNext: () => void;
}

/** The number to tell the caller, what was promised, and the way to the next. */
export function Done({ entered: { receipt, next }, onNext }: DoneProps): ReactNode {
  const t = useT();
  const say = useMoment();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <section className="done">
      <span className="arch arch-done">
        <Icon name="check" size={30} />
      </span>
      <h2 ref={head} tabIndex={-1}>
        {t(`enter.done.${next}`)}
      </h2>
      <p className="done-ref">{receipt.ref}</p>
      <p>{t('enter.done-ref')}</p>
      {next !== 'self_handle' && <p>{t('enter.done-promise', { at: say(receipt.answerDue) })}</p>}
      <Button type="primary" size="large" onClick={onNext}>
        {t('enter.again')}
      </Button>
      <p>
        <Link to="/cases/$ref" params={{ ref: receipt.caseRef }}>
          {t('enter.see-case')}
        </Link>
      </p>
    </section>
  );
}
