// SPDX-License-Identifier: Apache-2.0
import { about } from '@lilong/contracts/office';
import type { AreaMap } from '@lilong/contracts/places';
import type { ReactNode } from 'react';
import { useRead } from './client.ts';
import { tilesUnder } from './tiles.ts';

/** The deploying unit's own base map under the outlines of an area, where it has one (setting MAP_TILES). */
export function Tiles({ map }: { map: AreaMap }): ReactNode {
  const { data } = useRead(about, {}, { staleTime: Number.POSITIVE_INFINITY });
  const address = data?.mapTiles ?? null;
  if (address === null) return null;
  return tilesUnder(map, address).map(({ address: href, ...box }) => (
    <image key={href} href={href} {...box} preserveAspectRatio="none" />
  ));
}
