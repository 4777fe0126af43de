// SPDX-License-Identifier: Apache-2.0
import { type At, findDoors, listDoors } from '@lilong/contracts/registry-doors';
import type { ReplyOf } from '@lilong/contracts/route';
import { useRead } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Empty } from '../parts/Empty.tsx';
import { Refused } from '../parts/Refused.tsx';
import { useKeys } from '../parts/useKeys.ts';
import { useWide } from '../parts/useWide.ts';
import { Waiting } from '../parts/Waiting.tsx';
import { FindInput } from '../registry/FindInput.tsx';
import { focusFind, stepRow } from '../registry/rows.ts';
import { splitPx } from '../registry/search.ts';
import { useSettled } from '../registry/use-finding.ts';
import { useT } from '../words.ts';
import { AddForm } from './AddForm.tsx';
import { DoorPlacePage } from './DoorPlacePage.tsx';
import { DoorRows } from './DoorRows.tsx';
import { atOf, type DoorSearch, readDoorSearch } from './search.ts';
import { TellForm } from './TellForm.tsx';
import '../cases/case.css';
import '../cases/dock.css';
import '../registry/registry.css';
import '../registry/cards.css';
import './doors.css';

type Reply = ReplyOf<typeof listDoors>;

/** 标准地址: a level of the tree at the left, the open place beside it. On a phone one level at a time. */
export function DoorsPage(): ReactNode {
  const t = useT();
  const split = useWide(splitPx);
  const { q, ...at } = useSearch({ from: '/doors' });
  const isStreet = Object.keys(at).length === 0;
  const here = useRead(listDoors, at);
  const above = here.data?.above.at(-1);
  useKeys({ j: () => stepRow(1), k: () => stepRow(-1), '/': focusFind });
  const beside = useRead(listDoors, above === undefined ? {} : atOf(above));
  return (
    <div className={`reg${split ? ' reg-split' : ''}`}>
      <h1 className="unseen">{t('doors.title')}</h1>
      {(split || isStreet) && (
        <section className="reg-list" aria-label={t('doors.title')}>
          <Finding q={q ?? ''} />
          {q === undefined ? <Level read={beside} open={at} /> : <Found q={q} open={at} />}
        </section>
      )}
      {(split || !isStreet) && <Open read={here} at={at} isStreet={isStreet} />}
    </div>
  );
}

/** Found as somebody types; the words stand in the address bar. */
function Finding({ q }: { readonly q: string }): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const [words, type] = useState(q);
  const typed = useSettled(words.trim());
  const written = useRef(q);
  useEffect(() => {
    if (q !== written.current) type(q);
    written.current = q;
  }, [q]);
  useEffect(() => {
    if (typed === written.current) return;
    written.current = typed;
    const search = (now: DoorSearch) => readDoorSearch({ ...now, q: typed });
    void navigate({ to: '/doors', search, replace: true, resetScroll: false });
  }, [typed, navigate]);
  return (
    <search className="reg-find">
      <FindInput label={t('doors.find')} words={words} type={type} />
    </search>
  );
}

interface Read {
  readonly data: Reply | undefined;
  readonly error: { readonly problem: Parameters<typeof Refused>[0]['problem'] } | null;
  readonly refetch: () => unknown;
}

/** The street’s roads, or what stands beside the open place. */
function Level({ read, open }: { readonly read: Read; readonly open: At }): ReactNode {
  const t = useT();
  const { data, error } = read;
  if (error !== null) return <Refused problem={error.problem} again={read.refetch} />;
  if (data === undefined) return <Waiting rows={6} />;
  return (
    <div className="reg-rows">
      {data.here === null ? (
        <StreetHead street={data} />
      ) : (
        <Link to="/doors" search={atOf(data.above.at(-1) ?? nowhere)} className="door-up">
          <Icon name="back" size={18} />
          <b lang="zh-CN">{data.here.line}</b>
        </Link>
      )}
      {data.below.length === 0 ? (
        <Empty icon="pin" title={t('doors.none')}>
          <p>{t('doors.none-how')}</p>
        </Empty>
      ) : (
        <DoorRows nodes={data.below} open={open} label={data.here?.line ?? t('doors.roads')} />
      )}
    </div>
  );
}
const nowhere = { path: null, address: null, unit: null, home: null };

/** What can be done for the whole street. */
function StreetHead({
  street: { can, places, twins, hints },
}: {
  readonly street: Reply;
}): ReactNode {
  const t = useT();
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<ReactNode>();
  if (!can.keep && !can.hint) return null;
  const finish = (said?: ReactNode) => {
    setAdding(false);
    setAdded(said);
  };
  if (adding && can.keep)
    return <AddForm at={{}} places={places} part={undefined} finish={finish} />;
  if (adding) return <TellForm at={{}} part={undefined} finish={finish} />;
  return (
    <div className="door-street">
      {added !== undefined && (
        <p className="note note-done" role="status">
          <Icon name="check" size={18} />
          <span>{added}</span>
        </p>
      )}
      {can.keep && (
        <Link to="/doors/twins" className="door-twins">
          <Icon name="merge" size={20} />
          {t('doors.twins', { count: twins })}
        </Link>
      )}
      <Link to="/doors/hints" className="door-twins">
        <Icon name="note" size={20} />
        {t(can.keep ? 'door-hints.of-committees' : 'door-hints.ours', { count: hints })}
      </Link>
      <Button icon={<Icon name="plus" size={18} />} onClick={() => setAdding(true)}>
        {t(can.keep ? 'doors.add' : 'door-hints.missing')}
      </Button>
    </div>
  );
}

function Found({ q, open }: { readonly q: string; readonly open: At }): ReactNode {
  const t = useT();
  const { data, error, refetch } = useRead(findDoors, { q });
  if (error !== null) return <Refused problem={error.problem} again={refetch} />;
  if (data === undefined) return <Waiting rows={6} />;
  return (
    <div className="reg-rows">
      {data.found.length === 0 ? (
        <Empty icon="search" title={t('doors.found-none', { q })}>
          <p>{t('doors.found-none-how')}</p>
        </Empty>
      ) : (
        <DoorRows nodes={data.found} open={open} label={t('doors.found')} whole />
      )}
      {data.more && <p className="reg-more">{t('doors.found-more')}</p>}
    </div>
  );
}

interface OpenProps {
  readonly read: Read;
  readonly at: At;
  readonly isStreet: boolean;
}

function Open({ read, at, isStreet }: OpenProps): ReactNode {
  const t = useT();
  const split = useWide(splitPx);
  if (isStreet && !split) return null;
  if (isStreet)
    return (
      <section className="reg-card reg-none">
        <Empty icon="pin" title={t('doors.none-open')}>
          <p>{t('doors.none-open-how')}</p>
        </Empty>
      </section>
    );
  const { data, error, refetch } = read;
  if (data?.here == null)
    return (
      <section className="reg-card case-body">
        {error === null ? (
          <Waiting rows={5} />
        ) : (
          <Refused problem={error.problem} again={refetch} />
        )}
      </section>
    );
  return (
    <section className="reg-card">
      <DoorPlacePage key={JSON.stringify(at)} at={at} found={data} here={data.here} />
    </section>
  );
}
