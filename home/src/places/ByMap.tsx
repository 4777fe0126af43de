// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { levelOf, parentOf } from '@lilong/contracts/place-no';
import { type AreaMap, cityRoot, getMap, getPlace, locate } from '@lilong/contracts/places';
import { ask, asRefused, useRead } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { Tiles } from '@lilong/ui/Tiles.tsx';
import { type MouseEvent, type ReactNode, useState } from 'react';
import { type AreaShape, boxAround, boxOf, ringsOf, roomOf } from '../landing/outline.ts';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words/use.ts';
import { type Found, foundOf } from './ways.ts';

interface ByMapProps {
  readonly near: number | undefined;
  /** Area to begin with, when it is not the street around one's own committee. */
  readonly start?: number;
  readonly onFound: (found: Found) => void;
}

/** From the district to the street to the committee: on the picture, or in the list beside it. */
export function ByMap({ near, start, onFound }: ByMapProps): ReactNode {
  const city = useRead(cityRoot, {}, { enabled: near === undefined && start === undefined });
  const [chosen, setChosen] = useState(start ?? (near === undefined ? undefined : parentOf(near)));
  const area = chosen ?? city.data?.no;
  if (area === undefined)
    return city.error === null ? (
      <div className="area-map bone" />
    ) : (
      <Refused refusal={city.error.problem} />
    );
  return <Area key={area} no={area} onArea={setChosen} onFound={onFound} />;
}

interface AreaProps {
  readonly no: number;
  readonly onArea: (no: number) => void;
  readonly onFound: (found: Found) => void;
}
function Area({ no, onArea, onFound }: AreaProps): ReactNode {
  const t = useT();
  const [problem, setProblem] = useState<Problem>();
  const map = useRead(getMap, { no }, { staleTime: Number.POSITIVE_INFINITY });
  const about = useRead(getPlace, { no }, { staleTime: Number.POSITIVE_INFINITY });
  const above = parentOf(no);
  async function choose(shape: AreaShape, point?: Found['point']): Promise<void> {
    if (levelOf(shape.no) !== 'committee') return onArea(shape.no);
    try {
      onFound(await placeAt(shape, point));
    } catch (error) {
      setProblem(asRefused(error).problem);
    }
  }
  return (
    <div className="by-map">
      <p className="area-name">
        {above !== undefined && levelOf(no) !== 'city' && (
          <button type="button" className="button" onClick={() => onArea(above)}>
            <Icon name="back" size="1em" />
            {t('place.wider')}
          </button>
        )}
        <b>{about.data?.place.name}</b>
      </p>
      <Refused refusal={problem ?? map.error?.problem} />
      {map.data === undefined && map.error === null && <div className="area-map bone" />}
      {map.data !== undefined && (
        <>
          <AreaPicture map={map.data} onChoose={(shape, point) => void choose(shape, point)} />
          {map.data.generated && <p className="hint">{t('place.generated')}</p>}
          <AreaList shapes={map.data.shapes} onChoose={(shape) => void choose(shape)} />
        </>
      )}
    </div>
  );
}

/** A tap says more than a name: the point itself goes with it, and the road it lies on. */
async function placeAt(shape: AreaShape, point: Found['point']): Promise<Found> {
  if (point !== undefined) {
    const { place, address } = await ask(locate, { ...point, datum: 'wgs84' });
    if (place !== null) return foundOf(place, address, point);
  }
  const { place } = await ask(getPlace, { no: shape.no });
  return foundOf(place, null);
}

interface AreaPictureProps {
  readonly map: AreaMap;
  readonly onChoose: (shape: AreaShape, point: Found['point']) => void;
}

/** For fingers and mice only; the list says the same to keyboards and screen readers. */
function AreaPicture({ map, onChoose }: AreaPictureProps): ReactNode {
  const shown = boxAround(map.shapes.map(({ path }) => boxOf(ringsOf(path).flat())));
  const [width, height] = [shown.right - shown.left, shown.bottom - shown.top];
  const letter = width / 30;
  return (
    <svg
      className="area-map"
      viewBox={`${shown.left} ${shown.top} ${width} ${height}`}
      aria-hidden="true"
    >
      <Tiles map={map} />
      {map.shapes.map((shape) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the list says the same to keyboards
        <path
          key={shape.no}
          d={shape.path}
          onClick={(event) => onChoose(shape, pointAt(event, map))}
        />
      ))}
      {map.shapes.map((shape) => {
        const name = shortName(shape.name);
        const room = roomOf(shape.path);
        return (
          room.width > name.length * letter && (
            <text key={shape.no} x={room.x} y={room.y} dy="0.35em" fontSize={letter}>
              {name}
            </text>
          )
        );
      })}
    </svg>
  );
}

function AreaList({
  shapes,
  onChoose,
}: {
  shapes: readonly AreaShape[];
  onChoose: (shape: AreaShape) => void;
}): ReactNode {
  const t = useT();
  return (
    <ul className="area-list" aria-label={t('place.area-list')}>
      {shapes.map((shape) => (
        <li key={shape.no}>
          <button type="button" onClick={() => onChoose(shape)}>
            {shape.name}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** 云南中路居委会 → 云南中路: the map has no room for what all its names end in. */
const shortName = (name: string): string =>
  name.replace(/(社区居民委员会|居民委员会|村民委员会|社区居委会|居委会|村委会|街道)$/, '');

/** Where on the earth the picture was tapped. */
function pointAt(
  event: MouseEvent<SVGPathElement>,
  { width, height, west, north, east, south }: AreaMap,
): Found['point'] {
  const screen = event.currentTarget.getScreenCTM();
  if (screen === null) return undefined;
  const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(screen.inverse());
  return {
    lon: west + (at.x / width) * (east - west),
    lat: north + (at.y / height) * (south - north),
  };
}
