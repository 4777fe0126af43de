// SPDX-License-Identifier: Apache-2.0
import { addWindow } from '@lilong/contracts/counters-hall';
import { useWrite } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words.ts';
import type { Hall } from './said.ts';
import { WindowRow } from './WindowRow.tsx';

/** Each window, and one more. A new one does what the first one does until it is told otherwise. */
export function HallWindows({ hall }: { readonly hall: Hall }): ReactNode {
  const t = useT();
  const add = useWrite(addWindow, { refreshes: ['counters'] });
  const services = hall.windows[0]?.services ?? ['general'];
  return (
    <section className="part" aria-labelledby="hall-windows">
      <h2 id="hall-windows">{t('hall.windows')}</h2>
      <ul className="hall-windows">
        {hall.windows.map((window) => (
          <WindowRow key={window.window} window={window} hall={hall} />
        ))}
      </ul>
      <Refused problem={add.refusal} />
      {hall.can.manage && (
        <p>
          <Button
            icon={<Icon name="plus" size={18} />}
            loading={add.pending}
            onClick={() => void add.send({ centre: hall.centre, services })}
          >
            {t('hall.add-window')}
          </Button>
        </p>
      )}
    </section>
  );
}
