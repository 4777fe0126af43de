// SPDX-License-Identifier: Apache-2.0
import { type LifeEvent, lifeEvents, listItems } from '@lilong/contracts/affair-items';
import type { InputOf } from '@lilong/contracts/route';
import { useRead } from '@lilong/ui/client.ts';
import type { ReactNode } from 'react';
import { RetryLater } from '../parts/Refused.tsx';
import { Opening } from '../shell/Fallbacks.tsx';
import { useInAddress } from '../shell/nav.tsx';
import { useAffairT, WithAffairWords } from '../words/affairs.tsx';
import { Items } from './AffairsPage.tsx';
import { Named } from './said.tsx';
import './affairs.css';

/** Matters for what has happened in a life. */
export function EventPage(): ReactNode {
  const event = useInAddress('event');
  return (
    <WithAffairWords>
      <OfEvent event={lifeEvents.find((one) => one === event) ?? 'birth'} />
    </WithAffairWords>
  );
}

function OfEvent({ event }: { readonly event: LifeEvent }): ReactNode {
  return <Chosen asked={{ event }}>{useAffairT()(`event.${event}`)}</Chosen>;
}

/** Matters of one department. */
export function DepartmentPage(): ReactNode {
  const department = useInAddress('department');
  return (
    <WithAffairWords>
      <Chosen asked={{ department }}>
        <DepartmentName department={department} />
      </Chosen>
    </WithAffairWords>
  );
}

function DepartmentName({ department }: { readonly department: string }): ReactNode {
  const known = useRead(listItems, { department }).data?.departments;
  const found = known?.find(({ key }) => key === department);
  return found === undefined ? null : <Named zh={found.name} en={found.nameEn} />;
}

interface ChosenProps {
  readonly asked: InputOf<typeof listItems>;
  readonly children: ReactNode;
}
function Chosen({ asked, children }: ChosenProps): ReactNode {
  const t = useAffairT();
  const { data, error, refetch } = useRead(listItems, asked);
  if (data === undefined && error !== null)
    return <RetryLater refusal={error.problem} again={() => void refetch()} />;
  if (data === undefined) return <Opening />;
  return (
    <div className="page find">
      <h1>
        {children}
        <small>{t('find.items', { count: data.items.length })}</small>
      </h1>
      <Items items={data.items} />
    </div>
  );
}
