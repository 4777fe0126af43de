// SPDX-License-Identifier: Apache-2.0
import { Icon } from '@lilong/ui/Icons.tsx';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import type { ActFormProps } from './ActionForm.tsx';
import { DockForm } from './DockForm.tsx';

/** Says what a work order is before one is made. */
export function OrderForm({ page, onDone }: ActFormProps): ReactNode {
  const t = useT();
  const go = useNavigate();
  return (
    <DockForm
      title={t('act.print_order')}
      submit={t('order.make')}
      pending={false}
      problem={undefined}
      onSubmit={() => void go({ to: '/cases/$ref/order', params: { ref: page.line.ref } })}
      onCancel={onDone}
    >
      <p className="order-hint">
        <Icon name="printer" size={22} />
        {t('order.hint')}
      </p>
    </DockForm>
  );
}
