// SPDX-License-Identifier: Apache-2.0

import { moveAffair } from '@lilong/contracts/affair-work';
import type { AffairLine, AffairPage } from '@lilong/contracts/affairs';
import { assistanceItems } from '@lilong/contracts/assistance-items';
import { type ReactNode, useState } from 'react';
import { AssistancePart } from '../assistance/AssistancePart.tsx';
import { Refused } from '../parts/Refused.tsx';
import { useKeys } from '../parts/useKeys.ts';
import { Waiting } from '../parts/Waiting.tsx';
import { ActForm } from './ActForm.tsx';
import { AffairBar } from './AffairBar.tsx';
import { AffairClocks } from './AffairClocks.tsx';
import { AffairHead } from './AffairHead.tsx';
import { AffairLog } from './AffairLog.tsx';
import { AffairMaterials } from './AffairMaterials.tsx';
import { AffairParts } from './AffairParts.tsx';
import { AffairTold } from './AffairTold.tsx';
import { type Act, isPlain, primaryOf } from './acts.ts';
import { PrintReceipt } from './PrintReceipt.tsx';
import { useAct } from './use-act.ts';
import { useAffairPage } from './use-page.ts';
import '../cases/case.css';
import '../cases/dock.css';

interface AffairPanelProps {
  readonly refNo: string;
  /** What the list knows already; drawn until the application itself comes. */
  readonly line: AffairLine | undefined;
  readonly onMoved: (ref: string) => void;
}

/** One application: what was asked, what was known, the papers, the clocks, what happened, and what can be done now. */
export function AffairPanel({ refNo, line, onMoved }: AffairPanelProps): ReactNode {
  const read = useAffairPage(refNo, line);
  if (read.data !== undefined) return <Known page={read.data} onMoved={onMoved} />;
  if (read.error !== null)
    return <Refused problem={read.error.problem} again={() => read.refetch()} />;
  return (
    <article className="case">
      <div className="case-body">
        {line !== undefined && <AffairHead line={line} />}
        <Waiting rows={5} />
      </div>
    </article>
  );
}

interface KnownProps {
  readonly page: AffairPage;
  readonly onMoved: (ref: string) => void;
}
function Known({ page, onMoved }: KnownProps): ReactNode {
  const [asked, setAsked] = useState<Act>();
  const done = () => {
    setAsked(undefined);
    onMoved(page.ref);
  };
  const plain = useAct(moveAffair, page, done);
  const primary = primaryOf(page);
  const press = (act: Act): void => {
    if (isPlain(act)) void plain.send({ move: act });
    else setAsked(act);
  };
  useKeys({
    Enter: primary === undefined || asked !== undefined ? undefined : () => press(primary),
    Escape: asked === undefined ? undefined : () => setAsked(undefined),
  });
  return (
    <article className="case">
      <div className="case-body">
        <AffairHead line={page} />
        <PrintReceipt page={page} />
        <AffairParts page={page} />
        {assistanceItems.includes(page.item) && (
          <AssistancePart refNo={page.ref} version={page.version} />
        )}
        <AffairClocks page={page} />
        <AffairTold page={page} />
        <AffairMaterials page={page} />
        <AffairLog page={page} />
      </div>
      {asked === undefined ? (
        <AffairBar
          page={page}
          primary={primary}
          pending={plain.pending}
          refusal={plain.refusal}
          onPress={press}
        />
      ) : (
        <ActForm
          key={asked}
          act={asked}
          page={page}
          onDone={done}
          onCancel={() => setAsked(undefined)}
        />
      )}
    </article>
  );
}
