// SPDX-License-Identifier: Apache-2.0
import { affairStepOf } from '@lilong/contracts/affair-flow';
import type { AffairLine } from '@lilong/contracts/affairs';
import { Icon } from '@lilong/ui/Icons.tsx';
import type { ReactNode } from 'react';
import { Link } from '../shell/nav.tsx';
import { useAffairT } from '../words/affairs.tsx';
import { usePathOf } from './acting.ts';
import { Steps } from './Steps.tsx';
import { DueLine, Named } from './said.tsx';
import { isYours } from './standing.ts';

/** One of my applications in a list: how it stands, and by when. */
export function AffairCard({ affair }: { readonly affair: AffairLine }): ReactNode {
  const t = useAffairT();
  const pathOf = usePathOf();
  const { state, ref } = affair;
  return (
    <Link
      className={isYours(state) ? 'card affair-card yours' : 'card affair-card'}
      to={pathOf(ref)}
    >
      <span>
        <b>
          <Named zh={affair.itemName} en={affair.itemNameEn} />
        </b>
        <small>{t(`affair.plain.${state}`)}</small>
        <DueLine of={affair} />
        {affairStepOf[state] < 5 && state !== 'draft' && <Steps state={state} />}
      </span>
      <Icon name="next" size="1em" />
    </Link>
  );
}
