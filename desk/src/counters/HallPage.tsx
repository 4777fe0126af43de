// SPDX-License-Identifier: Apache-2.0
import { counterDesk } from '@lilong/contracts/counters';
import { useRead } from '@lilong/ui/client.ts';
import { useLive } from '@lilong/ui/live.ts';
import { type ReactNode, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { PickField } from '../parts/TextField.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';
import { Addresses } from './Addresses.tsx';
import { HallLines } from './HallLines.tsx';
import type { Hall } from './said.ts';
import { WindowRow } from './WindowRow.tsx';
import './hall.css';

/** 大厅: which windows are open and what they do, and how many wait for what. Nothing here counts a person. */
export function HallPage(): ReactNode {
  const t = useT();
  useLive('counters');
  const [centre, setCentre] = useState<number>();
  const read = useRead(counterDesk, centre === undefined ? {} : { centre }, {
    refetchInterval: 30_000,
  });
  return (
    <div className="page">
      <header>
        <h1>{t('hall.title')}</h1>
        <p className="page-lead" lang="zh-CN">
          {read.data?.name}
        </p>
      </header>
      <Refused problem={read.error?.problem} again={() => read.refetch()} />
      {read.data === undefined && read.error === null && <Waiting rows={8} />}
      {read.data !== undefined && (
        <>
          <Which hall={read.data} onChoose={setCentre} />
          <HallLines services={read.data.services} />
          <Windows hall={read.data} />
          <Addresses centre={read.data.centre} name={read.data.name} />
        </>
      )}
    </div>
  );
}

interface WhichProps {
  readonly hall: Hall;
  readonly onChoose: (centre: number | undefined) => void;
}
function Which({ hall: { centre, centres }, onChoose }: WhichProps): ReactNode {
  const t = useT();
  if (centres.length < 2) return null;
  return (
    <div className="hall-which">
      <PickField
        label={t('hall.which')}
        value={centre}
        options={centres.map(({ centre: value, name: label }) => ({ value, label }))}
        onChange={onChoose}
      />
    </div>
  );
}

function Windows({ hall }: { readonly hall: Hall }): ReactNode {
  const t = useT();
  return (
    <section className="part" aria-labelledby="hall-windows">
      <h2 id="hall-windows">{t('hall.windows')}</h2>
      <ul className="hall-windows">
        {hall.windows.map((window) => (
          <WindowRow key={window.window} window={window} hall={hall} />
        ))}
      </ul>
    </section>
  );
}
