// SPDX-License-Identifier: Apache-2.0
import {
  type DoorMerged,
  type DoorPair,
  listDoorTwins,
  undoDoorMerge,
} from '@lilong/contracts/registry-doors';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { BackLink } from '../parts/BackLink.tsx';
import { Empty } from '../parts/Empty.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useDay } from '../registry/said.ts';
import { useT } from '../words.ts';
import '../cases/case.css';
import '../registry/registry.css';
import '../registry/cards.css';
import '../registry/merging/merging.css';
import './doors.css';

/** 可能是同一处: pairs to look at, and what was merged lately. */
export function DoorTwinsPage(): ReactNode {
  const t = useT();
  const { data, error, refetch } = useRead(listDoorTwins, {});
  return (
    <div className="page">
      <BackToDoors />
      <header>
        <h1>{t('door-twins.title')}</h1>
        <p className="page-lead">{t('door-twins.lead')}</p>
      </header>
      {error !== null && <Refused problem={error.problem} again={refetch} />}
      {data === undefined && error === null && <Waiting rows={4} />}
      {data?.pairs.length === 0 && <Empty icon="pin" title={t('door-twins.none')} />}
      {data !== undefined && data.pairs.length > 0 && (
        <ul className="reg-people" aria-label={t('door-twins.pairs')}>
          {data.pairs.map((pair) => (
            <Pair key={`${pair.keep.address} ${pair.other.address}`} pair={pair} />
          ))}
        </ul>
      )}
      {data?.more === true && <p>{t('twins.more')}</p>}
      {data !== undefined && data.merged.length > 0 && <Lately merged={data.merged} />}
    </div>
  );
}

export function BackToDoors(): ReactNode {
  const t = useT();
  return <BackLink to="/doors">{t('doors.title')}</BackLink>;
}

function Pair({ pair: { keep, other, because } }: { readonly pair: DoorPair }): ReactNode {
  const t = useT();
  return (
    <li>
      <Link
        to="/doors/merge/$address/$other"
        params={{ address: String(keep.address), other: String(other.address) }}
        className="reg-person"
      >
        <span className="reg-who">
          <b lang="zh-CN">{keep.line}</b> <span className="tag">{t(`door-twins.${because}`)}</span>
        </span>
        {[keep, other].map((one) => (
          <span key={one.address} className="reg-as">
            <span lang="zh-CN">
              {one.line} · {one.placeName}
            </span>
            {' · '}
            {t('groups.homes', { count: one.homes })}
          </span>
        ))}
        <Icon name="next" size={18} />
      </Link>
    </li>
  );
}

function Lately({ merged }: { readonly merged: readonly DoorMerged[] }): ReactNode {
  const t = useT();
  const say = useDay();
  const write = useWrite(undoDoorMerge, { refreshes: ['registry'] });
  return (
    <section className="part">
      <h2>{t('twins.merged')}</h2>
      <Refused problem={write.refusal} />
      {write.reply !== undefined && <p role="status">{t('door-twins.undone')}</p>}
      <ul className="reg-people">
        {merged.map(({ merge, address, line, was, on, undoUntil }) => (
          <li key={merge} className="twin-done">
            <Link to="/doors" search={{ address }}>
              <b lang="zh-CN">{line}</b>
            </Link>
            <span className="reg-as">
              <span lang="zh-CN">{t('doors.was', { line: was })}</span> ·{' '}
              {t('twins.merged-on', { on: say(on), until: say(undoUntil) })}
            </span>
            <Button
              disabled={write.pending}
              aria-label={t('twins.undo-who', { name: was })}
              onClick={() => void write.send({ merge })}
            >
              {t('twins.undo')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
