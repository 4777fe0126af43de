// SPDX-License-Identifier: Apache-2.0
import { askExtension, resumeAffair, suspendAffair } from '@lilong/contracts/affair-work';
import type { AffairPage } from '@lilong/contracts/affairs';
import type { ReactNode } from 'react';
import { AskForm } from './AskForm.tsx';
import type { Act } from './acts.ts';
import { BringForm } from './BringForm.tsx';
import { DecideForm } from './DecideForm.tsx';
import { DeliverForm } from './DeliverForm.tsx';
import { LongerForm } from './LongerForm.tsx';
import { ReasonForm } from './ReasonForm.tsx';
import { RefuseReceiptForm } from './RefuseReceiptForm.tsx';
import { SpecialForm } from './SpecialForm.tsx';

export interface ActFormProps {
  readonly page: AffairPage;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** The form of an act, in place of the buttons: it asks exactly what the workflow table needs. */
export function ActForm({ act, ...form }: ActFormProps & { readonly act: Act }): ReactNode {
  switch (act) {
    case 'ask':
      return <AskForm {...form} />;
    case 'refuse_receipt':
      return <RefuseReceiptForm {...form} />;
    case 'special':
      return <SpecialForm {...form} />;
    case 'suspend':
      return <ReasonForm {...form} act={act} route={suspendAffair} />;
    case 'resume':
      return <ReasonForm {...form} act={act} route={resumeAffair} />;
    case 'ask_extension':
      return <ReasonForm {...form} act={act} route={askExtension} />;
    case 'decide_extension':
      return <LongerForm {...form} />;
    case 'grant':
    case 'refuse':
    case 'give_back':
    case 'cancel':
      return <DecideForm {...form} decision={act} />;
    case 'deliver':
      return <DeliverForm {...form} />;
    case 'supplement':
    case 'give':
      return <BringForm {...form} act={act} />;
    default:
      return null;
  }
}
