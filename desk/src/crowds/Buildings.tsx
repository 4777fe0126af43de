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
  const area = areaOf(useHolder().post.places[0]?.no);
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
        <Picture map={map.data} buildings={buildings} />
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
}

function Picture({ map, buildings }: PictureProps): ReactNode {
  const at = ({ lon, lat }: Building) => ({
    x: ((lon - map.west) / (map.east - map.west)) * map.width,
    y: ((map.north - lat) / (map.north - map.south)) * map.height,
  });
  const spots = buildings.map((one) => ({ ...one, ...at(one) }));
  const [xs, ys] = [spots.map(({ x }) => x), spots.map(({ y }) => y)];
  const side = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys), 60);
  const [left, top] = [
    (Math.max(...xs) + Math.min(...xs) - side) / 2,
    (Math.max(...ys) + Math.min(...ys) - side) / 2,
  ];
  const room = side / 8;
  return (
    <svg
      className="crowd-map"
      viewBox={`${left - room} ${top - room} ${side + 2 * room} ${side + 2 * room}`}
      aria-hidden="true"
    >
      <Tiles map={map} />
      {map.shapes.map((shape) => (
        <path
          key={shape.no}
          d={shape.path}
          className="crowd-area"
          vectorEffect="non-scaling-stroke"
        />
      ))}
      {spots.map(({ line, x, y, people }) => (
        <g key={line} transform={`translate(${x} ${y})`}>
          <title>{line}</title>
          <circle r={(side / 50) * Math.min(2.5, Math.sqrt(people) + 0.6)} className="crowd-spot" />
          <text fontSize={side / 34} textAnchor="middle" dominantBaseline="central">
            {people}
          </text>
        </g>
      ))}
    </svg>
  );
}
