// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useKeys } from '../parts/useKeys.ts';
import { useWide } from '../parts/useWide.ts';
import { Waiting } from '../parts/Waiting.tsx';
import { type Key, useT } from '../words.ts';
import { splitPx } from './search.ts';

/** What can be recorded at a card. */
export type Act =
  | 'move-in'
  | 'move-out'
  | 'birth'
  | 'death'
  | 'label'
  | 'bind'
  | 'guardian'
  | 'mandate'
  | 'merge-records'
  | 'add'
  | 'shut'
  | 'merge-doors'
  | 'hint-door'
  | 'hint-same'
  | 'doors'
  | 'leader'
  | 'rename'
  | 'dissolve'
  | 'office'
  | 'correct'
  | 'close';

/** Ends the form that is open; `said` is what is true now. */
export type Finish = (said?: ReactNode) => void;

interface CardFrameProps {
  /** The first is the one thing to do next. */
  readonly acts: readonly Act[];
  readonly form: (act: Act, finish: Finish) => ReactNode;
  /** The way back, where it is not the search. */
  readonly back?: ReactNode;
  readonly children: ReactNode;
}

/** A card with its acts below; the form of an act is docked under the card, which stays in sight. */
export function CardFrame({ acts, form, back, children }: CardFrameProps): ReactNode {
  const [act, setAct] = useState<Act>();
  const [last, setLast] = useState<Act>();
  const [said, setSaid] = useState<ReactNode>();
  const body = useRef<HTMLDivElement>(null);
  const finish: Finish = (words) => {
    setLast(act);
    setAct(undefined);
    setSaid(words);
    if (words !== undefined) body.current?.scrollTo({ top: 0 });
  };
  useKeys({ Escape: act === undefined ? undefined : () => finish() });
  return (
    <article className="case">
      <div ref={body} className="case-body">
        {back ?? <Back />}
        {said !== undefined && (
          <p className="note note-done" role="status">
            <Icon name="check" size={18} />
            <span>{said}</span>
          </p>
        )}
        {children}
      </div>
      {act === undefined ? <ActBar {...{ acts, last }} onAct={setAct} /> : form(act, finish)}
    </article>
  );
}

interface ActBarProps {
  readonly acts: readonly Act[];
  /** Whose form was closed just now: its button has the focus again. */
  readonly last: Act | undefined;
  readonly onAct: (act: Act) => void;
}

function ActBar({ acts, last, onAct }: ActBarProps): ReactNode {
  const t = useT();
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (last === undefined) return;
    bar.current?.querySelector<HTMLElement>(`[data-act="${last}"]`)?.focus({ preventScroll: true });
  }, [last]);
  if (acts.length === 0) return null;
  return (
    <div className="bar">
      <div className="bar-buttons" ref={bar}>
        {acts.map((act, nth) => (
          <Button
            key={act}
            data-act={act}
            type={nth === 0 ? 'primary' : 'default'}
            className={nth === 0 ? 'bar-primary' : ''}
            onClick={() => onAct(act)}
          >
            {t(`act.${act}` as Key)}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** On a phone the card has the page to itself: the way back stands on top. */
export function Back(): ReactNode {
  const t = useT();
  const split = useWide(splitPx);
  const { history, navigate } = useRouter();
  if (split) return null;
  const back = () => (history.canGoBack() ? history.back() : void navigate({ to: '/people' }));
  return (
    <button type="button" className="back reg-back" onClick={back}>
      <Icon name="back" size={20} />
      {t('people.back')}
    </button>
  );
}

interface NotYetProps {
  readonly problem: Problem | undefined;
  readonly again: () => unknown;
  /** The way back, where it is not the search. */
  readonly back?: ReactNode;
}

/** The card has not come yet, or will not. */
export function NotYet({ problem, again, back }: NotYetProps): ReactNode {
  return (
    <article className="case">
      <div className="case-body">
        {back ?? <Back />}
        {problem === undefined ? <Waiting rows={6} /> : <Refused problem={problem} again={again} />}
      </div>
    </article>
  );
}

/** Puts the cursor on the name of what was opened, so that a screen reader begins there. */
export function CardTitle({ children }: { readonly children: ReactNode }): ReactNode {
  const title = useRef<HTMLHeadingElement>(null);
  const split = useWide(splitPx);
  useEffect(() => {
    if (!split) title.current?.focus({ preventScroll: true });
  }, [split]);
  return (
    <h2 ref={title} className="case-title reg-title" tabIndex={-1}>
      {children}
    </h2>
  );
}
