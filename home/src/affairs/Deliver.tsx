// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useAffairT } from '../words/affairs.tsx';
import { Choice } from './Choice.tsx';
import type { PartProps } from './Questions.tsx';

/** How the result comes; asked only where there is a choice. */
export function Deliver({ form, told, onChange, refusal }: PartProps): ReactNode {
  const t = useAffairT();
  const { deliveries } = form.item.result;
  if (deliveries.length < 2) return null;
  return (
    <Choice
      name="deliverBy"
      label={t('apply.deliver')}
      choices={deliveries.map((by) => ({ key: by, says: t(`delivery.${by}`) }))}
      chosen={told.deliverBy}
      refusal={refusal}
      onChoose={(key) => {
        const deliverBy = deliveries.find((by) => by === key);
        if (deliverBy !== undefined) onChange((before) => ({ ...before, deliverBy }));
      }}
    />
  );
}
