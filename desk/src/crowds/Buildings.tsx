// SPDX-License-Identifier: Apache-2.0
import { levelOf, parentOf } from '@lilong/contracts/place-no';
import { type AreaMap, getMap } from '@lilong/contracts/places';
import { type CrowdConditions, mapCrowd } from '@lilong/contracts/registry-crowds';
import type { ReplyOf } from '@lilong/contracts/route';
import { useRead } from '@lilong/ui/client.ts';
import { Tiles } from '@lilong/ui/Tiles.tsx';
import type { ReactNode } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useHolder } from '../shell/session.ts';
import { useT } from '../words.ts';

type Building = ReplyOf<typeof mapCrowd>['buildings'][number];

/** How many in each building: a picture, and the same as a list beside it. */
export function Buildings({ of }: { readonly of: CrowdConditions }): ReactNode {
  const t = useT();
  const read = useRead(mapCrowd, { conditions: of }, { staleTime: 60_000 });
  const own = useHolder().post.places[0]?.no;
  const area = areaOf(own);
  const map = useRead(
    getMap,
    { no: area ?? 0 },
    { staleTime: 3_600_000, enabled: area !== undefined },
  );
  if (read.error !== null)
    return <Refused problem={read.error.problem} again={() => read.refetch()} />;
  if (read.data === undefined) return <Waiting rows={6} />;
  const { buildings, elsewhere } = read.data;
  return (
    <section aria-label={t('crowds.buildings')} className="crowd-where">
      {map.data !== undefined && buildings.length > 0 && (
        <Picture map={map.data} buildings={buildings} own={own} />
      )}
      <ul className="crowd-rows">
        {buildings.map(({ line, people }) => (
          <li key={line} className="crowd-building">
            <span lang="zh-CN">{line}</span>
            <b>{t('crowds.count', { count: people })}</b>
          </li>
        ))}
      </ul>
      {elsewhere > 0 && <p>{t('crowds.elsewhere', { count: elsewhere })}</p>}
    </section>
  );
}

/** The street around a committee. */
function areaOf(own: number | undefined): number | undefined {
  if (own === undefined) return undefined;
  const level = levelOf(own);
  if (level === 'estate') return areaOf(parentOf(own));
  return level === 'committee' ? parentOf(own) : own;
}

interface PictureProps {
  readonly map: AreaMap;
  readonly buildings: readonly Building[];
  /** The committee: the whole of it is in the picture. */
  readonly own: number | undefined;
}
interface Spot extends Building {
  readonly x: number;
  readonly y: number;
}
function Picture({ map, buildings, own }: PictureProps): ReactNode {
  const spots = buildings.map((one) => ({
    ...one,
    x: ((one.lon - map.west) / (map.east - map.west)) * map.width,
    y: ((map.north - one.lat) / (map.north - map.south)) * map.height,
  }));
  const { left, top, side } = frameOf(spots, cornersOf(map, own));
  const named = namedOf(spots, side);
  return (
    <svg className="crowd-map" viewBox={`${left} ${top} ${side} ${side}`} aria-hidden="true">
      <Tiles map={map} />
      {map.shapes.map((shape) => (
        <path
          key={shape.no}
          d={shape.path}
          className={shape.no === own ? 'crowd-area crowd-area-own' : 'crowd-area'}
          vectorEffect="non-scaling-stroke"
        />
      ))}
      {spots.map((spot) => (
        <Mark
          key={spot.line}
          spot={spot}
          side={side}
          named={named.includes(spot)}
          leftwards={spot.x > left + side / 2}
        />
      ))}
    </svg>
  );
}

type Dot = Pick<Spot, 'x' | 'y'>;

/** A square around the buildings, with room for names; at least half as wide as the committee, so that one knows where it is. */
function frameOf(spots: readonly Dot[], corners: readonly Dot[]) {
  const near = boxOf(spots);
  const side = Math.max(near.side * 1.5, boxOf(corners).side / 2, 60);
  return { left: near.x - side / 2, top: near.y - side / 2, side };
}

function boxOf(points: readonly Dot[]): Dot & { readonly side: number } {
  if (points.length === 0) return { x: 0, y: 0, side: 0 };
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const [north, south] = [Math.min(...ys), Math.max(...ys)];
  return {
    ...{ x: (west + east) / 2, y: (north + south) / 2 },
    side: Math.max(east - west, south - north),
  };
}

/** Those whose names have room on the picture, most people first; the list beneath names them all. */
function namedOf(spots: readonly Spot[], side: number): readonly Spot[] {
  const named: Spot[] = [];
  const covers = (one: Spot, other: Spot) =>
    Math.abs(one.x - other.x) < side * 0.36 && Math.abs(one.y - other.y) < side * 0.04;
  for (const spot of spots.toSorted((one, other) => other.people - one.people))
    if (!named.some((one) => covers(one, spot))) named.push(spot);
  return named;
}

/** The points of an outline; it is drawn with straight lines alone. */
const cornersOf = (map: AreaMap, own: number | undefined): Dot[] =>
  [...(map.shapes.find(({ no }) => no === own)?.path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g) ?? [])].map(
    ([, x, y]) => ({ x: Number(x), y: Number(y) }),
  );

interface MarkProps {
  readonly spot: Spot;
  readonly side: number;
  readonly named: boolean;
  readonly leftwards: boolean;
}
function Mark({ spot: { x, y, line, people }, side, named, leftwards }: MarkProps): ReactNode {
  const r = (side / 60) * Math.min(2.2, Math.sqrt(people) * 0.4 + 0.8);
  return (
    <g transform={`translate(${x} ${y})`}>
      <title>{line}</title>
      <circle r={r} className="crowd-spot" />
      <text fontSize={side / 40} textAnchor="middle" dominantBaseline="central">
        {people}
      </text>
      {named && (
        <text
          className="crowd-where-name"
          x={leftwards ? -r * 1.3 : r * 1.3}
          fontSize={side / 34}
          textAnchor={leftwards ? 'end' : 'start'}
          dominantBaseline="central"
          lang="zh-CN"
        >
          {line}
        </text>
      )}
    </g>
  );
}
