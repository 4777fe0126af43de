// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words.ts';

interface ActFormProps {
  readonly title: string;
  readonly submit: string;
  readonly pending: boolean;
  /** Fields show their own faults; this one is of no field. */
  readonly problem: Problem | undefined;
  readonly grave?: boolean;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** A short form within a card. What was typed stays when it is refused. */
export function ActForm(props: ActFormProps): ReactNode {
  const t = useT();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <form
      className="sheet-card form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
    >
      <h2 ref={title} tabIndex={-1}>
        {props.title}
      </h2>
      {props.children}
      <Refused problem={props.problem} />
      <div className="acts">
        <Button
          type="primary"
          htmlType="submit"
          danger={props.grave === true}
          loading={props.pending}
        >
          {props.submit}
        </Button>
        <Button onClick={props.onCancel}>{t('act.cancel')}</Button>
      </div>
    </form>
  );
}
