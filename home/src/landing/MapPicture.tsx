// SPDX-License-Identifier: Apache-2.0
import type { AreaMap } from '@lilong/contracts/places';
import { Fragment, type ReactNode, useMemo } from 'react';
import { useT } from '../words/use.ts';
import {
  type AreaShape,
  apart,
  type Box,
  boxAround,
  boxOf,
  type Room,
  ringsOf,
  roomOf,
  roomsOf,
  shadeOf,
} from './outline.ts';

export interface MapFigures {
  readonly map: AreaMap;
  /** Open matters by number of the district. */
  readonly open: ReadonlyMap<number, number>;
}
/** Letters of a name as a share of the picture's width; the style sheet makes them larger on a phone. */
const LETTER = 1 / 40;

/** The districts in colour; those too small for their names lie under a magnifying glass as well. */
export function MapPicture({ map, open }: MapFigures): ReactNode {
  const t = useT();
  const letter = map.width * LETTER;
  const areas = useMemo(() => areasOf(map), [map]);
  const largest = Math.max(0, ...open.values());
  const drawn = areas.map((area) => ({
    ...area,
    shade: shadeOf(open.get(area.shape.no) ?? 0, largest),
  }));
  const named = drawn.filter(({ shape, room }) => room.width > shape.name.length * letter);
  const crowded = spread(
    drawn.filter((one) => !named.includes(one)),
    letter,
  );
  const glass = crowded.length > 1 ? glassOver(crowded, map) : undefined;
  const left = Math.min(0, glass?.x ?? 0);
  return (
    <svg
      viewBox={`${left} 0 ${map.width - left} ${map.height}`}
      role="img"
      aria-label={t('landing.map-label', { count: map.shapes.length })}
    >
      <Outlines drawn={drawn} />
      <Labels drawn={named} letter={letter} />
      {glass !== undefined && (
        <Glass glass={glass} drawn={drawn} crowded={crowded} letter={letter} />
      )}
    </svg>
  );
}

interface Area {
  readonly shape: AreaShape;
  readonly box: Box;
  readonly room: Room;
}
interface Drawn extends Area {
  readonly shade: number;
}

/** Names under the glass are close together; on a phone each takes about as much as one and a half letters outside. */
function spread(crowded: readonly Drawn[], letter: number): Drawn[] {
  const rooms = apart(
    crowded.map(({ shape }) => roomsOf(shape.path)),
    1.5 * letter,
    0.75 * letter,
  );
  return crowded.map((one, index) => ({ ...one, room: rooms[index] ?? one.room }));
}

function areasOf({ shapes }: AreaMap): Area[] {
  return shapes.map((shape) => ({
    shape,
    box: boxOf(ringsOf(shape.path).flat()),
    room: roomOf(shape.path),
  }));
}

function Outlines({ drawn }: { drawn: readonly Drawn[] }): ReactNode {
  return drawn.map(({ shape, shade }) => (
    <path key={shape.no} className={`shade-${shade}`} d={shape.path} />
  ));
}

/** 黄浦区 → 黄浦 where there is little room: under the glass, and on phones by the style sheet. */
const lastOfName = /(新区|区|县|市)$/;

function Labels({ drawn, letter }: { drawn: readonly Drawn[]; letter: number }): ReactNode {
  return drawn.map(({ shape, room, shade }) => (
    <text
      key={shape.no}
      className={shade >= 3 ? 'on-deep' : 'on-light'}
      x={room.x}
      y={room.y}
      fontSize={letter}
      dy="0.35em"
    >
      {shape.name.replace(lastOfName, '')}
      <tspan>{lastOfName.exec(shape.name)?.[0]}</tspan>
    </text>
  ));
}

interface GlassFrame {
  /** What it magnifies. */
  readonly from: Box;
  readonly scale: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A magnifying glass over the crowd, in the upper left, a quarter of the picture out. */
function glassOver(crowded: readonly Drawn[], { width, height }: AreaMap): GlassFrame {
  const crowd = boxAround(crowded.map(({ box }) => box));
  const edge = width / 100;
  const from = {
    left: crowd.left - edge,
    top: crowd.top - edge,
    right: crowd.right + edge,
    bottom: crowd.bottom + edge,
  };
  const wide = from.right - from.left;
  const high = from.bottom - from.top;
  const scale = Math.min((0.44 * width) / wide, (0.48 * height) / high);
  return { from, scale, x: -0.25 * width, y: edge, width: wide * scale, height: high * scale };
}

interface GlassProps {
  readonly glass: GlassFrame;
  readonly drawn: readonly Drawn[];
  readonly crowded: readonly Drawn[];
  readonly letter: number;
}
function Glass({ glass, drawn, crowded, letter }: GlassProps): ReactNode {
  const { from, scale, x, y, width, height } = glass;
  const frame = { x, y, width, height, rx: letter / 2 };
  const spot = {
    x: from.left,
    y: from.top,
    width: width / scale,
    height: height / scale,
    rx: letter / 4,
  };
  const move = `translate(${x} ${y}) scale(${scale}) translate(${-from.left} ${-from.top})`;
  return (
    <Fragment>
      <path
        className="glass-line"
        d={`M${from.left} ${from.top}L${x + width} ${y}M${from.left} ${from.bottom}L${x + width} ${y + height}`}
      />
      <rect className="glass-spot" {...spot} />
      <clipPath id="glass">
        <rect {...spot} />
      </clipPath>
      <rect className="glass-ground" {...frame} />
      <g className="glass" clipPath="url(#glass)" transform={move}>
        <Outlines drawn={drawn} />
        <Labels drawn={crowded} letter={letter / scale} />
      </g>
      <rect className="glass-rim" {...frame} />
    </Fragment>
  );
}
