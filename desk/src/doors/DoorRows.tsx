// SPDX-License-Identifier: Apache-2.0
import type { At, DoorFound, DoorNode } from '@lilong/contracts/registry-doors';
import { Icon } from '@lilong/ui/Icons.tsx';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useDay } from '../registry/said.ts';
import { useT } from '../words.ts';
import { atOf, isSame } from './search.ts';

interface DoorRowsProps {
  readonly nodes: readonly (DoorNode | DoorFound)[];
  readonly open: At;
  readonly label: string;
  /** The whole address, not only its last part. */
  readonly whole?: true;
}

/** Places of one level, or those that were found. */
export function DoorRows({ nodes, open, label, whole }: DoorRowsProps): ReactNode {
  return (
    <ul aria-label={label} className={isRooms(nodes) ? 'door-rooms' : 'door-rows'}>
      {nodes.map((node) => (
        <Row
          key={JSON.stringify(atOf(node))}
          node={node}
          isOpen={isSame(atOf(node), open)}
          whole={whole}
        />
      ))}
    </ul>
  );
}

/** Rooms are many, and there is little to say of each. */
const isRooms = (nodes: DoorRowsProps['nodes']): boolean =>
  nodes.every(({ part, closed }) => part === 'room' && closed === null);

interface RowProps {
  readonly node: DoorNode | DoorFound;
  readonly isOpen: boolean;
  readonly whole: true | undefined;
}

function Row({ node, isOpen, whole }: RowProps): ReactNode {
  const t = useT();
  const name = whole === undefined ? node.name : node.line;
  const was = 'was' in node ? node.was : null;
  return (
    <li>
      <Link
        to="/doors"
        search={(now) => ({ ...(now.q === undefined ? {} : { q: now.q }), ...atOf(node) })}
        className="reg-row"
        aria-current={isOpen ? 'page' : undefined}
      >
        <span className="reg-who">
          <b lang="zh-CN">{name === '' ? t('doors.whole-home') : name}</b>
        </span>
        <Icon name="next" size={18} />
        <span className="reg-row-door door-counts">
          <DoorCounts of={node} />
          {was !== null && <> · {t('doors.was', { line: was })}</>}
        </span>
      </Link>
    </li>
  );
}

/** How much hangs beneath, and since when it is closed. */
export function DoorCounts({ of }: { readonly of: DoorNode }): ReactNode {
  const t = useT();
  const say = useDay();
  const { part, doors, homes, closed, address, home, unit, placeNames } = of;
  if (closed !== null)
    return (
      <span className="tag">
        {closed === '' ? t('doors.closed') : t('doors.closed-on', { day: say(closed) })}
      </span>
    );
  if (home !== null) return null;
  const isDoor = address !== null && doors <= 1;
  const parts = [
    ...(isDoor || unit !== null ? [] : [t('groups.doors', { count: doors })]),
    t('groups.homes', { count: homes }),
  ];
  const places = part === 'road' || placeNames.length > 1 ? [] : placeNames;
  return (
    <>
      {parts.join(' · ')}
      {places.map((name) => (
        <span key={name} lang="zh-CN">
          {' · '}
          {name}
        </span>
      ))}
    </>
  );
}
