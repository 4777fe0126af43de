// SPDX-License-Identifier: Apache-2.0
import { type AffairState, affairStepOf, affairSteps } from '@lilong/contracts/affair-flow';
import type { AffairLine } from '@lilong/contracts/affairs';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { useNow } from '../cases/due.ts';
import { useT } from '../words.ts';
import { AffairDue } from './AffairDue.tsx';
import { useNamed } from './said.ts';

/** Reference, what, for whom, when, and how it stands. */
export function AffairHead({ line }: { readonly line: AffairLine }): ReactNode {
  const t = useT();
  const say = useMoment();
  const now = useNow();
  const named = useNamed();
  return (
    <header className="case-head">
      <p className="case-meta">
        <b className="case-ref">{line.ref}</b>
        <span>
          {line.departmentName} · {t(`affairkind.${line.kind}`)}
        </span>
      </p>
      <h2 className="case-title">{named(line.itemName, line.itemNameEn)}</h2>
      <p className="case-meta">
        <span>
          <Icon name="person" size={16} />
          {line.name}
        </span>
        {line.appliedAt !== null && (
          <span>
            <Icon name="clock" size={16} />
            {t('affairs.applied', {
              at: say(line.appliedAt),
              channel: t(`affairchannel.${line.channel}`),
            })}
          </span>
        )}
      </p>
      <p className="case-flags">
        <span className="tag tag-state">{t(`affair.${line.state}`)}</span>
        <AffairDue line={line} now={now} />
        {line.asksLonger && <span className="tag tag-soon">{t('affairtab.longer')}</span>}
      </p>
      <Steps state={line.state} />
    </header>
  );
}

const stopped: readonly AffairState[] = ['not_accepted', 'withdrawn', 'void', 'returned'];

/** 申请 — 受理 — **审核** — 办结 — 送达. Nothing for what was stopped. */
function Steps({ state }: { readonly state: AffairState }): ReactNode {
  const t = useT();
  if (stopped.includes(state)) return null;
  const behind = affairStepOf[state];
  return (
    <ol className="progress" aria-label={t('affairs.steps')}>
      {affairSteps.map((step, order) => (
        <li
          key={step}
          className={toneOf(order - behind)}
          aria-current={order === behind ? 'step' : undefined}
        >
          {t(`affairstep.${step}`)}
        </li>
      ))}
    </ol>
  );
}

function toneOf(distance: number): string {
  if (distance < 0) return 'progress-done';
  return distance === 0 ? 'progress-now' : '';
}
