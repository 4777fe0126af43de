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
import { Icon } from '@lilong/ui/Icons.tsx';
import { Link, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Empty } from '../parts/Empty.tsx';
import { Refused } from '../parts/Refused.tsx';
import { useWide } from '../parts/useWide.ts';
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
import { type Beginning, beginningNames, beginnings } from './search.ts';
import { useSentence } from './sentence.ts';
import { TakeOut } from './TakeOut.tsx';
import '../registry/registry.css';
import '../registry/cards.css';
import './crowds.css';

type Crowds = ReplyOf<typeof listCrowds>;
/** Conditions and who fits stand side by side. */
const SPLIT_PX = 1100;

/** 人群: those that are kept, or one of them, or a new one. */
export function CrowdsPage(): ReactNode {
  const t = useT();
  const { crowd, from } = useSearch({ from: '/crowds' });
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
  return <One key={`${crowd} ${from}`} all={read.data} kept={kept} from={from} />;
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
      <Beginnings say={say} />
    </div>
  );
}

/** Conditions that many begin with, in words; one tap counts who fits. */
function Beginnings({ say }: { readonly say: ReturnType<typeof useSentence> }): ReactNode {
  const t = useT();
  return (
    <section className="part" aria-labelledby="crowd-begin">
      <h2 id="crowd-begin">{t('crowds.begin')}</h2>
      <ul className="crowd-rows">
        {beginningNames.map((from) => (
          <li key={from}>
            <Link to="/crowds" search={{ crowd: 0, from }} className="crowd-line crowd-begin">
              {say(beginnings[from])}
              <Icon name="next" size={18} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface OneProps {
  readonly from: Beginning | undefined;
  readonly all: Crowds;
  readonly kept: CrowdLine | undefined;
}

function One({ all, kept, from }: OneProps): ReactNode {
  const t = useT();
  const say = useSentence(all);
  const wide = useWide(SPLIT_PX);
  const [conditions, setConditions] = useState<CrowdConditions>(
    kept?.conditions ?? (from === undefined ? { role: 'lives' } : beginnings[from]),
  );
  const [columns, setColumns] = useState(() => inOrder(kept?.columns ?? usualColumns));
  const [view, setView] = useState<View | undefined>(kept === undefined ? undefined : 'people');
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
      <details className="crowd-more crowd-asks" open={wide || kept === undefined}>
        <summary>{t('crowds.conditions')}</summary>
        <Conditions
          of={conditions}
          dictionary={all}
          problem={counted.error?.problem}
          onChange={setConditions}
        />
      </details>
      <Counted counted={counted.data} stale={counted.isPlaceholderData} sentence={say(conditions)}>
        {all.names && <Views view={view} onView={setView} />}
      </Counted>
      {all.names && view !== undefined && (
        <Shown
          view={view}
          scrolls={kept === undefined && !wide}
          of={settled}
          kept={kept}
          columns={columns}
          onColumns={setColumns}
        />
      )}
      {!all.names && <Cells cells={counted.data?.cells ?? []} />}
      {all.names && kept !== undefined && (
        <TakeOut kept={kept} columns={columns} onColumns={setColumns} />
      )}
      <Keep conditions={conditions} columns={columns} kept={kept} />
    </div>
  );
}

type View = 'people' | 'map';
interface ViewsProps {
  readonly view: View | undefined;
  readonly onView: (view: View) => void;
}
/** A list of names is shown when somebody asks for it, not while conditions are being chosen. */
function Views({ view, onView }: ViewsProps): ReactNode {
  const t = useT();
  return (
    <Choices
      legend={t('crowds.see')}
      name="see"
      value={view}
      options={[
        { value: 'people', title: t('crowds.see.people') },
        { value: 'map', title: t('crowds.see.map') },
      ]}
      onChange={onView}
    />
  );
}

interface ShownProps {
  readonly view: View;
  /** It comes below what is being chosen, out of sight. */
  readonly scrolls: boolean;
  readonly of: CrowdConditions;
  readonly kept: CrowdLine | undefined;
  readonly columns: readonly CrowdColumn[];
  readonly onColumns: (columns: CrowdColumn[]) => void;
}
function Shown({ view, scrolls, of, kept, columns, onColumns }: ShownProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (scrolls && view !== undefined) box.current?.scrollIntoView({ block: 'start' });
  }, [scrolls, view]);
  return (
    <div ref={box} className="crowd-shown">
      {view === 'map' ? (
        <Buildings of={of} />
      ) : (
        <>
          <Columns columns={columns} kept={kept} onChange={onColumns} />
          <People key={JSON.stringify(of)} of={of} columns={columns} />
        </>
      )}
    </div>
  );
}
