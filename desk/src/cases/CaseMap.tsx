// SPDX-License-Identifier: Apache-2.0
import type { CaseLine } from '@lilong/contracts/case-shapes';
import { countTree } from '@lilong/contracts/case-work';
import { isWithin, levelOf, parentOf } from '@lilong/contracts/place-no';
import { type AreaMap, getMap } from '@lilong/contracts/places';
import { useRead } from '@lilong/ui/client.ts';
import { Tiles } from '@lilong/ui/Tiles.tsx';
import { type ReactNode, useMemo } from 'react';
import { useHolder, useRole } from '../shell/session.ts';
import { useT } from '../words.ts';
import { dueOf, type Tone } from './due.ts';

interface CaseMapProps {
  readonly lines: readonly CaseLine[];
  readonly open: CaseLine | undefined;
  readonly onOpen: (ref: string) => void;
  readonly onPlace: (place: number) => void;
}

/** A picture of the list beside it: every point is a row, and a row is always the other way to it. */
export function CaseMap({ lines, open, onOpen, onPlace }: CaseMapProps): ReactNode {
  const t = useT();
  const area = areaOf(useHolder().post.places[0]?.no, open);
  const map = useRead(
    getMap,
    { no: area ?? 0 },
    { staleTime: 3_600_000, enabled: area !== undefined },
  );
  return (
    <section className="map" aria-label={t('map.title')}>
      {map.data !== undefined && (
        <Picture map={map.data} lines={lines} open={open} onOpen={onOpen} />
      )}
      <div className="map-top">
        <Key />
        {map.data?.generated === true && <p className="map-note">{t('map.generated')}</p>}
      </div>
      {open !== undefined && area !== undefined && (
        <Summary area={area} open={open} onPlace={onPlace} />
      )}
    </section>
  );
}

/** The street of the post; for posts above, the street of the open case, so that something can be seen. */
function areaOf(own: number | undefined, open: CaseLine | undefined): number | undefined {
  if (own === undefined) return undefined;
  const level = levelOf(own);
  if (level === 'street') return own;
  if (level === 'committee' || level === 'estate') return parentOf(own);
  return open === undefined ? own : parentOf(open.place);
}

interface PictureProps {
  readonly map: AreaMap;
  readonly lines: readonly CaseLine[];
  readonly open: CaseLine | undefined;
  readonly onOpen: (ref: string) => void;
}

function Picture({ map, lines, open, onOpen }: PictureProps): ReactNode {
  const unit = Math.max(map.width, map.height) / 100;
  const points = useMemo(() => lines.filter(({ point }) => point !== null), [lines]);
  return (
    <svg
      viewBox={`${-2 * unit} ${-2 * unit} ${map.width + 4 * unit} ${map.height + 4 * unit}`}
      aria-hidden="true"
    >
      <Tiles map={map} />
      {openLast(map.shapes, open).map((shape) => (
        <path
          key={shape.no}
          d={shape.path}
          className={
            open !== undefined && isWithin(open.place, shape.no)
              ? 'map-shape map-shape-open'
              : 'map-shape'
          }
          vectorEffect="non-scaling-stroke"
        />
      ))}
      {points.map((line) => (
        <Dot
          key={line.ref}
          line={line}
          map={map}
          unit={unit}
          open={line.ref === open?.ref}
          onOpen={onOpen}
        />
      ))}
    </svg>
  );
}

/** Drawn last, the outline of the open case's place is not hidden by its neighbours. */
function openLast(shapes: AreaMap['shapes'], open: CaseLine | undefined): AreaMap['shapes'] {
  if (open === undefined) return shapes;
  const holds = ({ no }: AreaMap['shapes'][number]) => isWithin(open.place, no);
  return [...shapes.filter((shape) => !holds(shape)), ...shapes.filter(holds)];
}

interface DotProps {
  readonly line: CaseLine;
  readonly map: AreaMap;
  readonly unit: number;
  readonly open: boolean;
  readonly onOpen: (ref: string) => void;
}

function Dot({ line, map, unit, open, onOpen }: DotProps): ReactNode {
  if (line.point === null) return null;
  const x = ((line.point.lon - map.west) / (map.east - map.west)) * map.width;
  const y = ((map.north - line.point.lat) / (map.north - map.south)) * map.height;
  const { tone } = dueOf(line, Date.now());
  const size = unit * (open ? 2.6 : 1.5);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the picture is hidden from readers; its list is the rows beside it
    <g
      transform={`translate(${x} ${y})`}
      className={open ? 'spot spot-open' : 'spot'}
      onClick={() => onOpen(line.ref)}
    >
      <title>{line.title}</title>
      <Shape tone={tone} size={size} />
    </g>
  );
}

const tones = ['late', 'soon', 'ok'] as const;

/** What the shapes mean. */
function Key(): ReactNode {
  const t = useT();
  return (
    <p className="map-key">
      {tones.map((tone) => (
        <span key={tone}>
          <svg viewBox="-5 -5 10 10" aria-hidden="true">
            <Shape tone={tone} size={3.4} />
          </svg>
          {t(`lateness.${tone}`)}
        </span>
      ))}
    </p>
  );
}

interface ShapeProps {
  readonly tone: Tone;
  readonly size: number;
}

/** Late is a diamond, soon a ring, the rest a disc: told apart without colour. */
function Shape({ tone, size }: ShapeProps): ReactNode {
  if (tone === 'late') {
    const corner = size * 1.3;
    return (
      <path
        className="dot dot-late"
        d={`M0 ${-corner}L${corner} 0L0 ${corner}L${-corner} 0Z`}
        vectorEffect="non-scaling-stroke"
      />
    );
  }
  return (
    <>
      <circle className={`dot dot-${tone}`} r={size} vectorEffect="non-scaling-stroke" />
      {tone === 'soon' && <circle r={size * 0.4} className="dot-eye" />}
    </>
  );
}

interface SummaryProps {
  readonly area: number;
  readonly open: CaseLine;
  readonly onPlace: (place: number) => void;
}

function Summary({ area, open, onPlace }: SummaryProps): ReactNode {
  const t = useT();
  // Departments and crews see their own cases, not the counts of a place.
  const counts = !['department_officer', 'crew'].includes(useRole() ?? '');
  const tree = useRead(countTree, { place: area }, { staleTime: 30_000, enabled: counts });
  const here = tree.data?.children.find(({ no }) => isWithin(open.place, no));
  if (here === undefined) return null;
  return (
    <div className="map-sum">
      <b>{here.name}</b>
      <p>{t('map.sum', { open: here.open, late: here.late, ended: here.endedThisMonth })}</p>
      <button type="button" className="linkish" onClick={() => onPlace(here.no)}>
        {t('map.only-here')}
      </button>
    </div>
  );
}
