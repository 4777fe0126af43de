// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useRefusalWords } from '@lilong/ui/words.tsx';
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { useT } from '../words.ts';

interface RefusedProps {
  readonly problem: Problem | undefined;
  /** Asks again, where that may help. */
  readonly again?: (() => unknown) | undefined;
}

/** Not allowed, or not there: asked again it is the same. */
const stays: readonly number[] = [403, 404];

/** A "no" as a sentence: why, and what to do. */
export function Refused({ problem, again }: RefusedProps): ReactNode {
  const t = useT();
  const say = useRefusalWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem !== undefined) box.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  if (problem === undefined) return null;
  return (
    <div ref={box} className="refused" role="alert">
      <Icon name="warning" size={20} />
      <p>{say(problem)}</p>
      {again !== undefined && !stays.includes(problem.status) && (
        <Button onClick={() => void again()}>{t('refused.again')}</Button>
      )}
    </div>
  );
}
