// SPDX-License-Identifier: Apache-2.0
import {
  besideDoors,
  type DoorSide,
  keepDoorsApart,
  mergeDoors,
} from '@lilong/contracts/registry-doors';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useDay } from '../registry/said.ts';
import { useT } from '../words.ts';
import { BackToDoors } from './DoorTwinsPage.tsx';
import '../cases/case.css';
import '../cases/dock.css';
import '../registry/registry.css';
import '../registry/cards.css';
import './doors.css';

/** Two doors side by side, fact by fact, also on a phone. */
export function DoorMergePage(): ReactNode {
  const { address, other } = useParams({ from: '/doors/merge/$address/$other' });
  const two = { address: Number(address), other: Number(other) };
  const [said, setSaid] = useState<ReactNode>();
  const { data, error, refetch } = useRead(besideDoors, two, {
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <div className="door-merge">
      <article className="case">
        <div className="case-body">
          <BackToDoors />
          {said !== undefined && (
            <p className="note note-done" role="status">
              <Icon name="check" size={18} />
              <span>{said}</span>
            </p>
          )}
          {error !== null && said === undefined && (
            <Refused problem={error.problem} again={refetch} />
          )}
          {data === undefined && error === null && <Waiting rows={5} />}
        </div>
        {data !== undefined && said === undefined && (
          <Two sides={[data.one, data.other]} done={setSaid} />
        )}
      </article>
    </div>
  );
}

interface TwoProps {
  readonly sides: readonly [DoorSide, DoorSide];
  readonly done: (said: ReactNode) => void;
}

function Two({ sides, done }: TwoProps): ReactNode {
  const t = useT();
  const [swapped, setSwapped] = useState(false);
  const [keep, other] = swapped ? [sides[1], sides[0]] : sides;
  return (
    <>
      <div className="case-body door-beside-body">
        <Button icon={<Icon name="merge" size={18} />} onClick={() => setSwapped(!swapped)}>
          {t('door-twins.swap')}
        </Button>
        <Beside keep={keep} other={other} />
      </div>
      <Decide keep={keep} other={other} done={done} />
    </>
  );
}

interface DecideProps extends BesideProps, Pick<TwoProps, 'done'> {}

function Decide({ keep, other, done }: DecideProps): ReactNode {
  const t = useT();
  const say = useDay();
  const write = useWrite(mergeDoors, { refreshes: ['registry'] });
  const apart = useWrite(keepDoorsApart, { refreshes: ['registry'] });
  const two = { address: keep.address, other: other.address };
  const pending = write.pending || apart.pending;
  async function merge(): Promise<void> {
    const reply = await write.send(two);
    if (reply === undefined) return;
    done(
      <>
        {t('merge.done')} {t('merge.undo-until', { day: say(reply.undoUntil) })}{' '}
        <Link to="/doors" search={{ address: keep.address }} lang="zh-CN">
          {keep.line}
        </Link>
      </>,
    );
  }
  const part = async () =>
    (await apart.send(two)) !== undefined && done(t('door-twins.apart-done'));
  return (
    <form
      className="dock"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) void merge();
      }}
    >
      <div className="dock-fields">
        <Refused problem={write.refusal ?? apart.refusal} />
        <p className="reg-as">{t('door-twins.what')}</p>
      </div>
      <div className="dock-foot">
        <Button type="primary" htmlType="submit" loading={write.pending}>
          {t('door-twins.submit')}
        </Button>
        <Button disabled={pending} onClick={() => void part()}>
          {t('door-twins.apart')}
        </Button>
      </div>
    </form>
  );
}

interface BesideProps {
  readonly keep: DoorSide;
  readonly other: DoorSide;
}

function Beside({ keep, other }: BesideProps): ReactNode {
  const t = useT();
  const shared = new Set(keep.rooms.map(plain));
  const others = new Set(other.rooms.map(plain));
  const isInBoth = (room: string): boolean => shared.has(plain(room)) && others.has(plain(room));
  const rows: readonly (readonly [string, (of: DoorSide) => string])[] = [
    [t('doors.place-of'), ({ placeName }) => placeName],
    [t('doors.homes'), ({ homes }) => t('groups.homes', { count: homes })],
    [t('doors.rooms'), ({ rooms }) => roomsOf(rooms)],
    [t('door-twins.both'), ({ rooms }) => roomsOf(rooms.filter((room) => isInBoth(room)))],
    [
      t('doors.people'),
      ({ people }) =>
        people === null ? t('doors.people-few') : t('doors.people-count', { count: people }),
    ],
    [t('doors.group'), ({ groupName }) => groupName ?? t('doors.group-none')],
    [t('doors.cases'), ({ cases }) => t('doors.cases-count', { count: cases })],
  ];
  return (
    <table className="door-beside">
      <caption>{t('door-twins.beside')}</caption>
      <thead>
        <tr>
          <td />
          {([keep, other] as const).map((side, nth) => (
            <th key={side.address} scope="col">
              <span className={nth === 0 ? 'tag tag-state' : 'tag'}>
                {t(nth === 0 ? 'merge.stays' : 'merge.goes')}
              </span>
              <b lang="zh-CN">{side.line}</b>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, say]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td lang="zh-CN">{say(keep)}</td>
            <td lang="zh-CN">{say(other)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const mostRooms = 12;
/** 501 is 501室. */
const plain = (room: string): string => room.replace(/室$/, '');
const roomsOf = (rooms: readonly string[]): string =>
  rooms.slice(0, mostRooms).map(plain).join('、') + (rooms.length > mostRooms ? '…' : '') || '–';
