// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { Button } from 'antd';
import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { HoldProvider, useHeld } from '../parts/hold.ts';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words.ts';

interface DockFormProps {
  readonly title: string;
  readonly submit: string;
  readonly pending: boolean;
  /** What blames no field of the form. */
  readonly problem: Problem | undefined;
  readonly grave?: boolean;
  /** What the form wants can no longer be done. */
  readonly blocked?: boolean;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  /** Has to be seen wherever in the form one is. */
  readonly notice?: ReactNode;
  readonly children: ReactNode;
}

const firstField =
  'input:not([type="hidden"]):not([type="file"]), textarea, select, button[type="submit"]';

/** The first field; where that is a choice, what is chosen of it. */
function startOf(form: HTMLFormElement): HTMLElement | null {
  const first = form.querySelector<HTMLElement>(firstField);
  if (!(first instanceof HTMLInputElement) || first.type !== 'radio') return first;
  return form.querySelector<HTMLElement>(`[name="${CSS.escape(first.name)}"]:checked`) ?? first;
}

/** A form docked under the case, so that the case stays in sight while it is written. */
export function DockForm({
  title,
  submit,
  pending,
  problem,
  grave = false,
  blocked = false,
  onSubmit,
  onCancel,
  notice,
  children,
}: DockFormProps): ReactNode {
  const t = useT();
  const id = useId();
  const { held, hold } = useHeld();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (form.current !== null) startOf(form.current)?.focus();
  }, []);
  function send(event: FormEvent): void {
    event.preventDefault();
    if (!pending && !held && !blocked) onSubmit();
  }
  return (
    <form
      ref={form}
      className="dock"
      aria-labelledby={id}
      noValidate
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && !isOpenList(event.target))
          onCancel();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
          form.current?.requestSubmit();
      }}
    >
      <Head id={id} title={title} notice={notice} problem={problem} />
      <div className="dock-fields">
        <HoldProvider value={hold}>{children}</HoldProvider>
      </div>
      <div className="dock-foot">
        <Button
          type="primary"
          danger={grave}
          htmlType="submit"
          loading={pending || held}
          disabled={blocked}
        >
          {submit}
        </Button>
        <Button onClick={onCancel}>{t('form.cancel')}</Button>
      </div>
    </form>
  );
}

interface HeadProps extends Pick<DockFormProps, 'title' | 'notice' | 'problem'> {
  readonly id: string;
}

/** It does not scroll with the fields: what changed and what was refused is seen while one writes the last of them. */
function Head({ id, title, notice, problem }: HeadProps): ReactNode {
  return (
    <div className="dock-head">
      <h3 id={id} className="dock-title">
        {title}
      </h3>
      {notice}
      <Refused problem={problem} />
    </div>
  );
}

/** Escape closes an open list of choices first, and only then the form. */
function isOpenList(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.getAttribute('aria-expanded') === 'true';
}
