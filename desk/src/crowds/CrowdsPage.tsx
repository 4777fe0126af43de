// SPDX-License-Identifier: Apache-2.0
import {
  type CrowdColumn,
  type CrowdConditions,
  type CrowdLine,
  listCrowds,
  usualColumns,
} from '@lilong/contracts/registry-crowds';
import type { ReplyOf } from '@lilong/contracts/route';
import { useRead } from '@lilong/ui/client.ts';
import { Link, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Empty } from '../parts/Empty.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { Choices } from '../registry/Choices.tsx';
import { useT } from '../words.ts';
import { Buildings } from './Buildings.tsx';
import { Columns } from './Columns.tsx';
import { Conditions } from './Conditions.tsx';
import { Cells, Counted, useCounted, useSettled } from './Counted.tsx';
import { inOrder } from './columns.ts';
import { Keep } from './Keep.tsx';
import { People } from './People.tsx';
import { useSentence } from './sentence.ts';
import { TakeOut } from './TakeOut.tsx';
import '../registry/registry.css';
import '../registry/cards.css';
import './crowds.css';

type Crowds = ReplyOf<typeof listCrowds>;

/** 人群: those that are kept, or one of them, or a new one. */
export function CrowdsPage(): ReactNode {
  const t = useT();
  const { crowd } = useSearch({ from: '/crowds' });
  const read = useRead(listCrowds, {});
  if (read.error !== null)
    return <Refused problem={read.error.problem} again={() => read.refetch()} />;
  if (read.data === undefined) return <Waiting rows={6} />;
  if (crowd === undefined) return <Kept all={read.data} />;
  const kept = read.data.crowds.find((one) => one.crowd === crowd);
  if (crowd !== 0 && kept === undefined)
    return (
      <div className="page page-narrow">
        <p>{t('crowds.gone')}</p>
        <Link to="/crowds">{t('crowds.all')}</Link>
      </div>
    );
  return <One key={crowd} all={read.data} kept={kept} />;
}

function Kept({ all }: { readonly all: Crowds }): ReactNode {
  const t = useT();
  const say = useSentence(all);
  return (
    <div className="page page-narrow">
      <header>
        <h1>{t('crowds.title')}</h1>
        <p className="page-lead">{t('crowds.lead')}</p>
        <Link to="/crowds" search={{ crowd: 0 }} className="crowd-new">
          {t('crowds.new')}
        </Link>
      </header>
      {all.crowds.length === 0 ? (
        <Empty icon="people" title={t('crowds.none')}>
          <p>{t('crowds.none-how')}</p>
        </Empty>
      ) : (
        <ul className="crowd-rows" aria-label={t('crowds.kept')}>
          {all.crowds.map((one) => (
            <li key={one.crowd}>
              <Link to="/crowds" search={{ crowd: one.crowd }} className="reg-row">
                <b>{one.name}</b>
                {one.due && <span className="tag tag-late">{t('crowds.due')}</span>}
                <span className="reg-row-door">{say(one.conditions)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface OneProps {
  readonly all: Crowds;
  readonly kept: CrowdLine | undefined;
}

function One({ all, kept }: OneProps): ReactNode {
  const t = useT();
  const say = useSentence(all);
  const [conditions, setConditions] = useState<CrowdConditions>(
    kept?.conditions ?? { role: 'lives' },
  );
  const [columns, setColumns] = useState(() => inOrder(kept?.columns ?? usualColumns));
  const settled = useSettled(conditions);
  const counted = useCounted(settled);
  return (
    <div className="page crowd-one">
      <header>
        <Link to="/crowds" className="crowd-back">
          {t('crowds.all')}
        </Link>
        <h1>{kept?.name ?? t('crowds.new')}</h1>
      </header>
      <details className="crowd-more" open={kept === undefined}>
        <summary>{t('crowds.conditions')}</summary>
        <Conditions
          of={conditions}
          dictionary={all}
          problem={counted.error?.problem}
          onChange={setConditions}
        />
      </details>
      <Counted counted={counted.data} sentence={say(conditions)} />
      {all.names ? (
        <Named of={settled} kept={kept} columns={columns} onColumns={setColumns} />
      ) : (
        <Cells cells={counted.data?.cells ?? []} />
      )}
      {all.names && kept !== undefined && (
        <TakeOut kept={kept} columns={columns} onColumns={setColumns} />
      )}
      <Keep conditions={conditions} columns={columns} kept={kept} />
    </div>
  );
}

interface NamedProps {
  readonly of: CrowdConditions;
  readonly kept: CrowdLine | undefined;
  readonly columns: readonly CrowdColumn[];
  readonly onColumns: (columns: CrowdColumn[]) => void;
}
/** A list of names is shown when somebody asks for it, not while conditions are being chosen. */
function Named({ of, kept, columns, onColumns }: NamedProps): ReactNode {
  const t = useT();
  const [view, setView] = useState<'people' | 'map' | undefined>(
    kept === undefined ? undefined : 'people',
  );
  return (
    <>
      <Choices
        legend={t('crowds.see')}
        name="see"
        value={view}
        options={[
          { value: 'people', title: t('crowds.see.people') },
          { value: 'map', title: t('crowds.see.map') },
        ]}
        onChange={(next) => setView(next)}
      />
      {view === 'people' && (
        <>
          <Columns columns={columns} kept={kept} onChange={onColumns} />
          <People key={JSON.stringify(of)} of={of} columns={columns} />
        </>
      )}
      {view === 'map' && <Buildings of={of} />}
    </>
  );
}
