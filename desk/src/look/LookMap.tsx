// SPDX-License-Identifier: Apache-2.0
import type { countTree } from '@lilong/contracts/case-work';
import type { AreaMap } from '@lilong/contracts/places';
import type { ReplyOf } from '@lilong/contracts/route';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useT } from '../words.ts';

type Row = ReplyOf<typeof countTree>['children'][number];

interface LookMapProps {
  readonly map: AreaMap;
  readonly rows: readonly Row[];
}
const shades = 5;

/** The same counts as the table, as shades. The table is the way for keyboard and reader. */
export function LookMap({ map, rows }: LookMapProps): ReactNode {
  const t = useT();
  const go = useNavigate();
  const [under, setUnder] = useState<Row>();
  const most = Math.max(1, ...rows.map(({ open }) => open));
  const unit = Math.max(map.width, map.height) / 100;
  const rowOf = (no: number) => rows.find((row) => row.no === no);
  return (
    <figure className="look-map">
      <svg
        viewBox={`${-unit} ${-unit} ${map.width + 2 * unit} ${map.height + 2 * unit}`}
        aria-hidden="true"
      >
        {map.shapes.map((shape) => {
          const row = rowOf(shape.no);
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: the picture is hidden from readers; its list is the table beside it
            <path
              key={shape.no}
              d={shape.path}
              className={`shade shade-${shadeOf(row?.open ?? 0, most)}`}
              vectorEffect="non-scaling-stroke"
              onPointerEnter={() => setUnder(row)}
              onPointerLeave={() => setUnder(undefined)}
              onClick={() =>
                row !== undefined && void go({ to: '/look', search: { place: row.no } })
              }
            />
          );
        })}
      </svg>
      <figcaption>
        {under === undefined
          ? t('look.map')
          : t('look.map-one', { name: under.name, open: under.open, late: under.late })}
        <span className="shade-key" aria-hidden="true">
          {Array.from({ length: shades }, (_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the key of the shades has five fixed steps
            <i key={at} className={`shade-${at}`} />
          ))}
        </span>
        {map.generated && <span>{t('map.generated')}</span>}
      </figcaption>
    </figure>
  );
}

const shadeOf = (open: number, most: number): number =>
  open === 0
    ? 0
    : Math.min(shades - 1, 1 + Math.floor((shades - 1) * Math.sqrt(open / (most + 1))));
