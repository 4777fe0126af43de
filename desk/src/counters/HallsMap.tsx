// SPDX-License-Identifier: Apache-2.0
import type { HallNow } from '@lilong/contracts/counters-city';
import { type AreaMap, cityRoot, getMap } from '@lilong/contracts/places';
import { useRead } from '@lilong/ui/client.ts';
import { Tiles } from '@lilong/ui/Tiles.tsx';
import { type ReactNode, useState } from 'react';
import { useT } from '../words.ts';
import { LoadMark, LoadShape } from './LoadMark.tsx';
import { loadOf, loads, shortWait, someWait } from './load.ts';
import { waitWords } from './said.ts';

interface HallsMapProps {
  readonly halls: readonly HallNow[];
  /** The district that is shown; else the city. */
  readonly place: number | undefined;
  readonly onPlace: (district: number) => void;
}
const slow = { staleTime: 3_600_000 };

/** A picture of the list beside it: every mark is a row. */
export function HallsMap({ halls, place, onPlace }: HallsMapProps): ReactNode {
  const t = useT();
  const root = useRead(cityRoot, {}, slow).data?.no;
  const area = place ?? root;
  const map = useRead(getMap, { no: area ?? 0 }, { ...slow, enabled: area !== undefined });
  const [under, setUnder] = useState<HallNow>();
  return (
    <figure className="halls-map">
      {map.data !== undefined && (
        <Picture
          map={map.data}
          halls={halls}
          onUnder={setUnder}
          onShape={place === undefined ? onPlace : () => undefined}
        />
      )}
      <figcaption>
        <p className="halls-key">
          {loads.map((load) => (
            <span key={load}>
              <LoadMark load={load} />{' '}
              {t(`halls.load.${load}`, { short: shortWait, some: someWait })}
            </span>
          ))}
        </p>
        <p aria-hidden="true" className="halls-under">
          {under === undefined ? t('halls.map') : <Under hall={under} />}
        </p>
        {map.data?.generated === true && <p>{t('map.generated')}</p>}
      </figcaption>
    </figure>
  );
}

function Under({ hall }: { readonly hall: HallNow }): ReactNode {
  const t = useT();
  const wait = hall.open ? waitWords(t, hall.wait) : t('halls.shut');
  return (
    <>
      <b lang="zh-CN">{hall.name}</b> · {wait} · {t('counters.people', { count: hall.waiting })}
    </>
  );
}

interface PictureProps {
  readonly map: AreaMap;
  readonly halls: readonly HallNow[];
  readonly onUnder: (hall: HallNow | undefined) => void;
  readonly onShape: (district: number) => void;
}
function Picture({ map, halls, onUnder, onShape }: PictureProps): ReactNode {
  const unit = Math.max(map.width, map.height) / 100;
  const [w, h] = [map.width + 2 * unit, map.height + 2 * unit];
  return (
    <svg viewBox={`${-unit} ${-unit} ${w} ${h}`} aria-hidden="true">
      <Tiles map={map} />
      {map.shapes.map((shape) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the picture is hidden from readers; the filter above does the same
        <path
          key={shape.no}
          d={shape.path}
          className="halls-shape"
          vectorEffect="non-scaling-stroke"
          onClick={() => onShape(shape.no)}
        />
      ))}
      {halls.map((hall) => (
        <Mark key={hall.centre} hall={hall} map={map} size={unit * 0.9} onUnder={onUnder} />
      ))}
    </svg>
  );
}

interface MarkProps {
  readonly hall: HallNow;
  readonly map: AreaMap;
  readonly size: number;
  readonly onUnder: (hall: HallNow | undefined) => void;
}
function Mark({ hall, map, size, onUnder }: MarkProps): ReactNode {
  if (hall.point === null) return null;
  const x = ((hall.point.lon - map.west) / (map.east - map.west)) * map.width;
  const y = ((map.north - hall.point.lat) / (map.north - map.south)) * map.height;
  const show = () =>
    document.getElementById(`hall-${hall.centre}`)?.scrollIntoView({ block: 'center' });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the picture is hidden from readers; its list is the table beside it
    <g
      transform={`translate(${x} ${y})`}
      className="halls-mark"
      onPointerEnter={() => onUnder(hall)}
      onPointerLeave={() => onUnder(undefined)}
      onClick={show}
    >
      <LoadShape load={loadOf(hall)} size={size} />
    </g>
  );
}
