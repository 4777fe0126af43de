// SPDX-License-Identifier: Apache-2.0
import { previewPlan, type Settle } from '@lilong/contracts/counters-hall';
import { useWrite } from '@lilong/ui/client.ts';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words.ts';
import { type PlanDraft, type Preview, tellAll, Unsettled } from './Unsettled.tsx';

interface Looking {
  /** Does it at once where it unsettles nobody; else asks first what becomes of them. */
  readonly first: (draft: PlanDraft, act: (settle: Settle) => void) => void;
  readonly pending: boolean;
  /** What is asked, while something is. */
  readonly question: ReactNode;
}
interface Asked {
  readonly preview: Preview;
  readonly act: (settle: Settle) => void;
}

/** A change that takes room away is looked at before it is made. */
export function useSettleFirst(centre: number): Looking {
  const look = useWrite(previewPlan, {});
  const [asked, setAsked] = useState<Asked>();
  async function first(draft: PlanDraft, act: Asked['act']): Promise<void> {
    setAsked(undefined);
    const preview = await look.send({ centre, ...draft });
    if (preview === undefined) return;
    if (preview.bookings.length === 0 && preview.late === 0) act(tellAll);
    else setAsked({ preview, act });
  }
  const done = () => setAsked(undefined);
  return {
    first: (draft, act) => void first(draft, act),
    pending: look.pending,
    question: (
      <>
        <Refused problem={look.refusal} />
        {asked !== undefined && <Question {...asked} onDone={done} />}
      </>
    ),
  };
}

interface QuestionProps extends Asked {
  readonly onDone: () => void;
}
function Question({ preview, act, onDone }: QuestionProps): ReactNode {
  const t = useT();
  const [settle, setSettle] = useState(tellAll);
  return (
    <div className="unsettled-first">
      <Unsettled preview={preview} settle={settle} onSettle={setSettle} />
      <p className="bar-buttons">
        <Button
          type="primary"
          onClick={() => {
            act(settle);
            onDone();
          }}
        >
          {t('unsettled.yes')}
        </Button>
        <Button onClick={onDone}>{t('unsettled.no')}</Button>
      </p>
    </div>
  );
}
