// SPDX-License-Identifier: Apache-2.0
import type { CaseLine, CasePage as CasePageShape } from '@lilong/contracts/case-shapes';
import { getCase } from '@lilong/contracts/case-work';
import { useRead } from '@lilong/ui/client.ts';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useKeys } from '../parts/useKeys.ts';
import { Waiting } from '../parts/Waiting.tsx';
import { ActionBar } from './ActionBar.tsx';
import { ActionForm } from './ActionForm.tsx';
import { Appeal } from './Appeal.tsx';
import { type Asked, useMover } from './asked.ts';
import { CaseHead } from './CaseHead.tsx';
import { Delays } from './Delays.tsx';
import { FlowLog } from './FlowLog.tsx';
import { Hotline } from './Hotline.tsx';
import { Photos } from './Photos.tsx';
import { Progress } from './Progress.tsx';
import { Proposals } from './Proposals.tsx';
import { Reports } from './Reports.tsx';
import { Standing } from './Standing.tsx';
import './case.css';
import './dock.css';

interface CasePanelProps {
  readonly refNo: string;
  /** What the list knows already; drawn until the case itself comes. */
  readonly line: CaseLine | undefined;
  readonly onMoved: (ref: string) => void;
  /** One's own move took it out of sight, as a return does: that is no fault. */
  readonly onGone?: (() => void) | undefined;
}

/** One case: what it is, what was promised, what is proposed, what happened, and what can be done now. */
export function CasePanel({ refNo, line, onMoved, onGone }: CasePanelProps): ReactNode {
  const read = useRead(getCase, { ref: refNo });
  const gone = onGone !== undefined && read.error?.problem.status === 404;
  const leave = useEffectEvent(() => onGone?.());
  useEffect(() => {
    if (gone) leave(); // once
  }, [gone]);
  if (read.error !== null && !gone)
    return <Refused problem={read.error.problem} again={() => read.refetch()} />;
  if (read.data !== undefined) return <KnownCase page={read.data} onMoved={onMoved} />;
  return (
    <article className="case">
      <div className="case-body">
        {line !== undefined && <CaseHead line={line} />}
        <Waiting rows={5} />
      </div>
    </article>
  );
}

interface KnownCaseProps {
  readonly page: CasePageShape;
  readonly onMoved: (ref: string) => void;
}

function KnownCase({ page, onMoved }: KnownCaseProps): ReactNode {
  const [asked, setAsked] = useState<Asked>(undefined);
  const mover = useMover(page, { onAsk: setAsked, onMoved });
  useKeys({
    Enter:
      mover.primary === undefined || asked !== undefined
        ? undefined
        : () => mover.primary !== undefined && mover.press(mover.primary),
    Escape: asked === undefined ? undefined : () => setAsked(undefined),
  });
  return (
    <article className="case">
      <div className="case-body">
        <CaseHead line={page.line} page={page} />
        <Progress page={page} />
        <Standing page={page} />
        <Photos photos={page.photos} />
        <Proposals page={page} mover={mover} />
        <Delays page={page} />
        <Appeal page={page} />
        <Reports page={page} />
        <Hotline page={page} />
        <FlowLog page={page} />
      </div>
      {asked === undefined ? (
        <ActionBar page={page} mover={mover} />
      ) : (
        <ActionForm
          key={asked}
          page={page}
          asked={asked}
          onDone={() => setAsked(undefined)}
          onMoved={onMoved}
        />
      )}
    </article>
  );
}
