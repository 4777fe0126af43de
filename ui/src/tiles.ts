// SPDX-License-Identifier: Apache-2.0
// Which tiles of a base map lie under the picture of an area. Pure arithmetic, Web Mercator over WGS 84.
import type { AreaMap } from '@lilong/contracts/places';

export interface Tile {
  readonly address: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
/** Side of a tile, and how wide a picture is meant to be at least, in pixels. */
const TILE_PX = 256;
const PICTURE_PX = 640;
const FINEST = 18;

type Frame = Pick<AreaMap, 'width' | 'height' | 'west' | 'north' | 'east' | 'south'>;

/**
 * The tiles that cover a picture, each where its corners fall on it.
 *
 * @param address with {z}, {x} and {y} in it
 */
export function tilesUnder(frame: Frame, address: string): Tile[] {
  const { west, east, north, south } = frame;
  const zoom = zoomOf(east - west);
  const columns = range(columnOf(west, zoom), columnOf(east, zoom), 2 ** zoom);
  const rows = range(rowOf(north, zoom), rowOf(south, zoom), 2 ** zoom);
  return rows.flatMap((row) => columns.map((column) => tileAt(frame, address, zoom, column, row)));
}

function zoomOf(degrees: number): number {
  const around = (PICTURE_PX * 360) / (TILE_PX * Math.max(degrees, 1e-9));
  return Math.min(FINEST, Math.max(0, Math.round(Math.log2(around))));
}

function tileAt(
  { width, height, west, east, north, south }: Frame,
  address: string,
  zoom: number,
  column: number,
  row: number,
): Tile {
  const across = (lon: number) => ((lon - west) / (east - west)) * width;
  const down = (lat: number) => ((north - lat) / (north - south)) * height;
  const [x, y] = [across(lonOf(column, zoom)), down(latOf(row, zoom))];
  return {
    address: address
      .replace('{z}', String(zoom))
      .replace('{x}', String(column))
      .replace('{y}', String(row)),
    x,
    y,
    width: across(lonOf(column + 1, zoom)) - x,
    height: down(latOf(row + 1, zoom)) - y,
  };
}

const columnOf = (lon: number, zoom: number): number => Math.floor(((lon + 180) / 360) * 2 ** zoom);
const lonOf = (column: number, zoom: number): number => (column / 2 ** zoom) * 360 - 180;

function rowOf(lat: number, zoom: number): number {
  const radians = (lat * Math.PI) / 180;
  return Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** zoom);
}
const latOf = (row: number, zoom: number): number =>
  (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / 2 ** zoom))) * 180) / Math.PI;

function range(from: number, to: number, end: number): number[] {
  const [first, last] = [Math.max(0, from), Math.min(end - 1, to)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
