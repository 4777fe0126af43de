// SPDX-License-Identifier: Apache-2.0
import { counterDesk } from '@lilong/contracts/counters';
import { useRead } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useLive } from '@lilong/ui/live.ts';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { PickField } from '../parts/TextField.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';
import { Addresses } from './Addresses.tsx';
import { HallLines } from './HallLines.tsx';
import { HallWindows } from './HallWindows.tsx';
import { MovePeople } from './MovePeople.tsx';
import { ShutEarly } from './ShutEarly.tsx';
import type { Hall } from './said.ts';
import './hall.css';

/** 大厅: how many wait for what, who is moved, and which windows are open. Nothing here counts a person. */
export function HallPage(): ReactNode {
  const t = useT();
  useLive('counters');
  const { centre } = useSearch({ from: '/hall' });
  const read = useRead(counterDesk, centre === undefined ? {} : { centre }, {
    refetchInterval: 30_000,
  });
  return (
    <div className="page">
      <header>
        <h1>{t('hall.title')}</h1>
        {read.data !== undefined && <Ways />}
        <p className="page-lead" lang="zh-CN">
          {read.data?.name}
        </p>
      </header>
      <Refused problem={read.error?.problem} again={() => read.refetch()} />
      {read.data === undefined && read.error === null && <Waiting rows={8} />}
      {read.data !== undefined && <Parts key={read.data.centre} hall={read.data} />}
    </div>
  );
}

function Parts({ hall }: { readonly hall: Hall }): ReactNode {
  const [service, setService] = useState<string>();
  return (
    <>
      <Which hall={hall} />
      {hall.can.manage && <ShutEarly hall={hall} />}
      <HallLines services={hall.services} chosen={service} onChoose={setService} />
      {hall.can.manage && <MovePeople hall={hall} service={service} onService={setService} />}
      <HallWindows hall={hall} />
      <Addresses centre={hall.centre} name={hall.name} />
    </>
  );
}

/** What is planned, and what was given out on paper. */
function Ways(): ReactNode {
  const t = useT();
  const search = useSearch({ from: '/hall' });
  return (
    <nav className="page-acts" aria-label={t('hall.ways')}>
      <Link className="ant-btn ant-btn-default hall-way" to="/hall/booked" search={search}>
        <Icon name="clock" size={18} /> {t('booked.title')}
      </Link>
      <Link className="ant-btn ant-btn-default hall-way" to="/hall/hours" search={search}>
        <Icon name="calendar" size={18} /> {t('hours.title')}
      </Link>
      <Link className="ant-btn ant-btn-default hall-way" to="/hall/slips" search={search}>
        <Icon name="edit" size={18} /> {t('slips.title')}
      </Link>
    </nav>
  );
}

function Which({ hall: { centre, centres } }: { readonly hall: Hall }): ReactNode {
  const t = useT();
  const go = useNavigate();
  if (centres.length < 2) return null;
  const choose = (no: number | undefined) =>
    void go({ to: '/hall', search: no === undefined ? {} : { centre: no } });
  return (
    <div className="hall-which">
      <PickField
        label={t('hall.which')}
        value={centre}
        options={centres.map(({ centre: value, name: label }) => ({ value, label }))}
        onChange={choose}
      />
    </div>
  );
}
